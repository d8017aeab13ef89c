"""Use cases found by title, or by what the experts attached to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.scoring.closest import closest
from assistant.scoring.ordering import folded
from assistant.scoring.ratings import job_named, rated_jobs
from assistant.scoring.titles import canonical_titles
from assistant.scoring.trace import Figure, Trace
from assistant.scoring.use_case_profiles import (
    UseCaseProfile,
    profile_figures,
    profile_sources,
    profiles,
)
from assistant.scoring.use_cases import UseCase, all_use_cases, check_priority, use_case_sources
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables
from prompts.errors import VigieError

FIND, SELECT = "find_use_case", "select_use_cases"


@dataclass(frozen=True, slots=True)
class FoundUseCase:
    """One use case and the jobs that have it."""

    profile: UseCaseProfile
    trace: Trace


@dataclass(frozen=True, slots=True)
class SelectedUseCases:
    """The rows that match the filters (``None`` means any), by priority, job and title."""

    job: str | None
    priority: int | None
    limit: bool | None
    prerequisite: bool | None
    total: int
    use_cases: tuple[UseCase, ...]
    trace: Trace


def find_use_case(tables: AssistanceTables, title: str) -> FoundUseCase:
    """Return the use case that has this title in some sheet (case and accents aside).

    Raises:
        VigieError: ``scoring.unknown_use_case``, with ``title`` and ``closest``.

    """
    known = {folded(each.canonical): each for each in profiles(tables)}
    profile = known.get(folded(canonical_titles([title])[title]))
    if profile is None:
        names = closest(title, (each.canonical for each in known.values()))
        raise VigieError("scoring.unknown_use_case", title=title, closest=names)
    trace = Trace(
        operation=FIND,
        figures=profile_figures((profile,)),
        sources=profile_sources(tables, (profile,)),
        version=data_version(tables),
    )
    return FoundUseCase(profile, trace)


def select_use_cases(
    tables: AssistanceTables,
    *,
    limit: bool | None = None,
    prerequisite: bool | None = None,
    priority: int | None = None,
    job: str | None = None,
) -> SelectedUseCases:
    """Return the use cases with (or without) a limit or a prerequisite stated by the experts.

    Raises:
        VigieError: ``scoring.bad_priority`` or ``scoring.unknown_job``.

    """
    check_priority(priority)
    if job is not None:
        job_named(rated_jobs(tables), job)
    found = tuple(
        case
        for case in all_use_cases(tables)
        if limit in {None, case.limit}
        and prerequisite in {None, case.prerequisite}
        and priority in {None, case.priority}
        and job in {None, case.job}
    )
    trace = _selection_trace(tables, found)
    return SelectedUseCases(job, priority, limit, prerequisite, len(found), found, trace)


def _selection_trace(tables: AssistanceTables, found: Sequence[UseCase]) -> Trace:
    priorities = sorted({case.priority for case in found})
    return Trace(
        operation=SELECT,
        figures=(
            *(Figure("priority", each) for each in priorities),
            Figure("listed", len(found)),
            Figure("rows", len(tables.use_cases)),
        ),
        sources=use_case_sources(tables, found),
        version=data_version(tables),
    )
