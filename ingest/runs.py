"""Pieces of text with their place on the page, collected while the PDF reader walks over it."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ingest.fontwidth import FontWidths

Matrix = tuple[float, float, float, float, float, float]
_BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
_ITALIC_NAMES = ("italic", "oblique")
_SUBSET_TAG = re.compile(r"^[A-Z]{6}\+")
_FORCE_BOLD = 1 << 18  # PDF 32000-1, table 123: font flags
_HALF_TURN_TOLERANCE = 0.05  # radians off the horizontal that still read as one line


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one font; points, origin at the top left of the page as it is seen.

    ``y`` is the baseline, ``size`` the font size as printed, ``family`` the font's name in lower
    case without its style.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    family: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class _Style:
    widths: FontWidths
    family: str
    bold: bool
    italic: bool


class StyleCache:
    """The styles of the fonts of one document, each font dictionary read once."""

    def __init__(self) -> None:
        # The font is kept beside its style so that its identity is not given to another one.
        self._known: dict[int, tuple[object, _Style]] = {}

    def of(self, font: Mapping[str, Any] | None) -> _Style:
        """Return the style of a font dictionary, or a plain one when the font is missing."""
        if id(font) not in self._known:
            self._known[id(font)] = (font, _style_of(font))
        return self._known[id(font)][1]


class RunCollector:
    """Turns the visitor calls of the PDF reader into :class:`Run` values, in stream order.

    ``to_page`` maps PDF user space to the page as seen (top left origin). Text that is not
    horizontal on the seen page (margin stamps, axis titles) comes last, in ``sideways``.
    """

    def __init__(self, to_page: Matrix, styles: StyleCache) -> None:
        self.runs: list[Run] = []
        self.sideways: list[Run] = []
        self._to_page = to_page
        self._styles = styles
        self._shown: list[object] = []
        self._shown_at: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

    def before_operation(self, operator: bytes, operands: Any, cm: Any, tm: Any) -> None:
        """Remember what is shown and from where, until the reader gives the text itself."""
        if operator not in {b"Tj", b"TJ", b"'", b'"'} or not operands:
            return
        place = _product(tm, cm)
        if place[4:] != self._shown_at[4:]:
            self._shown = []
            self._shown_at = place
        self._shown.append(operands[-1])

    def text(self, text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        """Take one piece of text that started at ``tm`` × ``cm``."""
        cleaned = text.strip("\n")
        if cleaned.strip():
            self._add(cleaned, _product(tm, cm), self._styles.of(font), float(size))
        if text:
            self._shown = []

    def _add(self, text: str, start: Matrix, style: _Style, size: float) -> None:
        width = style.widths.advance(self._shown) * size * math.hypot(start[0], start[1])
        begin = _product(start, self._to_page)
        end = _product(self._shown_at, self._to_page) if self._shown else begin
        direction = math.atan2(begin[1], begin[0])
        printed_size = abs(size) * math.hypot(begin[2], begin[3])
        run = Run(
            text, begin[4], max(end[4] + width, begin[4]), begin[5], printed_size,
            style.family, style.bold, style.italic,
        )  # fmt: skip
        horizontal = abs(direction) < _HALF_TURN_TOLERANCE
        (self.runs if horizontal else self.sideways).append(run)


def _style_of(font: Mapping[str, Any] | None) -> _Style:
    if font is None:
        return _Style(FontWidths(None), "", bold=False, italic=False)
    name = _SUBSET_TAG.sub("", str(font.get("/BaseFont", "")).lstrip("/")).lower()
    descriptor: Any = font.get("/FontDescriptor")
    if hasattr(descriptor, "get_object"):
        descriptor = descriptor.get_object()
    flags = descriptor.get("/Flags", 0) if isinstance(descriptor, Mapping) else 0
    forced = isinstance(flags, int) and bool(flags & _FORCE_BOLD)
    return _Style(
        FontWidths(font),
        re.split(r"[-,]", name)[0],
        bold=forced or any(part in name for part in _BOLD_NAMES),
        italic=any(part in name for part in _ITALIC_NAMES),
    )


def _product(m: Any, n: Any) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
