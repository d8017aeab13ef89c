"""The study's contradictions with itself, attached to the results that they touch."""

from collections.abc import Collection, Iterable

from assistant.scoring.ratings import RatedJob
from corpus.assistance import AssistanceTables, ContradictionRow

CLASS_OF_ONE_JOB = (4, 5)
CLASS_COUNTS = 6
SAID_UNCHANGED = 7
SKILLS_PER_JOB = 8
RETAINED_SKILLS = 9
"""Ids of the table ``contradictions``: those that touch more than the job they name."""


def of_jobs(tables: AssistanceTables, jobs: Iterable[RatedJob]) -> tuple[ContradictionRow, ...]:
    """Return what contradicts itself on the ratings of these jobs, by id.

    A job that is not core is touched by the claim that its score did not change, when it did.
    """
    names: set[str] = set()
    ids: set[int] = set()
    for rated in jobs:
        names.add(rated.job)
        if not rated.core and rated.gap.score_difference:
            ids.add(SAID_UNCHANGED)
    return each_once(row for row in tables.contradictions if row.job in names or row.id in ids)


def of_classes(tables: AssistanceTables, jobs: Collection[str]) -> tuple[ContradictionRow, ...]:
    """Return what contradicts itself on class counts, then on the classes of these jobs."""
    counts = with_ids(tables, CLASS_COUNTS)
    own = with_ids(tables, *CLASS_OF_ONE_JOB)
    return (*counts, *(row for row in own if row.job in jobs))


def with_ids(tables: AssistanceTables, *ids: int) -> tuple[ContradictionRow, ...]:
    """Return the contradictions that have these ids, by id."""
    return each_once(row for row in tables.contradictions if row.id in ids)


def each_once(rows: Iterable[ContradictionRow]) -> tuple[ContradictionRow, ...]:
    """Return contradictions without repetition, by id."""
    return tuple(sorted(set(rows), key=lambda row: row.id))
