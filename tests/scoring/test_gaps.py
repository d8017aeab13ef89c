"""Largest gaps between PwC and the experts."""

from decimal import Decimal

from assistant.scoring import GapMeasure, largest_gaps
from corpus.assistance import AssistanceTables
from tests.scoring.refusals import refused


def test_largest_gaps_of_score(tables: AssistanceTables) -> None:
    """Gaps are ordered by absolute difference of score, whatever their sign."""
    entries = largest_gaps(tables).entries
    sizes = [abs(entry.gap.score_difference) for entry in entries]

    assert len(entries) == 10
    assert sizes == sorted(sizes, reverse=True)
    assert entries[0].job == "Animateur de réseau de prestataire"
    assert entries[6].job == "Formateur d'assistance"
    assert entries[6].gap.score_difference == Decimal("-0.15")


def test_largest_shifts_of_rank_are_those_the_study_names(tables: AssistanceTables) -> None:
    """Among core jobs, the study names +29, +28 and +14; −19 stands between them."""
    found = largest_gaps(tables, 4, measure=GapMeasure.RANK, core=True)

    assert [(entry.job, entry.gap.rank_shift) for entry in found.entries] == [
        ("Chargé de méthodes et procédures", 29),
        ("Infirmier d'assistance", 28),
        ("Chargé d'assistance", -19),
        ("Gestionnaire de réseau prestataires", 14),
    ]


def test_gaps_carry_the_contradictions_of_their_jobs(tables: AssistanceTables) -> None:
    """The largest gap is one that the study says does not exist."""
    assert 7 in {row.id for row in largest_gaps(tables, 1).contradictions}
    assert largest_gaps(tables, 1, core=True).contradictions == ()


def test_no_job_cannot_be_listed(tables: AssistanceTables) -> None:
    """Zero gaps is refused."""
    with refused("scoring.bad_top"):
        largest_gaps(tables, 0)
