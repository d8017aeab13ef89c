"""The Markdown of an answer as safe HTML: no raw HTML, no link but those to its own sources."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

from ingest.digests.typography import typeset
from prompts.wording import sentence

_LONGEST_NUMBER = 3
# What an answer needs. Links, images and raw HTML are left out: a passage of a PDF may hold any.
_RULES = ("table", "blockquote", "list", "emphasis", "newline", "escape", "backticks")


def to_html(markdown: str, keys: Collection[str], anchor: str) -> Markup:
    """Return the HTML of a block.

    ``[n]`` becomes a link to the element ``{anchor}-s{n}`` when ``n`` is among ``keys``, the
    numbers of the citations of this answer, and stays as written otherwise.
    """
    html: str = _parser().render(markdown, {"keys": frozenset(keys), "anchor": anchor})
    return Markup(html)  # noqa: S704 - the parser escapes all text and knows no raw HTML


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "linkify": False})
    parser.enable(list(_RULES))
    parser.inline.ruler.push("reference", _reference)
    parser.core.ruler.push("typeset", _typeset_own_words)
    for name, rule in _RENDERING.items():
        parser.add_render_rule(name, rule)
    return parser


def _reference(state: StateInline, silent: bool) -> bool:
    """Read ``[n]`` where ``n`` numbers a citation of the answer."""
    if state.src[state.pos] != "[":
        return False
    end = state.src.find("]", state.pos, state.pos + _LONGEST_NUMBER + 2)
    number = state.src[state.pos + 1 : end] if end > 0 else ""
    if number not in state.env["keys"]:
        return False
    if not silent:
        state.push("reference", "a", 0).content = number
    state.pos = end + 1
    return True


def _typeset_own_words(state: StateCore) -> None:
    """Give our sentences French typography; a quotation keeps the characters of its study."""
    quoted = 0
    for token in state.tokens:
        quoted += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        for child in token.children or () if not quoted else ():
            if child.type == "text":
                child.content = typeset(child.content)


def _render_reference(
    _: RendererHTML, tokens: Sequence[Token], index: int, __: Any, env: dict[str, Any]
) -> str:
    number = escape(tokens[index].content)
    label = escape(sentence("ui.source", number=number))
    target = escape(f"#{env['anchor']}-s{number}")
    return f'<a class="vg-ref" href="{target}" aria-label="{label}">{number}</a>'


def _table_open(*_: Any) -> str:
    label = escape(sentence("ui.table"))
    return f'<div class="vg-table" role="region" tabindex="0" aria-label="{label}"><table>'


def _table_close(*_: Any) -> str:
    return "</table></div>"


def _head_cell(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    tokens[index].attrSet("scope", "col")
    return renderer.renderToken(tokens, index, options, env)


_RENDERING = {
    "reference": _render_reference,
    "table_open": _table_open,
    "table_close": _table_close,
    "th_open": _head_cell,
}
