"""The words of the studies that are loaded, and how rare each is among passages."""

import math
from collections import Counter
from collections.abc import Iterable
from statistics import median

from ingest.chunk import Chunk
from ingest.french import fold, index_terms, words


class Vocabulary:
    """Terms and words of a set of passages."""

    def __init__(self, chunks: Iterable[Chunk]) -> None:
        frequency: Counter[str] = Counter()
        known: set[str] = set()
        count = 0
        for chunk in chunks:
            count += 1
            text = f"{' '.join(chunk.section)} {chunk.text}"
            frequency.update(set(index_terms(text)))
            known.update(fold(word) for word in words(text))
        self._frequency = frequency
        self._known = known
        self._count = count
        self._ordinary = median(frequency.values()) if frequency else 1

    @property
    def terms(self) -> Iterable[str]:
        """The index terms of the studies."""
        return self._frequency.keys()

    def knows(self, word: str) -> bool:
        """Return whether a folded word stands in the studies as it is."""
        return word in self._known

    def has(self, term: str) -> bool:
        """Return whether an index term occurs in the studies."""
        return term in self._frequency

    def weight(self, term: str) -> float:
        """Return the inverse document frequency of a term (0 or more; the rarer, the larger).

        A term that no passage holds weighs as much as one of median frequency: it may be anything.
        """
        frequency = self._frequency.get(term, 0) or self._ordinary
        return math.log(1 + (self._count - frequency + 0.5) / (frequency + 0.5))
