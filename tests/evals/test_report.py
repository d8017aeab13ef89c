"""The report shows what failed, and nothing of a question that is kept unread."""

import io
import json
from pathlib import Path

import pytest
from rich.console import Console

from .judge import Verdict, judge
from .report import print_failures, print_summary, write_json
from .samples import REPLY, TEXT
from .summary import summarise

WRONG = REPLY.model_copy(update={"answer": "Jamais [1]."})
KEPT = TEXT.model_copy(update={"split": "kept"})


def _failures(verdict: Verdict, *, reveal: bool = False) -> str:
    console = Console(file=io.StringIO(), width=100)
    print_failures([verdict], console, reveal=reveal)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_open_failure_is_shown_with_its_reason_and_answer() -> None:
    """A failing open question is printed with all that explains it."""
    printed = _failures(judge(TEXT, WRONG))
    assert [s in printed for s in (TEXT.id, TEXT.question, "missing", "Jamais [1].")] == [True] * 4


def test_success_is_not_shown() -> None:
    """Only what failed is printed."""
    assert _failures(judge(TEXT, REPLY)) == ""


@pytest.mark.parametrize("reveal", [False, True])
def test_kept_failure_is_shown_by_its_id_only(*, reveal: bool) -> None:
    """A kept question stays unread unless it is revealed on purpose."""
    printed = _failures(judge(KEPT, WRONG), reveal=reveal)
    assert TEXT.id in printed
    assert ("Jamais" in printed, TEXT.question in printed) == (reveal, reveal)


@pytest.mark.parametrize("reveal", [False, True])
def test_json_hides_kept_answers(tmp_path: Path, *, reveal: bool) -> None:
    """The JSON file says whether a kept question passed, and its answer only when revealed."""
    verdicts = [judge(KEPT, WRONG)]
    write_json(tmp_path / "results.json", summarise(verdicts), verdicts, reveal=reveal)
    written = json.loads((tmp_path / "results.json").read_text(encoding="utf-8"))
    assert written["summary"]["by_kind"] == {"text": {"hits": 0, "total": 1}}
    assert written["questions"][0]["passed"] is False
    assert ("answer" in written["questions"][0]) == reveal


def test_summary_prints_every_figure() -> None:
    """Rates, evidence, quotations, length and latency are all printed."""
    console = Console(file=io.StringIO(), width=100)
    print_summary(summarise([judge(TEXT, REPLY)]), console)
    assert isinstance(console.file, io.StringIO)
    printed = console.file.getvalue()
    figures = ("pass rate", "omt-2020", "rh", "recall", "in first 5", "quoted", "words", "p95")
    assert [figure for figure in figures if figure not in printed] == []
