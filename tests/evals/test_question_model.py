"""A malformed question is refused when the sets are loaded, never scored."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from . import questions
from .questions import Question, load_questions
from .samples import TEXT


@pytest.mark.parametrize(
    "change",
    [
        {"id": "No number"},
        {"split": "secret"},
        {"persona": "client"},
        {"study": "omt-1999"},
        {"question": ""},
        {"history": ["avant"]},
        {"kind": "conversation"},
        {"kind": "refusal"},
        {"kind": "table"},
        {"expect": "refusal"},
        {"study": None},
        {"must": []},
        {"must": [[]]},
        {"must": [[""]]},
        {"evidence": []},
        {"evidence": [{"study": "omt-2020", "pages": [], "snippet": "des mots"}]},
        {"evidence": [{"study": "omt-2020", "pages": [46]}]},
        {"surplus": True},
    ],
    ids=str,
)
def test_malformed_question_is_refused(change: dict[str, object]) -> None:
    """Each field is checked, alone and with the kind of the question."""
    fields = TEXT.model_dump(mode="json") | change
    with pytest.raises(ValidationError):
        Question.model_validate(fields, strict=False)


def test_error_names_the_file_and_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever edits a set is told where the mistake is."""
    monkeypatch.setattr(questions, "QUESTIONS_DIR", tmp_path)
    (tmp_path / "open").mkdir()
    lines = f"{TEXT.model_dump_json()}\n{{}}\n"
    (tmp_path / "open" / "texts.jsonl").write_text(lines, encoding="utf-8")
    with pytest.raises(ValueError, match=r"texts\.jsonl:2: "):
        load_questions(("open",))


def test_sets_are_chosen_by_name() -> None:
    """Naming a set loads that set alone."""
    loaded = load_questions(("open",), ("refusals",))
    assert {question.kind for question in loaded} == {"refusal"}
