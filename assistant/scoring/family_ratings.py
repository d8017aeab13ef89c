"""The thirteen families of jobs: how many jobs, how exposed, in which classes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from assistant.scoring import sources
from assistant.scoring.classes import ClassCount, count_classes
from assistant.scoring.ratings import QUALIFICATIONS, RatedJob, rated_jobs
from assistant.scoring.trace import Figure, Trace, subject
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables, Qualification

OPERATION = "families"


@dataclass(frozen=True, slots=True)
class FamilyRating:
    """The scores of a family's jobs in one qualification.

    ``median`` is computed, unrounded; ``lowest`` and ``highest`` are printed scores.
    """

    qualification: Qualification
    median: Decimal
    lowest: Decimal
    highest: Decimal
    classes: tuple[ClassCount, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A family, with its jobs by name and its ratings in the order of ``QUALIFICATIONS``."""

    code: str
    name: str
    jobs: tuple[str, ...]
    core_jobs: tuple[str, ...]
    ratings: tuple[FamilyRating, ...]


@dataclass(frozen=True, slots=True)
class Families:
    """The families, by code."""

    families: tuple[Family, ...]
    population: int
    trace: Trace


def families(tables: AssistanceTables) -> Families:
    """Return what the score tables say of each family."""
    population = rated_jobs(tables)
    members: dict[str, list[RatedJob]] = {}
    for rated in sorted(population, key=lambda rated: rated.family_code):
        members.setdefault(rated.family_code, []).append(rated)
    found = tuple(_family(jobs) for jobs in members.values())
    return Families(
        families=found,
        population=len(population),
        trace=Trace(
            operation=OPERATION,
            figures=(
                *_figures(found),
                Figure("population", len(population)),
                Figure("families", len(found)),
            ),
            sources=sources.of_score_tables(population),
            version=data_version(tables),
            formula="median",
        ),
    )


def _family(jobs: Sequence[RatedJob]) -> Family:
    return Family(
        code=jobs[0].family_code,
        name=jobs[0].family,
        jobs=tuple(rated.job for rated in jobs),
        core_jobs=tuple(rated.job for rated in jobs if rated.core),
        ratings=tuple(_rating(jobs, qualification) for qualification in QUALIFICATIONS),
    )


def _rating(jobs: Sequence[RatedJob], qualification: Qualification) -> FamilyRating:
    scores = [rated.rating(qualification).score for rated in jobs]
    return FamilyRating(
        qualification=qualification,
        median=median(scores),
        lowest=min(scores),
        highest=max(scores),
        classes=count_classes(jobs, qualification),
    )


def _figures(found: Iterable[Family]) -> tuple[Figure, ...]:
    return tuple(figure for family in found for figure in _family_figures(family))


def _family_figures(family: Family) -> tuple[Figure, ...]:
    figures = [
        Figure("jobs", len(family.jobs), family.name),
        Figure("core_jobs", len(family.core_jobs), family.name),
    ]
    for rating in family.ratings:
        of = subject(family.name, rating.qualification)
        figures += [
            Figure("median", rating.median, of),
            Figure("lowest", rating.lowest, of),
            Figure("highest", rating.highest, of),
        ]
        figures += [
            Figure("count", each.count, subject(of, each.exposure_class)) for each in rating.classes
        ]
    return tuple(figures)
