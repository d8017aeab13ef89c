"""The use cases of one job, by priority."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.scoring import sources
from assistant.scoring.ordering import by_name
from assistant.scoring.ratings import job_named, rated_jobs
from assistant.scoring.titles import canonical_titles
from assistant.scoring.trace import Figure, Source, Trace, subject
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables, UseCaseRow
from prompts.errors import VigieError

OPERATION = "job_use_cases"

PRIORITIES = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class UseCase:
    """One row of a job's sheet.

    ``title`` is that of the sheet, ``canonical`` the one under which the same use case of other
    jobs is found. ``variant`` is the job, or the speciality of it whose list this is. ``limit``
    and ``prerequisite`` say that the experts gave one; the comment, often empty, names it.
    ``other_jobs`` have the same use case, at any priority.
    """

    job: str
    variant: str
    title: str
    canonical: str
    priority: int
    limit: bool
    prerequisite: bool
    comment: str
    other_jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PriorityGroup:
    """The use cases of one priority: those of the job itself first, then by title."""

    priority: int
    use_cases: tuple[UseCase, ...]


@dataclass(frozen=True, slots=True)
class JobUseCases:
    """The use cases of a job, first priority first.

    ``core`` is false for the 48 jobs for which the study lists none: ``groups`` is then empty.
    ``priority`` is the filter; ``total`` counts what is listed, ``all_priorities`` what the job
    has without filter. ``variants`` are the lists of the job's sheet, its own first.
    """

    job: str
    core: bool
    priority: int | None
    total: int
    all_priorities: int
    variants: tuple[str, ...]
    groups: tuple[PriorityGroup, ...]
    trace: Trace


def job_use_cases(tables: AssistanceTables, job: str, priority: int | None = None) -> JobUseCases:
    """Return the use cases of a job, of one priority (1 comes first) or of all.

    Raises:
        VigieError: ``scoring.unknown_job`` or ``scoring.bad_priority``.

    """
    check_priority(priority)
    rated = job_named(rated_jobs(tables), job)
    own = [case for case in all_use_cases(tables) if case.job == job]
    listed = [case for case in own if priority in {None, case.priority}]
    groups = _groups(listed)
    return JobUseCases(
        job=job,
        core=rated.core,
        priority=priority,
        total=len(listed),
        all_priorities=len(own),
        variants=_variants(own, job),
        groups=groups,
        trace=Trace(
            operation=OPERATION,
            figures=_figures(job, groups, len(listed), len(own)),
            sources=use_case_sources(tables, listed),
            version=data_version(tables),
        ),
    )


def all_use_cases(tables: AssistanceTables) -> tuple[UseCase, ...]:
    """Return every row, by priority, job, variant (the job itself first) and title."""
    canonical = canonical_titles(row.use_case for row in tables.use_cases)
    jobs: dict[str, set[str]] = {}
    for row in tables.use_cases:
        jobs.setdefault(canonical[row.use_case], set()).add(row.job)
    cases = (
        _use_case(row, canonical[row.use_case], jobs[canonical[row.use_case]])
        for row in tables.use_cases
    )
    return tuple(sorted(cases, key=_order))


def check_priority(priority: int | None) -> None:
    """Accept 1, 2, 3 or ``None``.

    Raises:
        VigieError: ``scoring.bad_priority``.

    """
    if priority is not None and priority not in PRIORITIES:
        raise VigieError("scoring.bad_priority", priority=priority)


def use_case_sources(tables: AssistanceTables, cases: Iterable[UseCase]) -> tuple[Source, ...]:
    """Return the printed lines of these use cases, in their order."""
    rows = {(row.variant, row.use_case): row for row in tables.use_cases}
    return tuple(sources.of_use_case(rows[case.variant, case.title]) for case in cases)


def _groups(cases: Iterable[UseCase]) -> tuple[PriorityGroup, ...]:
    by_priority = groupby(cases, key=lambda case: case.priority)
    return tuple(PriorityGroup(priority, tuple(group)) for priority, group in by_priority)


def _variants(cases: Iterable[UseCase], job: str) -> tuple[str, ...]:
    names = {case.variant for case in cases}
    return tuple(sorted(names, key=lambda name: (name != job, name)))


def _use_case(row: UseCaseRow, canonical: str, jobs: Iterable[str]) -> UseCase:
    return UseCase(
        job=row.job,
        variant=row.variant,
        title=row.use_case,
        canonical=canonical,
        priority=row.priority,
        limit=row.limit,
        prerequisite=row.prerequisite,
        comment=row.comment,
        other_jobs=tuple(sorted(set(jobs) - {row.job}, key=by_name)),
    )


def _order(case: UseCase) -> tuple[object, ...]:
    variant = (case.variant != case.job, case.variant)
    return case.priority, by_name(case.job), variant, by_name(case.title)


def _figures(
    job: str, groups: Sequence[PriorityGroup], listed: int, own: int
) -> tuple[Figure, ...]:
    by_priority = (
        figure
        for group in groups
        for figure in (
            Figure("priority", group.priority, job),
            Figure("use_cases", len(group.use_cases), subject(job, f"priority {group.priority}")),
        )
    )
    return (*by_priority, Figure("listed", listed, job), Figure("use_cases", own, job))
