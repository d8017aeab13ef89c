"""The page is usable on a small screen, in both themes, and says first what it is."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

RANKING = "Quels métiers sont en forte transformation ?"


@pytest.mark.parametrize("width", [320, 360, 768])
def test_nothing_overflows_the_width(app_address: str, visit: Visit, width: int) -> None:
    """With a wide table in the answer, the table scrolls and the page does not."""
    visitor = visit(app_address, viewport={"width": width, "height": 740})
    table = visitor.ask(RANKING).locator(".vg-table").first
    expect(table).to_be_visible()
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
    if width < 400:
        assert table.evaluate("element => element.scrollWidth > element.clientWidth")


def test_the_ai_system_is_disclosed_before_any_input(visitor: Visitor) -> None:
    """The statement is in sight without scrolling, and comes before the question box."""
    statement = visitor.page.locator(".vg-header .vg-statement")
    expect(statement).to_be_in_viewport()
    expect(statement).to_contain_text("système d’IA")
    before = visitor.page.evaluate(
        """() => document.querySelector('.vg-statement').compareDocumentPosition(
             document.querySelector('#question')) & Node.DOCUMENT_POSITION_FOLLOWING"""
    )
    assert before


def test_the_warning_on_personal_data_stands_beside_the_box(visitor: Visitor) -> None:
    """Whoever types sees it, whatever the length of the conversation."""
    visitor.ask(RANKING)
    expect(visitor.page.locator(".vg-warning")).to_be_in_viewport()
    expect(visitor.box).to_be_in_viewport()


def test_the_controls_have_names(visitor: Visitor) -> None:
    """The persona choice is a named group, and the box tells its warning to a screen reader."""
    expect(visitor.page.get_by_role("group", name="Vous êtes")).to_be_visible()
    expect(visitor.box).to_have_accessible_description(re.compile("N’écrivez ni nom"))


def test_the_theme_follows_the_system(app_address: str, visit: Visit) -> None:
    """A dark system gets dark pages, a light one light pages."""
    shades = []
    for scheme in ("light", "dark"):
        visitor = visit(app_address, color_scheme=scheme)
        colour = visitor.page.evaluate("getComputedStyle(document.body).backgroundColor")
        shades.append([int(part) for part in colour[4:-1].split(",")[:3]])
    assert min(shades[0]) > 200
    assert max(shades[1]) < 60
