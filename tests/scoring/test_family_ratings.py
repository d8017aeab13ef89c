"""Families of jobs."""

from decimal import Decimal

from assistant.scoring import families
from corpus.assistance import AssistanceTables, Qualification


def test_thirteen_families_hold_the_58_jobs(tables: AssistanceTables) -> None:
    """Every job stands in one of the thirteen families, listed by code."""
    found = families(tables)

    assert [family.code for family in found.families] == [f"{n:02}" for n in range(1, 14)]
    assert sum(len(family.jobs) for family in found.families) == found.population == 58
    assert sum(len(family.core_jobs) for family in found.families) == 10


def test_median_and_spread_of_an_odd_family(tables: AssistanceTables) -> None:
    """The medical family's experts' scores are 0.41, 0.21 and 0.16."""
    medical = families(tables).families[1]
    rating = medical.ratings[2]

    assert rating.qualification is Qualification.EXPERTS
    assert (rating.lowest, rating.median, rating.highest) == (
        Decimal("0.16"),
        Decimal("0.21"),
        Decimal("0.41"),
    )
    assert sum(each.count for each in rating.classes) == 3


def test_median_of_an_even_family_is_not_rounded(tables: AssistanceTables) -> None:
    """Two jobs have the mean of their scores as median, with all its digits."""
    data = families(tables).families[9]

    assert data.name == "Valorisation de la donnée"
    assert data.ratings[0].median == Decimal("0.66")
    assert families(tables).families[2].ratings[1].median == Decimal("0.25")
    assert families(tables).families[4].ratings[2].median == Decimal("0.86")
    digital = next(family for family in families(tables).families if family.code == "07")
    assert len(digital.jobs) % 2 == 1
    quality = next(family for family in families(tables).families if family.code == "13")
    assert quality.ratings[2].median == Decimal("0.32")
