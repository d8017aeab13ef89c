"""The place in the study of each kind of row, as a ``Source``."""

from collections.abc import Iterable

from assistant.scoring.ratings import QUALIFICATIONS, RatedJob
from assistant.scoring.rounding import french
from assistant.scoring.trace import Source
from corpus.assistance import (
    STUDY_ID,
    ConsultationRow,
    DistributionRow,
    ExposureRow,
    RecommendationRow,
    UseCaseRow,
)

COLUMN_WIDTH = 40
"""The score tables cut longer job names, at 45 characters or a little more."""


def of_exposure(row: ExposureRow) -> Source:
    """Return the printed line of a job in a score table."""
    needles = (row.job[:COLUMN_WIDTH], french(row.score))
    return Source(STUDY_ID, row.section, row.place, needles)


def of_score_tables(jobs: Iterable[RatedJob]) -> tuple[Source, ...]:
    """Return the three score tables in which these jobs stand, without any one line."""
    rows = (row for rated in jobs for row in rated.rows)
    places = {row.qualification: (row.section, row.place) for row in rows}
    return tuple(Source(STUDY_ID, *places[each]) for each in QUALIFICATIONS if each in places)


def of_distribution(row: DistributionRow) -> Source:
    """Return the line of a job's sheet that prints how many skills stand at each level."""
    counts = f"{row.n1} {row.n2} {row.n3} {row.n4} {row.n5}"
    return Source(STUDY_ID, row.section, row.place, (counts,))


def of_use_case(row: UseCaseRow) -> Source:
    """Return the line of a job's sheet that prints a use case."""
    return Source(STUDY_ID, row.section, row.place, (row.use_case,))


def of_recommendation(row: RecommendationRow) -> Source:
    """Return the line that prints a recommendation."""
    return Source(STUDY_ID, row.section, row.place, (row.title,))


def of_consultation(row: ConsultationRow) -> Source:
    """Return the passage that gives a percentage of the consultation."""
    needles = () if row.percentage is None else (str(row.percentage),)
    return Source(STUDY_ID, row.section, row.place, needles)
