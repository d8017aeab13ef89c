"""The jobs on which the experts and PwC differ most."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from assistant.scoring import contradictions as known
from assistant.scoring import figures, sources
from assistant.scoring.exposure import FORMULA
from assistant.scoring.ratings import RatedJob, RaterGap, Rating, rated_jobs
from assistant.scoring.trace import Trace
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables, ContradictionRow, Qualification
from prompts.errors import VigieError

OPERATION = "largest_gaps"

DEFAULT_TOP = 10


class GapMeasure(StrEnum):
    """What a gap is measured in."""

    SCORE = "score"
    RANK = "rank"


@dataclass(frozen=True, slots=True)
class JobGap:
    """A job with both ratings; those of a job that is not core were only rescaled."""

    job: str
    family: str
    core: bool
    pwc: Rating
    experts: Rating
    gap: RaterGap


@dataclass(frozen=True, slots=True)
class LargestGaps:
    """The gaps between PwC revised and the experts, in absolute value, largest first."""

    measure: GapMeasure
    core: bool | None
    entries: tuple[JobGap, ...]
    contradictions: tuple[ContradictionRow, ...]
    trace: Trace


def largest_gaps(
    tables: AssistanceTables,
    top: int = DEFAULT_TOP,
    *,
    measure: GapMeasure = GapMeasure.SCORE,
    core: bool | None = None,
) -> LargestGaps:
    """Return the ``top`` jobs with the largest gap, ties by the other measure, then by name.

    Raises:
        VigieError: ``scoring.bad_top`` (``top`` below 1).

    """
    if top < 1:
        raise VigieError("scoring.bad_top", top=top)
    jobs = [rated for rated in rated_jobs(tables) if core is None or rated.core is core]
    listed = sorted(jobs, key=lambda rated: (*_size(rated.gap, measure), rated.job))[:top]
    return LargestGaps(
        measure=measure,
        core=core,
        entries=tuple(_entry(rated) for rated in listed),
        contradictions=known.of_jobs(tables, listed),
        trace=_trace(tables, listed),
    )


def _trace(tables: AssistanceTables, listed: Sequence[RatedJob]) -> Trace:
    return Trace(
        operation=OPERATION,
        figures=(
            *(figure for rated in listed for figure in figures.of_job(rated)),
            *figures.of_contradictions(known.of_jobs(tables, listed)),
            *figures.totals(listed=len(listed)),
        ),
        sources=tuple(
            sources.of_exposure(rated.row(each))
            for rated in listed
            for each in (Qualification.PWC_REVISED, Qualification.EXPERTS)
        ),
        version=data_version(tables),
        formula=FORMULA,
    )


def _size(gap: RaterGap, measure: GapMeasure) -> tuple[Decimal | int, Decimal | int]:
    score, rank = -abs(gap.score_difference), -abs(gap.rank_shift)
    return (score, rank) if measure is GapMeasure.SCORE else (rank, score)


def _entry(rated: RatedJob) -> JobGap:
    return JobGap(
        job=rated.job,
        family=rated.family,
        core=rated.core,
        pwc=rated.rating(Qualification.PWC_REVISED),
        experts=rated.rating(Qualification.EXPERTS),
        gap=rated.gap,
    )
