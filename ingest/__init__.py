"""From study PDFs to searchable passages: reading, outline, chunks, indexes and snapshots."""
