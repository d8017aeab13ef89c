"""Finds what is printed around the text of every page: running headers, footers, page numbers."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.french import fold
from ingest.pdf import PdfPage
from ingest.segments import Segment

_MARGIN = 0.13  # share of the page's height in which headers and footers stand
_SAME_HEIGHT = 4.0  # points
_NUMBER = re.compile(r"\d+")
_FACING_PAGES = 2  # left and right pages may have headers of their own
_SHARE_OF_LABELS = 0.6


@dataclass(frozen=True, slots=True)
class Furniture:
    """The segments to leave out, and the page numbers they print where these are not the PDF's."""

    segments: frozenset[Segment]
    labels: dict[int, str]


def find_furniture(pages: Sequence[PdfPage], segments: Sequence[Sequence[Segment]]) -> Furniture:
    """Return what repeats in the margins of the pages, once digits are ignored.

    ``segments[i]`` are the segments of ``pages[i]``. A text must stand at the same height on three
    pages that follow one another, facing pages apart (on two in a file of two or three pages).
    """
    places: defaultdict[tuple[str, int], list[list[Segment]]] = defaultdict(list)
    for page, parts in zip(pages, segments, strict=True):
        for line in _margin_lines(page, parts):
            places[_pattern(line), round(line[0].y / _SAME_HEIGHT)].append(line)
    needed = 2 if len(pages) <= 3 else 3
    found = [line for lines in _repeated(places, needed) for line in lines]
    return Furniture(
        frozenset(segment for line in found for segment in line),
        _printed_numbers(found, len(pages)),
    )


def _margin_lines(page: PdfPage, segments: Sequence[Segment]) -> list[list[Segment]]:
    lines: defaultdict[int, list[Segment]] = defaultdict(list)
    for segment in segments:
        if not _MARGIN * page.height < segment.y < (1 - _MARGIN) * page.height:
            lines[round(segment.y)].append(segment)
    return [sorted(line, key=lambda s: s.x0) for line in lines.values()]


def _pattern(line: Sequence[Segment]) -> str:
    return _NUMBER.sub("#", fold(_text(line)))


def _text(line: Sequence[Segment]) -> str:
    return " ".join(segment.text for segment in line)


def _repeated(
    places: dict[tuple[str, int], list[list[Segment]]], needed: int
) -> list[list[list[Segment]]]:
    """Return the groups of lines that repeat, their numbers following those of the pages."""
    groups: list[list[list[Segment]]] = []
    for (pattern, height), lines in places.items():
        near = lines + places.get((pattern, height + 1), []) + places.get((pattern, height - 1), [])
        if _longest_chain({line[0].page for line in near}) >= needed and (
            "#" not in pattern or _follows_pages(lines)
        ):
            groups.append(lines)
    return groups


def _longest_chain(pages: Iterable[int]) -> int:
    """Return how many of ``pages`` follow one another at most two pages apart."""
    longest = length = 0
    previous = None
    for page in sorted(pages):
        length = length + 1 if previous is not None and page - previous <= _FACING_PAGES else 1
        longest, previous = max(longest, length), page
    return longest


def _follows_pages(lines: Sequence[Sequence[Segment]]) -> bool:
    return bool(_offset(lines, len(lines)))


def _offset(lines: Sequence[Sequence[Segment]], pages: int) -> Counter[int]:
    """Count (printed number − page) over lines; keep the differences most lines agree on."""
    offsets = Counter(
        offset
        for line in lines
        for offset in {int(n) - line[0].page for n in _NUMBER.findall(_text(line)) if len(n) < 5}
    )
    return Counter({o: n for o, n in offsets.items() if n >= max(2, _SHARE_OF_LABELS * pages)})


def _printed_numbers(lines: Sequence[Sequence[Segment]], pages: int) -> dict[int, str]:
    best = _offset(lines, pages).most_common(1)
    if not best or best[0][0] == 0:
        return {}
    offset = best[0][0]
    return {
        line[0].page: str(line[0].page + offset)
        for line in lines
        if str(line[0].page + offset) in _NUMBER.findall(_text(line))
    }
