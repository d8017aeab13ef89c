"""The structured tables of ``assistance-2025``, loaded once and checked against each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus import assistance_checks as checks
from corpus.assistance_rows import (
    STUDY_ID,
    ConsultationRow,
    ContradictionRow,
    DistributionRow,
    ExposureClass,
    ExposureRow,
    Qualification,
    RecommendationRow,
    UseCaseRow,
)
from corpus.csv_rows import read_rows
from corpus.inconsistency import Inconsistency, refuse
from corpus.locate import CORPUS_ROOT
from corpus.model import CorpusModel

__all__ = [
    "STUDY_ID",
    "TABLES",
    "AssistanceTables",
    "ConsultationRow",
    "ContradictionRow",
    "DistributionRow",
    "ExposureClass",
    "ExposureRow",
    "Qualification",
    "RecommendationRow",
    "UseCaseRow",
    "inconsistencies",
    "load_assistance",
    "read_assistance",
]

TABLES: dict[str, type[CorpusModel]] = {
    "exposure": ExposureRow,
    "distributions": DistributionRow,
    "use_cases": UseCaseRow,
    "recommendations": RecommendationRow,
    "consultation": ConsultationRow,
    "contradictions": ContradictionRow,
}
"""The model of each table, by the name of its file and of its field in ``AssistanceTables``."""


@dataclass(frozen=True)
class AssistanceTables:
    """Every table of the study, each in the order in which the study prints its rows."""

    exposure: tuple[ExposureRow, ...]
    distributions: tuple[DistributionRow, ...]
    use_cases: tuple[UseCaseRow, ...]
    recommendations: tuple[RecommendationRow, ...]
    consultation: tuple[ConsultationRow, ...]
    contradictions: tuple[ContradictionRow, ...] = ()

    @property
    def jobs(self) -> frozenset[str]:
        """The names of the rated jobs."""
        return frozenset(row.job for row in self.exposure)


@lru_cache
def load_assistance(root: Path = CORPUS_ROOT) -> AssistanceTables:
    """Return the tables under ``root``, read and checked once in the life of the process.

    Raises:
        VigieError: a file or a row cannot be used (see ``corpus.csv_rows.read_rows``), or the
            tables disagree (``corpus.bad_table``, with ``file``, ``line`` and ``reason``).

    """
    tables = read_assistance(root)
    refuse(inconsistencies(tables))
    return tables


def read_assistance(root: Path) -> AssistanceTables:
    """Return the tables under ``root``, each row checked on its own only."""
    folder = root / STUDY_ID
    return AssistanceTables(
        exposure=read_rows(folder / "exposure.csv", ExposureRow),
        distributions=read_rows(folder / "distributions.csv", DistributionRow),
        use_cases=read_rows(folder / "use_cases.csv", UseCaseRow),
        recommendations=read_rows(folder / "recommendations.csv", RecommendationRow),
        consultation=read_rows(folder / "consultation.csv", ConsultationRow),
        contradictions=read_rows(folder / "contradictions.csv", ContradictionRow),
    )


def inconsistencies(tables: AssistanceTables) -> Iterator[Inconsistency]:
    """Yield everything that does not hold between the rows of ``tables``."""
    yield from checks.check_exposure(tables.exposure)
    yield from checks.check_core_jobs(tables.exposure, tables.distributions)
    yield from checks.check_distributions(
        tables.exposure, tables.distributions, tables.contradictions
    )
    yield from checks.check_use_cases(tables.use_cases)
    yield from checks.check_recommendations(tables.recommendations)
    yield from checks.check_consultation(tables.consultation)
    yield from checks.check_contradictions(tables.contradictions)
    for file, names in {
        "distributions.csv": [row.job for row in tables.distributions],
        "use_cases.csv": [row.job for row in tables.use_cases],
        "contradictions.csv": [row.job for row in tables.contradictions],
    }.items():
        yield from checks.check_job_names(file, names, tables.jobs)
