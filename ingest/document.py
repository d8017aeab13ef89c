"""Reads one study from its PDF: clean pages, sentences with their section, warnings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.blocks import Block, BlockKind, blocks_of
from ingest.french import fold
from ingest.furniture import find_furniture
from ingest.glyphs import is_dirty
from ingest.hyphens import SOFT_HYPHEN, Joiner
from ingest.lines import lines_of
from ingest.outline import Anchor, Outline, build_outline
from ingest.pdf import PdfText, read_pdf
from ingest.segments import segments_of
from ingest.sentences import split_sentences
from prompts.errors import VigieError

_FEWEST_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, a heading, a list item or a table row: what is never cut.

    ``page`` is where it starts and ``start`` its place in the cleaned text of that page.
    ``paragraph`` tells units of one paragraph from the next.
    """

    text: str
    page: int
    start: int
    section: tuple[str, ...]
    paragraph: int
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The cleaned text of one page, and the page number printed on it when it differs."""

    number: int
    label: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A study as read: ``warnings`` are keys of the wording of ``ingest`` with their fields."""

    title: str | None
    pages: tuple[Page, ...]
    units: tuple[Unit, ...]
    warnings: tuple[tuple[str, dict[str, str]], ...]

    def opening(self, pages: int = 3) -> str:
        """Return the text of the first pages, by which a known study is recognised."""
        return "\n".join(page.text for page in self.pages[:pages])


def read_document(
    path: Path,
    anchors: Callable[[str], Sequence[Anchor]] = lambda _: (),
    on_page: Callable[[int, int], None] | None = None,
) -> Document:
    """Read a PDF; ``anchors`` gives the unprinted headings of the study its opening reveals.

    Raises:
        VigieError: the file cannot be read as a PDF, or holds no text.
    """
    pdf = read_pdf(path, on_page)
    segments = [segments_of(page.number, page.runs) for page in pdf.pages]
    furniture = find_furniture(pdf.pages, segments)
    body = [[part for part in page if part not in furniture.segments] for page in segments]
    if sum(len(part.text) for page in body for part in page) < _FEWEST_LETTERS:
        raise VigieError("ingest.no_text", file=path.name)
    joiner = Joiner(part.text for page in body for part in page)
    blocks = blocks_of([lines_of(page, joiner) for page in body], joiner)
    texts, starts = _page_texts(blocks)
    labels = {page.number: page.label for page in pdf.pages} | furniture.labels
    pages = tuple(Page(p.number, labels[p.number], texts.get(p.number, "")) for p in pdf.pages)
    opening = "\n".join(page.text for page in pages[:3])
    outline = build_outline(blocks, pdf.bookmarks, anchors(opening))
    units = tuple(_units(blocks, starts, outline, joiner))
    return Document(_title(pdf, blocks, outline), pages, units, _warnings(pdf, pages, outline))


def _page_texts(blocks: Iterable[Block]) -> tuple[dict[int, str], list[int]]:
    """Return the text of each page, and the place of each block in the text of its page."""
    texts: dict[int, str] = {}
    starts: list[int] = []
    for block in blocks:
        before = texts.get(block.page)
        starts.append(0 if before is None else len(before) + 1)
        texts[block.page] = block.text if before is None else f"{before}\n{block.text}"
    return texts, starts


def _units(
    blocks: Sequence[Block], starts: Sequence[int], outline: Outline, joiner: Joiner
) -> Iterable[Unit]:
    for group in _paragraphs(blocks):
        first = group[0]
        heading = first in outline.headings
        row = blocks[first].kind is BlockKind.ROW
        whole = heading or row or first in outline.contents
        text, places = _joined(blocks, group, starts, joiner)
        spans = [(0, len(text))] if whole else split_sentences(text)
        for begin, end in spans:
            page, start = _place(places, begin)
            said = text[begin:end].removesuffix(SOFT_HYPHEN)
            yield Unit(said, page, start, outline.paths[first], first, heading)


def _paragraphs(blocks: Sequence[Block]) -> list[list[int]]:
    """Group the positions of blocks that are parts of one paragraph."""
    groups: list[list[int]] = []
    for position, block in enumerate(blocks):
        if block.continues and groups:
            groups[-1].append(position)
        else:
            groups.append([position])
    return groups


Place = tuple[int, int, int]  # where a part begins in the joined text, its page, its start there


def _joined(
    blocks: Sequence[Block], group: Sequence[int], starts: Sequence[int], joiner: Joiner
) -> tuple[str, list[Place]]:
    text = ""
    places: list[Place] = []
    for position in group:
        part = blocks[position].text
        text = joiner.join([text, part]) if text else part
        places.append((len(text) - len(part), blocks[position].page, starts[position]))
    return text, places


def _place(places: Sequence[Place], offset: int) -> tuple[int, int]:
    begin, page, start = max(place for place in places if place[0] <= offset or place is places[0])
    return page, start + offset - begin


def _title(pdf: PdfText, blocks: Sequence[Block], outline: Outline) -> str | None:
    """Return the title the file states, unless it is a file name, else the largest heading."""
    if pdf.title and not fold(pdf.title).endswith((".doc", ".docx", ".pdf", ".indd", ".ppt")):
        return pdf.title
    opening = [blocks[i] for i in sorted(outline.headings) if blocks[i].page <= 3]
    return max(opening, key=lambda block: block.first.size).text if opening else None


def _warnings(
    pdf: PdfText, pages: Sequence[Page], outline: Outline
) -> tuple[tuple[str, dict[str, str]], ...]:
    empty = [page.number for page in pages if not page.text and page.number not in pdf.unreadable]
    dirty = [page.number for page in pages if is_dirty(page.text)]
    found = {
        "ingest.pages_unreadable": _numbers(pdf.unreadable),
        "ingest.pages_without_text": _numbers(empty),
        "ingest.pages_dirty": _numbers(dirty),
    }
    warnings = [(key, {"pages": value}) for key, value in found.items() if value]
    warnings += [("ingest.heading_not_found", {"title": title}) for title in outline.missing]
    return tuple(warnings)


def _numbers(pages: Iterable[int]) -> str:
    return ", ".join(str(page) for page in pages)
