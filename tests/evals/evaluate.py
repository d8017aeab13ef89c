"""Answering and judging questions in one go."""

from collections.abc import Iterator, Sequence

from .batch import COMMAND, ask
from .judge import Verdict, judge
from .questions import Question


def evaluate(questions: Sequence[Question], command: Sequence[str] = COMMAND) -> Iterator[Verdict]:
    """Yield the verdict on each of ``questions``, in order, as the replies arrive."""
    replies = ask(questions, command)
    return (judge(question, reply) for question, reply in zip(questions, replies, strict=True))
