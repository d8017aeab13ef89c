"""Rebuilds paragraphs, list items, notes and table rows from the lines of the pages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.french import fold
from ingest.hyphens import Joiner
from ingest.lines import Line
from ingest.stopwords import STOP_WORDS

# In units of the font size or of the usual step between two lines.
_PARAGRAPH_STEP = 1.3
_LEADING = 1.4  # of a font size, when there are too few lines to tell
_WIDEST_LEADING = 1.9
_FEW_LINES = 20
_INDENT = 0.8
_CHARACTER = 0.48  # a letter's mean width
_SAME_SIZE = 0.06
_SHORT_LINE = 0.55  # share of the column's width

_BULLET = re.compile(r"^(?:[•▪◦●○■□➢➤►✓✔♥❖\-–—*]|o)\s+(?=\S)")
_NUMBERED = re.compile(
    r"^(?:\d{1,2}|[a-zA-Z])[.)]\s+\S|^\(\d{1,2}\)\s+\S|^\d{1,2}(?:\.\d{1,2})+\.?\s+[^\W\d_a-z]"
    # « 01 Ecouter », « B Garantir »: the reference of an activity or of a skill in a job profile.
    r"|^\d{2}\s+[^\W\d_a-z]|^[A-Z]\s+[A-ZÉ][^\W\d_A-Z]+(?:er|ir|oir|re)\b"
)
_TERMINAL = re.compile(r"[.!?…:;][\"»)\]]*\s*$")
_ADDRESS = re.compile(r"(?:^|\s)[\w.-]+\.[a-z]{2,}(?:/\S*)?$")
_LEADER = re.compile(r"(?:\.{3,}|(?:\s\.){3,}|_{3,})\s*\d{1,4}$")  # an entry of the contents
_LONGEST_CONTENTS_TITLE = 30  # characters
_CONTENTS_TITLES = {"sommaire", "table des matieres", "plan", "contents", "table of contents"}
_LONGEST_NUMBERED_HEADING = 3  # lines


class BlockKind(StrEnum):
    """What a block is; a heading is recognised among paragraphs later, by the outline."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    NOTE = "note"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item, a note or a table row, on one page; style and place of its first line.

    ``continues`` says that the text goes on from the block before it, on the page before or
    beyond a note.
    """

    kind: BlockKind
    text: str
    lines: tuple[Line, ...]
    continues: bool = False

    @property
    def page(self) -> int:
        """Page number, from 1."""
        return self.lines[0].page

    @property
    def first(self) -> Line:
        """First line, for its place and style."""
        return self.lines[0]


def blocks_of(pages: Iterable[Sequence[Line]], joiner: Joiner) -> list[Block]:
    """Return the blocks of a document in reading order, notes after the paragraph they cut."""
    pages = list(pages)
    leadings = _leadings(line for page in pages for line in page)
    blocks: list[Block] = []
    for page in pages:
        layout = _Layout(page, leadings)
        groups: list[list[Line]] = []
        for line in page:
            if groups and not layout.breaks(groups[-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        blocks.extend(_block(group, joiner) for group in groups)
    return _rejoined(blocks)


def is_unfinished(text: str) -> bool:
    """Say whether a text stops before the end of its sentence."""
    return not _TERMINAL.search(text) and not _ADDRESS.search(text)


class _Layout:
    """The columns and steps of one page, to tell where a paragraph ends."""

    def __init__(self, lines: Sequence[Line], leadings: dict[float, float]) -> None:
        self._leadings = leadings
        self._right: defaultdict[int, float] = defaultdict(float)
        for line in lines:
            if not line.cells:
                column = round(line.x0 / 100)
                self._right[column] = max(self._right[column], line.x1)

    def breaks(self, group: Sequence[Line], line: Line) -> bool:
        """Say whether ``line`` starts a new block after ``group``."""
        last = group[-1]
        step = line.y - last.bottom
        leading = self._leadings.get(round(last.size), _LEADING * last.size)
        return (
            bool(line.cells or last.cells)
            or line.note
            or bool(_LEADER.search(last.text))
            or not 0 < step <= _PARAGRAPH_STEP * leading
            or self._style_changes(last, line)
            or is_item(line.text)
            or self._indents(group, line)
            or self._ends_early(last, line)
            or self._ends_heading(group, line)
        )

    def _style_changes(self, last: Line, line: Line) -> bool:
        if abs(last.size - line.size) > _SAME_SIZE * last.size or last.family != line.family:
            return True
        # Words in bold that fill a line do not make it a heading.
        return last.bold != line.bold and self._has_room(last, line)

    def _indents(self, group: Sequence[Line], line: Line) -> bool:
        last = group[-1]
        shift = (line.x0 - last.x0) / last.size
        if len(group) == 1 and (is_item(last.text) or last.note):
            return shift < -_INDENT
        if len(group) == 1:
            return shift > _INDENT or (shift < -_INDENT and self._has_room(last, line))
        return abs(shift) > _INDENT

    def _ends_early(self, last: Line, line: Line) -> bool:
        """Say whether the line was ended on purpose: the next word would have fitted."""
        if not self._has_room(last, line):
            return False
        if not is_unfinished(last.text):
            return True
        short = last.x1 - last.x0 < _SHORT_LINE * (self._right[round(last.x0 / 100)] - last.x0)
        return short and line.text[:1].isupper() and not ends_open(last.text)

    def _ends_heading(self, group: Sequence[Line], line: Line) -> bool:
        """Say whether a numbered title ends here although nothing in its print tells it."""
        return (
            bool(_NUMBERED.match(group[0].text))
            and len(group) <= _LONGEST_NUMBERED_HEADING
            and self._has_room(group[-1], line)
            and (line.text[:1].isupper() or line.text[:1].isdigit())
            and not ends_open(group[-1].text)
        )

    def _has_room(self, last: Line, line: Line) -> bool:
        word = line.text.split(" ", 1)[0]
        needed = (len(word) + 1) * _CHARACTER * line.size
        return last.x1 + needed < self._right[round(last.x0 / 100)]


def is_contents_title(text: str) -> bool:
    """Say whether a text is the title of a table of contents, such as « Sommaire »."""
    return len(text) <= _LONGEST_CONTENTS_TITLE and fold(text).strip(" .:") in _CONTENTS_TITLES


def is_item(text: str) -> bool:
    """Say whether a line starts with a bullet or with the number of a list item."""
    return bool(_BULLET.match(text) or _NUMBERED.match(text))


def ends_open(text: str) -> bool:
    """Say whether a text cannot end there: after an article, a link word or an opening mark."""
    tail = text.rstrip()
    last = fold(re.split(r"[\s']", tail)[-1]) if tail else ""
    unclosed = tail.count("«") > tail.count("»") or tail.count("(") > tail.count(")")
    return unclosed or last in STOP_WORDS or tail.endswith((",", "'"))


def _leadings(lines: Iterable[Line]) -> dict[float, float]:
    """Return the step between two lines of a paragraph, by font size rounded to a point.

    Lines of a paragraph stand closer than paragraphs: their step is the lower quartile.
    """
    steps: defaultdict[float, list[float]] = defaultdict(list)
    previous: Line | None = None
    for line in lines:
        if previous is not None and previous.page == line.page and previous.size == line.size:
            step = line.y - previous.bottom
            if 0 < step < 2.2 * line.size:
                steps[round(line.size)].append(step)
        previous = line
    widest = {
        size: _WIDEST_LEADING if len(n) >= _FEW_LINES else _LEADING for size, n in steps.items()
    }
    return {
        size: min(sorted(found)[len(found) // 4], widest[size] * max(size, 1))
        for size, found in steps.items()
    }


def _block(lines: Sequence[Line], joiner: Joiner) -> Block:
    text = joiner.join(line.text for line in lines)
    first = lines[0]
    if first.cells:
        kind = BlockKind.ROW
    elif first.note:
        kind = BlockKind.NOTE
    else:
        kind = BlockKind.ITEM if is_item(first.text) else BlockKind.PARAGRAPH
    return Block(kind, text, tuple(lines))


def _rejoined(blocks: Sequence[Block]) -> list[Block]:
    """Put notes after the paragraph they cut, and mark what goes on after a note or a page.

    A title of contents that fell into the middle of a sentence is moved likewise.
    """
    ordered: list[Block] = []
    notes: list[Block] = []
    for block in blocks:
        if block.kind is BlockKind.NOTE or is_contents_title(block.text):
            notes.append(block)
            continue
        if ordered and _goes_on(ordered[-1], block):
            ordered.append(Block(block.kind, block.text, block.lines, continues=True))
        else:
            ordered.extend(notes)
            notes = []
            ordered.append(block)
    return [*ordered, *notes]


def _goes_on(before: Block, block: Block) -> bool:
    parted = before.lines[-1].page != block.page or block.first.y - before.lines[-1].bottom > 0
    same_style = (
        abs(before.first.size - block.first.size) <= _SAME_SIZE * before.first.size
        and before.first.family == block.first.family
    )
    return (
        parted
        and same_style
        and before.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
        and block.kind is BlockKind.PARAGRAPH
        and is_unfinished(before.text)
        and (block.text[:1].islower() or ends_open(before.text))
    )
