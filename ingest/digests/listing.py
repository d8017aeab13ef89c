"""Rows gathered and counted for a digest: the one row meant, families, axes, enumerations."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from corpus.assistance import ExposureRow, RecommendationRow

Row = TypeVar("Row")


@dataclass(frozen=True)
class Family:
    """One family of jobs: its code, its name and its jobs, in alphabetical order."""

    code: str
    name: str
    jobs: tuple[str, ...]


@dataclass(frozen=True)
class Axis:
    """One axis of recommendations, and how many it has."""

    number: int
    name: str
    count: int


def only(rows: Iterable[Row]) -> Row:
    """Return the single row of ``rows``.

    Raises:
        LookupError: there is none, or more than one.

    """
    found = list(rows)
    if len(found) != 1:
        raise LookupError(found[:2])
    return found[0]


def families_of(rows: Sequence[ExposureRow]) -> tuple[Family, ...]:
    """Return the families of the rated jobs, by code."""
    named = sorted({(row.family_code, row.family) for row in rows})
    return tuple(
        Family(code, name, tuple(sorted(row.job for row in rows if row.family_code == code)))
        for code, name in named
    )


def axes_of(rows: Sequence[RecommendationRow]) -> tuple[Axis, ...]:
    """Return the axes of the recommendations, in order."""
    numbers = [row.axis for row in rows]
    named = sorted({(row.axis, row.axis_name) for row in rows})
    return tuple(Axis(number, name, numbers.count(number)) for number, name in named)


def listed(items: Sequence[str]) -> str:
    """Return ``items`` as a French enumeration: « a, b et c »."""
    *first, last = items
    return f"{', '.join(first)} et {last}" if first else last


def share_of(part: int, whole: int) -> int:
    """Return ``part`` as a percentage of ``whole``, rounded half up to a whole number."""
    return int((Decimal(100 * part) / whole).quantize(Decimal(1), ROUND_HALF_UP))
