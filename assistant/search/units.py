"""What can be quoted of a passage: a sentence, a list and its announcement, an opening."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.chunk import Chunk
from ingest.french import fold
from ingest.sentences import split_sentences

_LEADERS = re.compile(r"\.{4,}")
_LEANING = re.compile(
    r"^(?:il|elle|ils|elles|cela|ceci|ce|cette|ces|celui|celle|ceux|en effet|ainsi|de plus|en outre"
    r"|par exemple|toutefois|cependant|mais|or|donc|enfin|c'est|de fait|pour autant)\b"
)
_LONGEST_LIST = 120
_LONGEST_LEAD = 45
_OPENING = 45


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines of a passage that make sense quoted alone, verbatim, with their place in it.

    ``announced`` is the heading that the lines stand right under: it says what they are about,
    and is not quoted.
    """

    chunk: Chunk
    lines: tuple[str, ...]
    position: int
    announced: str = ""

    @property
    def text(self) -> str:
        """The lines in one."""
        return " ".join(self.lines)

    @property
    def is_list(self) -> bool:
        """Whether it is an announcement and its items, or items under their heading."""
        return len(self.lines) > 1


def units(chunk: Chunk) -> Iterator[Unit]:
    """Yield what can be quoted of a passage, in order.

    A sentence that leans on the one before (« Elle… », « Cela… ») comes with it. Headings and
    lines of a table of contents are no units.
    """
    headings = {fold(heading) for heading in chunk.section}
    lines = chunk.text.split("\n")
    body = [line for line in lines if fold(line) not in headings and not _LEADERS.search(line)]
    own = [text for line in body for text in _sentences(line)]
    if own and fold(lines[0]) in headings:
        yield Unit(chunk, _opening(own), 0, announced=chunk.section[-1])
    for position, text in enumerate(own):
        before = own[position - 1] if position else ""
        leans = before and len(before.split()) <= _LONGEST_LEAD and _LEANING.match(fold(text))
        if text.endswith(":"):
            yield Unit(chunk, _with_items(own[position:]), position)
        else:
            yield Unit(chunk, (f"{before} {text}" if leans else text,), position)


def _sentences(line: str) -> list[str]:
    return [" ".join(line[start:end].split()) for start, end in split_sentences(line)]


def _opening(texts: list[str]) -> tuple[str, ...]:
    """The list under a heading, or the first sentences of its text."""
    if texts[0].endswith(":"):
        return _with_items(texts)
    if not texts[0].endswith("."):
        return _within(texts, _LONGEST_LIST)
    return (" ".join(_within(texts, _OPENING)),)


def _with_items(texts: list[str]) -> tuple[str, ...]:
    """An announcement and the items after it, as far as a quotation may go."""
    end = next((i for i, t in enumerate(texts[1:], 1) if t.endswith(":")), len(texts))
    return _within(texts[:end], _LONGEST_LIST)


def _within(texts: list[str], words: int) -> tuple[str, ...]:
    kept: list[str] = []
    for text in texts:
        words -= len(text.split())
        if kept and words < 0:
            break
        kept.append(text)
    return tuple(kept)
