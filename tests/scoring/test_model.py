"""The reconstructed exposure formula."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from assistant.scoring import model_score
from assistant.scoring.model import DIVISORS, FORMULA, WEIGHTS
from corpus.assistance import Qualification
from tests.scoring.refusals import refused

COUNTS = st.tuples(*[st.integers(0, 60)] * 5).filter(any)
QUALIFICATIONS = st.sampled_from(Qualification)


def test_the_experts_most_exposed_job_scores_one() -> None:
    """Counts 3/4/2/6/1 give 16.5 points over 16 skills, the experts' divisor: exactly 1."""
    found = model_score((3, 4, 2, 6, 1), Qualification.EXPERTS)

    assert found.points == Decimal("16.5")
    assert found.raw == DIVISORS[Qualification.EXPERTS] == Decimal("1.03125")
    assert found.score == 1
    assert found.formula == FORMULA


def test_contributions_of_each_level() -> None:
    """Points are skills × weight; the shares say what each level brings."""
    found = model_score((2, 6, 3, 3, 0), Qualification.EXPERTS)

    assert [level.points for level in found.levels] == [
        Decimal(text) for text in ("0", "0.375", "0.375", "6", "0")
    ]
    assert found.levels[3].share == found.high_share == Decimal(6) / Decimal("6.75")


@given(COUNTS, QUALIFICATIONS)
def test_score_is_bounded_and_shares_add_up(
    counts: tuple[int, ...], qualification: Qualification
) -> None:
    """A score lies between 0 and that of a job all at level 5; shares add up to 1 or are 0."""
    found = model_score(counts, qualification)
    shares = sum((level.share for level in found.levels), Decimal(0))

    assert 0 <= found.score <= WEIGHTS[-1] / DIVISORS[qualification]
    assert found.skills == sum(counts)
    assert abs(shares - (1 if found.points else 0)) < Decimal("1e-20")


@given(COUNTS, QUALIFICATIONS, st.integers(0, 3))
def test_raising_a_skill_never_lowers_the_score(
    counts: tuple[int, ...], qualification: Qualification, level: int
) -> None:
    """One skill graded one level higher gives a strictly higher score."""
    assume(counts[level])
    raised = list(counts)
    raised[level] -= 1
    raised[level + 1] += 1

    before = model_score(counts, qualification).score
    assert model_score(tuple(raised), qualification).score > before


@given(COUNTS, QUALIFICATIONS, st.integers(2, 9))
def test_only_proportions_count(
    counts: tuple[int, ...], qualification: Qualification, times: int
) -> None:
    """A job with the same proportions at each level has the same score."""
    scaled = tuple(count * times for count in counts)

    difference = model_score(scaled, qualification).score - model_score(counts, qualification).score
    assert abs(difference) < Decimal("1e-25")


def test_one_skill_regraded_changes_a_class() -> None:
    """Claims advisers go from 0.47 to about 0.60 when one skill goes from level 3 to 4."""
    found = model_score((2, 6, 2, 4, 0), Qualification.EXPERTS).score

    assert abs(found - Decimal("0.60")) < Decimal("0.005")


@pytest.mark.parametrize(
    "counts", [(), (1, 2, 3, 4), (0, 0, 0, 0, 0), (1, 1, -1, 1, 1), (1, 1, 1, 1, 1, 1)]
)
def test_impossible_counts_are_refused(counts: tuple[int, ...]) -> None:
    """Five counts are needed, none negative, at least one above zero."""
    with refused("scoring.bad_counts"):
        model_score(counts, Qualification.EXPERTS)
