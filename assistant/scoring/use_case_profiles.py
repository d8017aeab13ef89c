"""Each use case once, with the jobs that have it and the priority that each gives it."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.scoring.ordering import by_name
from assistant.scoring.trace import Figure, Source, subject
from assistant.scoring.use_cases import PRIORITIES, UseCase, all_use_cases, use_case_sources
from corpus.assistance import AssistanceTables


@dataclass(frozen=True, slots=True)
class PriorityJobs:
    """The jobs that have a use case at one priority, by name."""

    priority: int
    jobs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UseCaseProfile:
    """One use case over the jobs that have it.

    ``titles`` are those of the sheets, ``jobs`` all who have it, ``priorities`` the same by
    priority (1 to 3, those that occur), ``holders`` their rows, by priority and job.
    """

    canonical: str
    titles: tuple[str, ...]
    jobs: tuple[str, ...]
    priorities: tuple[PriorityJobs, ...]
    holders: tuple[UseCase, ...]

    def jobs_at(self, priority: int | None) -> tuple[str, ...]:
        """Return the jobs that have it at one priority, or at any."""
        if priority is None:
            return self.jobs
        return next((each.jobs for each in self.priorities if each.priority == priority), ())


def profiles(tables: AssistanceTables) -> tuple[UseCaseProfile, ...]:
    """Return every use case of the study, by title."""
    holders: dict[str, list[UseCase]] = {}
    for case in all_use_cases(tables):
        holders.setdefault(case.canonical, []).append(case)
    return tuple(_profile(title, holders[title]) for title in sorted(holders, key=by_name))


def profile_figures(found: Iterable[UseCaseProfile]) -> tuple[Figure, ...]:
    """Return how many jobs have each use case, in all and by priority."""
    figures: list[Figure] = []
    for profile in found:
        figures.append(Figure("jobs", len(profile.jobs), profile.canonical))
        for each in profile.priorities:
            of = subject(profile.canonical, f"priority {each.priority}")
            figures += [Figure("priority", each.priority, of), Figure("jobs", len(each.jobs), of)]
    return tuple(figures)


def profile_sources(
    tables: AssistanceTables, found: Iterable[UseCaseProfile]
) -> tuple[Source, ...]:
    """Return the printed lines of these use cases, in all the sheets that have them."""
    holders = [case for profile in found for case in profile.holders]
    return use_case_sources(tables, holders)


def _profile(canonical: str, holders: list[UseCase]) -> UseCaseProfile:
    by_priority = (
        PriorityJobs(each, _jobs(case for case in holders if case.priority == each))
        for each in PRIORITIES
    )
    return UseCaseProfile(
        canonical=canonical,
        titles=tuple(sorted({case.title for case in holders}, key=by_name)),
        jobs=_jobs(holders),
        priorities=tuple(each for each in by_priority if each.jobs),
        holders=tuple(holders),
    )


def _jobs(cases: Iterable[UseCase]) -> tuple[str, ...]:
    return tuple(sorted({case.job for case in cases}, key=by_name))
