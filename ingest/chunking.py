"""Cuts a document into passages: whole sentences of one section, starting on one page."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from ingest.chunk import Chunk
from ingest.document import Document, Unit

# Characters; chosen by measurement (tests/bench/RESULTS.md).
LARGEST = 1500


def cut(study: str, document: Document, largest: int = LARGEST) -> list[Chunk]:
    """Return the passages of a document in reading order.

    ``largest`` is the size aimed at, in characters: only a longer single sentence exceeds it. The
    heading of a section opens its first passage when it is printed on the same page.
    """
    labels = {page.number: page.label for page in document.pages}
    seen: Counter[str] = Counter()
    chunks: list[Chunk] = []
    for group in _groups(document.units):
        for units in _parts(group, largest):
            text = _text(units)
            first, section = units[0], units[-1].section
            digest = _digest(study, first.page, section, text)
            seen[digest] += 1
            identity = f"{digest[:24]}-{seen[digest]}"
            label = labels.get(first.page)
            end = units[-1].start + len(units[-1].text)
            chunks.append(
                Chunk(identity, study, first.page, label, section, text, first.start, end)
            )
    return chunks


def _groups(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    """Group the units of one section and page, under the headings that open it on that page.

    A heading without any text is a group of its own.
    """
    headings: list[Unit] = []
    for _, run in groupby(units, key=lambda unit: (unit.section, unit.page)):
        group = list(run)
        if all(unit.is_heading for unit in group):
            headings.extend(group)
            continue
        above = [heading for heading in headings if _is_above(heading, group[0])]
        yield from ([heading] for heading in headings if heading not in above)
        headings = []
        yield [*(heading for heading in above if heading.page == group[0].page), *group]
    yield from ([heading] for heading in headings)


def _is_above(heading: Unit, unit: Unit) -> bool:
    return unit.section[: len(heading.section)] == heading.section


def _parts(group: Sequence[Unit], largest: int) -> Iterator[list[Unit]]:
    """Cut a group into parts of about equal size, none over ``largest`` where sentences allow."""
    total = sum(len(unit.text) + 1 for unit in group)
    aim = total / -(-total // largest)
    part: list[Unit] = []
    size = 0
    for unit in group:
        if part and (size + len(unit.text) > largest or size >= aim):
            closed, part = _closed(part)
            yield closed
            size = sum(len(kept.text) + 1 for kept in part)
        part.append(unit)
        size += len(unit.text) + 1
    if part:
        yield part


def _closed(part: list[Unit]) -> tuple[list[Unit], list[Unit]]:
    """Close a part, passing on to the next what announces it: headings, and a last « … : »."""
    end = len(part)
    while end > 1 and (part[end - 1].is_heading or part[end - 1].text.endswith(":")):
        end -= 1
    if end == 1 and part[0].is_heading:
        end = len(part)
    return part[:end], part[end:]


def _text(units: Sequence[Unit]) -> str:
    text = units[0].text
    for before, unit in pairwise(units):
        text += (" " if before.paragraph == unit.paragraph else "\n") + unit.text
    return text


def _digest(study: str, page: int, section: Sequence[str], text: str) -> str:
    content = "\x1f".join((study, str(page), *section, "\x1e", text))
    return hashlib.sha256(content.encode()).hexdigest()
