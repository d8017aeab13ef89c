"""How far a shown string advances the pen, from the widths a PDF font declares.

The reader gives where a piece of text starts; where it ends tells one table cell from the next.
Works on the font dictionaries of PDF 32000-1, 9.2.4 and 9.7.4.3 as plain mappings.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

# What a glyph is taken to be wide, in thousandths of the size, when the font does not say.
_UNKNOWN_WIDTH = 500.0


class FontWidths:
    """The glyph widths of one font, in thousandths of the font size."""

    def __init__(self, font: Mapping[str, Any] | None) -> None:
        self._bytes_per_code = 1
        self._default = _UNKNOWN_WIDTH
        self._widths: dict[int, float] = {}
        if font is not None:
            self._read(font)

    def advance(self, shown: Iterable[object]) -> float:
        """Return the advance, in units of the font size, of the operands of ``Tj`` or ``TJ``."""
        total = 0.0
        for operand in shown:
            if isinstance(operand, (int, float)):
                total -= float(operand)
            elif isinstance(operand, (list, tuple)):
                total += self.advance(operand) * 1000.0
            else:
                total += sum(self._widths.get(c, self._default) for c in self._codes(operand))
        return total / 1000.0

    def _codes(self, operand: object) -> Iterable[int]:
        raw = getattr(operand, "original_bytes", operand)
        if not isinstance(raw, bytes):
            return ()
        if self._bytes_per_code == 1:
            return raw
        return (int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2))

    def _read(self, font: Mapping[str, Any]) -> None:
        descendants = _value(font, "/DescendantFonts")
        if descendants:
            self._bytes_per_code = 2
            descendant = _resolved(descendants[0])
            self._default = float(_value(descendant, "/DW") or 1000)
            self._widths = _cid_widths(_value(descendant, "/W") or ())
            return
        first = int(_value(font, "/FirstChar") or 0)
        widths = _value(font, "/Widths") or ()
        self._widths = {first + i: float(_resolved(w)) for i, w in enumerate(widths)}


def _cid_widths(entries: Sequence[Any]) -> dict[int, float]:
    """Read a ``W`` array: ``c [w1 w2 …]`` or ``c_first c_last w``, repeated."""
    widths: dict[int, float] = {}
    items = [_resolved(entry) for entry in entries]
    position = 0
    while position + 1 < len(items):
        first, second = int(items[position]), items[position + 1]
        if isinstance(second, (list, tuple)):
            widths |= {first + i: float(_resolved(w)) for i, w in enumerate(second)}
            position += 2
        elif position + 2 < len(items):
            last = min(int(second), first + 65_535)
            widths |= dict.fromkeys(range(first, last + 1), float(items[position + 2]))
            position += 3
        else:
            break
    return widths


def _value(mapping: Mapping[str, Any], key: str) -> Any:
    return _resolved(mapping.get(key))


def _resolved(value: Any) -> Any:
    return value.get_object() if hasattr(value, "get_object") else value
