"""What the digest of ``assistance-2025`` can name: the rows of its tables, and what they count."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from corpus.assistance import (
    STUDY_ID,
    AssistanceTables,
    ConsultationRow,
    DistributionRow,
    ExposureClass,
    ExposureRow,
    Qualification,
    RecommendationRow,
    UseCaseRow,
    load_assistance,
)
from corpus.key_figures import KeyFigure, load_key_figures
from ingest.digests.listing import Family, axes_of, families_of, listed, only, share_of

_MINUS = "\u2212"


@dataclass(frozen=True)
class AssistanceFacts:
    """The tables and key figures of the study, with the look-ups that its digest needs.

    Every look-up that finds nothing, or more than one row where one is meant, raises LookupError.
    """

    tables: AssistanceTables
    figures: tuple[KeyFigure, ...]

    @classmethod
    def load(cls, root: Path) -> "AssistanceFacts":
        """Return the facts of the corpus under ``root``."""
        return cls(load_assistance(root), load_key_figures(root / STUDY_ID))

    def names(self) -> Mapping[str, object]:
        """Return what a template may name, by name."""
        look_ups = [
            self.figure, self.exposure, self.rating, self.distribution, self.distributions,
            self.use_cases, self.recommendation, self.consultation, self.answer, self.count,
            self.share, self.jobs_in, self.lowest, self.highest, self.climb, self.announced,
            self.largest_shift_but, listed,
        ]  # fmt: skip
        return {
            **{look_up.__name__: look_up for look_up in look_ups},
            "rome": Qualification.PWC_ROME,
            "revised": Qualification.PWC_REVISED,
            "experts": Qualification.EXPERTS,
            "classes": tuple(ExposureClass),
            "jobs": len(self.tables.jobs),
            "core_jobs": self.core_jobs,
            "families": self.families,
            "axes": axes_of(self.tables.recommendations),
            "recommendations": self.tables.recommendations,
            "moved": self.moved,
            "raised": self.reassessed(raised=True),
            "lowered": self.reassessed(raised=False),
        }

    @property
    def core_jobs(self) -> tuple[str, ...]:
        """The core jobs, in the order of their sheets."""
        return tuple(dict.fromkeys(row.job for row in self.tables.distributions))

    @property
    def families(self) -> tuple[Family, ...]:
        """The families of jobs, by code."""
        return families_of(self.exposure(Qualification.EXPERTS))

    @property
    def moved(self) -> tuple[str, ...]:
        """The jobs that the experts did not rate, whose printed score changes all the same."""
        return tuple(
            row.job
            for row in self.exposure(Qualification.EXPERTS)
            if not row.core and self._shift(row.job)
        )

    def figure(self, label: str) -> int:
        """Return the key figure of that label."""
        return only(row for row in self.figures if row.label == label).value

    def exposure(self, qualification: Qualification) -> tuple[ExposureRow, ...]:
        """Return the jobs of one qualification, by rank."""
        rows = [row for row in self.tables.exposure if row.qualification is qualification]
        return tuple(sorted(rows, key=lambda row: row.rank))

    def rating(self, job: str, qualification: Qualification) -> ExposureRow:
        """Return what one qualification says of one job."""
        return only(row for row in self.exposure(qualification) if row.job == job)

    def distributions(self, job: str) -> tuple[DistributionRow, ...]:
        """Return the levels of the skills of one core job, one row for each qualification."""
        return tuple(row for row in self.tables.distributions if row.job == job)

    def distribution(self, job: str, qualification: Qualification) -> DistributionRow:
        """Return the levels of the skills of one core job in one qualification."""
        return only(row for row in self.distributions(job) if row.qualification is qualification)

    def use_cases(self, variant: str) -> tuple[UseCaseRow, ...]:
        """Return the use cases of one job, or of one speciality of it."""
        return tuple(row for row in self.tables.use_cases if row.variant == variant)

    def recommendation(self, axis: int, number: int) -> RecommendationRow:
        """Return one recommendation of one axis."""
        rows = self.tables.recommendations
        return only(row for row in rows if (row.axis, row.number) == (axis, number))

    def consultation(self, section: str) -> tuple[ConsultationRow, ...]:
        """Return the answers to the question of one section, without the figures told beside it."""
        rows = [row for row in self.tables.consultation if row.section == section]
        return tuple(row for row in rows if row.place == rows[0].place)

    def answer(self, section: str, start: str) -> int:
        """Return the percentage of the one answer of a section that starts so."""
        rows = [row for row in self.tables.consultation if row.section == section]
        row = only(row for row in rows if row.option.startswith(start))
        if row.percentage is None:
            raise LookupError(start)
        return row.percentage

    def count(self, qualification: Qualification, name: str, *, core: bool | None = None) -> int:
        """Return how many jobs are of that class, of the core jobs only if ``core`` is true."""
        rows = [row for row in self.exposure(qualification) if row.exposure_class == name]
        return len([row for row in rows if core is None or row.core is core])

    def share(self, qualification: Qualification, name: str) -> int:
        """Return the percentage of the jobs that are of that class."""
        return share_of(self.count(qualification, name), len(self.tables.jobs))

    def jobs_in(self, qualification: Qualification, name: str) -> str:
        """Return the jobs of that class, by rank, as an enumeration."""
        rows = self.exposure(qualification)
        return listed([row.job for row in rows if row.exposure_class == name])

    def lowest(self, qualification: Qualification, name: str) -> ExposureRow:
        """Return the least exposed job of that class."""
        return [row for row in self.exposure(qualification) if row.exposure_class == name][-1]

    def highest(self, qualification: Qualification, name: str) -> ExposureRow:
        """Return the most exposed job of that class."""
        return next(row for row in self.exposure(qualification) if row.exposure_class == name)

    def climb(self, job: str) -> str:
        """Return by how many places the experts move a job up (« +14 ») or down (« −19 »)."""
        before = self.rating(job, Qualification.PWC_REVISED).rank
        places = before - self.rating(job, Qualification.EXPERTS).rank
        return f"{places:+d}".replace("-", _MINUS)

    def announced(self, qualification: Qualification) -> int:
        """Return the number of skills that the sheets of the core jobs announce together."""
        rows = [row for row in self.tables.distributions if row.qualification is qualification]
        return sum(row.announced for row in rows)

    def reassessed(self, *, raised: bool) -> tuple[str, ...]:
        """Return the core jobs whose score the experts raise, or those whose score they lower."""
        return tuple(job for job in self.core_jobs if (self._shift(job) > 0) is raised)

    def largest_shift_but(self, job: str) -> Decimal:
        """Return the largest change of score among the moved jobs, ``job`` left out."""
        return max(abs(self._shift(other)) for other in self.moved if other != job)

    def _shift(self, job: str) -> Decimal:
        before = self.rating(job, Qualification.PWC_REVISED).score
        return self.rating(job, Qualification.EXPERTS).score - before
