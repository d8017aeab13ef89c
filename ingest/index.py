"""Reading the index: one immutable snapshot, searched by words and by vectors at once."""

from collections.abc import Collection, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from langchain_chroma import Chroma

from corpus.lexicon import load_synonyms
from ingest.blocks import is_contents_title
from ingest.chunk import Chunk
from ingest.embeddings import choose_embedder
from ingest.fusion import distinct, fuse
from ingest.lexical import LexicalIndex
from ingest.manifest import IndexedDocument, Manifest, read_manifest
from ingest.query import Synonyms, read_synonyms, weighted_terms
from ingest.settings import StorageSettings
from ingest.snapshots import SnapshotFolder
from ingest.vectors import PassageStore, Place
from prompts.errors import VigieError

__all__ = ["Hit", "Index", "IndexedDocument", "open_index"]

CHROMA = "chroma"
LEXICAL = "lexical"
_SQLITE = b"SQLite format 3\0"
_CONTENTS_WEIGHT = 0.6  # a table of contents has every word and answers nothing
POOL = 100  # passages that each ranking proposes
_SPARE = 10  # passages fetched beyond those asked, for the near-duplicates put aside


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found; ``score`` is comparable within one search only, the best first."""

    chunk: Chunk
    score: float


class Index:
    """One snapshot, read-only. Safe to use from several threads; close it when done."""

    def __init__(self, settings: StorageSettings, folder: SnapshotFolder, snapshot: str) -> None:
        self.snapshot = snapshot
        self._folder = folder
        path = folder.path(snapshot)
        with ExitStack() as resources:
            resources.enter_context(folder.lease(snapshot))
            self._manifest: Manifest = read_manifest(path)
            place = Place(path / CHROMA, settings.chroma_url, snapshot)
            self._store = PassageStore.open(place, choose_embedder(settings))
            resources.callback(self._store.close)
            self._lexical = _lexical(path / LEXICAL)
            self._resources = resources.pop_all()
        self._synonyms: Synonyms = read_synonyms((s.term, s.expansion) for s in load_synonyms())

    @property
    def documents(self) -> tuple[IndexedDocument, ...]:
        """The documents of the snapshot, sorted by study."""
        return self._manifest.documents

    def search(self, query: str, k: int = 10, studies: Collection[str] | None = None) -> list[Hit]:
        """Return the ``k`` best passages for a question, best first; fewer when few fit.

        ``studies`` limits the search to these studies. Passages that say the same come once.
        """
        lexical = self._lexical_ranking(query, studies)
        dense = self._store.nearest(query, POOL, studies)
        fused = fuse(lexical, dense)[: k + _SPARE]
        chunks = self._store.get([identity for identity, _ in fused]) if fused else {}
        hits = [_hit(chunks[identity], score) for identity, score in fused if identity in chunks]
        hits.sort(key=lambda hit: -hit.score)
        return distinct(hits, lambda hit: hit.chunk.text)[:k]

    @property
    def vector_store(self) -> "Chroma":
        """The passages and their vectors as a LangChain vector store."""
        return self._store.langchain

    def chunks(self, study: str) -> Sequence[Chunk]:
        """Return the passages of a study in reading order."""
        return self._store.study(study)

    def fresh(self) -> bool:
        """Say whether this is still the published snapshot."""
        return self._folder.current() == self.snapshot

    def close(self) -> None:
        """Let go of the snapshot."""
        self._resources.close()

    def __enter__(self) -> "Index":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _lexical_ranking(
        self, query: str, studies: Collection[str] | None
    ) -> list[tuple[str, float]]:
        terms = weighted_terms(query, self._lexical.knows, self._lexical.vocabulary, self._synonyms)
        scores = self._lexical.scores(terms)
        if studies is not None:
            scores = np.where(self._lexical.among(studies), scores, 0.0)
        count = min(POOL, len(scores))
        best = np.argpartition(-scores, count - 1)[:count]
        ranked = best[np.argsort(-scores[best], kind="stable")]
        return [(self._lexical.ids[i], float(scores[i])) for i in ranked if scores[i] > 0]


def _hit(chunk: Chunk, score: float) -> Hit:
    is_contents = bool(chunk.section) and is_contents_title(chunk.section[0])
    return Hit(chunk, score * (_CONTENTS_WEIGHT if is_contents else 1.0))


def is_whole(snapshot: Path) -> bool:
    """Say at a glance whether the files of a snapshot are all there, without opening them."""
    try:
        with (snapshot / CHROMA / "chroma.sqlite3").open("rb") as stream:
            intact = stream.read(len(_SQLITE)) == _SQLITE
    except OSError:
        # With a Chroma server the passages are not in the folder.
        intact = not (snapshot / CHROMA).exists()
    return intact and LexicalIndex.is_whole(snapshot / LEXICAL)


def _lexical(folder: Path) -> LexicalIndex:
    try:
        return LexicalIndex.load(folder)
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise VigieError("ingest.index_broken") from error


def open_index(settings: StorageSettings) -> Index:
    """Open the published snapshot.

    Raises:
        VigieError: ``ingest.no_index`` when none was published, or it cannot be read
            (``ingest.index_broken``, ``ingest.embedder_mismatch``, ``ingest.server_away``).
    """
    folder = SnapshotFolder(settings.home)
    for _ in range(3):
        snapshot = folder.current()
        if snapshot is None:
            raise VigieError("ingest.no_index")
        try:
            return Index(settings, folder, snapshot)
        except VigieError:
            # A writer may have moved on twice since the pointer was read.
            if folder.current() == snapshot:
                raise
    raise VigieError("ingest.index_broken")
