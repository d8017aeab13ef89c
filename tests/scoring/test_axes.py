"""Recommendations by axis."""

from assistant.scoring import recommendations
from corpus.assistance import AssistanceTables
from tests.scoring.refusals import refused


def test_the_five_axes_hold_the_42_recommendations(tables: AssistanceTables) -> None:
    """The axes are listed by number, with their sizes."""
    found = recommendations(tables)

    assert [(axis.number, axis.size) for axis in found.axes] == [
        (1, 7),
        (2, 8),
        (3, 8),
        (4, 9),
        (5, 10),
    ]
    assert found.total == 42


def test_one_axis_in_order(tables: AssistanceTables) -> None:
    """An axis lists its recommendations by number."""
    found = recommendations(tables, 4)

    assert [axis.name for axis in found.axes] == ["Parcours de formation et évolution"]
    assert [each.number for each in found.axes[0].recommendations] == list(range(1, 10))
    assert found.axes[0].recommendations[6].title == "Accompagner les managers"


def test_one_recommendation(tables: AssistanceTables) -> None:
    """A single recommendation keeps its axis and the axis its size."""
    (axis,) = recommendations(tables, 1, 2).axes

    assert [each.title for each in axis.recommendations] == ["Définir une vision stratégique"]
    assert axis.size == 7


def test_what_does_not_exist_is_refused(tables: AssistanceTables) -> None:
    """An axis or a number out of range is refused with the range."""
    with refused("scoring.unknown_axis", "1 à 5"):
        recommendations(tables, 6)
    with refused("scoring.unknown_recommendation", "1 à 7"):
        recommendations(tables, 1, 8)
