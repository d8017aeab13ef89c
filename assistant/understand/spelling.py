"""Mending typos of ordinary words, so that the cues of a question are found in spite of them."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from assistant.understand.reading import Reading

_SHORTEST = 5
_LONG = 8


class Speller:
    """Replaces a word that stands nowhere by the one known word that is a typo away from it.

    ``known`` are the folded words that are right, ``is_word`` tells those that need no mending. A
    typo is one letter missing, added, changed or two swapped; two of them from eight letters on.
    The first letter is taken to be right.
    """

    def __init__(self, known: Iterable[str], is_word: Callable[[str], bool]) -> None:
        self._by_initial: dict[str, list[str]] = {}
        for word in sorted({word for word in known if len(word) >= _SHORTEST - 1}):
            self._by_initial.setdefault(word[0], []).append(word)
        self._known = {word for words in self._by_initial.values() for word in words}
        self._is_word = is_word
        self._nearest = lru_cache(maxsize=2_048)(self._find)

    def mend(self, reading: Reading) -> Reading:
        """Return the reading with its typos mended; ``text`` stays what was typed."""
        mended = tuple(self._nearest(word) for word in reading.words)
        if mended == reading.words:
            return reading
        return replace(reading, words=mended, joined=f" {' '.join(mended)} ")

    def _find(self, word: str) -> str:
        if len(word) < _SHORTEST - 1 or not word.isalpha():
            return word
        if word in self._known or self._is_word(word):
            return word
        found = process.extractOne(
            word,
            self._by_initial.get(word[0], ()),
            scorer=DamerauLevenshtein.distance,
            score_cutoff=2 if len(word) >= _LONG else 1,
        )
        return found[0] if found else word
