"""The published ratings of each job: score, rank and class in the three qualifications."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.scoring.closest import closest
from corpus.assistance import AssistanceTables, ExposureClass, ExposureRow, Qualification
from prompts.errors import VigieError

QUALIFICATIONS = (Qualification.PWC_ROME, Qualification.PWC_REVISED, Qualification.EXPERTS)
"""The order in which every result lists the qualifications."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What one qualification says of a job.

    ``score`` (0 to 1) is relative to the most exposed job of the same qualification, so scores
    of two qualifications are not the same quantity. ``rank`` is the printed one, 1 to 58;
    ``tied`` names the jobs that share the score in spite of their different ranks.
    """

    qualification: Qualification
    score: Decimal
    rank: int
    exposure_class: ExposureClass
    tied: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RaterGap:
    """The experts against PwC revised, both over the skills kept for assistance.

    ``score_difference`` is experts − PwC; a positive ``rank_shift`` means more exposed for the
    experts.
    """

    score_difference: Decimal
    rank_shift: int
    class_changed: bool


@dataclass(frozen=True, slots=True)
class RatedJob:
    """A job with its ratings, in the order of ``QUALIFICATIONS``.

    Only the ``core`` jobs were rated by the experts; the others were rescaled.
    """

    job: str
    family_code: str
    family: str
    core: bool
    ratings: tuple[Rating, ...]
    rows: tuple[ExposureRow, ...]

    def rating(self, qualification: Qualification) -> Rating:
        """Return the rating of one qualification."""
        return self.ratings[QUALIFICATIONS.index(qualification)]

    def row(self, qualification: Qualification) -> ExposureRow:
        """Return the printed row of one qualification."""
        return self.rows[QUALIFICATIONS.index(qualification)]

    @property
    def gap(self) -> RaterGap:
        """The experts' rating against that of PwC revised."""
        pwc = self.rating(Qualification.PWC_REVISED)
        experts = self.rating(Qualification.EXPERTS)
        return RaterGap(
            score_difference=experts.score - pwc.score,
            rank_shift=pwc.rank - experts.rank,
            class_changed=experts.exposure_class is not pwc.exposure_class,
        )


def rated_jobs(tables: AssistanceTables) -> tuple[RatedJob, ...]:
    """Return every job with its three ratings, by name."""
    rows: dict[str, dict[Qualification, ExposureRow]] = {}
    for row in tables.exposure:
        rows.setdefault(row.job, {})[row.qualification] = row
    equal = _same_score(tables.exposure)
    return tuple(_rated_job(rows[job], equal) for job in sorted(rows))


def job_named(jobs: Iterable[RatedJob], name: str) -> RatedJob:
    """Return the job that has exactly this name.

    Raises:
        VigieError: ``scoring.unknown_job``, with ``job`` and ``closest``.

    """
    by_name = {rated.job: rated for rated in jobs}
    if name not in by_name:
        raise VigieError("scoring.unknown_job", job=name, closest=closest(name, by_name))
    return by_name[name]


_Equal = dict[tuple[Qualification, Decimal], tuple[str, ...]]


def _same_score(rows: Iterable[ExposureRow]) -> _Equal:
    equal: _Equal = {}
    for row in sorted(rows, key=lambda row: row.rank):
        key = (row.qualification, row.score)
        equal[key] = (*equal.get(key, ()), row.job)
    return equal


def _rated_job(rows: dict[Qualification, ExposureRow], equal: _Equal) -> RatedJob:
    first = rows[QUALIFICATIONS[0]]
    return RatedJob(
        job=first.job,
        family_code=first.family_code,
        family=first.family,
        core=first.core,
        ratings=tuple(_rating(rows[qualification], equal) for qualification in QUALIFICATIONS),
        rows=tuple(rows[qualification] for qualification in QUALIFICATIONS),
    )


def _rating(row: ExposureRow, equal: _Equal) -> Rating:
    return Rating(
        qualification=row.qualification,
        score=row.score,
        rank=row.rank,
        exposure_class=row.exposure_class,
        tied=tuple(job for job in equal[row.qualification, row.score] if job != row.job),
    )
