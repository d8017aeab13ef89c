import pytest

from ingest.query import SYNONYM_WEIGHT, read_synonyms, weighted_terms

VOCABULARY = ("assist", "chatbot", "evolu", "meti", "rpa", "robotis", "virtuel", "inconnu")
SYNONYMS = read_synonyms(
    [("robot", "RPA"), ("agent conversationnel", "assistant virtuel"), ("chatbot", "mailbot")]
)


def terms(question: str) -> dict[str, float]:
    """Return the weighted terms of a question over the small vocabulary."""
    return weighted_terms(question, lambda term: term in VOCABULARY, VOCABULARY, SYNONYMS)


def test_typed_words_weigh_one() -> None:
    """Known words of the question are sought as they are."""
    assert terms("l'évolution des métiers") == {"evolu": 1.0, "meti": 1.0}


@pytest.mark.parametrize("typed", ["chatbt", "chabot", "chattbot", "cahtbot"])
def test_a_misspelt_word_becomes_the_nearest_known_one(typed: str) -> None:
    """One mistake is forgiven, for a lower weight."""
    assert 0 < terms(typed)["chatbot"] < 1


@pytest.mark.parametrize("typed", ["rpe", "zhatbot", "2025", "chaudron"])
def test_other_unknown_words_stay_unknown(typed: str) -> None:
    """Short words, other first letters, numbers and distant words are left alone."""
    assert not terms(typed)


def test_synonyms_weigh_less_than_what_was_typed() -> None:
    """An expansion comes in for less; its words share the weight."""
    assert terms("robot")["rpa"] == SYNONYM_WEIGHT
    expanded = terms("un agent conversationnel")
    assert expanded["virtuel"] == pytest.approx(SYNONYM_WEIGHT / 2**0.5)


def test_a_typed_word_keeps_its_weight_when_it_is_also_an_expansion() -> None:
    """« robot RPA » seeks RPA fully."""
    assert terms("robot RPA")["rpa"] == 1.0


def test_a_question_of_function_words_seeks_nothing() -> None:
    """Nothing is sought without a meaningful word."""
    assert not terms("qu'est-ce que c'est ?")
