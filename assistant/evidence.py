"""What an answer may rest on: every figure and every quotation comes from one of these items."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from assistant.request import Refusal, Request
from assistant.scoring.trace import Trace
from ingest.chunk import Chunk


class EvidenceKind(StrEnum):
    """How a statement is known."""

    CALCUL = "calcul"
    CITE = "cite"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One source of figures or words, with an opaque ``key`` that drafts cite.

    ``page`` is the PDF page (from 1) on which it stands in the document loaded, or ``None`` when
    that document does not print it. ``text`` is what it says, verbatim for a passage.
    ``numbers`` are the figures that a sentence citing it may state.
    """

    key: str
    kind: EvidenceKind
    study: str
    study_name: str
    section: str
    page: int | None
    text: str
    numbers: frozenset[Decimal] = frozenset()
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A result to be told: the template that tells it, its values, the items it may cite.

    ``request`` is the part of the message that it answers, when the message asks several things.
    """

    template: str
    values: Mapping[str, object]
    items: tuple[EvidenceItem, ...] = ()
    request: Request | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was gathered for one request, and the passages that search ranked first.

    ``refusal`` is set when what was gathered does not answer the question.
    """

    request: Request
    findings: tuple[Finding, ...] = ()
    passages: tuple[Chunk, ...] = ()
    refusal: Refusal | None = None
    _by_key: dict[str, EvidenceItem] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {item.key: item for item in self.items})

    @property
    def items(self) -> tuple[EvidenceItem, ...]:
        """Every item of every finding."""
        return tuple(item for finding in self.findings for item in finding.items)

    def item(self, key: str) -> EvidenceItem | None:
        """Return the item with this key, or ``None`` when no evidence has it."""
        return self._by_key.get(key)


def numbers_of(values: Iterable[Decimal | int]) -> frozenset[Decimal]:
    """Return figures as a set that compares by value, whatever their type."""
    return frozenset(Decimal(value) for value in values)
