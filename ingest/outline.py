"""Builds the plan of a study: the section path of every block, from irregular printed headings.

A level stated by the file (bookmark), by the heading's number or by the table of contents decides;
between such headings, size and weight do. The printed levels alone are not trusted: studies print
« 4.2.1 » as large as « 4.2 », and an unnumbered « Observations » larger than the section it is in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.blocks import Block
from ingest.contents import read_contents
from ingest.french import fold
from ingest.headings import Heading, HeadingFinder, Style
from ingest.numbering import labelled_number
from ingest.pdf import Bookmark

Path = tuple[str, ...]
_FEWEST_DEEP_NUMBERS = 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """A heading that the study does not print, placed before the block that starts with ``starts``.

    ``level`` counts from 1; the printed headings that follow stand right under it, up to the next
    anchor or to a heading of a higher level.
    """

    title: str
    level: int
    starts: str


@dataclass(frozen=True, slots=True)
class Outline:
    """The section path of each block, and which blocks are headings or entries of the contents."""

    paths: tuple[Path, ...]
    headings: frozenset[int]
    contents: frozenset[int]
    missing: tuple[str, ...] = ()


def build_outline(
    blocks: Sequence[Block], bookmarks: Iterable[Bookmark] = (), anchors: Sequence[Anchor] = ()
) -> Outline:
    """Return the outline of a document; ``missing`` names the anchors that were not found."""
    contents = read_contents(blocks)
    found = {h.position: h for h in HeadingFinder(blocks, contents, bookmarks).headings()}
    placed = _placed(blocks, anchors)
    plan = _Plan(list(found.values()))
    paths: list[Path] = []
    for position in range(len(blocks)):
        anchor, heading = placed.get(position), found.get(position)
        if anchor:
            plan.enter_anchor(anchor)
        if heading and not (anchor and anchor.title.startswith(heading.text)):
            plan.enter(heading)
        paths.append(contents.path if position in contents.blocks else plan.path)
    missing = tuple(a.title for a in anchors if a not in placed.values())
    return Outline(tuple(paths), frozenset(found), contents.blocks, missing)


def _placed(blocks: Sequence[Block], anchors: Sequence[Anchor]) -> dict[int, Anchor]:
    """Find the block of each anchor, in order; an anchor out of order is left out."""
    placed: dict[int, Anchor] = {}
    position = 0
    for anchor in anchors:
        start = fold(anchor.starts)
        for i in range(position, len(blocks)):
            if fold(blocks[i].text).startswith(start):
                placed[i] = anchor
                position = i + 1
                break
    return placed


@dataclass(frozen=True, slots=True)
class _Entry:
    title: str
    level: int | None  # None: placed by its looks, under the deepest entry that has a level
    rank: int
    is_anchor: bool = False


class _Plan:
    """The open headings, from the root down, while the document is read."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self._ranks = _ranks(headings)
        deep = sum(h.number is not None and h.number.depth > 1 for h in headings)
        self._numbered = deep >= _FEWEST_DEEP_NUMBERS
        self._number: tuple[int, ...] = ()
        self._open: list[_Entry] = []
        self._largest_are_chapters = self._are_chapters(headings)

    @property
    def path(self) -> Path:
        """Titles of the open headings, from the root."""
        return tuple(entry.title for entry in self._open)

    def enter_anchor(self, anchor: Anchor) -> None:
        """Open a heading that is not printed."""
        self._close_from(anchor.level)
        self._open.append(_Entry(anchor.title, anchor.level, 0, is_anchor=True))

    def enter(self, heading: Heading) -> None:
        """Open a printed heading at its place."""
        rank = self._ranks[heading.style]
        level = self._stated_level(heading)
        if level is None and rank == 0 and self._largest_are_chapters:
            level = 1
        if anchored := self._depth_of_anchor(level):
            del self._open[anchored:]
            level = None
        elif level is not None:
            self._close_from(level)
        else:
            self._close_by_looks(rank)
        self._open.append(_Entry(heading.text, level, rank))

    def _depth_of_anchor(self, level: int | None) -> int:
        """Return how many headings stay open under an anchor that this level does not close."""
        for depth, entry in enumerate(self._open, start=1):
            if entry.is_anchor and (level is None or level >= (entry.level or 0)):
                return depth
        return 0

    def _stated_level(self, heading: Heading) -> int | None:
        number = heading.number
        if number and self._numbered:
            if number.lettered:
                return len(self._number) + 1 if self._number else None
            if number.may_follow(self._number):
                self._number = number.path
                return number.depth
        return heading.level or self._labelled_level(heading.text)

    def _labelled_level(self, text: str) -> int | None:
        """Place « Annexe 1.2 » two levels under an open « Annexes »."""
        labelled = labelled_number(text)
        for entry in self._open:
            if labelled and entry.level and fold(entry.title) == f"{labelled[0]}s":
                return entry.level + labelled[1]
        return None

    def _close_from(self, level: int) -> None:
        """Close the headings of ``level`` and below; a heading without a level is below any."""
        for i, entry in enumerate(self._open):
            if entry.level is None or entry.level >= level:
                del self._open[i:]
                return

    def _close_by_looks(self, rank: int) -> None:
        while self._open and self._open[-1].level is None and self._open[-1].rank >= rank:
            self._open.pop()

    def _are_chapters(self, headings: Sequence[Heading]) -> bool:
        """Say whether the largest headings are chapters, as far as their levels are stated."""
        largest = [h for h in headings if self._ranks[h.style] == 0]
        stated = [h.number.depth if self._numbered and h.number else h.level for h in largest]
        return all(level in {None, 1} for level in stated)


def _ranks(headings: Iterable[Heading]) -> dict[Style, int]:
    """Rank the looks of headings: larger first, then bold, then in a face of their own."""
    ordered = sorted({heading.style for heading in headings}, reverse=True)
    return {style: rank for rank, style in enumerate(ordered)}
