"""Small evidence and drafts, for the tests of the verification."""

from collections.abc import Iterable
from decimal import Decimal

from assistant.answer import AnswerKind
from assistant.draft import Draft
from assistant.evidence import Evidence, EvidenceItem, EvidenceKind, Finding
from assistant.question import Question
from assistant.request import Intent, Request
from ingest.chunk import Chunk


def request(intent: Intent = Intent.TEXT, text: str = "Une question ?") -> Request:
    """Return a request for a text."""
    return Request(Question(text), intent, query=text)


def item(
    key: str = "a",
    text: str = "",
    *numbers: str,
    kind: EvidenceKind = EvidenceKind.CALCUL,
    page: int | None = None,
) -> EvidenceItem:
    """Return an item that says a text and states figures."""
    return EvidenceItem(
        key=key,
        kind=kind,
        study="etude",
        study_name="Une étude",
        section="Un chapitre",
        page=page,
        text=text,
        numbers=frozenset(Decimal(number) for number in numbers),
    )


def evidence(*items: EvidenceItem, intent: Intent = Intent.TEXT) -> Evidence:
    """Return the evidence made of these items."""
    return Evidence(request(intent), (Finding("help", {}, items),))


def draft(
    items: Iterable[EvidenceItem],
    *blocks: str,
    kind: AnswerKind = AnswerKind.ANSWER,
    model: str | None = None,
) -> Draft:
    """Return a draft of these blocks over these items."""
    return Draft(evidence(*items), kind, blocks, model=model)


def chunk(
    text: str,
    *section: str,
    identity: str = "c1",
    study: str = "etude",
    page: int = 1,
) -> Chunk:
    """Return a passage."""
    return Chunk(identity, study, page, None, section, text, 0, len(text))
