import pytest

from ingest.numbering import heading_number, labelled_number, without_number


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("3.2.2.1. Résultats", (3, 2, 2, 1)),
        ("4 Conclusions", (4,)),
        ("2) Méthode", (2,)),
        ("1.2 Objet", (1, 2)),
        ("b. Perspectives", (2,)),
    ],
)
def test_printed_numbers_are_read(text: str, path: tuple[int, ...]) -> None:
    """Decimal and lettered numbers give their path."""
    number = heading_number(text)
    assert number is not None
    assert number.path == path


@pytest.mark.parametrize("text", ["2020 fut une année", "24/7 partout", "12 512", "Annexe 1", ""])
def test_other_texts_have_no_number(text: str) -> None:
    """Years, ratios and bare figures are no heading numbers."""
    assert heading_number(text) is None


@pytest.mark.parametrize(
    ("number", "previous", "may"),
    [
        ("3.2. X", (3, 1), True),
        ("3.1. X", (3,), True),
        ("4. X", (3, 2, 1), True),
        ("3.4. X", (3, 1, 2), True),
        ("1. X", (3, 2), False),
        ("3.2. X", (3, 2), False),
        ("9. X", (3,), False),
    ],
)
def test_a_number_follows_its_plan(number: str, previous: tuple[int, ...], may: bool) -> None:
    """Children and next siblings may follow, a few lost ones apart; a restart may not."""
    found = heading_number(number)
    assert found is not None
    assert found.may_follow(previous) is may


def test_labels_are_numbers_too() -> None:
    """« Annexe 1.2 » counts two levels under the annexes."""
    assert labelled_number("Annexe 1.2 – Graphiques") == ("annexe", 2)
    assert labelled_number("Annexes") is None


def test_a_title_is_known_without_its_number() -> None:
    """The number does not take part in comparisons."""
    assert without_number("4.2.1. CHARGE D'ASSISTANCE") == "CHARGE D'ASSISTANCE"
