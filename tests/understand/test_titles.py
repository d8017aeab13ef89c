"""Finding a title from the words that recall it, or a topic from what is said of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.understand.lexicon import Lexicon
from assistant.understand.reading import read
from assistant.understand.titles import TitleFinder, TopicFinder
from corpus.assistance import load_assistance
from ingest.french import index_terms
from tests.understand.asking import defect

TITLES = ("Synthèse de réunion", "Synthèse de document", "Détection des fraudes", "Help desk")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("À qui sert la synthèse de réunion ?", "Synthèse de réunion"),
        ("synthèses des réunions", "Synthèse de réunion"),
        ("SYNTHESE DE DOCUMENTS", "Synthèse de document"),
        ("détecter les fraudes : détection et fraude", "Détection des fraudes"),
        ("un help desk", "Help desk"),
        ("la synthèse", ""),
        ("bonjour", ""),
        ("", ""),
    ],
)
def test_title_is_found_by_its_telling_words(text: str, title: str) -> None:
    """Case, number and order do not count; a word that several titles share is not enough."""
    assert TitleFinder(TITLES).find(read(text)) == title


def test_a_title_is_known_by_its_rarest_words() -> None:
    """The rarer a word among the titles, the more of the title it tells."""
    titles = ["Analyse du courrier", "Analyse du budget", "Analyse du climat"]
    assert TitleFinder(titles).find(read("le climat")) == "Analyse du climat"
    assert TitleFinder(titles).find(read("une analyse")) == ""


def test_minimum_sets_how_much_must_be_said() -> None:
    """A lower minimum accepts a vaguer recall."""
    assert TitleFinder(TITLES, minimum=0.9).find(read("réunion")) == ""
    assert TitleFinder(TITLES, minimum=0.1).find(read("réunion")) == "Synthèse de réunion"


def test_no_title_no_find() -> None:
    """A finder of nothing finds nothing."""
    assert TitleFinder([]).find(read("synthèse")) == ""


@pytest.mark.parametrize("title", ["Zone de tri", defect("Aide au tri", gives="« Tri »")])
def test_the_longest_title_said_whole_wins(title: str) -> None:
    """A title that the text holds wins over a shorter one that it holds as well."""
    assert TitleFinder(["Tri", title]).find(read(f"Qui a « {title} » ?")) == title


def own_titles() -> list[str]:
    """Return the titles of the study that hold no other one whole."""
    terms = {row.use_case: set(index_terms(row.use_case)) for row in load_assistance().use_cases}
    holds = {one for one in terms for other in terms if one != other and terms[other] <= terms[one]}
    return sorted(terms.keys() - holds)


@pytest.mark.parametrize("title", own_titles())
def test_every_use_case_is_recalled_by_its_title(lexicon: Lexicon, title: str) -> None:
    """Each title of the study, said in a sentence, is found among its near twins."""
    assert lexicon.use_cases.find(read(f"Qui a « {title} » ?")) == title


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_title_found_is_one_of_the_titles(text: str) -> None:
    """Whatever the text, the answer is a title or nothing."""
    assert TitleFinder(TITLES).find(read(text)) in {*TITLES, ""}


TOPICS = {
    "Formation": ["Parcours internes pour les équipes", "Formations courtes en ligne"],
    "Gouvernance": ["Comité de pilotage", "Charte et règles communes"],
    "Taille": [""],
}


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Quelle formation ?", "Formation"),
        ("des parcours internes", "Formation"),
        ("une charte avec des règles", "Gouvernance"),
        ("le comité de pilotage", "Gouvernance"),
        ("la taille", "Taille"),
        ("les parcours du comité", ""),
        ("le climat", ""),
        ("", ""),
    ],
)
def test_topic_is_found_by_its_name_or_its_best_line(text: str, topic: str) -> None:
    """Words of a topic's name or of one of its lines recall it; words of two topics do not."""
    assert TopicFinder(TOPICS, minimum=0.7).find(read(text)) == topic


def test_the_name_of_a_topic_tells_more_than_its_lines() -> None:
    """At equal words, the topic that bears the name is preferred."""
    topics = {"Outils": ["la charte"], "Charte": ["les outils"]}
    assert TopicFinder(topics).find(read("charte")) == "Charte"
    assert TopicFinder(topics).find(read("outils")) == "Outils"


def test_words_set_aside_do_not_count() -> None:
    """Ignored words neither recall a topic nor dilute what recalls it."""
    topics = {"Formation": ["répondants formés"], "Taille": ["répondants de petite taille"]}
    assert TopicFinder(topics, ignored=["les répondants"]).find(read("répondants")) == ""
    found = TopicFinder(topics, ignored=["les répondants"], minimum=0.9)
    assert found.find(read("la taille des répondants")) == "Taille"
