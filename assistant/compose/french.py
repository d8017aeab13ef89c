"""French forms of figures and lists, for templates: the one place where a figure is rounded."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal

_CENT = Decimal("0.01")


def decimal(value: Decimal, places: int = 2) -> str:
    """Return « 0,41 »: rounded half up once, comma, no grouping of small numbers."""
    quantum = Decimal(1).scaleb(-places)
    rounded = value.quantize(quantum, rounding=ROUND_HALF_UP)
    pattern = "#,##0" + ("." + "0" * places if places else "")
    return format_decimal(rounded, format=pattern, locale="fr_FR")


def signed(value: Decimal | int) -> str:
    """Return « +0,27 », « −4 » or « 0 », with the typographic minus sign."""
    text = decimal(abs(value)) if isinstance(value, Decimal) else str(abs(value))
    if value == 0:
        return text
    return f"{'+' if value > 0 else '−'}{text}"


def ordinal(rank: int) -> str:
    """Return « 1er », « 17e »."""
    return "1er" if rank == 1 else f"{rank}e"


def listed(words: Sequence[str], last: str = "et") -> str:
    """Return « a, b et c »."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def count(number: int, singular: str, plural: str = "") -> str:
    """Return the number and its noun, which takes an s (or ``plural``) from two on."""
    noun = singular if number < 2 else plural or f"{singular}s"
    return f"{number} {noun}"


def lower_first(text: str) -> str:
    """Return the text with its first letter in lower case, unless it opens an acronym."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
