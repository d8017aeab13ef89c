"""Groups the segments of a page into lines, keeping each table row on one line."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from ingest.hyphens import Joiner
from ingest.segments import Segment

CELL_SEPARATOR = "\t"

# In units of the font size.
_SAME_BASELINE = 0.6
_LEADING = 1.4
_LOOSER = 1.15  # times a step that is taken for the same
_STACK_STEP = 2.6  # the widest step between two lines of a first cell
_CELL_STEP = 3.5  # the widest step between two paragraphs of one cell
_ROW_PADDING = 2.5
_OUTDENT = 1.5
_INDENT = 5.0
_ALIGNED = 2.0  # points
_TALLEST_FIRST_CELL = 8  # lines; beyond, the text stands in columns and is no table
_NEIGHBOURS = 3  # rows


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a whole table row; points from the top left of its page.

    ``cells`` has the texts of the columns of a table row and is empty for running text; ``text`` of
    a row is its cells with tabs between. ``y`` and ``bottom`` are its first and last baselines.
    """

    text: str
    cells: tuple[str, ...]
    page: int
    x0: float
    x1: float
    y: float
    bottom: float
    size: float
    family: str
    bold: bool
    italic: bool
    note: bool


@dataclass(slots=True)
class _Row:
    cells: list[list[Segment]] = field(default_factory=list)

    @property
    def first(self) -> Segment:
        return self.cells[0][0]

    @property
    def last(self) -> Segment:
        return self.cells[-1][-1]

    @property
    def top(self) -> float:
        return min(cell[0].y for cell in self.cells)

    @property
    def bottom(self) -> float:
        return max(cell[-1].y for cell in self.cells)

    @property
    def left(self) -> float:
        """Left edge of the last cell."""
        return min(segment.x0 for segment in self.cells[-1])

    @property
    def right(self) -> float:
        """Right edge of the last cell."""
        return max(segment.x1 for segment in self.cells[-1])


def lines_of(segments: Sequence[Segment], joiner: Joiner) -> list[Line]:
    """Return the lines of one page in reading order, the cells of a row from left to right."""
    rows: list[_Row] = []
    for segment in segments:
        _place(rows, segment)
    return [_line(rows, position, joiner) for position in range(len(rows))]


def _place(rows: list[_Row], segment: Segment) -> None:
    row = rows[-1] if rows else None
    if row is not None and _is_beside(row, segment):
        row.cells.append([segment])
    elif row is not None and _is_below_in_cell(row, segment):
        row.cells[-1].append(segment)
    elif row is not None and (count := _lines_of_first_cell(rows, segment)):
        first_cell = [part for line in rows[-count:] for part in line.cells[0]]
        del rows[-count:]
        rows.append(_Row([first_cell, [segment]]))
    else:
        rows.append(_Row([[segment]]))


def _is_beside(row: _Row, segment: Segment) -> bool:
    if segment.x0 < row.right - 0.3 * segment.size:
        return False
    tolerance = _SAME_BASELINE * max(segment.size, row.last.size)
    lowest = row.bottom + (tolerance if len(row.cells) == 1 else _ROW_PADDING * segment.size)
    return row.top - tolerance <= segment.y <= lowest


def _is_below_in_cell(row: _Row, segment: Segment) -> bool:
    step = segment.y - row.last.y
    return (
        len(row.cells) > 1
        and segment.x0 > row.left - 0.5 * segment.size
        and 0 < step < _CELL_STEP * segment.size
    )


def _lines_of_first_cell(rows: list[_Row], segment: Segment) -> int:
    """Count the last lines that are the first cell of the row that ``segment`` belongs to.

    The segment stands higher and to the right: the lines at its height and below are beside it, and
    as many above when it is centred on them.
    """
    last = rows[-1]
    tolerance = _SAME_BASELINE * segment.size
    if segment.y > last.last.y - tolerance or segment.x0 < last.right:
        return 0
    stack = _stacked(rows, segment)
    beside = sum(row.first.y >= segment.y - tolerance for row in stack)
    if not beside or beside == _TALLEST_FIRST_CELL:
        return 0
    aligned = any(abs(row.first.y - segment.y) < tolerance for row in stack)
    return beside + min(_tight_above(stack, beside), beside - aligned)


def _tight_above(stack: Sequence[_Row], beside: int) -> int:
    """Count the lines above the first ``beside`` of a stack that are set as tight as these."""
    steps = [lower.first.y - upper.first.y for lower, upper in pairwise(stack)]
    tight = _LOOSER * (min(steps[: beside - 1]) if beside > 1 else _LEADING * stack[0].first.size)
    return sum(1 for _ in takewhile(lambda step: step <= tight, steps[beside - 1 :]))


def _stacked(rows: list[_Row], segment: Segment) -> list[_Row]:
    """Return the single lines that end ``rows``, one under the other, left of ``segment``."""
    stack: list[_Row] = []
    for row in reversed(rows[-_TALLEST_FIRST_CELL:]):
        below = stack[-1] if stack else row
        if len(row.cells) > 1 or row.right > segment.x0 or (stack and not _is_above(row, below)):
            break
        stack.append(row)
    return stack


def _is_above(row: _Row, below: _Row) -> bool:
    """Say whether two lines can be of one cell: a title and its indented text, or two lines."""
    size = row.first.size
    return (
        0 < below.first.y - row.first.y < _STACK_STEP * size
        and -_OUTDENT * size < below.first.x0 - row.first.x0 < _INDENT * size
    )


def _line(rows: Sequence[_Row], position: int, joiner: Joiner) -> Line:
    row = rows[position]
    cells = tuple(joiner.join(segment.text for segment in cell) for cell in row.cells)
    is_row = _is_table_row(rows, position)
    parts = [segment for cell in row.cells for segment in cell]
    main = max(parts, key=lambda segment: len(segment.text))
    return Line(
        text=(CELL_SEPARATOR if is_row else " ").join(cells),
        cells=cells if is_row else (),
        page=row.first.page, x0=row.first.x0, x1=max(part.x1 for part in parts),
        y=row.top, bottom=row.bottom, size=main.size, family=main.family,
        bold=_all_letters(parts, bold=True), italic=_all_letters(parts, bold=False),
        note=row.first.note,
    )  # fmt: skip


def _all_letters(parts: Sequence[Segment], *, bold: bool) -> bool:
    lettered = [part for part in parts if any(map(str.isalpha, part.text))] or parts
    return all(part.bold if bold else part.italic for part in lettered)


def _is_table_row(rows: Sequence[_Row], position: int) -> bool:
    """Say whether the gaps of a line are columns: three of them, or one found in a line nearby.

    A single gap alone is a stretched line of justified text.
    """
    row = rows[position]
    if len(row.cells) != 2:
        return len(row.cells) > 2
    start = row.cells[1][0].x0
    near = [*rows[max(position - _NEIGHBOURS, 0) : position]]
    near += rows[position + 1 : position + 1 + _NEIGHBOURS]
    return any(abs(cell[0].x0 - start) < _ALIGNED for other in near for cell in other.cells[1:])
