"""The main path: a question, its answer, its sources, and the next question."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

USE_CASES = "Quels sont les cas d'usage prioritaires pour un chargé d'assistance ?"
JOB = "Que devient le métier de chargé d'assistance ?"


def test_an_answer_comes_with_its_sources(visitor: Visitor) -> None:
    """A number in the answer opens the source it names, with its study, section and page."""
    turn = visitor.ask(USE_CASES)
    expect(turn).to_contain_text("de priorité 1")
    expect(turn.locator(".vg-sources")).not_to_have_attribute("open", "")
    turn.locator(".vg-ref").first.click()
    source = turn.locator(".vg-sources li").first
    expect(source).to_be_visible()
    expect(source).to_be_focused()
    expect(source).to_contain_text("IA générative et métiers de l’assistance")
    expect(source).to_contain_text(re.compile(r"p\.\s\d+"))


def test_every_block_with_a_fact_has_its_tag(visitor: Visitor) -> None:
    """The first passage that cites is told as calculated or cited."""
    turn = visitor.ask(USE_CASES)
    tag = turn.locator(".vg-passage:has(.vg-ref) .vg-tag").first
    expect(tag).to_have_text(re.compile("calculé|cité"))


def test_the_box_is_emptied_and_the_question_shown(visitor: Visitor) -> None:
    """The question moves from the box to the conversation."""
    turn = visitor.ask(USE_CASES)
    expect(turn.get_by_role("heading")).to_contain_text("cas d’usage prioritaires")
    expect(visitor.box).to_have_value("")


def test_a_followup_is_one_click_away(visitor: Visitor) -> None:
    """A suggestion is asked as it reads, after the first answer."""
    followup = visitor.ask(JOB).locator(".vg-follow button").first
    question = followup.inner_text()
    followup.click()
    expect(visitor.answered(2).get_by_role("heading")).to_contain_text(question)


def test_an_example_is_one_click_away(visitor: Visitor) -> None:
    """An example asks its question, and the examples leave."""
    visitor.page.locator(".vg-example").first.click()
    expect(visitor.answered(1).locator(".vg-sources")).to_be_visible()
    expect(visitor.page.locator(".vg-welcome")).to_have_count(0)


def test_every_example_is_answered(visitor: Visitor) -> None:
    """No example leads to a refusal: each answer has a source."""
    questions = visitor.page.locator(".vg-example").evaluate_all(
        "buttons => buttons.map(button => button.dataset.question)"
    )
    for question in questions:
        expect(visitor.ask(question).locator(".vg-sources"), question).to_be_visible()


def test_a_choice_settles_an_ambiguous_name(visitor: Visitor) -> None:
    """Two close names lead to buttons, and one of them to the answer."""
    choices = visitor.ask("score de l'assistant").locator(".vg-choices button")
    assert choices.count() >= 2
    name = choices.first.inner_text()
    choices.first.click()
    expect(visitor.answered(2)).to_contain_text(name)
    expect(visitor.turns.nth(1).locator(".vg-sources")).to_be_visible()


def test_a_question_may_lean_on_the_one_before(visitor: Visitor) -> None:
    """« et pour le médecin ? » is understood from what was asked."""
    visitor.ask("Quel est le score de l'infirmier d'assistance ?")
    expect(visitor.ask("et pour le médecin ?").locator(".vg-text").first).to_contain_text("édecin")


def test_the_persona_changes_the_answer(visitor: Visitor) -> None:
    """The same question is told otherwise to an employee and to HR."""
    expect(visitor.page.get_by_label("Employé·e")).to_be_checked()
    employee = visitor.ask(JOB).locator(".vg-answer").inner_text()
    visitor.page.get_by_label("RH", exact=True).check()
    assert visitor.ask(JOB).locator(".vg-answer").inner_text() != employee


def test_an_empty_question_is_told_and_the_page_goes_on(visitor: Visitor) -> None:
    """Nothing is asked, a sentence says so, and the next question is answered."""
    visitor.page.get_by_role("button", name="Envoyer").click()
    notice = visitor.page.locator(".vg-notice")
    expect(notice).to_contain_text("vide")
    expect(visitor.page.locator(".vg-example").first).to_be_visible()
    visitor.ask(USE_CASES)
    expect(notice).to_have_count(0)


def test_a_question_too_long_stays_in_the_box(visitor: Visitor) -> None:
    """What was typed is not lost: it can be shortened."""
    visitor.send("métier " * 600)
    expect(visitor.page.locator(".vg-notice")).to_contain_text("4000")
    assert len(visitor.box.input_value()) > 4_000


def test_a_new_conversation_forgets_the_last(visitor: Visitor) -> None:
    """The button brings the examples back, and the next question leans on nothing."""
    visitor.ask(JOB)
    visitor.page.get_by_role("button", name="Nouvelle conversation").click()
    expect(visitor.page.locator(".vg-welcome")).to_be_visible()
    expect(visitor.turns).to_have_count(0)


def test_an_answer_can_be_copied(app_address: str, visit: Visit) -> None:
    """The clipboard gets the answer with its kinds and its sources."""
    visitor = visit(app_address, permissions=["clipboard-read", "clipboard-write"])
    visitor.ask(USE_CASES).get_by_role("button", name="Copier la réponse").click()
    expect(visitor.page.get_by_role("button", name="Réponse copiée")).to_be_visible()
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert "Sources" in copied
    assert "(cité)" in copied or "(calculé)" in copied


def test_the_keyboard_is_enough(visitor: Visitor) -> None:
    """Tab reaches an example and Enter asks it; the focus then waits at the question."""
    visitor.page.locator(".vg-example").first.focus()
    visitor.page.keyboard.press("Enter")
    visitor.answered(1)
    expect(visitor.turns.first).to_be_focused()
    visitor.page.keyboard.press("Tab")
    focused = visitor.page.evaluate("document.activeElement.closest('.vg-turn') !== null")
    assert focused
