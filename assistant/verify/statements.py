"""Cutting a block of Markdown into statements, the unit that is kept or dropped whole."""

import re
from dataclasses import dataclass

from assistant.draft import cited_keys, without_markers

_SENTENCE_END = re.compile(r"(?<=[.!?…])((?:\s?\[\[[^\]]+\]\])*)\s+(?=[A-ZÀ-ÖØ-Þ«*])")
_ITEM = re.compile(r"(?:>|- |\d{1,2}\. )")
_ABBREVIATION = re.compile(r"\b(?:M|Mme|Mlle|p|ex|cf|art|etc|n)\.$")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, list item, quotation or table row.

    ``keys`` are those that it cites or, when it cites none itself, those of its block. ``header``
    marks the lines that hold a table together and make no statement of their own.
    """

    text: str
    keys: tuple[str, ...]
    header: bool = False

    @property
    def rule(self) -> bool:
        """Whether it is the line of dashes under the head of a table."""
        return self.header and not self.text.strip("|-: ")

    @property
    def is_extract(self) -> bool:
        """Whether the whole line is a quotation (Markdown ``>``)."""
        return self.text.startswith(">")

    @property
    def extract(self) -> str:
        """What an extract quotes, without the marks of quotation, of list and of citation."""
        return without_markers(self.text).lstrip("> ").removeprefix("- ")


def statements(block: str) -> tuple[Statement, ...]:
    """Return the statements of a block, in order; joined again they give the block back."""
    inherited = cited_keys(block)
    lines = block.split("\n")
    if lines[0].startswith("|"):
        return tuple(
            Statement(line, cited_keys(line) or inherited, header=n < 2)
            for n, line in enumerate(lines)
        )
    if len(lines) > 1 or _ITEM.match(lines[0]):
        return tuple(Statement(line, cited_keys(line) or inherited) for line in lines)
    return tuple(Statement(text, cited_keys(text) or inherited) for text in _sentences(block))


def _sentences(paragraph: str) -> list[str]:
    """Split a paragraph; citation markers stay with the sentence they follow."""
    pieces: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(paragraph):
        piece = paragraph[start : match.end(1)]
        if _ABBREVIATION.search(paragraph[start : match.start()]):
            continue
        pieces.append(piece.strip())
        start = match.end()
    return [*pieces, paragraph[start:].strip()]
