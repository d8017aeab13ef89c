"""The exposure of one job: its ratings side by side, the gap between raters, the warnings."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from assistant.scoring import contradictions as known
from assistant.scoring import figures, sources
from assistant.scoring.ratings import (
    QUALIFICATIONS,
    RatedJob,
    RaterGap,
    Rating,
    job_named,
    rated_jobs,
)
from assistant.scoring.trace import Figure, Trace, subject
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables, ContradictionRow, DistributionRow

OPERATION = "job_exposure"

FORMULA = "experts_minus_pwc"
"""What is computed: the experts' score − PwC revised, PwC revised's rank − the experts'."""

RATED_BY_DOCTORS = "Infirmier d'assistance"
"""No nurse attended the workshops; section 4.2.5 says that doctors rated this job."""


class Warned(StrEnum):
    """What a reader of one job's ratings must be told, besides the study's contradictions."""

    NOT_REASSESSED = "not_reassessed"
    """The job is not a core job: its experts' score is PwC's, rescaled."""

    RATED_BY_DOCTORS = "rated_by_doctors"
    """The experts' rating of this job comes from another profession."""


@dataclass(frozen=True, slots=True)
class JobExposure:
    """What the study publishes on the exposure of one job.

    ``ratings`` are those of PwC over ROME, PwC revised and the experts, in this order.
    ``population`` is the number of jobs ranked. ``warnings`` are ids: those of ``Warned``, then
    « contradiction_<id> » for each of ``contradictions``, which the study holds on this job.
    """

    job: str
    family_code: str
    family: str
    core: bool
    ratings: tuple[Rating, ...]
    gap: RaterGap
    population: int
    warnings: tuple[str, ...]
    contradictions: tuple[ContradictionRow, ...]
    trace: Trace


def job_exposure(tables: AssistanceTables, job: str) -> JobExposure:
    """Return the published exposure of a job.

    Raises:
        VigieError: ``scoring.unknown_job``, with ``job`` and ``closest``.

    """
    population = rated_jobs(tables)
    rated = job_named(population, job)
    contradictions = known.of_jobs(tables, (rated,))
    return JobExposure(
        job=rated.job,
        family_code=rated.family_code,
        family=rated.family,
        core=rated.core,
        ratings=rated.ratings,
        gap=rated.gap,
        population=len(population),
        warnings=(*_warned(rated), *(f"contradiction_{row.id}" for row in contradictions)),
        contradictions=contradictions,
        trace=_trace(tables, rated, contradictions, len(population)),
    )


def _trace(
    tables: AssistanceTables,
    rated: RatedJob,
    contradictions: Iterable[ContradictionRow],
    population: int,
) -> Trace:
    sheet = _sheet(tables, rated.job)
    return Trace(
        operation=OPERATION,
        figures=(
            *figures.of_job(rated),
            *(_sheet_figure(row) for row in sheet),
            *figures.of_contradictions(contradictions),
            *figures.totals(population=population),
        ),
        sources=(
            *(sources.of_exposure(row) for row in rated.rows),
            *(sources.of_distribution(row) for row in sheet),
        ),
        version=data_version(tables),
        formula=FORMULA,
    )


def _sheet(tables: AssistanceTables, job: str) -> list[DistributionRow]:
    """Return what the sheet of a core job prints, in the order of ``QUALIFICATIONS``."""
    rows = (row for row in tables.distributions if row.job == job)
    return sorted(rows, key=lambda row: QUALIFICATIONS.index(row.qualification))


def _sheet_figure(row: DistributionRow) -> Figure:
    return Figure("sheet_score", row.score, subject(row.job, row.qualification))


def _warned(rated: RatedJob) -> tuple[Warned, ...]:
    if not rated.core:
        return (Warned.NOT_REASSESSED,)
    return (Warned.RATED_BY_DOCTORS,) if rated.job == RATED_BY_DOCTORS else ()
