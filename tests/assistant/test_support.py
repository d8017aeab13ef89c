"""Whether the evidence that a statement cites supports it."""

import pytest

from assistant.evidence import EvidenceItem, EvidenceKind
from assistant.verify.statements import statements
from assistant.verify.support import Fault, fault_of
from tests.assistant.evidence_samples import evidence, item

CITE = EvidenceKind.CITE
SCORES = item("a", "Médecin", "0.41", "-0.27", "17")
PASSAGE = item("p", "L'étude compte 58 métiers, dont dix cœur.", kind=CITE, page=12)


def fault(sentence: str, *items: EvidenceItem) -> Fault | None:
    """Return the fault of one statement over these items."""
    (statement,) = statements(sentence)
    return fault_of(statement, evidence(*items))


@pytest.mark.parametrize(
    "sentence",
    [
        "Le score est de 0,41 [[a]].",
        "Le score est de 0.41, au 17e rang [[a]].",
        "Un écart de −0,27 ou de 0,27 [[a]].",
        "Rien de chiffré, sans source.",
        "L'étude compte 58 métiers [[p]].",
        "Voir p. 12 [[p]].",
        "Selon les deux, 58 et 0,41 [[a]][[p]].",
        "C'est « dix cœur » [[p]].",
    ],
)
def test_what_the_evidence_says_is_shown(sentence: str) -> None:
    """Figures of a trace, of a text or of its place, and faithful quotations, hold."""
    assert fault(sentence, SCORES, PASSAGE) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Le score est de 0,42 [[a]].",
        "Le score est de 0,4 [[a]].",
        "Le score est de 0,410 et 41 % [[a]].",
        "Au 18e rang, avec 0,41 [[a]].",
        "L'étude compte 58 métiers [[a]].",
        "L'étude compte 59 métiers [[p]].",
        "| Médecin | 0,41 | 0,99 | [[a]]",
        "- Médecin : 99 [[a]]",
    ],
)
def test_a_figure_that_its_evidence_does_not_state_is_a_fault(sentence: str) -> None:
    """Every figure must be stated by the items that the statement cites itself."""
    assert fault(sentence, SCORES, PASSAGE) is Fault.UNSUPPORTED_NUMBER


@pytest.mark.parametrize("sentence", ["Le score est de 0,41.", "Pour 68 % des salariés."])
def test_a_figure_without_citation_is_a_fault(sentence: str) -> None:
    """A figure says where it comes from, were it right."""
    assert fault(sentence, SCORES) is Fault.UNCITED_NUMBER


@pytest.mark.parametrize(
    "sentence",
    ["Rien de chiffré [[z]].", "Le score est de 0,41 [[a]][[z]].", "> L'étude compte [[z]]"],
)
def test_an_unknown_key_is_a_fault(sentence: str) -> None:
    """A citation of what was never gathered condemns its statement, beside a good one too."""
    assert fault(sentence, SCORES, PASSAGE) is Fault.UNKNOWN_KEY


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("> L'étude compte 58 métiers [[p]]", None),
        ("> - dont dix cœur. [[p]]", None),
        ("> L'étude note 58 métiers [[p]]", Fault.MISQUOTED),
        ("> dont dix cœur [[a]]", Fault.MISQUOTED),
        ("> dont dix cœur", Fault.MISQUOTED),
        ("C'est « onze cœur » [[p]].", Fault.MISQUOTED),
        ("C'est « dix cœur » et « onze » [[p]].", Fault.MISQUOTED),
    ],
)
def test_a_quotation_is_word_for_word(sentence: str, expected: Fault | None) -> None:
    """An extract, and what stands between marks, is found in an item that it cites."""
    assert fault(sentence, SCORES, PASSAGE) is expected


def test_another_key_s_figures_do_not_help() -> None:
    """A figure known elsewhere in the evidence does not support a statement that cites another."""
    assert fault("Il y a 58 métiers [[a]].", SCORES, PASSAGE) is Fault.UNSUPPORTED_NUMBER


def test_the_number_of_a_list_item_needs_no_evidence() -> None:
    """« 3. » only counts the items of a list; the figures of the item do need evidence."""
    good, bad = statements("3. Au rang 17 [[a]]\n4. Au rang 99 [[a]]")
    assert fault_of(good, evidence(SCORES)) is None
    assert fault_of(bad, evidence(SCORES)) is Fault.UNSUPPORTED_NUMBER
