"""Whether the evidence that a statement cites supports its figures and its quotations."""

from decimal import Decimal
from enum import StrEnum

from assistant.draft import without_markers
from assistant.evidence import Evidence, EvidenceItem
from assistant.verify.numbers import numbers_in, without_list_number
from assistant.verify.quotes import quoted, stands_in
from assistant.verify.statements import Statement


class Fault(StrEnum):
    """Why a statement is not shown."""

    UNKNOWN_KEY = "unknown_key"
    UNCITED_NUMBER = "uncited_number"
    UNSUPPORTED_NUMBER = "unsupported_number"
    MISQUOTED = "misquoted"


def fault_of(statement: Statement, evidence: Evidence) -> Fault | None:
    """Return the first fault of a statement, or ``None`` when its evidence supports it."""
    items = [evidence.item(key) for key in statement.keys]
    known = [item for item in items if item is not None]
    if len(known) < len(items):
        return Fault.UNKNOWN_KEY
    text = without_markers(statement.text)
    if statement.is_extract:
        extract = statement.extract
        return None if any(stands_in(extract, item.text) for item in known) else Fault.MISQUOTED
    figures = set(numbers_in(without_list_number(text)))
    if figures and not known:
        return Fault.UNCITED_NUMBER
    if not figures <= _stated_by(known):
        return Fault.UNSUPPORTED_NUMBER
    words = [f"{item.text} {item.section}" for item in known]
    if known and not all(any(stands_in(quote, said) for said in words) for quote in quoted(text)):
        return Fault.MISQUOTED
    return None


def _stated_by(items: list[EvidenceItem]) -> set[Decimal]:
    """The figures that these items state: those of their trace, of their text, of their place."""
    figures: set[Decimal] = set()
    for item in items:
        figures |= {abs(number) for number in item.numbers}
        figures |= set(numbers_in(f"{item.text} {item.study_name} {item.section}"))
        if item.page is not None:
            figures.add(Decimal(item.page))
    return figures
