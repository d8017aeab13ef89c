"""From a question as people type it to a typed :class:`assistant.request.Request`."""
