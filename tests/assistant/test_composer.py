"""From evidence to a draft, through templates."""

from dataclasses import replace

import pytest

from assistant.answer import AnswerKind
from assistant.compose.composer import MAX_FOLLOWUPS, Composer
from assistant.evidence import Evidence, Finding
from assistant.question import Persona
from assistant.rendering import body
from assistant.request import Choice, Intent, Refusal
from assistant.vigie import Vigie
from tests.assistant import table_requests as requests
from tests.assistant.conftest import Ask
from tests.assistant.evidence_samples import request

HELP = Finding("help", {})


def test_a_refusal_goes_before_any_finding() -> None:
    """What is refused is not told, whether the request or the evidence refuses it."""
    asked = replace(request(Intent.REFUSE), refusal=Refusal.PERSON)
    draft = Composer().compose(Evidence(asked, (HELP,)))
    assert (draft.kind, draft.reason) == (AnswerKind.REFUSAL, str(Refusal.PERSON))
    draft = Composer().compose(Evidence(request(), (HELP,), refusal=Refusal.OFF_TOPIC))
    assert (draft.kind, draft.reason) == (AnswerKind.REFUSAL, str(Refusal.OFF_TOPIC))


def test_choices_are_offered_with_the_question_back() -> None:
    """A clarification shows its choices, by their labels."""
    choices = (Choice("Le premier", "Médecin d'assistance"), Choice("Le second", "Assistant"))
    draft = Composer().compose(Evidence(replace(request(Intent.CLARIFY), choices=choices)))
    assert draft.kind is AnswerKind.CLARIFICATION
    assert draft.choices == ("Le premier", "Le second")
    assert draft.blocks


def test_findings_are_told_one_after_the_other() -> None:
    """The blocks of each finding follow those of the one before; none is empty."""
    once = Composer().compose(Evidence(request(), (HELP,)))
    twice = Composer().compose(Evidence(request(), (HELP, replace(HELP))))
    assert len(twice.blocks) == 2 * len(once.blocks)
    assert all(block == block.strip() != "" for block in twice.blocks)


def test_follow_ups_are_few_and_distinct(ask: Ask) -> None:
    """At most three, none twice, and never the question that was just asked."""
    question = "Quels sont les cas d'usage prioritaires : Médecin d'assistance ?"
    axes = "Quelles sont les recommandations de l'étude ?"
    for text in (question, axes, "Score du médecin d'assistance ?", "Bonjour"):
        followups = ask(text).followups
        assert 0 < len(followups) <= MAX_FOLLOWUPS
        assert len(set(followups)) == len(followups)
        assert text not in followups


def test_what_was_asked_is_not_suggested() -> None:
    """A suggestion of a template that is the very question asked is left out."""
    all_of_help = Composer().compose(Evidence(request(), (HELP,))).followups
    asked = request(text=all_of_help[0])
    assert Composer().compose(Evidence(asked, (HELP,))).followups == all_of_help[1:]


SUGGESTING = (
    "Que devient le métier Médecin d'assistance ?",
    "Quel est le score d'exposition : Juriste ?",
    "Quels sont les cas d'usage prioritaires : Formateur d'assistance ?",
    "Quels métiers sont en forte transformation ?",
    "Combien de métiers dans chaque classe ?",
    "Quels sont les plus grands écarts entre PwC et les experts ?",
    "Quels cas d'usage sont communs à plusieurs métiers ?",
    "Quelles sont les recommandations de l'axe 3 ?",
    "Quels métiers changent de classe entre PwC et les experts ?",
    "Bonjour",
    "Score du boulanger ?",
)


@pytest.mark.parametrize("text", SUGGESTING)
def test_what_is_suggested_is_answered(ask: Ask, text: str) -> None:
    """A suggestion is a question that Vigie answers, in the same conversation."""
    for followup in ask(text).followups:
        answer = ask(followup, text)
        assert answer.kind is AnswerKind.ANSWER, followup
        if followup != "Quelles études connais-tu ?":  # see test_template_facts
            assert answer.dropped == 0, followup


def test_an_employee_is_told_what_exposure_is_not(quiet: Vigie) -> None:
    """The reader whom a score may worry gets more words, not other figures."""
    job = "Chargé d'assistance"
    told = {
        persona: body(quiet.tell(requests.ask(Intent.OVERVIEW, job, persona=persona)))
        for persona in Persona
    }
    assert len(told[Persona.EMPLOYE]) != len(told[Persona.RH])
    assert all("0,17" in text and "0,30" in text for text in told.values())
