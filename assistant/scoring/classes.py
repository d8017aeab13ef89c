"""How many jobs stand in each class, in the three qualifications."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.scoring import contradictions as known
from assistant.scoring import figures, sources
from assistant.scoring.family_names import family_named
from assistant.scoring.ratings import QUALIFICATIONS, RatedJob, rated_jobs
from assistant.scoring.trace import Figure, Trace, subject
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables, ContradictionRow, ExposureClass, Qualification

OPERATION = "class_counts"

CLASSES = (
    ExposureClass.TRANSFORMING,
    ExposureClass.EVOLVING,
    ExposureClass.UNAFFECTED,
    ExposureClass.EMERGING,
)
"""The classes from the most exposed; « Émergent » comes last, as it is not a level of exposure."""


@dataclass(frozen=True, slots=True)
class ClassCount:
    """The jobs of one class, most exposed first."""

    exposure_class: ExposureClass
    count: int
    jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QualificationClasses:
    """The four classes of one qualification, in the order of ``CLASSES``, empty ones included."""

    qualification: Qualification
    classes: tuple[ClassCount, ...]


@dataclass(frozen=True, slots=True)
class ClassCounts:
    """The counts read in the score tables, in the order of ``QUALIFICATIONS``.

    ``family`` (its name) and ``core`` are the filters, ``total`` the number of jobs that match
    them.
    """

    family: str | None
    core: bool | None
    total: int
    qualifications: tuple[QualificationClasses, ...]
    contradictions: tuple[ContradictionRow, ...]
    trace: Trace


def class_counts(
    tables: AssistanceTables, *, family: str | None = None, core: bool | None = None
) -> ClassCounts:
    """Return the number of jobs in each class, in each qualification.

    Raises:
        VigieError: ``scoring.unknown_family``; ``family`` is a code or a name.

    """
    population = rated_jobs(tables)
    name = None if family is None else family_named(population, family)
    jobs = [each for each in population if _matches(each, name, core)]
    counted = tuple(
        QualificationClasses(each, count_classes(jobs, each)) for each in QUALIFICATIONS
    )
    contradictions = known.of_classes(tables, {rated.job for rated in jobs})
    trace = Trace(
        operation=OPERATION,
        figures=(
            *_figures(counted),
            *figures.of_contradictions(contradictions),
            *figures.totals(total=len(jobs), population=len(population)),
        ),
        sources=sources.of_score_tables(jobs),
        version=data_version(tables),
        formula="count",
    )
    return ClassCounts(name, core, len(jobs), counted, contradictions, trace)


def _matches(rated: RatedJob, family: str | None, core: bool | None) -> bool:
    return family in {None, rated.family} and core in {None, rated.core}


def count_classes(jobs: Iterable[RatedJob], qualification: Qualification) -> tuple[ClassCount, ...]:
    """Return the four classes of one qualification among these jobs."""
    ranked = sorted(jobs, key=lambda rated: rated.rating(qualification).rank)
    found: dict[ExposureClass, list[str]] = {each: [] for each in CLASSES}
    for rated in ranked:
        found[rated.rating(qualification).exposure_class].append(rated.job)
    return tuple(ClassCount(each, len(names), tuple(names)) for each, names in found.items())


def _figures(counted: Sequence[QualificationClasses]) -> tuple[Figure, ...]:
    return tuple(
        Figure("count", each.count, subject(part.qualification, each.exposure_class))
        for part in counted
        for each in part.classes
    )
