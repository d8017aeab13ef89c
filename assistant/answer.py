"""The end of the road: an answer in blocks, each told apart by kind and tied to its citations."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.chunk import Chunk


class AnswerKind(StrEnum):
    """What the user gets."""

    ANSWER = "answer"
    CLARIFICATION = "clarification"
    REFUSAL = "refusal"
    ERROR = "error"


class BlockKind(StrEnum):
    """How the statements of a block are known (obligation: kinds are told apart)."""

    CALCULE = "calcule"
    CITE = "cite"
    REDIGE = "redige"
    LIAISON = "liaison"  # our own wording, with no fact in it


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, quotation or table of Markdown whose ``[n]`` markers name citations."""

    kind: BlockKind
    markdown: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a statement comes from; ``key`` is the number that stands between brackets.

    ``kind`` is one of ``cite``, ``table`` and ``calcul``; ``page`` is the PDF page, from 1, of
    the document loaded for ``study``.
    """

    key: str
    kind: str
    study: str
    study_name: str
    page: int | None
    section: str
    quote: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What every face of Vigie shows, and all of it."""

    kind: AnswerKind
    blocks: tuple[Block, ...]
    reason: str | None = None
    citations: tuple[Citation, ...] = ()
    passages: tuple[Chunk, ...] = ()
    choices: tuple[str, ...] = ()
    followups: tuple[str, ...] = ()
    model: str | None = None
    dropped: int = 0
    data_version: str = ""
