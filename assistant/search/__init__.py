"""Searching the studies: passages ranked for a request, and the sentences of them that answer."""
