"""Results as plain JSON values."""

import json
from dataclasses import dataclass
from decimal import Decimal

import pytest

from assistant.scoring import families, job_exposure, recompute, serialise
from assistant.scoring.trace import Figure
from corpus.assistance import AssistanceTables, Qualification
from tests.scoring.results import CALLS, results


@pytest.mark.parametrize("name", CALLS)
def test_every_result_is_plain_json(tables: AssistanceTables, name: str) -> None:
    """A serialised result goes through JSON unchanged and carries its trace."""
    plain = serialise(results(tables)[name])

    assert json.loads(json.dumps(plain)) == plain
    assert {"operation", "figures", "sources", "version", "formula"} == set(plain["trace"])


def test_keys_are_sorted_at_every_level(tables: AssistanceTables) -> None:
    """Writing with or without sorting gives the same text."""
    plain = serialise(job_exposure(tables, "Chargé d'assistance"))

    assert json.dumps(plain) == json.dumps(plain, sort_keys=True)


def test_scores_have_two_decimals_and_classes_their_label(tables: AssistanceTables) -> None:
    """A score is a string of two decimals, a class its French label, a rank a number."""
    plain = serialise(job_exposure(tables, "Gestionnaire de dossiers d'assistance"))

    assert plain["ratings"][2] == {
        "exposure_class": "En forte transformation",
        "qualification": "experts",
        "rank": 1,
        "score": "1.00",
        "tied": [],
    }


def test_computed_figures_are_rounded_half_up_at_the_edge(tables: AssistanceTables) -> None:
    """A median of 0.335 is written 0.34; a tie never goes to the even digit."""
    commercial = next(each for each in families(tables).families if each.code == "06")
    plain = serialise(commercial)

    assert commercial.ratings[1].median == Decimal("0.39")
    assert plain["ratings"][1]["median"] == "0.39"
    assert serialise(Figure("x", Decimal("0.125")))["value"] == "0.13"
    assert serialise(Figure("x", Decimal("-0.125")))["value"] == "-0.13"


def test_weights_and_divisors_keep_their_digits(tables: AssistanceTables) -> None:
    """What a reader needs to recompute a score by hand is not rounded."""
    plain = serialise(recompute(tables, "Médecin d'assistance", Qualification.EXPERTS))

    assert plain["model"]["divisor"] == "1.03125"
    assert plain["model"]["levels"][1]["weight"] == "0.0625"
    assert plain["model"]["points"] == "2.9375"
    assert plain["model"]["score"] == "0.17"
    assert "1.03125" in {figure["value"] for figure in plain["trace"]["figures"]}


@dataclass(frozen=True)
class _Holder:
    value: object


@pytest.mark.parametrize("value", ["text", 3, _Holder, _Holder(1.5), _Holder({1, 2})])
def test_anything_else_is_refused(value: object) -> None:
    """A binary float or a set, whose text is not certain, is refused rather than written."""
    with pytest.raises(TypeError):
        serialise(value)
