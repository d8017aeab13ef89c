"""A conversation as HTML: Jinja templates that escape all they are given."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assistant.answer import Answer, BlockKind, Citation
from assistant.ui.conversation import Conversation, Phase, Turn
from assistant.ui.markdown_html import to_html
from assistant.ui.plain_copy import copied_text
from ingest.digests.typography import typeset
from prompts.wording import sentence

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive blocks of one kind, under one tag (none for our own linking words)."""

    kind: BlockKind
    html: tuple[Markup, ...]

    @property
    def tagged(self) -> bool:
        """Whether the kind is one that a reader must be told."""
        return self.kind is not BlockKind.LIAISON


@dataclass(frozen=True, slots=True)
class Shown:
    """A turn ready to be shown; ``anchor`` begins the ids of its elements."""

    anchor: str
    turn: Turn
    passages: tuple[Passage, ...]
    complete: Answer | None

    @property
    def tagged(self) -> bool:
        """Whether the answer states facts, whose kinds stand in the margin."""
        blocks = self.turn.answer.blocks if self.turn.answer else ()
        return any(block.kind is not BlockKind.LIAISON for block in blocks)

    @property
    def copied(self) -> str:
        """What the copy button takes."""
        return copied_text(self.turn.question, self.complete) if self.complete else ""


def render(conversation: Conversation, examples: Sequence[str] = ()) -> str:
    """Return the HTML of a conversation, or the welcome and its examples when it is empty."""
    shown = [_shown(turn, f"t{n}") for n, turn in enumerate(conversation.turns, start=1)]
    return (
        _environment()
        .get_template("conversation.html.j2")
        .render(conversation=conversation, shown=shown, examples=examples)
    )


def render_header() -> str:
    """Return the top of the page: what Vigie is, what it is for and what it is not for."""
    return _environment().get_template("header.html.j2").render()


def render_footer() -> str:
    """Return the bottom of the page: the same statement, and how to read an answer."""
    return _environment().get_template("footer.html.j2").render()


def label(key: str, **params: object) -> str:
    """Return a sentence of the wording with French typography."""
    return typeset(sentence(key, **params))


def _shown(turn: Turn, anchor: str) -> Shown:
    keys = {citation.key for citation in turn.answer.citations} if turn.answer else set()
    complete = turn.answer if turn.phase is Phase.DONE else None
    return Shown(anchor, turn, tuple(_passages(turn, keys, anchor)), complete)


def _passages(turn: Turn, keys: set[str], anchor: str) -> Iterator[Passage]:
    for kind, blocks in groupby(turn.blocks, key=lambda block: block.kind):
        yield Passage(kind, tuple(to_html(block.markdown, keys, anchor) for block in blocks))


def _place(citation: Citation) -> str:
    """Where a citation stands in its study: section and page."""
    page = sentence("rendering.page", page=citation.page) if citation.page else ""
    return " · ".join(part for part in (citation.section, page) if part)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"t": label, "place": _place}
    environment.filters["typeset"] = typeset
    return environment
