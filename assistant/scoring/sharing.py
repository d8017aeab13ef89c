"""The use cases that several jobs have."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.scoring.ordering import by_name
from assistant.scoring.ratings import job_named, rated_jobs
from assistant.scoring.trace import Figure, Trace
from assistant.scoring.use_case_profiles import (
    UseCaseProfile,
    profile_figures,
    profile_sources,
    profiles,
)
from assistant.scoring.use_cases import PRIORITIES, check_priority
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables
from prompts.errors import VigieError

OPERATION = "shared_use_cases"

SEVERAL = 2


@dataclass(frozen=True, slots=True)
class SharedUseCases:
    """Use cases of several jobs.

    The first are those of most jobs at the priority asked, then those of most jobs at priority
    1, then at any, then by title. ``jobs`` are those that must all have them (empty: any jobs),
    ``priority`` that at which they must. ``distinct`` counts the study's use cases once slightly
    different titles are one, ``rows`` as they stand in the sheets.
    """

    jobs: tuple[str, ...]
    priority: int | None
    use_cases: tuple[UseCaseProfile, ...]
    distinct: int
    rows: int
    trace: Trace


def shared_use_cases(
    tables: AssistanceTables, priority: int | None = None, *, minimum_jobs: int = SEVERAL
) -> SharedUseCases:
    """Return the use cases that ``minimum_jobs`` jobs have, at one priority or at any.

    Jobs that have such a use case at another priority are listed with it.

    Raises:
        VigieError: ``scoring.bad_priority``.

    """
    check_priority(priority)
    everything = profiles(tables)
    kept = [each for each in everything if len(each.jobs_at(priority)) >= minimum_jobs]
    return _result(tables, (), priority, (everything, kept))


def common_use_cases(
    tables: AssistanceTables, jobs: Sequence[str], priority: int | None = None
) -> SharedUseCases:
    """Return the use cases that all these jobs have, at one priority or at any.

    Raises:
        VigieError: ``scoring.unknown_job``, ``scoring.compare_too_few``, ``scoring.bad_priority``.

    """
    check_priority(priority)
    known = rated_jobs(tables)
    wanted = tuple(dict.fromkeys(job_named(known, job).job for job in jobs))
    if len(wanted) < SEVERAL:
        raise VigieError("scoring.compare_too_few")
    everything = profiles(tables)
    kept = [each for each in everything if set(wanted) <= set(each.jobs_at(priority))]
    return _result(tables, wanted, priority, (everything, kept))


def _result(
    tables: AssistanceTables,
    jobs: tuple[str, ...],
    priority: int | None,
    split: tuple[Sequence[UseCaseProfile], Sequence[UseCaseProfile]],
) -> SharedUseCases:
    everything, kept = split
    found = tuple(sorted(kept, key=lambda profile: _order(profile, priority)))
    distinct, rows = len(everything), len(tables.use_cases)
    totals = Figure("listed", len(found)), Figure("distinct", distinct), Figure("rows", rows)
    return SharedUseCases(
        jobs=jobs,
        priority=priority,
        use_cases=found,
        distinct=distinct,
        rows=rows,
        trace=Trace(
            operation=OPERATION,
            figures=(*profile_figures(found), *totals),
            sources=profile_sources(tables, found),
            version=data_version(tables),
        ),
    )


def _order(profile: UseCaseProfile, priority: int | None) -> tuple[object, ...]:
    first = profile.jobs_at(PRIORITIES[0])
    counts = (len(profile.jobs_at(priority)), len(first), len(profile.jobs))
    return tuple(-count for count in counts), by_name(profile.canonical)
