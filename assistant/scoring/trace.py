"""How a result was obtained, so that it can be opened and checked."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Source:
    """Where a study prints a figure.

    ``section`` is the section's printed number, ``place`` the short name of its table or figure.
    ``needles`` stand together on one printed line (a job's name, « 0,41 »), the most telling
    first: the page is the first one of the section on which all of them are found. A name that
    the study cuts short in a narrow column is cut here too.
    """

    study: str
    section: str
    place: str
    needles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that an answer may state, named by a key.

    ``of`` says what it is the figure of: a job, a qualification or both (``subject``).
    ``exact`` figures (weights, divisors) are never rounded when they are written.
    """

    name: str
    value: Decimal | int
    of: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Trace:
    """What was done, with which figures, read where.

    ``formula`` is the key of the formula used, empty when the figures are those printed;
    ``version`` identifies the data (``assistant.scoring.version``).
    """

    operation: str
    figures: tuple[Figure, ...]
    sources: tuple[Source, ...]
    version: str
    formula: str = ""


def subject(*parts: str) -> str:
    """Return what a figure is of, from the job, the qualification… that it belongs to."""
    return " / ".join(parts)


def each_once(sources: tuple[Source, ...]) -> tuple[Source, ...]:
    """Return the sources in order without repetition."""
    return tuple(dict.fromkeys(sources))
