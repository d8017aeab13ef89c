"""Where a table's figure stands in the PDF that is loaded: the page is read, never remembered."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from assistant.scoring.trace import Source
from ingest.chunk import Chunk
from ingest.french import fold

_LINE = 160
_WORDS = re.compile(r"\d+(?:,\d+)?|\w+")


class PlaceFinder:
    """Finds the page of a table row in the document loaded for its study.

    ``chunks`` returns the passages of a study in reading order (none when it is not loaded).
    """

    def __init__(self, chunks: Callable[[str], Sequence[Chunk]]) -> None:
        self._chunks = chunks
        self._folded = lru_cache(maxsize=16)(self._fold_study)
        self.page = lru_cache(maxsize=4_096)(self._page)

    def _fold_study(self, study: str) -> tuple[tuple[Chunk, str], ...]:
        return tuple((chunk, _words_only(chunk.text)) for chunk in self._chunks(study))

    def _page(self, source: Source) -> int | None:
        """Return the PDF page on whose lines the source's needles stand together.

        The source's own section is sought first, for all its needles then for the first, and the
        whole study last; without needles the section's first page is the place.
        """
        chunks = self._folded(source.study)
        inside = [pair for pair in chunks if _stands_in(pair[0], source.section)]
        if not source.needles:
            return inside[0][0].page if inside else None
        needles = [_words_only(needle) for needle in source.needles]
        for candidates, wanted in ((inside, needles), (inside, needles[:1]), (chunks, needles)):
            for chunk, text in candidates:
                if _on_one_line(text, wanted):
                    return chunk.page
        return inside[0][0].page if inside else None


def _words_only(text: str) -> str:
    """Return a text as places are compared: folded, its punctuation (but decimals) set aside."""
    return " ".join(_WORDS.findall(fold(text)))


def _stands_in(chunk: Chunk, section: str) -> bool:
    number = fold(section).rstrip(".")
    return any(_is_or_opens(fold(heading), number) for heading in chunk.section)


def _is_or_opens(heading: str, number: str) -> bool:
    return (
        heading.startswith(number)
        and not heading[len(number) : len(number) + 2].strip(" .:-").isdigit()
    )


def _on_one_line(text: str, needles: Sequence[str]) -> bool:
    start = text.find(needles[0])
    while start >= 0:
        line = text[start : start + len(needles[0]) + _LINE]
        if all(needle in line for needle in needles[1:]):
            return True
        start = text.find(needles[0], start + 1)
    return False
