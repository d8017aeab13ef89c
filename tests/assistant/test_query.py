"""What a question seeks, as weighted terms."""

import pytest

from assistant.search.query import Sought, sought
from assistant.search.vocabulary import Vocabulary
from ingest.french import index_terms
from ingest.query import read_synonyms
from tests.assistant.evidence_samples import chunk

VOCABULARY = Vocabulary(
    [
        chunk("Le chatbot répond au client.", "Outils"),
        chunk("Le client appelle la plateforme.", "Accueil"),
        chunk("Le client attend une réponse.", "Accueil"),
    ]
)
SYNONYMS = read_synonyms([("robot conversationnel", "chatbot"), ("usager", "client")])
NONE = read_synonyms([])


def terms(text: str) -> frozenset[str]:
    """Return the index terms of a text."""
    return frozenset(index_terms(text))


def test_a_text_that_says_it_all_covers_it_all() -> None:
    """Coverage goes from nothing to the total, and grows with what is found."""
    aim = sought("Le chatbot du client ?", VOCABULARY, NONE)
    everything = aim.coverage(terms("client, chatbot, autre chose"))
    assert everything == pytest.approx(aim.total)
    assert 0 < aim.coverage(terms("le client")) < everything
    assert aim.coverage(terms("rien de tel")) == 0


def test_the_rarer_a_word_the_more_it_weighs() -> None:
    """« chatbot » says more than « client », which is everywhere."""
    aim = sought("chatbot client", VOCABULARY, NONE)
    assert aim.coverage(terms("chatbot")) > aim.coverage(terms("client"))


def test_words_that_say_nothing_are_not_sought() -> None:
    """Articles and links weigh nothing; a repeated word counts once."""
    assert sought("le la des et pour", VOCABULARY, NONE).total == 0
    once = sought("client", VOCABULARY, NONE).total
    assert sought("le client, du client, au client", VOCABULARY, NONE).total == once


def test_a_synonym_counts_for_less_than_the_word() -> None:
    """What says the same in other words covers part of the concept."""
    aim = sought("usager", VOCABULARY, SYNONYMS)
    assert 0 < aim.coverage(terms("client")) < aim.coverage(terms("usager")) == aim.total


def test_a_phrase_has_synonyms_of_its_own() -> None:
    """Inflected or not, the whole phrase is needed, not one of its words."""
    whole = sought("les robots conversationnels", VOCABULARY, SYNONYMS)
    part = sought("les robots", VOCABULARY, SYNONYMS)
    assert whole.coverage(terms("chatbot")) > 0
    assert part.coverage(terms("chatbot")) == 0


def test_an_unknown_word_still_weighs() -> None:
    """A word of no study counts in the total: what is not found lowers the share."""
    aim = sought("client bitcoin", VOCABULARY, NONE)
    assert aim.coverage(terms("client")) < aim.total


def test_the_thread_of_a_conversation_weighs_its_share() -> None:
    """Earlier concepts are added for less, and not twice."""
    own, before = sought("client", VOCABULARY, NONE), sought("client chatbot", VOCABULARY, NONE)
    both = own.with_context(before, 0.5)
    chatbot = sought("chatbot", VOCABULARY, NONE).total
    assert both.total == pytest.approx(own.total + 0.5 * chatbot)
    assert Sought(()).with_context(own, 1.0).total == own.total


def test_a_vocabulary_knows_words_and_terms() -> None:
    """Words are known as they stand, headings included; terms by their stem."""
    assert VOCABULARY.knows("plateforme")
    assert VOCABULARY.knows("accueil")
    assert not VOCABULARY.knows("plateformes")
    assert all(VOCABULARY.has(term) for term in terms("plateformes"))
    assert not VOCABULARY.has("bitcoin")
    assert VOCABULARY.weight("bitcoin") >= 0
