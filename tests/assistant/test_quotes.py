"""Finding a quotation in its source."""

import pytest

from assistant.verify.quotes import quoted, stands_in

SOURCE = "L’œuvre « IA générative » – dit-on –  transforme\u00a0l'accueil\nà l'hôpital : 0,41."


@pytest.mark.parametrize(
    "quotation",
    [
        "l'œuvre",
        "L'OEUVRE",
        "l’oeuvre",
        "œuvre IA générative",
        'œuvre "IA generative"',
        "**IA** _générative_",
        "générative - dit-on - transforme",
        "générative — dit-on — transforme",
        "transforme l\u2019accueil à\u202fl'hôpital",
        "hôpital : 0,41.",
    ],
)
def test_the_declared_differences_are_set_aside(quotation: str) -> None:
    """Capitals, accents, quotation marks, apostrophes, dashes, spaces and emphasis may differ."""
    assert stands_in(quotation, SOURCE)


@pytest.mark.parametrize(
    "quotation",
    [
        "transforme un accueil",
        "transforme accueil",
        "l'accueil transforme",
        "transforme l'accueil, à l'hôpital",
        "à l'hôpital 0,41",
        "hôpital : 0.41",
        "hôpital : 0,42",
        "transforment l'accueil",
        "transforme […] à l'hôpital",
    ],
)
def test_nothing_else_is(quotation: str) -> None:
    """A word changed, added, left out or moved, and punctuation, make another text."""
    assert not stands_in(quotation, SOURCE)


@pytest.mark.parametrize(
    ("quotation", "source"),
    [
        pytest.param("Le score est de 0,4", "Le score est de 0,41.", id="figure"),
        pytest.param("15 % des salariés", "Pour 115 % des salariés.", id="percentage"),
        pytest.param("formation des équipes", "La transformation des équipes.", id="word"),
        pytest.param("tous les salariés", "Tous les salariésdirigeants", id="ending"),
    ],
)
def test_a_quotation_starts_and_ends_with_whole_words(quotation: str, source: str) -> None:
    """« 0,4 » is not a quotation of « 0,41 »."""
    assert not stands_in(quotation, source)


def test_quoted_is_what_stands_between_french_marks() -> None:
    """Each quotation comes without its marks and the spaces inside them."""
    text = 'Selon elle « un gain »,\u00a0«\u202fpas sûr\u202f», puis “autre” et "autre".'
    assert quoted(text) == ("un gain", "pas sûr")
    assert quoted("aucune citation") == ()
