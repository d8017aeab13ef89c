from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

import pytest

from corpus import assistance_checks as checks
from corpus.assistance import ExposureClass, load_assistance
from corpus.model import CorpusModel

TABLES = load_assistance()

Row = TypeVar("Row", bound=CorpusModel)


def _with(rows: Sequence[Row], index: int, **values: object) -> tuple[Row, ...]:
    """Return the rows with some fields of one of them changed, unchecked."""
    changed = rows[index].model_copy(update=values)
    return (*rows[:index], changed, *rows[index + 1 :])


@pytest.mark.parametrize(
    ("index", "values", "said"),
    [
        (0, {"job": "Statisticien"}, "ne note pas une fois chacun"),
        (0, {"rank": 2}, "sans trou ni doublon"),
        (1, {"score": Decimal("0.10")}, "scores décroissants"),
        (0, {"family": "Données"}, "change de famille"),
        (0, {"core": True}, "change de famille ou de statut"),
    ],
)
def test_exposure_rows_must_agree(index: int, values: dict[str, object], said: str) -> None:
    """A job rated twice, a rank out of order or a job that changes family is found."""
    found = list(checks.check_exposure(_with(TABLES.exposure, index, **values)))
    assert any(said in one.reason for one in found)
    assert {one.file for one in found} == {"assistance-2025/exposure.csv"}


def test_core_jobs_have_one_distribution_each() -> None:
    """A core job without its distribution, or one too many, is found."""
    assert not list(checks.check_core_jobs(TABLES.exposure, TABLES.distributions))
    assert list(checks.check_core_jobs(TABLES.exposure, TABLES.distributions[1:]))
    twice = (*TABLES.distributions, TABLES.distributions[0])
    assert list(checks.check_core_jobs(TABLES.exposure, twice))


@pytest.mark.parametrize(
    "values",
    [
        {"n1": 5},
        {"announced": 27},
        {"score": Decimal("0.39")},
        {"exposure_class": ExposureClass.TRANSFORMING},
    ],
)
def test_a_sheet_that_disagrees_is_found(values: dict[str, object]) -> None:
    """A sheet must agree with its counts and with the tables of scores."""
    rows = _with(TABLES.distributions, 0, **values)
    found = list(checks.check_distributions(TABLES.exposure, rows, TABLES.contradictions))
    assert [(one.line, "Chargé d'assistance" in one.reason) for one in found] == [(2, True)]


def test_the_study_s_own_contradictions_are_accepted_because_they_are_listed() -> None:
    """Without the list of contradictions, the four sheets that disagree are found."""
    found = checks.check_distributions(TABLES.exposure, TABLES.distributions, ())
    assert [one.line for one in found] == [3, 10, 12, 13]


def test_use_cases_are_counted_by_priority_and_never_repeated() -> None:
    """A wrong priority changes the counts, and a repeated use case is named."""
    moved = _with(TABLES.use_cases, 0, priority=3)
    assert any("49" in one.reason for one in checks.check_use_cases(moved))
    again = _with(TABLES.use_cases, 1, use_case=TABLES.use_cases[0].use_case)
    assert [one.line for one in checks.check_use_cases(again)] == [3]


def test_recommendations_are_numbered_within_their_axis() -> None:
    """A missing number, a moved axis or a second name of an axis is found."""
    for values in ({"number": 9}, {"axis": 2}, {"axis_name": "Autre"}):
        assert list(checks.check_recommendations(_with(TABLES.recommendations, 3, **values)))


def test_percentages_of_a_question_do_not_exceed_a_hundred() -> None:
    """Percentages above 101 in all, or a gap without a word, are found."""
    assert not list(checks.check_consultation(TABLES.consultation))
    index = next(i for i, row in enumerate(TABLES.consultation) if row.percentage == 68)
    more = _with(TABLES.consultation, index, percentage=70)
    assert any("dépassent" in one.reason for one in checks.check_consultation(more))
    mute = _with(TABLES.consultation, 0, wording="")
    assert [one.line for one in checks.check_consultation(mute)] == [2]


def test_a_contradiction_supports_one_of_its_own_values() -> None:
    """A supported value that is neither of the two, or a gap in the ids, is found."""
    other = _with(TABLES.contradictions, 0, supported="0,34")
    assert [one.line for one in checks.check_contradictions(other)] == [2]
    assert list(checks.check_contradictions(TABLES.contradictions[1:]))
