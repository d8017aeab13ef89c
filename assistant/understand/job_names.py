"""The names under which each job can be found, and how much each of their words says."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.understand.reading import content_words, read, root


@dataclass(frozen=True, slots=True)
class JobName:
    """One name of a job, as the roots of its content words; ``head`` is the first of them.

    An alias counts only when it is found whole; a part of a canonical name may be enough.
    """

    job: str
    roots: tuple[str, ...]
    alias: bool

    @property
    def head(self) -> str:
        """The word that says what kind of job it is: *chargé*, *gestionnaire*, *assistant*."""
        return self.roots[0]


class JobNames:
    """Every known name of every job, with the weight (inverse frequency) of each root."""

    def __init__(self, jobs: Iterable[str], aliases: Iterable[tuple[str, str]]) -> None:
        self.jobs = tuple(dict.fromkeys(jobs))
        canonical = [name for job in self.jobs for name in _canonical_names(job)]
        known = {(name.job, name.roots) for name in canonical}
        extra = [JobName(job, _roots(alias), alias=True) for job, alias in aliases]
        self.names = tuple(
            canonical + [n for n in extra if n.roots and (n.job, n.roots) not in known]
        )
        frequency = Counter(r for job in self.jobs for r in set(_roots(job)))
        total = len(self.jobs)
        self._weights = {r: math.log(1 + total / count) for r, count in frequency.items()}
        self._default_weight = math.log(1 + total)
        self.roots = frozenset(r for name in self.names for r in name.roots)

    def weight(self, roots: Iterable[str]) -> float:
        """Return how much these roots say together: the rarer among job names, the more."""
        return sum(self._weights.get(r, self._default_weight) for r in roots)

    def head_of(self, job: str) -> str:
        """Return the head of a job's canonical name."""
        return next(n.head for n in self.names if n.job == job and not n.alias)

    def is_one_word(self, job: str) -> bool:
        """Return whether a job's canonical name is a single content word."""
        return any(len(n.roots) == 1 for n in self.names if n.job == job and not n.alias)

    def with_head(self, head: str) -> tuple[str, ...]:
        """Return the jobs of which a canonical name starts with this root."""
        found = (n.job for n in self.names if not n.alias and n.head == head)
        return tuple(dict.fromkeys(found))

    def extended_by(self, name: JobName, generic: frozenset[str]) -> tuple[str, ...]:
        """Return the other jobs named like this one plus nothing but generic roots."""
        return tuple(
            other.job
            for other in self.names
            if not other.alias
            and other.job != name.job
            and len(other.roots) > len(name.roots)
            and other.roots[: len(name.roots)] == name.roots
            and set(other.roots[len(name.roots) :]) <= generic
        )


def _roots(name: str) -> tuple[str, ...]:
    return tuple(root(word) for word in content_words(read(name)))


def _canonical_names(job: str) -> tuple[JobName, ...]:
    """A job printed « A / B » is found under A, under B and under both."""
    parts = [part.strip() for part in job.split("/")]
    spellings = [job, *parts] if len(parts) > 1 and all(len(p) > 3 for p in parts) else [job]
    return tuple(JobName(job, _roots(spelling), alias=False) for spelling in spellings)
