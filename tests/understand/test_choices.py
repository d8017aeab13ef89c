"""The answer to a question that Vigie asked."""

import pytest

from assistant.question import Question
from assistant.request import Choice, Intent, Refusal, Request
from assistant.understand.choices import chosen
from assistant.understand.reading import read
from tests.understand.asking import Ask, defect

FILES = "Gestionnaire de dossiers d'assistance"
INVOICES = "Gestionnaire des factures prestataires"
NETWORK = "Gestionnaire de réseau prestataires"
PAYROLL = "Gestionnaire paie et administration du personnel"


def clarification(*jobs: str, topic: str = "score") -> Request:
    """Return a request that offers these jobs."""
    choices = tuple(Choice(job, job) for job in jobs)
    return Request(Question("?"), Intent.CLARIFY, "?", choices=choices, topic=topic)


@pytest.mark.parametrize(
    ("message", "job"),
    [
        (FILES, FILES),
        ("GESTIONNAIRE DES FACTURES PRESTATAIRES", INVOICES),
        ("gestionnaire de reseau prestataires", NETWORK),
        ("le premier", FILES),
        ("la première", FILES),
        ("1", FILES),
        ("le deuxième", INVOICES),
        ("le second", INVOICES),
        ("la 2", INVOICES),
        ("troisième", NETWORK),
        ("le n°3", NETWORK),
        ("le dernier", PAYROLL),
        ("dossiers", FILES),
        ("les factures", INVOICES),
        ("celui des réseaux", NETWORK),
        ("réseau", NETWORK),
        ("la paie", PAYROLL),
        ("paie et administration", PAYROLL),
        ("gestionnaire factures", INVOICES),
    ],
)
def test_choice_is_taken_by_label_place_or_word(ask: Ask, message: str, job: str) -> None:
    """A choice is said whole, by its place in the list, or by words that only it has."""
    request = ask("Que devient le gestionnaire ?", message)
    assert (request.intent, request.jobs) == (Intent.OVERVIEW, (job,))
    assert request.carried_over
    assert request.choices == ()
    assert request.question.text == message


@pytest.mark.parametrize(
    ("first", "message", "intent", "job"),
    [
        ("score manager", "de coordination", Intent.SCORE, "Manager de coordination"),
        ("score manager", "manager de proximité", Intent.SCORE, "Manager de proximité"),
        ("score de l'assistant", "Assistant", Intent.SCORE, "Assistant"),
        ("cas d'usage du gestionnaire", "réseau", Intent.USE_CASES, NETWORK),
        ("Le chef de projet est-il exposé ?", "chef de projet", Intent.SCORE, "Chef de projet"),
        ("Que devient l'analyste ?", "data", Intent.OVERVIEW, "Statisticien / Data analyst"),
    ],
)
def test_the_question_asked_first_is_answered(
    ask: Ask, first: str, message: str, intent: Intent, job: str
) -> None:
    """Once the job is known, the intent of the ambiguous question comes back."""
    request = ask(first, message)
    assert (request.intent, request.jobs) == (intent, (job,))


def test_conversation_goes_on_from_the_choice(ask: Ask) -> None:
    """The chosen job is what the next message leans on."""
    request = ask("Que devient le gestionnaire ?", "les factures", "et ses cas d'usage ?")
    assert (request.intent, request.jobs) == (Intent.USE_CASES, (INVOICES,))


@pytest.mark.parametrize(
    "message",
    [
        "Quels sont les métiers les plus exposés ?",
        "le 9",
        "aucun",
        "je ne sais pas",
        "Que dit l'étude des données ?",
        defect("le premier axe", gives="the score of the first job offered"),
    ],
)
def test_another_message_makes_no_choice(ask: Ask, message: str) -> None:
    """A new question, a place out of the list or no preference settles nothing."""
    request = ask("score du gestionnaire", message)
    assert request.jobs == ()
    assert request.intent is not Intent.SCORE


def test_another_job_may_be_asked_for_instead(ask: Ask) -> None:
    """A job named whole after a clarification is a question of its own."""
    request = ask("Que devient le gestionnaire ?", "Score du juriste")
    assert (request.intent, request.jobs) == (Intent.SCORE, ("Juriste",))


def test_a_refusal_comes_before_a_choice(ask: Ask) -> None:
    """A message about a person is refused even when a choice is expected."""
    assert ask("score du gestionnaire", "Mme Dupont").refusal is Refusal.PERSON


def test_words_of_several_choices_settle_nothing() -> None:
    """Words that two labels share are no choice."""
    previous = clarification(INVOICES, NETWORK)
    assert chosen(read("prestataires"), previous) is None
    assert chosen(read("gestionnaire"), previous) is None


def test_function_words_settle_nothing() -> None:
    """A message that says nothing makes no choice, even when one is offered alone."""
    assert chosen(read("et alors ?"), clarification(FILES)) is None


def test_no_choice_without_a_clarification() -> None:
    """Only a question asked by Vigie can be answered this way."""
    answered = Request(Question("?"), Intent.SCORE, "?", choices=(Choice(FILES, FILES),))
    assert chosen(read("le premier"), answered) is None


def test_choice_joins_the_jobs_already_named() -> None:
    """A job named without ambiguity beside the ambiguous one is kept, first."""
    previous = clarification(FILES, INVOICES, topic="compare")
    named = Request(
        Question("?"), Intent.CLARIFY, "?", jobs=("Juriste",), choices=previous.choices,
        topic="compare",
    )  # fmt: skip
    request = chosen(read("factures"), named)
    assert request is not None
    assert (request.intent, request.jobs) == (Intent.COMPARE, ("Juriste", INVOICES))
