"""The first step of the road as a whole: a question and its history become a request."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.question import MAX_CHARACTERS, Persona, Question
from assistant.request import Intent, Refusal, Request
from assistant.understand.understander import Understander
from prompts.errors import VigieError
from tests.understand.asking import Ask, defect

TRAINER = "Formateur d'assistance"

PIECES = [
    "score", "et", "le", "la", "du", "formateur", "médecin", "gestionnaire", "assistant", "PwC",
    "experts", "compare", "les deux", "pourquoi", "?", "!", "cœur", "top", "3", "axe", "Karim",
    "licencier", "salaire", "cas d'usage", "priorité", "lequel", "plus exposé", "RPA", "résume",
    "part des répondants", "recommandations", "bonjour", "boulanger", "chargé·e", "'", "%", "你好",
]  # fmt: skip

messages = st.text(max_size=60) | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)


def understood(understander: Understander, question: Question) -> Request | str:
    """Return the request, or the key of the error."""
    try:
        return understander.understand(question)
    except VigieError as error:
        return error.key


@settings(deadline=None)
@given(text=messages, history=st.lists(messages, max_size=3), persona=st.sampled_from(Persona))
def test_any_text_is_understood_or_told_unreadable(
    understander: Understander, text: str, history: list[str], persona: Persona
) -> None:
    """Nothing but a ``VigieError`` is raised, and the same conversation always reads the same."""
    question = Question(text, persona, tuple(history))
    request = understood(understander, question)
    assert request == understood(understander, question)
    if isinstance(request, Request):
        assert request.question.persona is persona
        assert (request.intent is Intent.REFUSE) == (request.refusal is not None)
        assert request.choices == () or request.intent in {Intent.CLARIFY, Intent.REFUSE}
        assert request.intent is not Intent.CLARIFY or len(request.choices) > 1
    else:
        assert request in {"question.empty", "question.no_words"}


IN_ANOTHER_PROCESS = """
from assistant.question import Question
from assistant.understand.understander import Understander
from tests.understand.asking import corpus_lexicon

understander = Understander(corpus_lexicon())
for text in (
    "Que devient le gestionnaire ?",
    "score du boulangiste",
    "Compare le formateur, la juriste et le médecin",
    "Qui a la prise en charge de certains appels en priorité ?",
    "Qui a la prise en charge de certains appels clients (Voicebot) en priorité ?",
    "Qui a la synthèse des commentaires du dossier médical en priorité ?",
):
    print(understander.understand(Question(text)))
"""


def test_reading_does_not_depend_on_the_process() -> None:
    """The order in which Python keeps its sets, new in each process, changes no reading."""
    seen = {
        subprocess.run(
            [sys.executable, "-c", IN_ANOTHER_PROCESS],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "question.empty"),
        ("   \n\t ", "question.empty"),
        ("\u200b\u0000", "question.empty"),
        ("?!", "question.no_words"),
        ("… — « » 🙂", "question.no_words"),
        ("a" * (MAX_CHARACTERS + 1), "question.too_long"),
        ("score du juriste " * 400, "question.too_long"),
    ],
)
def test_unreadable_question_is_told(ask: Ask, text: str, key: str) -> None:
    """An empty, endless or wordless question raises the error that says which."""
    with pytest.raises(VigieError) as caught:
        ask(text)
    assert caught.value.key == key


def test_longest_question_is_read(ask: Ask) -> None:
    """A question as long as the limit is read; its length and the limit are told beyond."""
    assert ask("score du juriste".ljust(MAX_CHARACTERS, "e")).intent is not Intent.CLARIFY
    with pytest.raises(VigieError) as caught:
        ask("e" * (MAX_CHARACTERS + 5))
    assert caught.value.params == {"length": MAX_CHARACTERS + 5, "limit": MAX_CHARACTERS}


@pytest.mark.parametrize("unreadable", ["", "   ", "???", "🙂", "x" * (MAX_CHARACTERS + 1)])
def test_unreadable_history_is_passed_over(ask: Ask, unreadable: str) -> None:
    """An earlier message that cannot be read changes nothing to what is said after it."""
    before, after = "Score du formateur", "et selon PwC ?"
    expected = ask(before, after)
    for conversation in ((before, unreadable, after), (unreadable, before, after)):
        assert replace(ask(*conversation), question=expected.question) == expected


def test_unreadable_question_is_told_whatever_the_history(ask: Ask) -> None:
    """The last message must be readable: it is never replaced by an earlier one."""
    with pytest.raises(VigieError) as caught:
        ask("Score du formateur", "???")
    assert caught.value.key == "question.no_words"


def test_question_is_kept_clean(ask: Ask) -> None:
    """Surplus spaces and control characters go; capitals, accents and punctuation stay."""
    request = ask("  Score \t du\u0007  Médecin   ? ")
    assert request.question.text == request.query == "Score du Médecin ?"


@pytest.mark.parametrize("persona", list(Persona))
def test_persona_changes_nothing_to_what_is_asked(
    understander: Understander, persona: Persona
) -> None:
    """Who asks is kept for the tone of the answer, and decides nothing here."""
    request = understander.understand(Question("Score du juriste", persona))
    assert request.question.persona is persona
    assert (request.intent, request.jobs) == (Intent.SCORE, ("Juriste",))


def test_conversations_do_not_mix(ask: Ask) -> None:
    """Nothing stays from one conversation to the next."""
    ask("Score du médecin", "et selon PwC ?")
    assert ask("et ses cas d'usage ?").jobs == ()


def test_jobs_spoken_of_are_kept_in_order(ask: Ask) -> None:
    """Jobs named along a conversation that goes on are remembered, oldest first."""
    assert ask("Score du formateur", "et le médecin ?", "et le juriste ?").mentioned == (
        TRAINER,
        "Médecin d'assistance",
        "Juriste",
    )


@pytest.mark.parametrize(
    "text",
    [
        "score du formateur, de la formatrice d'assistance",
        "Score du formateur. Oui, le score du formateur.",
    ],
)
def test_the_same_job_twice_is_one_job(ask: Ask, text: str) -> None:
    """Two names of one job do not make a comparison."""
    request = ask(text)
    assert (request.intent, request.jobs) == (Intent.SCORE, (TRAINER,))


def test_studies_named_are_a_filter(ask: Ask) -> None:
    """A study named by its year or its publisher narrows where the answer is sought."""
    assert ask("Que dit l'étude 2014 du web ?").studies == ("omt-2014",)
    assert ask("Que devient le juriste ?").studies == ()


def test_a_refusal_offers_the_jobs_that_look_alike(ask: Ask) -> None:
    """An unknown trade close to a known job is answered with that job to choose."""
    request = ask("score du boulanger")
    assert request.refusal is Refusal.UNKNOWN_JOB
    assert all(choice.label == choice.job for choice in request.choices)


@pytest.mark.parametrize(
    ("text", "filtered"),
    [
        ("Quels cas d'usage du formateur ont une limite ?", True),
        defect("Quels cas d'usage pour l'analyste des risques ?", None, gives="limit=True"),
    ],
)
def test_words_of_a_job_are_no_filter(ask: Ask, text: str, filtered: bool | None) -> None:
    """A word that belongs to a job's name says nothing else."""
    assert ask(text).filters.limit is filtered


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Score du juriste ? Quels cas d'usage pour le formateur ?",
            [(Intent.SCORE, "Juriste"), (Intent.USE_CASES, TRAINER)],
        ),
        (
            "Quel est le score du juriste et quels sont ses cas d'usage ?",
            [(Intent.SCORE, "Juriste"), (Intent.USE_CASES, "Juriste")],
        ),
        (
            "Score du juriste ; score du formateur",
            [(Intent.SCORE, "Juriste"), (Intent.SCORE, TRAINER)],
        ),
    ],
)
def test_a_message_of_several_questions_has_several_parts(
    ask: Ask, text: str, parts: list[tuple[Intent, str]]
) -> None:
    """Each question of a message is understood, the next ones in the light of the first."""
    request = ask(text)
    assert [(part.intent, *part.jobs) for part in request.parts] == parts
    assert request.question.text == text


@pytest.mark.parametrize(
    "text",
    [
        "Score du juriste",
        "Bonjour. Score du juriste ?",
        "Score du juriste ? Score du juriste ?",
        "Score du juriste ? Faut-il licencier Karim ?",
        "Que devient le juriste ? Comment l'étude a-t-elle été faite ?",
        "Score du juriste ? Et le médecin ? Et le formateur ? Et l'actuaire ?",
    ],
)
def test_other_messages_have_one_part(ask: Ask, text: str) -> None:
    """Small talk, repeats, refusals, questions of text and long lists are not divided."""
    assert ask(text).parts == ()


@pytest.mark.parametrize(
    ("messages", "intent"),
    [
        (("Score, pas de l'infirmier, mais du formateur",), Intent.SCORE),
        (("Score de l'infirmier", "non, pas l'infirmier, le formateur"), Intent.SCORE),
    ],
)
def test_a_job_ruled_out_is_not_meant(ask: Ask, messages: tuple[str, ...], intent: Intent) -> None:
    """« Pas l'infirmier, le formateur » asks about the second job only."""
    request = ask(*messages)
    assert (request.intent, request.jobs) == (intent, (TRAINER,))
