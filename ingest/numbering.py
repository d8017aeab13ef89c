"""Reads the numbers of headings (« 3.2.2.1. ») and says which may follow one another."""

import re
from dataclasses import dataclass

from ingest.french import fold

_DECIMAL = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)(?:\.|\)|\s*[-–—:])?\s+(?=[^\W\d_])")
_LETTERED = re.compile(r"^([a-zA-Z])[.)]\s+(?=[^\W\d_])")
_LABELLED = re.compile(
    r"^(annexe|axe|chapitre|partie|section|fiche|etape|phase|volet)\s+(\d{1,2}(?:\.\d{1,2})*)\b"
)
_LONGEST_SKIP = 3  # headings lost between two found


@dataclass(frozen=True, slots=True)
class HeadingNumber:
    """The number of a heading: ``path`` is (3, 2, 2, 1), or one ordinal for a lettered heading."""

    path: tuple[int, ...]
    lettered: bool = False

    @property
    def depth(self) -> int:
        """How many levels the number counts."""
        return len(self.path)

    def may_follow(self, previous: tuple[int, ...]) -> bool:
        """Say whether this number can come next after ``previous`` in one plan."""
        if self.path[: len(previous)] == previous and self.depth > len(previous):
            return all(part <= _LONGEST_SKIP for part in self.path[len(previous) :])
        for level in range(min(self.depth, len(previous))):
            if self.path[level] != previous[level]:
                rest = self.path[level + 1 :]
                step = self.path[level] - previous[level]
                return 0 < step <= _LONGEST_SKIP and all(part <= _LONGEST_SKIP for part in rest)
        return False


def heading_number(text: str) -> HeadingNumber | None:
    """Return the number that starts a heading, or None."""
    if match := _DECIMAL.match(text):
        return HeadingNumber(tuple(int(part) for part in match[1].split(".")))
    if match := _LETTERED.match(text):
        return HeadingNumber((ord(match[1].lower()) - ord("a") + 1,), lettered=True)
    return None


def labelled_number(text: str) -> tuple[str, int] | None:
    """Return the label and depth of a heading such as « Annexe 1.2 – … », or None."""
    match = _LABELLED.match(fold(text))
    return (match[1], match[2].count(".") + 1) if match else None


def without_number(text: str) -> str:
    """Return a heading without its number."""
    return _LETTERED.sub("", _DECIMAL.sub("", text))
