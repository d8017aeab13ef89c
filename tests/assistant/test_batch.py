"""Questions in JSON lines: one answer line for each, in order, whatever the lines hold."""

import json
from collections.abc import Iterable
from typing import Any

import pytest

from assistant.batch import answer_lines, answer_question, read_persona
from assistant.question import MAX_CHARACTERS, Persona, Question
from assistant.vigie import Vigie
from prompts.errors import VigieError
from tests.assistant.test_contract import check_record

GOOD = '{"id": "bon", "question": "Score du médecin d\'assistance ?"}'


def records(vigie: Vigie, *lines: str) -> list[dict[str, Any]]:
    """Return the records of these lines."""
    return list(answer_lines(vigie, lines))


def line(question: object = "Bonjour", **fields: object) -> str:
    """Return a line of input."""
    return json.dumps({"id": "q", "question": question, **fields})


def test_each_line_has_its_record_in_order(vigie: Vigie) -> None:
    """Ids are echoed, one record for each line, good or bad."""
    lines = [line(id=str(n)) if n % 2 else f'{{"id": "{n}"}}' for n in range(6)]
    found = records(vigie, *lines)
    assert [record["id"] for record in found] == [str(n) for n in range(6)]
    assert [record["kind"] for record in found] == ["error", "answer"] * 3
    for record in found:
        check_record(record)


@pytest.mark.parametrize(
    "bad",
    [
        "pas du JSON",
        "{",
        "[]",
        "12",
        "null",
        '"texte"',
        "{}",
        '{"id": "q"}',
        '{"question": "Bonjour"}',
        '{"id": 3, "question": "Bonjour"}',
        '{"id": "q", "question": 3}',
        '{"id": "q", "question": null}',
        '{"id": "q", "question": ["Bonjour"]}',
        '{"id": "q", "question": "Bonjour", "history": "Bonjour"}',
        '{"id": "q", "question": "Bonjour", "history": [3]}',
        '{"id": "q", "question": "Bonjour", "history": {"a": 1}}',
        '{"id": "q", "question": "Bonjour", "persona": "chat"}',
        '{"id": "q", "question": "Bonjour", "persona": 3}',
        '{"id": "q", "question": ""}',
        '{"id": "q", "question": "   "}',
        '{"id": "q", "question": "?!"}',
        '{"id": "q", "question": "\\u0000\\ud800"}',
        '{"id": "q", "question": "' + "a" * (MAX_CHARACTERS + 1) + '"}',
        "\x00\x01\x7f\ufffd\ufffd",
        "%PDF-1.7 \ufffd",
        "NaN",
        pytest.param(
            "[" * 100_000,
            id="deep",
        ),
        pytest.param(
            '{"id": "q", "question": "Bonjour", "n": ' + "1" * 5_000 + "}",
            id="digits",
        ),
    ],
)
def test_a_bad_line_is_one_error_and_the_next_is_answered(vigie: Vigie, bad: str) -> None:
    """A clear sentence, no traceback, and the batch goes on."""
    wrong, right = records(vigie, bad, GOOD)
    check_record(wrong)
    assert wrong["kind"] == "error"
    assert wrong["reason"].startswith("question.")
    assert "Traceback" not in wrong["answer"]
    assert "validation error" not in wrong["answer"]
    assert "\n" not in wrong["answer"]
    assert (right["id"], right["kind"]) == ("bon", "answer")


def test_the_id_of_a_bad_line_is_echoed_when_it_can_be_read(vigie: Vigie) -> None:
    """A program knows which of its questions failed."""
    (record,) = records(vigie, '{"id": "ma-question", "question": 3}')
    assert record["id"] == "ma-question"


def test_the_fields_at_fault_are_named(vigie: Vigie) -> None:
    """The sentence says which field is missing or of another type."""
    (record,) = records(vigie, '{"id": "q", "persona": 3}')
    assert "question" in record["answer"]
    assert "persona" in record["answer"]


def test_blank_lines_and_unknown_fields_are_passed_over(vigie: Vigie) -> None:
    """An empty line is no question; a field that is not ours changes nothing."""
    assert len(records(vigie, "", "  \n", line(extra={"a": 1}) + "\r\n", "\n")) == 1


def test_the_history_gives_its_subject_to_the_question(vigie: Vigie) -> None:
    """Earlier questions are answered in turn, and not printed."""
    asked = "Quels sont les cas d'usage prioritaires {} d'assistance ?"
    follow, whole = records(
        vigie,
        line("et pour le médecin ?", history=[asked.format("de l'infirmier")]),
        line(asked.format("du médecin")),
    )
    assert follow["kind"] == "answer"
    assert follow["answer"] == whole["answer"]


def test_two_turns_cite_as_the_second_alone(vigie: Vigie) -> None:
    """Citations of a second turn are numbered from one, and point to its own sources."""
    alone, second = records(
        vigie,
        line("Score du médecin d'assistance ?"),
        line("Score du médecin d'assistance ?", history=["Quels sont les axes ?", "Bonjour"]),
    )
    assert alone["citations"] == second["citations"]


def test_the_persona_is_read(vigie: Vigie) -> None:
    """An overview is not worded the same for an employee and for somebody of HR."""
    text = "Que devient le métier Médecin d'assistance ?"
    employee, default, hr = records(
        vigie, line(text, persona="employe"), line(text), line(text, persona="rh")
    )
    assert default["answer"] == employee["answer"] != hr["answer"]


def test_an_unknown_persona_is_said() -> None:
    """The name given is in the sentence."""
    assert read_persona("rh") is Persona.RH
    with pytest.raises(VigieError) as raised:
        read_persona("chat")
    assert raised.value.key == "question.unknown_persona"
    assert "chat" in str(raised.value)


def test_lines_are_answered_as_they_come(vigie: Vigie) -> None:
    """The first answer does not wait for the last question."""
    read: list[int] = []

    def lines() -> Iterable[str]:
        for n in range(3):
            read.append(n)
            yield line(id=str(n))

    answers = answer_lines(vigie, lines())
    assert next(answers)["id"] == "0"
    assert read == [0]


def test_a_question_that_cannot_be_put_is_an_error_record(vigie: Vigie) -> None:
    """``ask --json`` and a batch report a failure alike."""
    record = answer_question(vigie, "q", Question("  "))
    check_record(record)
    assert (record["kind"], record["reason"]) == ("error", "question.empty")


def test_the_same_question_has_the_same_record(vigie: Vigie) -> None:
    """Nothing depends on what was asked before in the process."""
    first, _, third = records(
        vigie, GOOD, line("Quels métiers sont en forte transformation ?"), GOOD
    )
    assert {**first, "elapsed_ms": 0} == {**third, "elapsed_ms": 0}
