"""An answer before it is checked: blocks of Markdown that cite evidence by key."""

import re
from dataclasses import dataclass

from assistant.answer import AnswerKind
from assistant.evidence import Evidence

MARKER = re.compile(r"\s?\[\[([a-z0-9:_.-]+)\]\]")


@dataclass(frozen=True, slots=True)
class Draft:
    """Blocks of Markdown in which ``[[key]]`` cites an evidence item.

    ``trusted`` says whether the wording is ours (templates) or a model's.
    """

    evidence: Evidence
    kind: AnswerKind
    blocks: tuple[str, ...]
    reason: str | None = None
    choices: tuple[str, ...] = ()
    followups: tuple[str, ...] = ()
    model: str | None = None


def cited_keys(text: str) -> tuple[str, ...]:
    """Return the keys cited by a piece of a draft, in order, each once."""
    return tuple(dict.fromkeys(MARKER.findall(text)))


def without_markers(text: str) -> str:
    """Return the text as it reads without its citation markers."""
    return MARKER.sub("", text)
