"""Reading the figures of a French sentence."""

from decimal import Decimal

import pytest

from assistant.compose import french
from assistant.verify.numbers import numbers_in, without_list_number


def read(text: str) -> list[Decimal]:
    """Return the figures of a text."""
    return list(numbers_in(text))


@pytest.mark.parametrize("text", ["0,41", "0.41", "(0,41)", "«0,41»", "**0,41**", "0,41.", "+0,41"])
def test_a_decimal_is_read_with_a_comma_or_a_point(text: str) -> None:
    """French and English decimals, next to any mark of the sentence, have one value."""
    assert read(text) == [Decimal("0.41")]


@pytest.mark.parametrize("space", ["\u0020", "\u00a0", "\u202f", "\u2009"])
def test_thousands_may_be_spaced_in_any_usual_way(space: str) -> None:
    """A space inside a number belongs to it, whatever its width."""
    assert read(f"soit 1{space}234{space}567,8 heures") == [Decimal("1234567.8")]


@pytest.mark.parametrize("space", ["", "\u0020", "\u00a0", "\u202f"])
def test_a_percentage_is_its_number(space: str) -> None:
    """The percent sign may be glued or spaced."""
    assert read(f"Pour 68{space}% des répondants") == [68]


@pytest.mark.parametrize(
    ("text", "rank"),
    [("1er", 1), ("1ère", 1), ("2nd", 2), ("2nde", 2), ("5ème", 5), ("17e sur", 17)],
)
def test_an_ordinal_is_its_rank(text: str, rank: int) -> None:
    """A rank is a figure, however its ordinal is written."""
    assert read(text) == [rank]


@pytest.mark.parametrize("minus", ["-", "\u2212", "+"])
def test_a_sign_is_set_aside(minus: str) -> None:
    """A figure is checked by its value: the direction is said in words."""
    assert read(f"soit {minus}4 places") == [4]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("2020-2022", [2020, 2022]),
        ("2020\u20132022", [2020, 2022]),
        ("de 10 à 20", [10, 20]),
        ("12, 14 et 15", [12, 14, 15]),
        ("12 45 métiers", [12, 45]),
        ("en 2025 120 métiers", [2025, 120]),
        ("p. 12, n°5", [12, 5]),
        ("1/3", [1, 3]),
        ("100€", [100]),
    ],
)
def test_each_number_of_a_range_or_a_list_is_read(text: str, numbers: list[int]) -> None:
    """Two figures side by side are two figures, not a longer one nor a negative one."""
    assert read(text) == numbers


@pytest.mark.parametrize("text", ["3.2.2.2", "la section 3.2.1.", "4.2.10", "chapitre 10.2.3"])
def test_a_section_number_is_no_figure(text: str) -> None:
    """The number of a section names a place."""
    assert read(text) == []


@pytest.mark.parametrize("text", ["B2B", "n4", "IA2030", "le web2 et la 5G", "trente"])
def test_a_number_inside_a_name_is_no_figure(text: str) -> None:
    """Digits that belong to a word name something."""
    assert read(text) == []


@pytest.mark.parametrize(
    "number", ["0", "0.005", "0.41", "0.415", "1", "12.5", "999.99", "1000", "1234567.89"]
)
def test_what_the_templates_write_is_read_back(number: str) -> None:
    """A figure written by a template, sign and ordinal included, is read as the same value."""
    value = Decimal(number)
    rounded = [Decimal(french.decimal(value).replace("\u202f", "").replace(",", "."))]
    assert read(f"Le score est de {french.decimal(value)} ici.") == rounded
    assert read(f"un écart de {french.signed(value)} point") == rounded
    assert read(f"le {french.ordinal(int(value) + 1)} rang") == [int(value) + 1]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("un gain de 10M€", 10, id="millions"),
        pytest.param("près de 50k€ par an", 50, id="thousands"),
        pytest.param("une réunion de 12h", 12, id="hours"),
        pytest.param("un score de _17_ ici", 17, id="underscores"),
    ],
)
def test_a_figure_glued_to_its_unit_is_a_figure(text: str, number: int) -> None:
    """An invented amount must not go unchecked because its unit touches it."""
    assert read(text) == [number]


def test_the_number_of_a_list_item_only_counts() -> None:
    """« 3. » that opens a line is set aside, the figures after it are not."""
    assert without_list_number("3. Former 12 personnes") == "Former 12 personnes"
    assert without_list_number("  12. Former") == "Former"
    assert without_list_number("0,41 est le score") == "0,41 est le score"
    assert without_list_number("2025. C'est loin") == "2025. C'est loin"
