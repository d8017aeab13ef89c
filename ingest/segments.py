"""Joins the runs of a page into segments: stretches of one printed line without a column gap."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.glyphs import clean_characters
from ingest.runs import Run

# All in units of the font size. A gap wider than a column gap starts another segment; one wider
# than a word gap is a space the reader did not give.
COLUMN_GAP = 0.9
_WORD_GAP = 0.18
_BASELINE = 0.55
_SMALLER = 0.9
_NOTE_MARK = re.compile(r"\s*[(\[]?\d{1,3}[)\]]?\s*")
_UNITS = ("m", "cm", "km", "dm", "mm")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one line on one page; points from the top left, ``y`` is the baseline.

    ``size``, ``family`` and the weights are those of most of its letters. ``note`` says that it
    starts with a raised number, as footnotes do.
    """

    text: str
    page: int
    x0: float
    x1: float
    y: float
    size: float
    family: str
    bold: bool
    italic: bool
    note: bool = False


def segments_of(page: int, runs: Iterable[Run]) -> list[Segment]:
    """Return the segments of one page in the order in which the file draws them."""
    groups: list[list[Run]] = []
    for run in runs:
        if groups and _continues(groups[-1], run):
            groups[-1].append(run)
        else:
            groups.append([run])
    segments = (_segment(page, group) for group in groups)
    return [segment for segment in segments if segment.text]


def _continues(group: list[Run], run: Run) -> bool:
    last = group[-1]
    size = max(last.size, run.size)
    same_line = abs(run.y - group[0].y) < _BASELINE * max(size, group[0].size)
    gap = run.x0 - last.x1
    return same_line and -0.5 * size < gap < COLUMN_GAP * size


def _segment(page: int, group: list[Run]) -> Segment:
    main = _dominant(group)
    text = ""
    for position, run in enumerate(group):
        piece = "" if _is_note_mark(group, position, main, text) else run.text
        previous = group[position - 1] if position else None
        if previous and run.x0 - previous.x1 > _WORD_GAP * run.size:
            text += " "
        text += piece
    first = group[0]
    return Segment(
        text=re.sub(r"\s+", " ", clean_characters(text)).strip(),
        page=page, x0=first.x0, x1=max(run.x1 for run in group), y=main.y,
        size=round(main.size, 1), family=main.family, bold=_mostly(group, bold=True),
        italic=_mostly(group, bold=False), note=len(group) > 1 and _is_raised(first, main),
    )  # fmt: skip


def _dominant(group: list[Run]) -> Run:
    return max(group, key=lambda run: (len(run.text.strip()), run.size))


def _mostly(group: list[Run], *, bold: bool) -> bool:
    """Say whether most letters are bold (or italic); dots and digits do not count."""
    letters = [(sum(map(str.isalpha, run.text)), run) for run in group]
    styled = sum(count for count, run in letters if (run.bold if bold else run.italic))
    return styled > 0.8 * sum(count for count, _ in letters)


def _is_raised(run: Run, main: Run) -> bool:
    return (
        run.size < _SMALLER * main.size
        and run.y < main.y - 0.1 * main.size
        and bool(_NOTE_MARK.fullmatch(run.text))
    )


def _is_note_mark(group: list[Run], position: int, main: Run, before: str) -> bool:
    """Say whether a run is the mark of a footnote inside a line, not an exponent (« m² »)."""
    if position == 0 or not _is_raised(group[position], main):
        return False
    words = before.split()
    return not (words and words[-1].lower() in _UNITS)
