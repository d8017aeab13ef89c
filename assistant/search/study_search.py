"""Searching the studies for a request: fused ranking, the studies and jobs named coming first."""

from collections.abc import Collection, Sequence
from typing import Protocol

from ingest.chunk import Chunk
from ingest.french import index_terms
from ingest.index import Hit

_POOL = 30
_NAMED_STUDY = 1.6
_NAMED_JOB = 1.35


class Index(Protocol):
    """What is needed of the index: ranked hits for a query."""

    def search(
        self, query: str, k: int = 10, studies: Collection[str] | None = None
    ) -> Sequence[Hit]:
        """Return the best passages, best first, of these studies or of all."""


class StudySearch:
    """Ranks passages; a study or a job that the question names raises its passages, no more."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def search(
        self, query: str, *, studies: Collection[str] = (), jobs: Collection[str] = (), k: int = 10
    ) -> tuple[Chunk, ...]:
        """Return the ``k`` best passages, best first."""
        hits = list(self._index.search(query, _POOL))
        if studies:
            seen = {hit.chunk.id for hit in hits}
            named = self._index.search(query, k, studies)
            hits += [hit for hit in named if hit.chunk.id not in seen]
        job_terms = [frozenset(index_terms(job)) for job in jobs]

        def weight(hit: Hit) -> float:
            score = hit.score
            if hit.chunk.study in studies:
                score *= _NAMED_STUDY
            if any(job <= frozenset(index_terms(" ".join(hit.chunk.section))) for job in job_terms):
                score *= _NAMED_JOB
            return score

        ranked = sorted(hits, key=weight, reverse=True)
        return tuple(hit.chunk for hit in ranked[:k])
