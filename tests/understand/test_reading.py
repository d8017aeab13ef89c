"""A question made comparable: words, inclusive spellings, roots of names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.understand.reading import content_words, read, root
from ingest.french import fold

french = st.text(alphabet="abcdelmnorstuéèàçêôîù '’-,.?/·()", max_size=60)


def test_words_are_folded_and_elisions_split() -> None:
    """A reading keeps no accent, capital or punctuation; its text stays as it is."""
    reading = read("L’Écart d'Évaluation : qu'en dit-on ?")
    assert reading.words == ("l", "ecart", "d", "evaluation", "qu", "en", "dit", "on")
    assert reading.joined == " l ecart d evaluation qu en dit on "
    assert reading.text == "L’Écart d'Évaluation : qu'en dit-on ?"


def test_numbers_are_words() -> None:
    """Integers and decimals stand in a reading as they are written."""
    assert read("top 10, score 0,41").words == ("top", "10", "score", "0,41")


@pytest.mark.parametrize(
    ("written", "word"),
    [
        ("chargé·e", "charge"),
        ("chargé·e·s", "charge"),
        ("chargé.e.s", "charge"),
        ("chargé(e)", "charge"),
        ("chargé(e)s", "charge"),
        ("chargé/e", "charge"),
        ("chargé•e", "charge"),
        ("infirmier·ère", "infirmier"),
        ("infirmier(ère)", "infirmier"),
        ("infirmier/ère", "infirmier"),
        ("formateur.trice", "formateur"),
        ("formateur/trices", "formateur"),
        ("acheteur·euse·s", "acheteur"),
        ("technicien(ne)s", "technicien"),
        ("technicien·ienne", "technicien"),
        ("CHARGÉ·E", "charge"),
    ],
)
def test_inclusive_spelling_reads_as_the_masculine(written: str, word: str) -> None:
    """The added feminine and plural endings of an inclusive spelling are no words."""
    assert read(f"Le métier de {written} change").words == ("le", "metier", "de", word, "change")


@pytest.mark.parametrize("text", ["et/ou", "client (entreprise)", "UX/UI", "Bien. Et après ?"])
def test_other_slashes_dots_and_brackets_part_words(text: str) -> None:
    """Only a known feminine ending is undone: anything else stays two words."""
    assert len(read(text).words) > 1


@pytest.mark.parametrize(
    ("words", "key"),
    [
        (["formateur", "formatrice", "formateurs", "formatrices"], "formateur"),
        (["infirmier", "infirmiere", "infirmieres"], "infirmier"),
        (["conseiller", "conseillere", "conseilleres"], "conseiller"),
        (["acheteur", "acheteuse", "acheteuses"], "acheteur"),
        (["technicien", "technicienne", "techniciens"], "technicien"),
        (["charge", "chargee", "charges", "chargees"], "charge"),
        (["gestionnaire", "gestionnaires"], "gestionnaire"),
        (["reseau", "reseaux"], "reseau"),
    ],
)
def test_forms_of_a_name_share_a_root(words: list[str], key: str) -> None:
    """Gender and number do not change the root of a word of a job's name."""
    assert {root(word) for word in words} == {key}


@pytest.mark.parametrize(
    ("one", "other"),
    [("formateur", "formation"), ("juriste", "auditeur"), ("charge", "chargement")],
)
def test_different_words_have_different_roots(one: str, other: str) -> None:
    """A root is no stem: related words of other meanings stay apart."""
    assert root(one) != root(other)


@pytest.mark.parametrize("word", ["rh", "si", "bus", "ux"])
def test_short_words_are_their_own_root(word: str) -> None:
    """Abbreviations lose no letter."""
    assert root(word) == word


def test_content_words_leave_out_what_says_nothing() -> None:
    """Articles, pronouns, question words and single letters go; numbers stay."""
    reading = read("Quels sont, d'après vous, les 3 métiers les plus exposés à l'IA ?")
    assert content_words(reading) == ("apres", "3", "metiers", "exposes", "ia")


@settings(deadline=None)
@given(french)
def test_reading_does_not_depend_on_capitals(text: str) -> None:
    """The same text in capitals reads the same."""
    assert read(text.upper()).words == read(text).words


@settings(deadline=None)
@given(st.text(max_size=80))
def test_joined_is_the_words_between_single_spaces(text: str) -> None:
    """Whatever the text, its words are folded and ``joined`` holds them all."""
    reading = read(text)
    assert reading.joined == f" {' '.join(reading.words)} "
    assert all(word == fold(word) for word in reading.words)
