"""The figures that an answer may state, for the traces."""

import re
from collections.abc import Iterable
from decimal import Decimal

from assistant.scoring.ratings import RatedJob, RaterGap, Rating
from assistant.scoring.trace import Figure, subject
from corpus.assistance import ContradictionRow

NUMBER = re.compile(r"\d+(?:,\d+)?")


def of_job(rated: RatedJob) -> tuple[Figure, ...]:
    """Return the three scores and ranks of a job, and its gap between raters."""
    return (*of_ratings(rated.job, rated.ratings), *of_gap(rated.job, rated.gap))


def of_ratings(job: str, ratings: Iterable[Rating]) -> tuple[Figure, ...]:
    """Return the score and rank of a job in each of these ratings."""
    found: list[Figure] = []
    for rating in ratings:
        of = subject(job, rating.qualification)
        found += (Figure("score", rating.score, of), Figure("rank", rating.rank, of))
    return tuple(found)


def of_gap(job: str, gap: RaterGap) -> tuple[Figure, ...]:
    """Return the difference of score and the shift of rank between PwC and the experts."""
    return (
        Figure("score_difference", gap.score_difference, job),
        Figure("rank_shift", gap.rank_shift, job),
    )


def totals(**counts: int) -> tuple[Figure, ...]:
    """Return counts that are of nothing in particular, each under its own name."""
    return tuple(Figure(name, count) for name, count in counts.items())


def of_contradictions(rows: Iterable[ContradictionRow]) -> tuple[Figure, ...]:
    """Return the figures that the study prints on either side of its contradictions."""
    return tuple(
        Figure("contradiction", _number(text), str(row.id))
        for row in rows
        for text in NUMBER.findall(f"{row.subject} ; {row.value_a} ; {row.value_b}")
    )


def _number(text: str) -> Decimal | int:
    return Decimal(text.replace(",", ".")) if "," in text else int(text)
