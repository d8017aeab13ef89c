"""What the companies consulted answered: the options of a question and their percentages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.scoring import sources
from assistant.scoring.closest import closest
from assistant.scoring.ordering import by_name, folded
from assistant.scoring.trace import Figure, Trace, subject
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables, ConsultationRow
from prompts.errors import VigieError

OPERATION = "consultation"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer; ``percentage`` is ``None`` when the text gives it in words only (``wording``)."""

    option: str
    percentage: int | None
    wording: str


@dataclass(frozen=True, slots=True)
class ConsultationQuestion:
    """A question with its options: highest percentage first, then those without one, by name.

    ``without_figure`` counts the options whose percentage the text does not give.
    """

    section: str
    question: str
    options: tuple[Option, ...]
    without_figure: int


@dataclass(frozen=True, slots=True)
class Consultation:
    """The questions asked for, in the order of the study's sections."""

    questions: tuple[ConsultationQuestion, ...]
    trace: Trace


def consultation(tables: AssistanceTables, question: str | None = None) -> Consultation:
    """Return one question (case and accents aside) with its answers, or all of them.

    Raises:
        VigieError: ``scoring.unknown_question``, with ``question`` and ``closest``.

    """
    rows = [row for row in tables.consultation if _asked(row, question)]
    if not rows:
        names = closest(question or "", (row.question for row in tables.consultation))
        raise VigieError("scoring.unknown_question", question=question, closest=names)
    ordered = sorted(rows, key=_order)
    questions = tuple(
        _question(tuple(part)) for _, part in groupby(ordered, key=lambda row: row.question)
    )
    return Consultation(
        questions=questions,
        trace=Trace(
            operation=OPERATION,
            figures=_figures(questions),
            sources=tuple(sources.of_consultation(row) for row in ordered),
            version=data_version(tables),
        ),
    )


def _asked(row: ConsultationRow, question: str | None) -> bool:
    return question is None or folded(question) == folded(row.question)


def _order(row: ConsultationRow) -> tuple[object, ...]:
    section = tuple(int(part) for part in row.section.split("."))
    without = row.percentage is None
    return section, by_name(row.question), without, -(row.percentage or 0), by_name(row.option)


def _question(rows: Sequence[ConsultationRow]) -> ConsultationQuestion:
    return ConsultationQuestion(
        section=rows[0].section,
        question=rows[0].question,
        options=tuple(Option(row.option, row.percentage, row.wording) for row in rows),
        without_figure=sum(row.percentage is None for row in rows),
    )


def _figures(questions: Iterable[ConsultationQuestion]) -> tuple[Figure, ...]:
    return tuple(
        Figure("percentage", option.percentage, subject(asked.question, option.option))
        for asked in questions
        for option in asked.options
        if option.percentage is not None
    )
