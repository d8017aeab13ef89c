"""The printed distributions put through the reconstructed formula, against the printed scores."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.scoring import contradictions as known
from assistant.scoring import figures, sources
from assistant.scoring.model import FORMULA, ModelScore, model_score
from assistant.scoring.ordering import by_name
from assistant.scoring.ratings import QUALIFICATIONS, RatedJob, job_named, rated_jobs
from assistant.scoring.rounding import half_up
from assistant.scoring.trace import Figure, Trace, subject
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables, ContradictionRow, DistributionRow, Qualification
from prompts.errors import VigieError

ONE, ALL = "recomputation", "recomputations"


@dataclass(frozen=True, slots=True)
class Recomputation:
    """A core job in one qualification: recomputed, on its sheet and in the score table.

    ``announced`` is the number of skills that the sheet announces, ``model.skills`` the number
    its counts add up to. ``matches_table`` says whether the recomputed score, rounded half up to
    two decimals, is that of the score table.
    """

    job: str
    qualification: Qualification
    announced: int
    model: ModelScore
    sheet_score: Decimal
    table_score: Decimal
    matches_table: bool
    contradictions: tuple[ContradictionRow, ...]
    trace: Trace


@dataclass(frozen=True, slots=True)
class Recomputations:
    """Every printed distribution, by job then qualification, and how many scores come out right."""

    recomputations: tuple[Recomputation, ...]
    matching: int
    contradictions: tuple[ContradictionRow, ...]
    trace: Trace


def recompute(tables: AssistanceTables, job: str, qualification: Qualification) -> Recomputation:
    """Return the score of a core job, recomputed from its printed distribution.

    Raises:
        VigieError: ``scoring.unknown_job``, or ``scoring.no_distribution`` (with ``job``) for a
            job whose distribution the study does not print.

    """
    rated = job_named(rated_jobs(tables), job)
    for row in tables.distributions:
        if row.job == job and row.qualification is qualification:
            return _recomputation(tables, row, rated)
    raise VigieError("scoring.no_distribution", job=job)


def recompute_all(tables: AssistanceTables) -> Recomputations:
    """Return every printed distribution recomputed."""
    jobs = {rated.job: rated for rated in rated_jobs(tables)}
    rows = sorted(
        tables.distributions,
        key=lambda row: (by_name(row.job), QUALIFICATIONS.index(row.qualification)),
    )
    found = tuple(_recomputation(tables, row, jobs[row.job]) for row in rows)
    matching = sum(each.matches_table for each in found)
    contradictions = known.with_ids(tables, known.SKILLS_PER_JOB, known.RETAINED_SKILLS)
    return Recomputations(
        recomputations=found,
        matching=matching,
        contradictions=contradictions,
        trace=Trace(
            operation=ALL,
            figures=(
                *(figure for each in found for figure in each.trace.figures),
                *figures.of_contradictions(contradictions),
                Figure("matching", matching),
                Figure("recomputed", len(found)),
            ),
            sources=tuple(source for each in found for source in each.trace.sources),
            version=data_version(tables),
            formula=FORMULA,
        ),
    )


def _recomputation(
    tables: AssistanceTables, row: DistributionRow, rated: RatedJob
) -> Recomputation:
    model = model_score((row.n1, row.n2, row.n3, row.n4, row.n5), row.qualification)
    table = rated.row(row.qualification)
    contradictions = _touching(tables, row)
    return Recomputation(
        job=row.job,
        qualification=row.qualification,
        announced=row.announced,
        model=model,
        sheet_score=row.score,
        table_score=table.score,
        matches_table=half_up(model.score) == table.score,
        contradictions=contradictions,
        trace=Trace(
            operation=ONE,
            figures=(
                *_figures(row, model, table.score),
                *figures.of_contradictions(contradictions),
            ),
            sources=(sources.of_distribution(row), sources.of_exposure(table)),
            version=data_version(tables),
            formula=FORMULA,
        ),
    )


def _touching(tables: AssistanceTables, row: DistributionRow) -> tuple[ContradictionRow, ...]:
    return known.each_once(
        each
        for each in tables.contradictions
        if each.job == row.job and each.qualification in {None, row.qualification}
    )


def _figures(row: DistributionRow, model: ModelScore, table: Decimal) -> tuple[Figure, ...]:
    of = subject(row.job, row.qualification)
    return (
        *_level_figures(model, of),
        Figure("skills", model.skills, of),
        Figure("announced", row.announced, of),
        Figure("points", model.points, of, exact=True),
        Figure("divisor", model.divisor, of, exact=True),
        Figure("raw", model.raw, of),
        Figure("recomputed_score", model.score, of),
        Figure("sheet_score", row.score, of),
        Figure("table_score", table, of),
        Figure("high_share", model.high_share, of),
    )


def _level_figures(model: ModelScore, of: str) -> Iterable[Figure]:
    for level in model.levels:
        at = subject(of, f"level {level.level}")
        yield Figure("skills", level.skills, at)
        yield Figure("weight", level.weight, at, exact=True)
        yield Figure("points", level.points, at, exact=True)
        yield Figure("share", level.share, at)
