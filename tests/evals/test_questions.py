"""The question sets are well formed, and say the truth of the studies."""

from collections import Counter
from pathlib import Path

import pytest
from pypdf import PdfReader

from .folding import contains, fold
from .questions import QUESTIONS_DIR, Question, load_questions

QUESTIONS = load_questions()

LEAST = {
    "table": 70,
    "text": 100,
    "refusal": 60,
    "clarification": 10,
    "conversation": 25,
}

# What the first page of each official PDF says, folded.
FIRST_PAGE = {
    "assistance-2025": "impacts de l'ia generative pour les metiers de l'assistance",
    "conseil-telecoms": "projet ia dans la gestion des relations avec les telecoms",
    "impact-ai-2020": "l'impact de l'intelligence artificielle au coeur des entreprises",
    "omt-2014": "impacts metiers et competences de l'omnicanal",
    "omt-2020": "evolution metiers telecoms et technologies numeriques",
}


@pytest.fixture(scope="module")
def pages(studies_dir: Path) -> dict[str, list[str]]:
    """Return the folded text of every page of the official PDFs, by study."""
    found: dict[str, list[str]] = {}
    for path in studies_dir.glob("*.pdf"):
        texts = [fold(page.extract_text()) for page in PdfReader(path).pages]
        found |= {study: texts for study, words in FIRST_PAGE.items() if words in texts[0]}
    return found


def _of_kind(kind: str) -> list[Question]:
    return [question for question in QUESTIONS if question.kind == kind]


def test_ids_are_unique() -> None:
    """No two questions share an id, whatever their split."""
    assert [i for i, n in Counter(question.id for question in QUESTIONS).items() if n > 1] == []


def test_questions_are_unique() -> None:
    """No question is asked twice after the same history."""
    asked = Counter(fold(" / ".join((*q.history, q.question))) for q in QUESTIONS)
    assert [text for text, n in asked.items() if n > 1] == []


@pytest.mark.parametrize("kind", LEAST)
def test_every_kind_is_well_represented(kind: str) -> None:
    """Each kind has the least number of questions agreed for it."""
    assert len(_of_kind(kind)) >= LEAST[kind]


def test_every_study_has_twenty_questions_on_its_text() -> None:
    """The texts of all five studies are asked about."""
    counts = Counter(question.study for question in _of_kind("text"))
    assert set(counts) == set(FIRST_PAGE)
    assert min(counts.values()) >= 20


def test_judgements_on_persons_name_the_human_route() -> None:
    """At least 25 questions ask to judge a person, and their refusal must say whom to ask."""
    about_persons = [q for q in QUESTIONS if q.id.startswith("refusal-person-")]
    assert len(about_persons) >= 25
    assert [q.id for q in about_persons if not q.must] == []


@pytest.mark.parametrize("split", ["open", "kept"])
def test_split_is_that_of_the_folder(split: str) -> None:
    """A question says in which split it is."""
    folder = QUESTIONS_DIR / split
    assert folder.is_dir()
    assert {q.split for q in load_questions((split,))} == {split}  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", LEAST)
def test_a_third_is_kept(kind: str) -> None:
    """About a third of each kind written before the first run is kept unread."""
    first = (question for question in _of_kind(kind) if not question.id.startswith("b-"))
    splits = Counter(question.split for question in first)
    assert 0.28 <= splits["kept"] / splits.total() <= 0.4


def test_every_persona_asks() -> None:
    """The three personas ask at least a fifth of the questions each."""
    personas = Counter(question.persona for question in QUESTIONS)
    assert min(personas[name] for name in ("employe", "rh", "manager")) >= len(QUESTIONS) / 5


def test_snippets_are_short() -> None:
    """A snippet has at most eight words, so that no sentence of a study stands here."""
    snippets = [place.snippet for q in QUESTIONS for place in q.evidence if place.snippet]
    assert [snippet for snippet in snippets if len(snippet.split()) > 8] == []


@pytest.mark.studies
def test_snippets_are_on_their_pages(pages: dict[str, list[str]]) -> None:
    """Every snippet is found on every page where it is said to be."""
    missing = [
        f"{question.id}: {place.study} p. {page}: {place.snippet}"
        for question in QUESTIONS
        for place in question.evidence
        for page in place.pages
        if place.snippet and fold(place.snippet) not in pages[place.study][page - 1]
    ]
    assert missing == []


@pytest.mark.studies
def test_the_pages_of_a_text_hold_its_facts(pages: dict[str, list[str]]) -> None:
    """A verbatim extract of the right pages can hold every fact that a question asks for."""
    missing = [
        f"{question.id}: {' | '.join(group)}"
        for question in QUESTIONS
        if question.on_text
        for group in question.must
        if not any(contains(text, fact) for text in _evidence(question, pages) for fact in group)
    ]
    assert missing == []


def _evidence(question: Question, pages: dict[str, list[str]]) -> list[str]:
    return [pages[place.study][page - 1] for place in question.evidence for page in place.pages]
