"""Reads a PDF file: text runs with their place and style, bookmarks, page labels, title.

The only module that talks to pypdf.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pypdf import PageObject, PasswordType, PdfReader
from pypdf.errors import DependencyError, EmptyFileError, FileNotDecryptedError
from pypdf.generic import Destination

from ingest.runs import Matrix, Run, RunCollector, StyleCache
from prompts.errors import VigieError

# pypdf reports every oddity of a file; what matters to the user is said in our own verdict.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_T = TypeVar("_T")

_MAGIC = b"%PDF-"
_MAGIC_WINDOW = 1024  # readers accept some bytes of rubbish before the header


@dataclass(frozen=True, slots=True)
class PdfPage:
    """One page: its number from 1, its label if the file gives one, its size and its runs."""

    number: int
    label: str | None
    width: float
    height: float
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline stored in the file; ``depth`` from 1, ``page`` from 1."""

    title: str
    depth: int
    page: int


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a PDF file says, before any interpretation; ``unreadable`` pages are numbers from 1."""

    title: str | None
    pages: tuple[PdfPage, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    unreadable: tuple[int, ...] = field(default=())


def read_pdf(path: Path, on_page: Callable[[int, int], None] | None = None) -> PdfText:
    """Read a whole file; ``on_page`` is told (pages read, pages) after each page.

    Raises:
        VigieError: the file is missing, empty, not a PDF, locked by a password, or broken.
    """
    _check_header(path)
    with path.open("rb") as stream:
        reader = _guarded(path, lambda: _open(path, stream))
        count = _guarded(path, lambda: len(reader.pages))
        labels = _labels(reader, count)
        pages: list[PdfPage] = []
        unreadable: list[int] = []
        styles = StyleCache()
        for number in range(1, count + 1):
            page = _read_page(reader, number, labels[number - 1], styles)
            pages.append(page or PdfPage(number, labels[number - 1], 0.0, 0.0, ()))
            if page is None:
                unreadable.append(number)
            if on_page is not None:
                on_page(number, count)
        return PdfText(_title(reader), tuple(pages), _bookmarks(reader), tuple(unreadable))


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as stream:
            head = stream.read(_MAGIC_WINDOW)
    except OSError as error:
        raise VigieError("ingest.unreadable_file", file=path.name) from error
    if not head:
        raise VigieError("ingest.empty_file", file=path.name)
    if _MAGIC not in head:
        raise VigieError("ingest.not_a_pdf", file=path.name)


def _open(path: Path, stream: Any) -> PdfReader:
    reader = PdfReader(stream)
    if reader.is_encrypted and reader.decrypt("") == PasswordType.NOT_DECRYPTED:
        raise VigieError("ingest.locked_pdf", file=path.name)
    return reader


def _guarded(path: Path, action: Callable[[], _T]) -> _T:
    """Run ``action``; whatever a damaged file makes pypdf raise becomes one clear error."""
    try:
        return action()
    except VigieError:
        raise
    except EmptyFileError as error:
        raise VigieError("ingest.empty_file", file=path.name) from error
    except (FileNotDecryptedError, DependencyError) as error:
        raise VigieError("ingest.locked_pdf", file=path.name) from error
    except Exception as error:  # the reader raises anything at all on a hostile file
        raise VigieError("ingest.broken_pdf", file=path.name) from error


def _read_page(
    reader: PdfReader, number: int, label: str | None, styles: StyleCache
) -> PdfPage | None:
    try:
        page = reader.pages[number - 1]
        to_page, width, height = _to_page(page)
        collector = RunCollector(to_page, styles)
        page.extract_text(
            visitor_operand_before=collector.before_operation, visitor_text=collector.text
        )
    except Exception:  # noqa: BLE001 -- one page that pypdf cannot read must not lose the others
        return None
    return PdfPage(number, label, width, height, (*collector.runs, *collector.sideways))


def _to_page(page: PageObject) -> tuple[Matrix, float, float]:
    """Return the map from user space to the page as seen, and the seen width and height."""
    box = page.cropbox
    left, bottom, right, top = (float(edge) for edge in (box.left, box.bottom, box.right, box.top))
    match page.rotation % 360:
        case 90:
            return (0.0, 1.0, 1.0, 0.0, -bottom, -left), top - bottom, right - left
        case 180:
            return (-1.0, 0.0, 0.0, 1.0, right, -bottom), right - left, top - bottom
        case 270:
            return (0.0, -1.0, -1.0, 0.0, top, right), top - bottom, right - left
        case _:
            return (1.0, 0.0, 0.0, -1.0, -left, top), right - left, top - bottom


def _labels(reader: PdfReader, count: int) -> list[str | None]:
    """Return the label of each page where it differs from its number."""
    try:
        labels = reader.page_labels
    except Exception:  # noqa: BLE001 -- broken labels are no reason to lose the text
        labels = []
    padded = [*labels, *([""] * count)][:count]
    return [
        label if label and label != str(number) else None
        for number, label in enumerate(padded, start=1)
    ]


def _title(reader: PdfReader) -> str | None:
    try:
        title = reader.metadata.title if reader.metadata else None
    except Exception:  # noqa: BLE001 -- broken metadata are no reason to lose the text
        return None
    return str(title).strip() or None if title else None


def _bookmarks(reader: PdfReader) -> tuple[Bookmark, ...]:
    try:
        return tuple(_walk(reader, reader.outline, 1))
    except Exception:  # noqa: BLE001 -- a broken outline is replaced by the headings found
        return ()


def _walk(reader: PdfReader, entries: list[Any], depth: int) -> Iterator[Bookmark]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _walk(reader, entry, depth + 1)
        elif isinstance(entry, Destination) and entry.title:
            page = reader.get_destination_page_number(entry)
            if page is not None and page >= 0:
                yield Bookmark(str(entry.title).strip(), depth, page + 1)
