"""Questions in JSON lines, one answer line for each, in order; a bad line never stops the rest."""

import json
import time
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.contract import answer_record, error_record
from assistant.question import Persona, Question
from assistant.vigie import Vigie
from prompts.errors import VigieError
from prompts.wording import sentence


class BatchLine(BaseModel):
    """One line of input."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    id: str
    question: str
    history: tuple[str, ...] = Field(default=(), strict=False)
    persona: str = Persona.EMPLOYE.value


def answer_lines(vigie: Vigie, lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the record of each line that is not blank."""
    for line in lines:
        if line.strip():
            yield _answer_line(vigie, line)


def answer_question(vigie: Vigie, identifier: str, question: Question) -> dict[str, Any]:
    """Return the record of one question; a question that cannot be put gives an error record."""
    start = time.perf_counter()
    try:
        answer = vigie.answer(question)
    except VigieError as error:
        return error_record(identifier, error.key, str(error), _elapsed_ms(start))
    return answer_record(identifier, answer, _elapsed_ms(start))


def read_persona(name: str) -> Persona:
    """Return the persona of this name.

    Raises:
        VigieError: ``question.unknown_persona``.
    """
    try:
        return Persona(name)
    except ValueError:
        raise VigieError("question.unknown_persona", persona=name) from None


def _answer_line(vigie: Vigie, line: str) -> dict[str, Any]:
    start = time.perf_counter()
    identifier = ""
    try:
        data = json.loads(line)
        identifier = str(data.get("id", "")) if isinstance(data, dict) else ""
        read = BatchLine.model_validate(data)
        question = Question(read.question, read_persona(read.persona), read.history)
    except (ValueError, RecursionError) as error:
        if isinstance(error, ValidationError):
            return _unreadable(identifier, _bad_fields(error), start)
        return _unreadable(identifier, sentence("question.not_json"), start)
    except VigieError as error:
        return error_record(identifier, error.key, str(error), _elapsed_ms(start))
    return answer_question(vigie, read.id, question)


def _bad_fields(error: ValidationError) -> str:
    fields = ", ".join(dict.fromkeys(str(e["loc"][0]) for e in error.errors() if e["loc"]))
    return sentence("question.bad_fields", fields=fields or "?")


def _unreadable(identifier: str, reason: str, start: float) -> dict[str, Any]:
    text = sentence("question.bad_line", reason=reason)
    return error_record(identifier, "question.bad_line", text, _elapsed_ms(start))


def _elapsed_ms(start: float) -> float:
    return (time.perf_counter() - start) * 1000
