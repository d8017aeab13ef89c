"""An answer on its way can be stopped, a failure leaves the page usable, users stay apart."""

from playwright.sync_api import expect

from assistant.answer import Answer, Block, BlockKind
from assistant.question import Question
from prompts.errors import VigieError
from tests.browser.conftest import Visit
from tests.browser.servers import pages_over
from tests.ui.answers import answer

LONG = tuple(Block(BlockKind.LIAISON, f"Bloc numéro {n}.") for n in range(200))


def test_stop_leaves_what_is_shown_and_frees_the_page(visit: Visit) -> None:
    """The button appears while an answer runs, cuts it, and the next question is answered."""

    def reply(question: Question) -> Answer:
        return answer(blocks=LONG) if question.text == "Long ?" else answer()

    with pages_over(reply) as address:
        visitor = visit(address)
        stop = visitor.page.get_by_role("button", name="Arrêter")
        expect(stop).to_be_hidden()
        visitor.send("Long ?")
        expect(visitor.turns.first).to_contain_text("Bloc numéro 2")
        stop.click()
        expect(visitor.answered(1)).to_contain_text("interrompue")
        expect(visitor.turns.first).not_to_contain_text("Bloc numéro 199")
        expect(stop).to_be_hidden()
        expect(visitor.ask("Court ?").locator(".vg-sources")).to_be_visible()


def test_blocks_show_while_the_answer_is_written(visit: Visit) -> None:
    """The first block does not wait for the last."""
    with pages_over(lambda _: answer(blocks=LONG)) as address:
        visitor = visit(address)
        visitor.send("Long ?")
        expect(visitor.turns.first).to_contain_text("Bloc numéro 0")
        expect(visitor.page.locator('.vg-conversation[aria-busy="true"]')).to_have_count(1)
        assert "Bloc numéro 199" not in visitor.turns.first.inner_text()


def test_a_failure_is_told_and_the_page_goes_on(visit: Visit) -> None:
    """An expected failure and an unexpected one each read as a sentence; then all works again."""
    failures: dict[str, Exception] = {
        "Index ?": VigieError("ingest.no_index"),
        "Panne ?": RuntimeError("détail interne"),
    }

    def reply(question: Question) -> Answer:
        if question.text in failures:
            raise failures[question.text]
        return answer()

    with pages_over(reply) as address:
        visitor = visit(address)
        expect(visitor.ask("Index ?").locator(".vg-error")).to_contain_text("index")
        failed = visitor.ask("Panne ?").locator(".vg-error")
        expect(failed).to_contain_text("erreur imprévue")
        expect(failed).not_to_contain_text("détail interne")
        expect(visitor.ask("Suite ?").locator(".vg-sources")).to_be_visible()


def test_two_users_do_not_see_each_other(visit: Visit) -> None:
    """Each tab has its own conversation, and its own history."""
    seen: list[Question] = []

    def reply(question: Question) -> Answer:
        seen.append(question)
        return answer()

    with pages_over(reply) as address:
        first, second = visit(address), visit(address)
        first.ask("Question du premier ?")
        second.ask("Question du second ?")
        first.ask("Encore le premier ?")
        expect(second.turns).to_have_count(1)
        expect(second.page.locator("body")).not_to_contain_text("du premier")
    assert seen[2].history == ("Question du premier ?",)


def test_a_double_click_asks_once(visit: Visit) -> None:
    """A button pressed twice in a row makes one turn."""
    with pages_over(lambda _: answer()) as address:
        visitor = visit(address)
        visitor.ask("Score ?").locator(".vg-follow button").dblclick()
        visitor.answered(2)
        visitor.page.wait_for_timeout(500)
        expect(visitor.turns).to_have_count(2)


def test_a_lost_server_is_told_in_french(visit: Visit) -> None:
    """When Vigie is stopped under an open page, the page says so and keeps the question."""
    with pages_over(lambda _: answer()) as address:
        visitor = visit(address)
        visitor.ask("Score ?")
    visitor.send("Encore là ?")
    toast = visitor.page.locator(".toast-body")
    expect(toast).to_contain_text("Vigie ne répond pas")
    expect(toast).not_to_contain_text("onnection")
    expect(visitor.box).to_have_value("Encore là ?")
