"""Typst markup to a tagged PDF; the only module that uses Typst, and only when it prints."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import cast

from ingest.digests.typography import typeset
from prompts.errors import VigieError

LAYOUT = Path(__file__).with_name("layout.typ")


@dataclass(frozen=True)
class Front:
    """What a printed digest says of itself: title, running head, notice under it, author.

    ``page`` is the word before the number of a page.
    """

    title: str
    running: str
    notice: str
    author: str
    page: str


def print_pdf(body: str, front: Front) -> bytes:
    """Return ``body`` laid out by ``layout.typ`` as PDF/UA-1: the same bytes at every run.

    Only the fonts that the Typst wheel embeds are used, and no date is written.

    Raises:
        VigieError: ``digests.no_typst`` when the wheel, a development dependency, is missing;
            ``digests.not_printed`` when Typst refuses the source or warns about it.

    """
    try:
        import typst  # noqa: PLC0415  a development dependency: needed here only
    except ImportError as error:
        raise VigieError("digests.no_typst") from error
    source = LAYOUT.read_text("utf-8") + body
    try:
        compiler = typst.Compiler(source.encode(), font_paths=[], ignore_system_fonts=True)
        pdf, warnings = compiler.compile_with_warnings(
            format="pdf",
            sys_inputs={name: typeset(text) for name, text in asdict(front).items()},
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        raise VigieError("digests.not_printed", reason=error) from error
    if warnings:
        raise VigieError("digests.not_printed", reason=warnings[0])
    return cast("bytes", pdf)  # one file, whatever the number of pages
