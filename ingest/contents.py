"""Reads the printed table of contents: which blocks it takes, and the level of each title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.blocks import Block, BlockKind, is_contents_title
from ingest.french import fold
from ingest.numbering import heading_number, without_number
from prompts.wording import sentence

_DOTTED = re.compile(r"^(?P<title>.*?\S)\s*(?:\.{2,}|_{3,}|(?:\s\.){2,})[\s._]*(?P<page>\d{1,4})$")
_LEADERS = re.compile(r"[\s._…]+$")
_FEWEST_ENTRIES = 4
_WIDEST_HOLE = 2  # blocks between two entries: a wrapped title, a stray line
_INDENT_STEP = 4.0  # points
_ROLE = "–"


@dataclass(frozen=True, slots=True)
class Contents:
    """A printed table of contents: positions of its blocks, and (key, level) of its titles.

    ``path`` is the section of its own text: its printed title, or ours when it has none.
    """

    blocks: frozenset[int]
    titles: tuple[tuple[str, int], ...]
    path: tuple[str, ...]

    def levels_of(self, headings: Sequence[str]) -> list[int | None]:
        """Return the level (from 1) of each heading that the contents list, None for the others.

        Headings and titles are matched in order, as many as possible, so that a title listed once
        (« Conclusion ») is given to the right one of several headings that read the same.
        """
        keys = [title_key(heading) for heading in headings]
        levels: list[int | None] = [None] * len(keys)
        for heading, title in _longest_match(keys, [key for key, _ in self.titles]):
            levels[heading] = self.titles[title][1]
        return levels


@dataclass(frozen=True, slots=True)
class _Entry:
    position: int
    title: str
    page: int
    style: tuple[float, bool, int]


def read_contents(blocks: Sequence[Block]) -> Contents:
    """Find the table of contents among ``blocks``; empty when there is none."""
    entries = [entry for i, block in enumerate(blocks) if (entry := _entry(i, block))]
    runs = [run for run in _runs(entries) if _is_contents(run)]
    positions = {p for run in runs for p in range(run[0].position, run[-1].position + 1)}
    named = [i for i, block in enumerate(blocks) if positions and is_contents_title(block.text)]
    path = (blocks[named[0]].text if named else sentence("ingest.contents"),)
    titles = _titles([entry for run in runs for entry in run])
    return Contents(frozenset(positions | set(named)), titles, path)


def title_key(text: str) -> str:
    """Return a title without its number, accents, case, spaces or punctuation.

    A dash between words stays, as the mark of what follows a name.
    """
    parts = re.split(r" [-–—] ", fold(without_number(text)))
    return _ROLE.join(re.sub(r"[^a-z0-9]", "", part) for part in parts)


def _entry(position: int, block: Block) -> _Entry | None:
    first = block.first
    style = (first.size, first.bold, round(first.x0 / _INDENT_STEP))
    if block.kind is BlockKind.ROW:
        *title, page = first.cells
        if len(title) in {1, 2} and page.isdigit() and len(page) < 5:
            return _Entry(position, _LEADERS.sub("", " ".join(title)), int(page), style)
        return None
    if match := _DOTTED.match(block.text):
        return _Entry(position, _LEADERS.sub("", match["title"]), int(match["page"]), style)
    return None


def _runs(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    runs: list[list[_Entry]] = []
    for entry in entries:
        if runs and entry.position - runs[-1][-1].position <= 1 + _WIDEST_HOLE:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return runs


def _is_contents(run: Sequence[_Entry]) -> bool:
    """Say whether a run of titles with numbers reads as contents: the pages only grow."""
    pages = [entry.page for entry in run]
    return (
        len(run) >= _FEWEST_ENTRIES
        and pages == sorted(pages)
        and sum(any(map(str.isalpha, entry.title)) for entry in run) > 0.8 * len(run)
    )


def _titles(entries: Sequence[_Entry]) -> tuple[tuple[str, int], ...]:
    """Give each title its level: the depth of its number, else the rank of its style."""
    styles: list[tuple[float, bool, int]] = []
    titles: list[tuple[str, int]] = []
    for entry in entries:
        number = heading_number(entry.title)
        if entry.style not in styles:
            styles.append(entry.style)
        level = styles.index(entry.style) + 1
        if number and not number.lettered:
            level = number.depth
        titles.append((title_key(entry.title), level))
    return tuple(titles)


def _longest_match(keys: Sequence[str], titles: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest common subsequence of two lists of keys, as pairs of positions."""
    width = len(titles)
    best = [[0] * (width + 1) for _ in range(len(keys) + 1)]
    for i in reversed(range(len(keys))):
        for j in reversed(range(width)):
            best[i][j] = (
                best[i + 1][j + 1] + 1
                if _same(keys[i], titles[j])
                else max(best[i + 1][j], best[i][j + 1])
            )
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(keys) and j < width:
        if _same(keys[i], titles[j]):
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _same(heading: str, title: str) -> bool:
    """Say whether a heading is a listed title, or the name that starts it (« name – role »)."""
    return bool(heading) and heading in {title, title.partition(_ROLE)[0]}
