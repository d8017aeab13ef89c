"""What must hold between the rows of the tables of ``assistance-2025``."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from corpus.assistance_rows import (
    JOB_COUNT,
    STUDY_ID,
    ConsultationRow,
    ContradictionRow,
    DistributionRow,
    ExposureRow,
    Qualification,
    RecommendationRow,
    UseCaseRow,
)
from corpus.csv_rows import FIRST_LINE
from corpus.inconsistency import Inconsistency
from prompts.wording import sentence

CORE_JOB_COUNT = 10
USE_CASES_BY_PRIORITY = {1: 50, 2: 44, 3: 23}
ROUNDING = 1
"""The answers to one question of the consultation are printed rounded: 68, 28 and 5 %."""
RECOMMENDATIONS_BY_AXIS = {1: 7, 2: 8, 3: 8, 4: 9, 5: 10}


def check_exposure(rows: Sequence[ExposureRow]) -> Iterator[Inconsistency]:
    """Check that each qualification rates the same 58 jobs, ranked 1 to 58 by falling score."""
    file = "exposure.csv"
    jobs = {row.job for row in rows}
    for qualification in Qualification:
        rated = [row for row in rows if row.qualification is qualification]
        if len(rated) != JOB_COUNT or {row.job for row in rated} != jobs:
            yield _found(file, "jobs", qualification=qualification, expected=JOB_COUNT)
        ranked = sorted(rated, key=lambda row: row.rank)
        if [row.rank for row in ranked] != list(range(1, len(rated) + 1)):
            yield _found(file, "ranks", qualification=qualification)
        if any(after.score > before.score for before, after in pairwise(ranked)):
            yield _found(file, "order", qualification=qualification)
    if len({(row.job, row.family_code, row.family, row.core) for row in rows}) != len(jobs):
        yield _found(file, "identity")


def check_core_jobs(
    exposure: Sequence[ExposureRow], distributions: Sequence[DistributionRow]
) -> Iterator[Inconsistency]:
    """Check that the ten core jobs, and no other, have one distribution per qualification."""
    core = {(row.job, row.qualification) for row in exposure if row.core}
    described = Counter((row.job, row.qualification) for row in distributions)
    expected = CORE_JOB_COUNT * len(Qualification)
    if len(core) != expected:
        yield _found("exposure.csv", "core", expected=CORE_JOB_COUNT)
    if set(described) != core or sum(described.values()) != expected:
        yield _found("distributions.csv", "distributions", expected=expected)


def check_distributions(
    exposure: Sequence[ExposureRow],
    distributions: Sequence[DistributionRow],
    contradictions: Sequence[ContradictionRow],
) -> Iterator[Inconsistency]:
    """Check sheets against their counts and the scores, known contradictions set aside."""
    printed = {(row.job, row.qualification): row for row in exposure}
    known = {(row.job, row.qualification) for row in contradictions}
    for line, row in enumerate(distributions, start=FIRST_LINE):
        table = printed.get((row.job, row.qualification))
        agrees = table is None or (row.score, row.exposure_class) == (
            table.score,
            table.exposure_class,
        )
        agrees = agrees and row.total == row.announced
        if not agrees and (row.job, row.qualification) not in known:
            yield _found("distributions.csv", "disagreement", line=line, job=row.job)


def check_use_cases(rows: Sequence[UseCaseRow]) -> Iterator[Inconsistency]:
    """Check that there are 50 use cases of priority 1, 44 of 2 and 23 of 3, none twice."""
    file = "use_cases.csv"
    yield from _counts(file, Counter(row.priority for row in rows), USE_CASES_BY_PRIORITY)
    seen: set[tuple[str, str]] = set()
    for line, row in enumerate(rows, start=FIRST_LINE):
        if (row.variant, row.use_case) in seen:
            yield _found(file, "repeated", line=line, name=row.use_case)
        seen.add((row.variant, row.use_case))


def check_recommendations(rows: Sequence[RecommendationRow]) -> Iterator[Inconsistency]:
    """Check that there are 42 recommendations, numbered from 1 within each of the five axes."""
    file = "recommendations.csv"
    yield from _counts(file, Counter(row.axis for row in rows), RECOMMENDATIONS_BY_AXIS)
    for axis in {row.axis for row in rows}:
        numbers = [row.number for row in rows if row.axis == axis]
        if numbers != list(range(1, len(numbers) + 1)):
            yield _found(file, "numbers", axis=axis)
        if len({row.axis_name for row in rows if row.axis == axis}) > 1:
            yield _found(file, "axis_name", axis=axis)


def check_consultation(rows: Sequence[ConsultationRow]) -> Iterator[Inconsistency]:
    """Check that percentages of a question add up to 100 at most, and each gap is explained."""
    file = "consultation.csv"
    totals: Counter[str] = Counter()
    for line, row in enumerate(rows, start=FIRST_LINE):
        totals[row.question] += row.percentage or 0
        if row.percentage is None and not row.wording:
            yield _found(file, "no_percentage", line=line, option=row.option)
    for question, total in totals.items():
        if total > 100 + ROUNDING:
            yield _found(file, "percentages", question=question)


def check_contradictions(rows: Sequence[ContradictionRow]) -> Iterator[Inconsistency]:
    """Check that contradictions are numbered from 1 and support one of their own two values."""
    file = "contradictions.csv"
    if [row.id for row in rows] != list(range(1, len(rows) + 1)):
        yield _found(file, "ids")
    for line, row in enumerate(rows, start=FIRST_LINE):
        if row.supported not in {"", row.value_a, row.value_b}:
            yield _found(file, "supported", line=line, value=row.supported)


def check_job_names(
    file: str, names: Sequence[str], jobs: frozenset[str]
) -> Iterator[Inconsistency]:
    """Check that every non-empty name, in row order, is exactly that of one of the 58 jobs."""
    for line, name in enumerate(names, start=FIRST_LINE):
        if name and name not in jobs:
            yield _found(file, "orphan", line=line, job=name)


def _counts(file: str, found: Counter[int], expected: dict[int, int]) -> Iterator[Inconsistency]:
    if dict(found) != expected:
        yield _found(file, "counts", found=_shown(found), expected=_shown(expected))


def _shown(counts: Mapping[int, int]) -> str:
    return ", ".join(f"{key} : {counts[key]}" for key in sorted(counts))


def _found(file: str, entry: str, *, line: int | None = None, **params: object) -> Inconsistency:
    return Inconsistency(f"{STUDY_ID}/{file}", line, sentence(f"corpus.table_{entry}", **params))
