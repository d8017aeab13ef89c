"""French forms of figures and lists."""

from decimal import Decimal

import pytest

from assistant.compose import french


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("0.41", 2, "0,41"),
        ("0.4", 2, "0,40"),
        ("1", 2, "1,00"),
        ("0.415", 2, "0,42"),
        ("0.425", 2, "0,43"),
        ("0.4149999", 2, "0,41"),
        ("2.5", 0, "3"),
        ("3.5", 0, "4"),
        ("-0.125", 2, "-0,13"),
        ("999", 0, "999"),
        ("12512", 0, "12\u202f512"),
    ],
)
def test_a_figure_is_rounded_half_up_and_written_with_a_comma(
    value: str, places: int, text: str
) -> None:
    """One rounding, never to the even digit, and thin spaces in thousands."""
    assert french.decimal(Decimal(value), places) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("0.27"), "+0,27"),
        (Decimal("-0.27"), "\u22120,27"),
        (Decimal("0.00"), "0,00"),
        (4, "+4"),
        (-4, "\u22124"),
        (0, "0"),
    ],
)
def test_a_difference_shows_its_sign(value: Decimal | int, text: str) -> None:
    """With the typographic minus, and no sign on nothing."""
    assert french.signed(value) == text


@pytest.mark.parametrize(("rank", "text"), [(1, "1er"), (2, "2e"), (21, "21e"), (58, "58e")])
def test_ordinals_are_french(rank: int, text: str) -> None:
    """Only the first has its own ending."""
    assert french.ordinal(rank) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a et b"), (["a", "b", "c"], "a, b et c")],
)
def test_lists_end_with_et(words: list[str], text: str) -> None:
    """Commas, then « et » before the last."""
    assert french.listed(words) == text


def test_a_list_may_end_with_ou() -> None:
    """The last link can be chosen."""
    assert french.listed(["a", "b"], "ou") == "a ou b"


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 métier"), (1, "1 métier"), (2, "2 métiers"), (58, "58 métiers")]
)
def test_a_noun_is_plural_from_two(number: int, text: str) -> None:
    """Zero and one are singular in French."""
    assert french.count(number, "métier") == text


def test_a_noun_may_have_its_own_plural() -> None:
    """« cas » does not change."""
    assert french.count(1, "cas", "cas") == "1 cas"
    assert french.count(3, "cas", "cas") == "3 cas"


@pytest.mark.parametrize(
    ("text", "lowered"),
    [
        ("Lecture des contrats", "lecture des contrats"),
        ("Évaluer", "évaluer"),
        ("L'outil", "l'outil"),
        ("IA générative", "IA générative"),
        ("RPA", "RPA"),
        ("X", "x"),
        ("", ""),
    ],
)
def test_a_title_inside_a_sentence_loses_its_capital(text: str, lowered: str) -> None:
    """Acronyms keep theirs."""
    assert french.lower_first(text) == lowered
