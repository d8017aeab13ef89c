"""The rows of the tables of ``assistance-2025``: what the study prints, and where it prints it."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from corpus.model import CorpusModel, Score, Section, Text

STUDY_ID = "assistance-2025"

JOB_COUNT = 58

Count = Annotated[int, Field(ge=0)]


class Qualification(StrEnum):
    """Who rated the skills of a job, and over which skills."""

    PWC_ROME = "pwc_rome"
    PWC_REVISED = "pwc_revised"
    EXPERTS = "experts"


class ExposureClass(StrEnum):
    """The study's four profiles of impact, by their French labels."""

    EMERGING = "Émergent"
    EVOLVING = "En évolution"
    TRANSFORMING = "En forte transformation"
    UNAFFECTED = "Non impacté ou de manière négligeable"


class PlacedRow(CorpusModel):
    """A row that knows its place: the section's printed number and the table's short name."""

    section: Section
    place: Text


class ExposureRow(PlacedRow):
    """The score, rank (1 to 58) and class of one job in one qualification."""

    qualification: Qualification
    family_code: Annotated[str, Field(pattern=r"^\d{2}$")]
    family: Text
    job: Text
    core: bool
    score: Score
    rank: Annotated[int, Field(ge=1, le=JOB_COUNT)]
    exposure_class: ExposureClass


class DistributionRow(PlacedRow):
    """How many skills of a core job stand at each level, from 1 (negligible) to 5 (major).

    ``announced`` is the printed number of skills, ``score`` and ``exposure_class`` those of the
    job's sheet: where they differ from the counts or from the other tables, the contradiction is
    the study's own (see ``ContradictionRow``). ``note`` is a reservation that the sheet makes.
    """

    job: Text
    qualification: Qualification
    n1: Count
    n2: Count
    n3: Count
    n4: Count
    n5: Count
    announced: Count
    score: Score
    exposure_class: ExposureClass
    note: str = ""

    @property
    def total(self) -> int:
        """The number of skills that the five counts add up to."""
        return self.n1 + self.n2 + self.n3 + self.n4 + self.n5


class UseCaseRow(PlacedRow):
    """A use case of a core job: priority 1 (first) to 3, and what the experts said, paraphrased.

    ``variant`` is the job, or the speciality of it whose list this is. ``limit`` and
    ``prerequisite`` say that the experts gave one; the comment names it.
    """

    job: Text
    variant: Text
    use_case: Text
    priority: Annotated[int, Field(ge=1, le=3)]
    limit: bool
    prerequisite: bool
    comment: str = ""


class RecommendationRow(PlacedRow):
    """One recommendation of the study, by axis (1 to 5) and number within it."""

    axis: Annotated[int, Field(ge=1, le=5)]
    axis_name: Text
    number: Annotated[int, Field(ge=1)]
    title: Text


class ConsultationRow(PlacedRow):
    """One answer of the consultation: its percentage, or ``None`` when the text gives words only.

    ``wording`` paraphrases what the text says of it, or names the source of a figure that does
    not come from the consultation itself.
    """

    question: Text
    option: Text
    percentage: Annotated[int, Field(ge=0, le=100)] | None = None
    wording: str = ""


class ContradictionRow(CorpusModel):
    """Two things that the study says of one subject, and which of them its counts support.

    ``supported`` repeats the value that the printed counts support, and is empty when they
    settle nothing. ``qualification`` is empty when the contradiction is not about one.
    """

    id: Annotated[int, Field(ge=1)]
    job: str = ""
    qualification: Qualification | None = None
    subject: Text
    value_a: Text
    place_a: Text
    value_b: Text
    place_b: Text
    supported: str = ""
    section: Section
