"""An index that knows its documents and finds nothing."""

from collections.abc import Sequence

from ingest.chunk import Chunk
from ingest.index import Hit, Index
from ingest.manifest import IndexedDocument


class QuietIndex:
    """Gives the passages of a study to whoever reads it, none to whoever searches."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @property
    def documents(self) -> tuple[IndexedDocument, ...]:
        """The documents of the index."""
        return self._index.documents

    def chunks(self, study: str) -> Sequence[Chunk]:
        """The passages of a study."""
        return self._index.chunks(study)

    def search(self, *_: object, **__: object) -> Sequence[Hit]:
        """Find nothing."""
        return []
