"""Reading the figures of a French sentence: comma or point, thin spaces, percent, ordinals."""

import re
from collections.abc import Iterator
from decimal import Decimal

_SPACES = "\u0020\u00a0\u202f\u2009"
_NUMBER = re.compile(
    rf"(?<![^\W_])(?<![.,])[+\-\u2212]?"
    rf"(?:\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?!\d)|\d+)"
    rf"(?:[.,]\d+)?(?=(?:er|ère|e|ème|nd|nde|M€|Md€|k€|€|h|j|k|M)?(?!\w)|_|%)"
)
_SECTION_NUMBER = re.compile(r"\d+(?:\.\d+){2,}\.?")
_LIST_NUMBER = re.compile(r"^\s*\d{1,2}\.\s")


def numbers_in(text: str) -> Iterator[Decimal]:
    """Yield the figures of a text by value: « 1 200 », « 0,41 », « 17e », « −4 », « 68 % ».

    The sign is dropped: a sentence says the direction in words, and « 2020-2022 » is two years.
    Numbers inside a word (« B2B », « n4 ») and section numbers (« 3.2.1 ») are names, not figures.
    """
    for match in _NUMBER.finditer(_SECTION_NUMBER.sub(" ", text)):
        digits = match.group().lstrip("+-\u2212")
        for space in _SPACES:
            digits = digits.replace(space, "")
        yield Decimal(digits.replace(",", "."))


def without_list_number(line: str) -> str:
    """Return a line of a numbered list without the number that only counts its items."""
    return _LIST_NUMBER.sub("", line)
