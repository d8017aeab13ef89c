"""Nothing from a question or a study runs in the page, and nothing leaves the machine."""

import pytest
from playwright.sync_api import expect

from assistant.answer import Block, BlockKind, Citation
from tests.browser.conftest import Visit
from tests.browser.servers import pages_over
from tests.browser.visitor import Visitor
from tests.ui.answers import answer

HOSTILE = (
    '<img src=x onerror="window.ran=1">',
    "<script>window.ran=1</script>",
    '"><svg onload="window.ran=1">',
    "${window.ran=1} {{window.ran=1}}",
    "[clic](javascript:window.ran=1)",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_html_in_a_question_is_shown_not_run(visitor: Visitor, hostile: str) -> None:
    """A question that holds HTML reads as it was typed."""
    turn = visitor.ask(f"Que devient {hostile} le métier de formateur ?")
    shown = turn.get_by_role("heading").inner_text().replace("’", "'").replace("\u00a0", " ")
    assert hostile in shown
    assert visitor.page.evaluate("window.ran") is None


def test_html_of_a_study_is_shown_not_run(visit: Visit) -> None:
    """A passage, a section, a choice and a follow-up that hold HTML read as text."""
    text = " ".join(HOSTILE)
    told = answer(
        blocks=(Block(BlockKind.CITE, f"> {text} [1]"), Block(BlockKind.LIAISON, text)),
        citations=(Citation("1", "cite", "user", text, 1, text, text),),
        followups=(text,),
        choices=(text,),
    )
    with pages_over(lambda _: told) as address:
        visitor = visit(address)
        turn = visitor.ask("Que dit ce PDF ?")
        turn.locator("summary").click()
        expect(turn.locator(".vg-sources blockquote")).to_contain_text("<script>")
        turn.locator(".vg-follow button").click()
        visitor.answered(2)
        assert visitor.page.evaluate("window.ran") is None
        assert turn.locator("script, img, svg, iframe, a[href^=javascript]").count() == 0


def test_no_request_leaves_the_machine(visitor: Visitor) -> None:
    """Loading the page and a whole conversation ask nothing of another host."""
    visitor.ask("Que devient le métier de chargé d'assistance ?")
    visitor.turns.first.locator(".vg-ref").first.click()
    visitor.turns.first.locator(".vg-follow button").first.click()
    visitor.answered(2)
    visitor.page.get_by_label("Manager").check()
    visitor.page.get_by_role("button", name="Nouvelle conversation").click()
    visitor.page.reload()
    expect(visitor.page.locator(".vg-welcome")).to_be_visible()
    assert len(visitor.requests) > 10
    assert visitor.outside_requests() == []
    assert visitor.errors == []


def test_the_page_is_french_in_an_english_browser(visitor: Visitor) -> None:
    """The language is declared, and no word of the tools shows through."""
    expect(visitor.page.locator("html")).to_have_attribute("lang", "fr")
    expect(visitor.page).to_have_title("Vigie – l’IA, le numérique et les métiers")
    visible = visitor.page.locator("body").inner_text()
    assert visitor.page.get_by_text("common.").count() == 0
    for english in ("Submit", "Clear", "Stop", "Gradio", "Loading", "Error", "Settings"):
        assert english not in visible
