"""The command asks the questions that it is told to ask."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from . import __main__ as command
from .judge import Verdict, judge
from .questions import Question
from .samples import REPLY


def _silence(questions: Sequence[Question]) -> Iterator[Verdict]:
    for question in questions:
        yield judge(question, REPLY.model_copy(update={"id": question.id, "answer": "…"}))


@pytest.mark.parametrize(
    ("arguments", "splits"),
    [([], {"open"}), (["--split", "kept"], {"kept"}), (["--split", "all"], {"open", "kept"})],
)
def test_split_and_set_choose_the_questions(
    arguments: list[str], splits: set[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The open questions are asked unless told otherwise, and only the sets that are named."""
    asked: list[Question] = []

    def evaluate(questions: Sequence[Question]) -> Iterator[Verdict]:
        asked.extend(questions)
        return _silence(questions)

    monkeypatch.setattr(command, "evaluate", evaluate)
    results = tmp_path / "results.json"
    command.main([*arguments, "--set", "tables", "--failures", "--json", str(results)])
    assert {question.split for question in asked} == splits
    assert {question.kind for question in asked} == {"table"}
    assert len(json.loads(results.read_text(encoding="utf-8"))["questions"]) == len(asked)
