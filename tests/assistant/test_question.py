"""A question as a user puts it."""

import pytest

from assistant.question import MAX_CHARACTERS, clean_question
from prompts.errors import VigieError


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Quel\tscore\n ? ", "Quel score ?"),
        ("Quel\u00a0score\u202f?", "Quel score ?"),
        ("Quel\x00score\x1b[31m ?", "Quel score [31m ?"),
        ("Quel score\u200b ?", "Quel score ?"),
        ("Quel \ud800score ?", "Quel score ?"),
        ("é" * MAX_CHARACTERS, "é" * MAX_CHARACTERS),
        (" " * 9_000 + "score" + " " * 9_000, "score"),
    ],
)
def test_surplus_spaces_and_control_characters_go(typed: str, clean: str) -> None:
    """What cannot be seen is set aside, and does not count in the length."""
    assert clean_question(typed) == clean


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "question.empty"),
        (" \n\t\u00a0", "question.empty"),
        ("\x00\x01\ud800", "question.empty"),
        ("a" * (MAX_CHARACTERS + 1), "question.too_long"),
        ("?!…", "question.no_words"),
        ("🙂🙂", "question.no_words"),
    ],
)
def test_what_cannot_be_a_question_is_said(typed: str, key: str) -> None:
    """Each failure has its own sentence."""
    with pytest.raises(VigieError) as raised:
        clean_question(typed)
    assert raised.value.key == key
    assert str(raised.value)


def test_the_length_allowed_is_told() -> None:
    """A user who wrote too much knows by how much."""
    with pytest.raises(VigieError) as raised:
        clean_question("a" * 4_321)
    assert raised.value.params == {"length": 4_321, "limit": MAX_CHARACTERS}
