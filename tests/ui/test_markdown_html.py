"""The Markdown of an answer becomes HTML that holds nothing but what Vigie puts there."""

import pytest

from assistant.ui.markdown_html import to_html
from tests.ui.html_tree import parse

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[lien](javascript:alert(1))",
    "![image](https://exemple.org/x.png)",
    "<https://exemple.org>",
    "[lien]: https://exemple.org\n\n[lien]",
    "`<b onclick=alert(1)>`",
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "> <svg onload=alert(1)>",
)


@pytest.mark.parametrize("markdown", HOSTILE)
def test_html_and_links_are_shown_as_text(markdown: str) -> None:
    """No element or attribute comes out of the text of an answer."""
    tree = parse(to_html(markdown, {"1"}, "t1"))
    allowed = {
        "root",
        "p",
        "code",
        "blockquote",
        "div",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert {element.tag for element in tree.walk()} <= allowed
    assert not [e for e in tree.walk() if set(e.attributes) & {"onerror", "onload", "onclick"}]


def test_a_marker_links_to_the_source_of_its_own_answer() -> None:
    """``[n]`` becomes a link to the source n of this turn, with a name that says so."""
    link = parse(to_html("Le score est 0,17 [2].", {"1", "2"}, "t3")).one("a")
    assert link.attributes["href"] == "#t3-s2"
    assert link.attributes["aria-label"] == "Source 2"
    assert link.text == "2"


def test_a_marker_without_citation_stays_text() -> None:
    """A number between brackets that cites nothing is no link."""
    tree = parse(to_html("Voir la note [7] et [1234].", {"1"}, "t1"))
    assert not tree.all("a")
    assert "[7] et [1234]" in tree.text


def test_markers_that_touch_are_all_links() -> None:
    """``[1][2]`` cites two sources: Markdown's own reference links play no part."""
    tree = parse(to_html("Fait [1][2].", {"1", "2"}, "t1"))
    assert [link.text for link in tree.all("a")] == ["1", "2"]


def test_a_table_scrolls_by_itself_and_has_headers() -> None:
    """A wide table is a named region reached by keyboard, and its headers name their column."""
    tree = parse(to_html("| Métier | Score |\n|---|---|\n| Formateur | 0,72 [1] |", {"1"}, "t1"))
    region = tree.one(".vg-table")
    assert region.attributes["role"] == "region"
    assert region.attributes["tabindex"] == "0"
    assert region.attributes["aria-label"]
    assert [cell.attributes["scope"] for cell in tree.all("th")] == ["col", "col"]
    assert tree.all("td")[1].all("a")


def test_french_typography_is_for_our_words_only() -> None:
    """Our sentences take no-break spaces and apostrophes; a quotation keeps its characters."""
    tree = parse(to_html("L'étude dit :\n\n> L'usage : bas ?", set(), "t1"))
    text, quote = tree.all("p")
    assert text.children == ["L’étude dit\u00a0:"]
    assert quote.children == ["L'usage : bas ?"]
