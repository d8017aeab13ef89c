"""Jobs that change class from PwC to the experts."""

from assistant.scoring import class_changes
from corpus.assistance import AssistanceTables, ExposureClass


def test_changes_of_the_score_tables(tables: AssistanceTables) -> None:
    """Five jobs change class between the two score tables, largest difference first."""
    found = class_changes(tables)

    assert [(change.job, change.before.name, change.after.name) for change in found.changes] == [
        ("Animateur de réseau de prestataire", "EVOLVING", "TRANSFORMING"),
        ("Gestionnaire de réseau prestataires", "EVOLVING", "TRANSFORMING"),
        ("Chargé de méthodes et procédures", "EVOLVING", "TRANSFORMING"),
        ("Support technique d'assistance", "EVOLVING", "TRANSFORMING"),
        ("Infirmier d'assistance", "UNAFFECTED", "EVOLVING"),
    ]
    assert found.unchanged == 53


def test_a_change_that_only_the_sheet_shows_is_disputed(tables: AssistanceTables) -> None:
    """The doctor's class changes by the sheet and not by the table: told apart, not merged."""
    (disputed,) = class_changes(tables).disputed

    assert disputed.job == "Médecin d'assistance"
    assert disputed.before is ExposureClass.UNAFFECTED
    assert disputed.after is ExposureClass.EVOLVING


def test_contradictions_on_these_jobs_are_attached(tables: AssistanceTables) -> None:
    """The doctor's two contradictions and the job said unchanged come with the result."""
    assert [row.id for row in class_changes(tables).contradictions] == [3, 4, 7]


def test_disputed_class_is_sourced_in_the_sheet(tables: AssistanceTables) -> None:
    """The sheet that disputes a class is among the sources."""
    assert "4.2.4" in {source.section for source in class_changes(tables).trace.sources}
