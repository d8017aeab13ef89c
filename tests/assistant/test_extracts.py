"""Choosing the sentences that answer."""

import pytest

from assistant.search.extracts import MAX_EXTRACTS, MAX_WORDS, Extract, choose_extracts
from assistant.search.query import Synonyms, sought
from assistant.search.vocabulary import Vocabulary
from assistant.understand.reading import read
from assistant.vigie import Vigie
from ingest.chunk import Chunk
from tests.assistant.conftest import Ask
from tests.assistant.evidence_samples import chunk

ABOUT = chunk(
    "Le chatbot répond aux clients à toute heure du jour et de la nuit. "
    "La cantine sert des repas chauds à tous les salariés du siège chaque midi.",
    "Outils",
)
FIGURES = chunk(
    "Le chatbot a été adopté par de nombreuses entreprises du secteur depuis peu. "
    "Le chatbot a été adopté par 37 entreprises du secteur depuis peu de temps.",
    identity="c2",
)
LISTED = chunk(
    "Le chatbot est parfois utile aux salariés du secteur dans leur travail quotidien.\n"
    "Usages du chatbot dans le secteur :\n• répondre aux clients ;\n• trier les demandes.",
    identity="c3",
)


def chosen(question: str, *passages: Chunk, limit: int = MAX_EXTRACTS) -> tuple[Extract, ...]:
    """Return the extracts chosen for a question among passages."""
    aim = sought(question, Vocabulary(passages), Synonyms([]))
    return choose_extracts(aim, read(question).joined, passages, limit)


def test_the_sentence_that_speaks_of_the_question_is_chosen() -> None:
    """What shares nothing with the question is not quoted."""
    (extract,) = chosen("Que fait le chatbot ?", ABOUT)
    assert extract.lines[0].startswith("Le chatbot répond")
    assert extract.chunk is ABOUT


def test_nothing_is_quoted_when_nothing_answers() -> None:
    """No extract rather than the least bad one."""
    assert chosen("Le bitcoin ?", ABOUT, FIGURES) == ()
    assert chosen("Que fait le chatbot ?") == ()


def test_how_many_prefers_figures() -> None:
    """« Combien » is answered by a number when there is one."""
    best = chosen("Combien d'entreprises ont un chatbot ?", FIGURES, limit=1)[0]
    assert "37" in best.lines[0]


def test_which_prefers_lists() -> None:
    """« Quels » is answered by a list, with its announcement."""
    best = chosen("Quels sont les usages du chatbot dans le secteur ?", LISTED, limit=1)[0]
    assert best.lines[0].endswith(":")
    assert len(best.lines) == 3


def test_extracts_come_best_first_within_bounds() -> None:
    """Few extracts, few words, best first: an answer is read at a glance."""
    text = "Le chatbot numéro {n} sait {words}."
    words = " ".join(["répondre à une demande différente"] * 8)
    passages = [
        chunk(text.format(n=n, words=f"{words} {'x' * n}"), identity=str(n)) for n in range(12)
    ]
    found = chosen("Que sait le chatbot ?", *passages)
    assert 0 < len(found) <= MAX_EXTRACTS
    assert [e.score for e in found] == sorted((e.score for e in found), reverse=True)
    length = sum(len(line.split()) for extract in found for line in extract.lines)
    assert len(found) == 1 or length <= MAX_WORDS


def test_no_extract_repeats_another() -> None:
    """Two passages that say the same are quoted once."""
    again = chunk(ABOUT.text, "Ailleurs", identity="c9", page=7)
    assert len(chosen("Que fait le chatbot ?", ABOUT, again)) == 1


QUESTIONS = (
    "Que pensent les salariés de l'IA générative ?",
    "Qu'est-ce qui change à cinq ans pour le métier Infirmier d'assistance ?",
    "Comment l'étude a-t-elle été faite ?",
    "Quels sont les freins à l'adoption de l'IA générative ?",
    "Que fait un gestionnaire de réseau prestataires ?",
    "Quelles compétences faut-il développer ?",
)


def _quoted_word_for_word(vigie: Vigie, ask: Ask, question: str) -> int:
    answer = ask(question)
    passages = {chunk.text: chunk for chunk in answer.passages}
    count = 0
    for citation in answer.citations:
        if citation.kind != "cite":
            continue
        assert citation.quote, question
        for part in citation.quote.split(" […] "):
            holders = [p for t, p in passages.items() if part in " ".join(t.split())]
            assert holders, part
            assert any((p.study, p.page) == (citation.study, citation.page) for p in holders), part
            count += 1
    return count


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_an_answer_quotes_stands_in_its_passage(
    vigie: Vigie, ask: Ask, question: str
) -> None:
    """Every quotation is a verbatim part of a passage of the study and page that it cites."""
    assert _quoted_word_for_word(vigie, ask, question) > 0


@pytest.mark.studies
def test_what_an_answer_quotes_stands_in_the_official_study(studied: Vigie) -> None:
    """The same holds over the official texts, for questions on all five studies."""
    from assistant.question import Question  # noqa: PLC0415
