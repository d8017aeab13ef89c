"""Facts are recognised whatever the typography of the answer."""

import pytest

from .folding import contains, fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Un **score** de 0,41", "un score de 0,41"),
        ("l’« Œuvre »", "l' oeuvre"),
        ("12\u202f512 salariés, 68\u00a0%", "12512 salaries, 68%"),
        ("17ᵉ — self‑care", "17e self care"),
    ],
)
def test_typography_is_folded(written: str, folded: str) -> None:
    """Accents, case, quotes, dashes, emphasis and spaces in numbers do not count."""
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("classée 17ᵉ sur 58", "17"),
        ("on sensibilise les équipes", "sensibilis"),
        ("12 512 collaborateurs", "12 512"),
        ("soit 37 % des répondants", "37%"),
    ],
)
def test_fact_is_found(text: str, wanted: str) -> None:
    """A number, or the start of a word, is found."""
    assert contains(fold(text), wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("un score de 0,58", "0,5"),
        ("l'an 2017", "17"),
        ("1,06 ou 10,6", "06"),
        ("au sommet", "met"),
        ("137 %", "37%"),
    ],
)
def test_part_of_a_number_or_end_of_a_word_is_not_found(text: str, wanted: str) -> None:
    """A fact is not found inside a longer number nor at the end of another word."""
    assert not contains(fold(text), wanted)
