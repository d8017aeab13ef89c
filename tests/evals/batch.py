"""Asking Vigie the questions, through the public contract of ``python -m assistant batch``."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from .questions import Question

CHECKOUT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "assistant", "batch")


class BatchError(RuntimeError):
    """The program did not keep the contract of one reply for each question, in order."""


class Citation(BaseModel):
    """What an answer rests on: a passage (``cite``), a row of a table or a computation."""

    model_config = ConfigDict(frozen=True)

    key: str
    kind: Literal["cite", "table", "calcul"]
    study: str
    page: int | None
    quote: str | None


class Passage(BaseModel):
    """A passage that retrieval ranked among the first ten."""

    model_config = ConfigDict(frozen=True)

    study: str
    page: int | None
    text: str


class Reply(BaseModel):
    """One line of output; fields that the evaluation does not use are left out."""

    model_config = ConfigDict(frozen=True)

    id: str
    kind: Literal["answer", "clarification", "refusal", "error"]
    reason: str | None
    answer: str
    citations: tuple[Citation, ...]
    passages: tuple[Passage, ...] = Field(max_length=10)
    elapsed_ms: float


def ask(questions: Sequence[Question], command: Sequence[str] = COMMAND) -> Iterator[Reply]:
    """Yield the reply to each of ``questions``, in order, as one process gives them.

    Raises:
        BatchError: replies are missing, too many or out of order, or the program failed.
        ValidationError: a line is not a reply.

    """
    with TemporaryFile("w+", encoding="utf-8") as requests:
        requests.writelines(_requests(questions))
        requests.seek(0)
        with subprocess.Popen(
            command, stdin=requests, stdout=subprocess.PIPE, encoding="utf-8", cwd=CHECKOUT
        ) as process:
            yield from _in_order(questions, process.stdout or ())
    if process.returncode:
        raise BatchError(f"{' '.join(command)} ended with status {process.returncode}")


def _requests(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        request = question.model_dump(include={"id", "question", "history", "persona"})
        yield json.dumps(request, ensure_ascii=False) + "\n"


def _in_order(questions: Sequence[Question], lines: Iterable[str]) -> Iterator[Reply]:
    count = 0
    for count, line in enumerate(lines, 1):
        reply = Reply.model_validate_json(line)
        if count > len(questions) or reply.id != questions[count - 1].id:
            raise BatchError(f"reply {count} answers « {reply.id} », which was not its turn")
        yield reply
    if count < len(questions):
        raise BatchError(f"{count} replies to {len(questions)} questions")
