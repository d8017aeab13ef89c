"""The questions of the evaluation: what is asked, and what a right answer must hold."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

QUESTIONS_DIR = Path(__file__).parent / "questions"

Split = Literal["open", "kept"]
SetName = Literal["tables", "texts", "refusals", "clarifications", "conversations"]
Persona = Literal["employe", "rh", "manager"]
Kind = Literal["table", "text", "refusal", "clarification", "conversation"]
Expected = Literal["answer", "refusal", "clarification"]
StudyId = Literal["assistance-2025", "conseil-telecoms", "impact-ai-2020", "omt-2014", "omt-2020"]


class Evidence(BaseModel):
    """A place of a study that answers a question.

    ``pages`` are pages of the official PDF, from 1. A ``snippet`` (at most 8 words) stands on each
    of them once folded; without one the place is a table, which may be cited without a page.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    study: StudyId
    pages: tuple[int, ...] = Field(min_length=1)
    snippet: str | None = None


class Question(BaseModel):
    """One question with the facts of its right answer.

    Every group of ``must`` needs one of its alternatives in the answer, and no string of
    ``must_not`` may be there. ``history`` holds the earlier questions, oldest first.
    """

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9-]+-\d{2}$")
    split: Split
    persona: Persona
    kind: Kind
    study: StudyId | None
    question: str = Field(min_length=1)
    history: tuple[str, ...] = ()
    expect: Expected
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None

    @property
    def on_text(self) -> bool:
        """Whether the answer stands in running text rather than in a table."""
        return any(place.snippet for place in self.evidence)

    @model_validator(mode="after")
    def _has_what_its_kind_needs(self) -> Self:
        if (self.kind == "conversation") != bool(self.history):
            raise ValueError("a conversation, and nothing else, has a history")
        if self.kind in ("refusal", "clarification") and self.expect != self.kind:
            raise ValueError(f"a {self.kind} cannot expect « {self.expect} »")
        if self.kind in ("table", "text") and self.expect != "answer":
            raise ValueError(f"a question of kind {self.kind} expects an answer")
        if self.expect == "answer" and not (self.must and self.evidence and self.study):
            raise ValueError("an answer needs a study, facts and evidence")
        if self.expect != "answer" and self.evidence:
            raise ValueError("only an answer has evidence")
        if self.kind in ("table", "text") and self._mixed_evidence():
            raise ValueError("all the evidence of a text has a snippet, and none of a table")
        if not all(self.must) or not all(all(group) for group in self.must):
            raise ValueError("a group of facts, or a fact, is empty")
        return self

    def _mixed_evidence(self) -> bool:
        return any(bool(place.snippet) != (self.kind == "text") for place in self.evidence)


def load_questions(
    splits: tuple[Split, ...] = ("open", "kept"), sets: tuple[SetName, ...] = ()
) -> tuple[Question, ...]:
    """Return the questions of the ``splits`` and of the ``sets`` (all when empty), in file order.

    Raises:
        ValueError: a line is no valid question; the message names the file and the line.

    """
    paths = [path for split in splits for path in sorted((QUESTIONS_DIR / split).glob("*.jsonl"))]
    return tuple(
        question for path in paths if not sets or path.stem in sets for question in _read(path)
    )


def _read(path: Path) -> Iterator[Question]:
    with path.open(encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            try:
                yield Question.model_validate_json(line)
            except ValidationError as error:
                raise ValueError(f"{path}:{number}: {error}") from error
