"""The JSON form of an answer, which other programs rely on."""

import json
from typing import Any

import pytest

from assistant.answer import Answer, AnswerKind, Block, BlockKind
from assistant.contract import answer_record, error_record
from assistant.vigie import Vigie
from tests.assistant.conftest import Ask
from tests.assistant.evidence_samples import chunk

KEYS = ["id", "kind", "reason", "answer", "citations", "passages", "model", "elapsed_ms"]
CITATION_KEYS = ["key", "kind", "study", "page", "section", "quote"]
PASSAGE_KEYS = ["study", "page", "section", "text"]


def check_record(record: dict[str, Any]) -> None:
    """Check the keys and the types of a record, as it reads once written in JSON."""
    record = json.loads(json.dumps(record, ensure_ascii=False))
    assert list(record) == KEYS
    assert isinstance(record["id"], str)
    assert record["kind"] in {"answer", "clarification", "refusal", "error"}
    assert (record["reason"] is None) is (record["kind"] == "answer")
    assert isinstance(record["answer"], str)
    assert record["answer"]
    assert record["model"] is None
    assert isinstance(record["elapsed_ms"], float)
    assert record["elapsed_ms"] >= 0
    assert len(record["passages"]) <= 10
    for citation in record["citations"]:
        assert list(citation) == CITATION_KEYS
        assert citation["kind"] in {"cite", "table", "calcul"}
        assert citation["page"] is None or citation["page"] >= 1
        assert (citation["quote"] is not None) is (citation["kind"] == "cite")
        assert all(isinstance(citation[key], str) for key in ("key", "study", "section"))
    for passage in record["passages"]:
        assert list(passage) == PASSAGE_KEYS
        assert isinstance(passage["page"], int)
        assert all(isinstance(passage[key], str) for key in ("study", "section", "text"))


@pytest.mark.parametrize(
    ("text", "kind", "cites"),
    [
        ("Score du médecin d'assistance ?", "answer", {"calcul"}),
        ("Quels sont les cas d'usage prioritaires du médecin d'assistance ?", "answer", {"table"}),
        ("Que pensent les salariés de l'IA générative ?", "answer", {"cite"}),
        ("Bonjour", "answer", set()),
        ("Score de l'assistant ?", "clarification", set()),
        ("Quel temps fera-t-il demain à Brest ?", "refusal", set()),
    ],
)
def test_a_record_has_the_keys_of_the_design(
    ask: Ask, text: str, kind: str, cites: set[str]
) -> None:
    """Every kind of answer has all the keys, in order, with their types."""
    record = answer_record("q-1", ask(text), 12.345)
    check_record(record)
    assert (record["id"], record["kind"]) == ("q-1", kind)
    assert {citation["kind"] for citation in record["citations"]} == cites
    assert record["elapsed_ms"] == pytest.approx(12.3, abs=0.05)


def test_the_answer_is_the_markdown_with_its_sources(ask: Ask) -> None:
    """Whoever reads the text alone has the sources; each citation is one of its numbers."""
    record = answer_record("", ask("Score du médecin d'assistance ?"), 0.0)
    for citation in record["citations"]:
        assert f"[{citation['key']}]" in record["answer"]
        assert citation["section"] in record["answer"]


def test_at_most_ten_passages_best_first() -> None:
    """What retrieval ranked, as it ranked it, with the path of its headings."""
    passages = tuple(chunk(f"Texte {n}.", "1. A", "1.1. B", identity=str(n)) for n in range(12))
    answer = Answer(AnswerKind.ANSWER, (Block(BlockKind.LIAISON, "Oui."),), passages=passages)
    record = answer_record("", answer, 0.0)
    check_record(record)
    assert [p["text"] for p in record["passages"]] == [p.text for p in passages[:10]]
    assert all(heading in record["passages"][0]["section"] for heading in ("1. A", "1.1. B"))


def test_passages_are_those_of_the_search(vigie: Vigie, ask: Ask) -> None:
    """The record shows what was searched, in the order of the search."""
    text = "Que pensent les salariés de l'IA générative ?"
    found = answer_record("", ask(text), 0.0)["passages"]
    assert [p["text"] for p in found] == [p.text for p in vigie.search.search(text, k=10)]


def test_an_error_has_the_same_keys() -> None:
    """Programs read errors like answers."""
    record = error_record("q-1", "question.empty", "La question est vide.", 0.0)
    check_record(record)
    assert record["kind"] == "error"
    assert record["reason"] == "question.empty"
    assert record["citations"] == record["passages"] == []
