"""Two or more jobs side by side, qualification by qualification."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from assistant.scoring.exposure import JobExposure, job_exposure
from assistant.scoring.ratings import QUALIFICATIONS, Rating
from assistant.scoring.trace import Figure, Trace, each_once
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables, Qualification
from prompts.errors import VigieError

OPERATION = "comparison"

FEWEST = 2


@dataclass(frozen=True, slots=True)
class Side:
    """How one qualification orders the compared jobs.

    ``order`` goes from the most exposed; jobs with the same score stand together, by printed
    rank. ``score_difference`` is the highest score minus the lowest, ``rank_difference`` the
    printed ranks between the first job and the last. ``same_class`` says whether all the jobs
    are in one class.
    """

    qualification: Qualification
    order: tuple[tuple[str, ...], ...]
    score_difference: Decimal
    rank_difference: int
    same_class: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The exposure of each job, in the order asked, and how each qualification orders them.

    ``raters_agree`` says whether PwC revised and the experts order the jobs alike, ties included.
    """

    jobs: tuple[JobExposure, ...]
    sides: tuple[Side, ...]
    raters_agree: bool
    trace: Trace


def compare(tables: AssistanceTables, jobs: Sequence[str]) -> Comparison:
    """Return two or more jobs side by side; a job named twice counts once.

    Raises:
        VigieError: ``scoring.compare_too_few`` or ``scoring.unknown_job``.

    """
    names = tuple(dict.fromkeys(jobs))
    exposures = tuple(job_exposure(tables, name) for name in names)
    if len(exposures) < FEWEST:
        raise VigieError("scoring.compare_too_few")
    sides = tuple(_side(exposures, qualification) for qualification in QUALIFICATIONS)
    order = {side.qualification: [set(group) for group in side.order] for side in sides}
    return Comparison(
        jobs=exposures,
        sides=sides,
        raters_agree=order[Qualification.PWC_REVISED] == order[Qualification.EXPERTS],
        trace=Trace(
            operation=OPERATION,
            figures=_figures(exposures, sides),
            sources=each_once(
                tuple(source for exposure in exposures for source in exposure.trace.sources)
            ),
            version=data_version(tables),
            formula="highest_minus_lowest",
        ),
    )


def _side(exposures: Sequence[JobExposure], qualification: Qualification) -> Side:
    at = QUALIFICATIONS.index(qualification)
    ranked = sorted(exposures, key=lambda exposure: exposure.ratings[at].rank)
    first, last = ranked[0].ratings[at], ranked[-1].ratings[at]
    groups = groupby(ranked, key=lambda exposure: exposure.ratings[at].score)
    return Side(
        qualification=qualification,
        order=tuple(tuple(exposure.job for exposure in group) for _, group in groups),
        score_difference=first.score - last.score,
        rank_difference=last.rank - first.rank,
        same_class=_same_class([exposure.ratings[at] for exposure in exposures]),
    )


def _same_class(ratings: Sequence[Rating]) -> bool:
    return len({rating.exposure_class for rating in ratings}) == 1


def _figures(exposures: Sequence[JobExposure], sides: Sequence[Side]) -> tuple[Figure, ...]:
    own = (figure for exposure in exposures for figure in exposure.trace.figures)
    between = (
        figure
        for side in sides
        for figure in (
            Figure("score_spread", side.score_difference, side.qualification),
            Figure("rank_spread", side.rank_difference, side.qualification),
        )
    )
    return tuple(dict.fromkeys((*own, *between)))
