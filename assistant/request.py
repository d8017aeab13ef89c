"""What a question asks, once understood: the first typed value of the road."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from assistant.question import Question
from corpus.assistance import ExposureClass, Qualification


class Intent(StrEnum):
    """The kind of answer wanted; each has its gatherer and its template."""

    OVERVIEW = "overview"  # what becomes of a job: score, first use cases, what the study says
    SCORE = "score"
    COMPARE = "compare"
    LEVELS = "levels"  # the skills of a job by level, and the formula put back together
    RATERS = "raters"  # PwC against the experts, for a job or in general
    RANKING = "ranking"
    COUNTS = "counts"  # how many jobs in each class
    CLASS_CHANGES = "class_changes"
    FAMILIES = "families"
    USE_CASES = "use_cases"
    SHARED_USE_CASES = "shared_use_cases"
    FIND_USE_CASE = "find_use_case"
    RECOMMENDATIONS = "recommendations"
    CONSULTATION = "consultation"
    STUDIES = "studies"  # what is loaded
    HELP = "help"  # greetings, « que sais-tu faire »
    TEXT = "text"  # anything else: what the studies say, in their words
    CLARIFY = "clarify"
    REFUSE = "refuse"


class Refusal(StrEnum):
    """Why a question gets no answer; each has its sentence in ``prompts``."""

    PERSON = "personne"  # a judgement or a decision about a person
    OFF_TOPIC = "hors_sujet"
    NOT_IN_STUDIES = "absent_des_etudes"
    NOT_COMPUTABLE = "non_calculable"
    INSTRUCTIONS = "consignes"  # asks to change the rules
    UNKNOWN_JOB = "metier_inconnu"
    UNCLEAR = "incomprehensible"


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a table: every field is optional and ``None`` means « no filter »."""

    qualification: Qualification | None = None
    exposure_class: ExposureClass | None = None
    family: str | None = None
    core: bool | None = None
    priority: int | None = None
    axis: int | None = None
    top: int | None = None
    lowest: bool = False
    excluded: tuple[str, ...] = ()
    rank: int | None = None
    score: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None
    limit: bool | None = None
    prerequisite: bool | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading offered when a question has several: what is shown, and the job it means."""

    label: str
    job: str


@dataclass(frozen=True, slots=True)
class Request:
    """A question understood.

    ``query`` is what the studies are searched for, ``thread`` what the conversation was about
    before, when the question leans on it, and ``mentioned`` the jobs spoken of so far, oldest
    first. ``studies`` are those that the question names (a soft filter). ``topic`` carries the
    name of what was recognised besides jobs, such as a use case's title. ``rest``
    holds the content words that no rule recognised. ``absent`` names the topic that the studies are
    known not to treat. ``brief`` asks for a shorter answer,
    ``sourced`` for where it comes from. ``parts`` are the requests of a message that asks
    several things, the first of them included.
    """

    question: Question
    intent: Intent
    query: str
    thread: str = ""
    mentioned: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    filters: Filters = field(default_factory=Filters)
    studies: tuple[str, ...] = ()
    topic: str = ""
    rest: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    refusal: Refusal | None = None
    absent: str = ""
    carried_over: bool = False
    brief: bool = False
    sourced: bool = False
    parts: tuple["Request", ...] = ()
