"""Tells headings from text: by bookmark, by size and weight, by number, by the contents."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block, BlockKind, ends_open
from ingest.contents import Contents, title_key
from ingest.numbering import HeadingNumber, heading_number
from ingest.pdf import Bookmark

_LARGER = 1.08  # times the size of the running text
_SMALLER = 0.95
_LONGEST_LARGE = 60  # words
_LONGEST_BOLD = 20
_LONGEST_NUMBERED = 30
_FEWEST_PLAIN_NUMBERED = 3
_NOT_A_TITLE = re.compile(r"[;,]$|^[\d\W]+$")
_LONE_QUESTION = re.compile(r"^[^.!?…:]*\?$")
_FEWEST_QUESTIONS = 5
_SENTENCE_END = re.compile(r"\.$")

Style = tuple[float, bool, bool]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: the position of its block, its number, its looks, and its level when known."""

    position: int
    text: str
    number: HeadingNumber | None
    style: Style
    level: int | None


class HeadingFinder:
    """Finds the headings of one document."""

    def __init__(
        self, blocks: Sequence[Block], contents: Contents, bookmarks: Iterable[Bookmark] = ()
    ) -> None:
        self._blocks = blocks
        self._contents = contents
        self._body = _body_style(blocks)
        self._bookmarks: defaultdict[str, dict[int, int]] = defaultdict(dict)
        for bookmark in bookmarks:
            self._bookmarks[title_key(bookmark.title)][bookmark.page] = bookmark.depth

    def headings(self) -> list[Heading]:
        """Return the headings in reading order."""
        emphasised = {i for i in range(len(self._blocks)) if self._stands_out(i)}
        questions = self._questions(emphasised)
        positions = sorted(emphasised | self._plain_numbered(emphasised) | questions)
        listed = self._contents.levels_of([self._blocks[i].text for i in positions])
        headings = [self._heading(i, level) for i, level in zip(positions, listed, strict=True)]
        # Questions of one list are of one level, even where some are printed larger.
        plain = (self._body[0], False, False)
        return [
            replace(h, style=plain) if questions and _LONE_QUESTION.match(h.text) else h
            for h in headings
        ]

    def _heading(self, position: int, listed: int | None) -> Heading:
        block = self._blocks[position]
        level = self._bookmark_level(block) or listed
        number = heading_number(block.text)
        return Heading(position, block.text, number, self._style(block), level)

    def _style(self, block: Block) -> Style:
        in_own_face = block.first.family != self._body[1]
        return (round(block.first.size, 1), _all_bold(block), in_own_face)

    def _stands_out(self, position: int) -> bool:
        block = self._blocks[position]
        if not self._may_be_title(position):
            return False
        if self._bookmark_level(block):
            return True
        words = len(block.text.split())
        size, family = self._body
        if block.first.size > _LARGER * size:
            return words <= (_LONGEST_LARGE if not _SENTENCE_END.search(block.text) else 25)
        bold = _all_bold(block) and block.first.size >= _SMALLER * size
        if bold and words <= _LONGEST_BOLD and not _SENTENCE_END.search(block.text):
            return True
        return bold and block.first.family != family and words <= _LONGEST_LARGE

    def _may_be_title(self, position: int) -> bool:
        block = self._blocks[position]
        return (
            block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
            and not block.continues
            and position not in self._contents.blocks
            and not _NOT_A_TITLE.search(block.text)
        )

    def _bookmark_level(self, block: Block) -> int | None:
        pages = self._bookmarks.get(title_key(block.text))
        return pages.get(block.page) if pages else None

    def _plain_numbered(self, emphasised: set[int]) -> set[int]:
        """Return headings that only their number sets off from the text around them."""
        numbered = {
            i: number
            for i in range(len(self._blocks))
            if i not in emphasised and (number := self._plain_number(i))
        }
        deep = [i for i, number in numbered.items() if number.depth > 1]
        if len(deep) < _FEWEST_PLAIN_NUMBERED:
            return set()
        chosen = set(deep) | self._chapters(numbered, deep)
        return chosen | {i for i, number in numbered.items() if self._opens_text(i, number)}

    def _plain_number(self, position: int) -> HeadingNumber | None:
        block = self._blocks[position]
        number = heading_number(block.text)
        short = len(block.text.split()) <= _LONGEST_NUMBERED
        if not number or not short or not self._may_be_title(position):
            return None
        # A lettered title may end like a sentence: what follows it tells it from a list.
        ends = (";", ",", ":") if number.lettered else (".", ";", ",", ":")
        return None if block.text.endswith(ends) or ends_open(block.text) else number

    def _questions(self, emphasised: set[int]) -> set[int]:
        """Return the questions of a list of frequent questions: alone, each before its answer."""
        blocks = range(len(self._blocks))
        alone = [i not in emphasised and self._is_lone_question(i) for i in blocks]
        answered = {i for i in range(len(alone) - 1) if alone[i] and not alone[i + 1]}
        return answered if len(answered) >= _FEWEST_QUESTIONS else set()

    def _is_lone_question(self, position: int) -> bool:
        text = self._blocks[position].text
        return (
            self._blocks[position].kind is BlockKind.PARAGRAPH
            and self._may_be_title(position)
            and bool(_LONE_QUESTION.match(text))
            and len(text.split()) <= _LONGEST_NUMBERED
        )

    def _chapters(self, numbered: dict[int, HeadingNumber], deep: Sequence[int]) -> set[int]:
        """Return, for each chapter whose sections are numbered « N.1 », the title « N. » before."""
        chapters: set[int] = set()
        for position in deep:
            chapter = numbered[position].path[:1]
            before = [
                i
                for i, number in numbered.items()
                if i < position and number.path == chapter and not number.lettered
            ]
            known = any(numbered[i].path == chapter for i in chapters)
            if before and not known:
                chapters.add(min(before, key=lambda i: len(self._blocks[i].text.split())))
        return chapters

    def _opens_text(self, position: int, number: HeadingNumber) -> bool:
        """Say whether a lettered line is a title: running text follows it, not the next letter."""
        following = self._blocks[position + 1 : position + 2]
        return number.lettered and any(b.kind is BlockKind.PARAGRAPH for b in following)


def _body_style(blocks: Iterable[Block]) -> tuple[float, str]:
    """Return the size and family in which most of the running text is set."""
    letters: Counter[tuple[float, str]] = Counter()
    for block in blocks:
        if block.kind is not BlockKind.ROW:
            for line in block.lines:
                letters[line.size, line.family] += len(line.text)
    return letters.most_common(1)[0][0] if letters else (0.0, "")


def _all_bold(block: Block) -> bool:
    return all(line.bold for line in block.lines)
