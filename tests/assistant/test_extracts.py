"""Choosing the sentences that answer."""

from assistant.search.extracts import MAX_EXTRACTS, MAX_WORDS, Extract, choose_extracts
from assistant.search.query import sought
from assistant.search.vocabulary import Vocabulary
from assistant.understand.reading import read
from ingest.chunk import Chunk
from ingest.query import read_synonyms
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
    aim = sought(question, Vocabulary(passages), read_synonyms([]))
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
