"""Mending the typos of ordinary words."""

import pytest

from assistant.request import Intent
from assistant.understand.reading import read
from assistant.understand.spelling import Speller
from tests.understand.asking import Ask

KNOWN = ("exposition", "score", "recommandation", "metier", "rang", "etude")


@pytest.fixture(scope="module")
def speller() -> Speller:
    """Return a speller of a few words; « expositions » and « scope » stand in the studies."""
    return Speller(KNOWN, {"expositions", "scope"}.__contains__)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("scroe", "score"),
        ("scre", "score"),
        ("scoree", "score"),
        ("sccre", "score"),
        ("métirs", "metiers"),
        ("EXPOSTION", "exposition"),
        ("recomendation", "recommandation"),
    ],
)
def test_a_typo_is_mended(typed: str, meant: str) -> None:
    """A letter missing, added, changed or two swapped; two such slips in a long word."""
    speller = Speller((*KNOWN, "metiers"), lambda _: False)
    assert speller.mend(read(f"le {typed} ?")).joined == f" le {meant} "


@pytest.mark.parametrize(
    "word",
    [
        "expositions",  # stands in the studies
        "scope",  # likewise, though one letter away
        "rang",  # known
        "rag",  # too short to tell
        "core",  # another first letter
        "boulanger",  # like no known word
        "2025",
        "eutdde",  # two slips in a short word
    ],
)
def test_anything_else_stays_as_typed(speller: Speller, word: str) -> None:
    """A word that is right, too short, or too far from any known word is left alone."""
    assert speller.mend(read(word)).words == (word,)


def test_the_text_stays_what_was_typed(speller: Speller) -> None:
    """Only the words are mended: the text is still quoted as the user wrote it."""
    reading = speller.mend(read("Quel SCROE ?"))
    assert reading.text == "Quel SCROE ?"
    assert reading.words == ("quel", "score")


def test_a_clean_reading_is_returned_as_it_is(speller: Speller) -> None:
    """Nothing to mend, nothing made."""
    reading = read("quel score")
    assert speller.mend(reading) is reading


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("quel scroe pour le formateur ?", Intent.SCORE),
        ("recomandations de l'étude", Intent.RECOMMENDATIONS),
        ("Quels metirs sont les plus exposses ?", Intent.RANKING),
        ("les prioritées du formateur", Intent.USE_CASES),
        ("formateur verssus médecin", Intent.COMPARE),
    ],
)
def test_a_question_with_typos_is_understood(ask: Ask, text: str, intent: Intent) -> None:
    """Cues are found in spite of typos."""
    assert ask(text).intent is intent
