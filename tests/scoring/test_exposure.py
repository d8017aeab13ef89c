"""The exposure of one job."""

from decimal import Decimal

import pytest

from assistant.scoring import job_exposure
from assistant.scoring.ratings import QUALIFICATIONS
from assistant.scoring.trace import Figure
from corpus.assistance import AssistanceTables, ExposureClass, Qualification
from tests.scoring.refusals import refused

GOLDEN = [
    # job, PwC over ROME, PwC revised, experts (score and rank of each), from the three tables
    ("Infirmier d'assistance", ("0.13", 46), ("0.14", 45), ("0.41", 17)),
    ("Gestionnaire de dossiers d'assistance", ("0.54", 8), ("0.67", 5), ("1.00", 1)),
    ("Médecin d'assistance", ("0.05", 56), ("0.06", 55), ("0.16", 46)),
    ("Chargé d'assistance", ("0.38", 16), ("0.30", 26), ("0.17", 45)),
    ("Animateur de réseau de prestataire", ("0.37", 20), ("0.37", 17), ("0.86", 3)),
    ("Statisticien / Data analyst", ("1.00", 1), ("1.00", 1), ("0.97", 2)),
]


@pytest.mark.parametrize(("job", "rome", "revised", "experts"), GOLDEN)
def test_published_scores_and_ranks(
    tables: AssistanceTables,
    job: str,
    rome: tuple[str, int],
    revised: tuple[str, int],
    experts: tuple[str, int],
) -> None:
    """A job carries the score and rank that the study prints in each qualification."""
    ratings = job_exposure(tables, job).ratings

    assert [rating.qualification for rating in ratings] == list(QUALIFICATIONS)
    assert [(str(rating.score), rating.rank) for rating in ratings] == [rome, revised, experts]


PRINTED_EVOLUTION = {
    "Gestionnaire de dossiers d'assistance": 4,
    "Gestionnaire de réseau prestataires": 14,
    "Support technique d'assistance": 5,
    "Formateur d'assistance": -5,
    "Chargé de méthodes et procédures": 29,
    "Assistant administratif de plateaux": -4,
    "Chargé de réclamations clients": -4,
    "Infirmier d'assistance": 28,
    "Chargé d'assistance": -19,
    "Médecin d'assistance": 9,
}


def test_rank_shift_is_the_evolution_that_the_study_prints(tables: AssistanceTables) -> None:
    """A positive shift means more exposed for the experts, as in section 3.2.2.2, Figure 3."""
    found = {job: job_exposure(tables, job).gap.rank_shift for job in PRINTED_EVOLUTION}

    assert found == PRINTED_EVOLUTION


def test_gap_is_experts_minus_pwc_revised(tables: AssistanceTables) -> None:
    """The gap compares the two qualifications of the retained skills, and says the class moves."""
    gap = job_exposure(tables, "Infirmier d'assistance").gap

    assert gap.score_difference == Decimal("0.27")
    assert gap.class_changed
    assert not job_exposure(tables, "Formateur d'assistance").gap.class_changed


def test_ties_are_named_by_rank(tables: AssistanceTables) -> None:
    """Jobs of the same score are ties whatever their printed ranks; a lone score has none."""
    manager = job_exposure(tables, "Manager de coordination").ratings[2]

    assert manager.tied == (
        "Manager de proximité d'assistance",
        "Responsable de pôle d'assistance",
        "Coordinateur opérationnel plateaux",
        "Manager de proximité",
    )
    assert job_exposure(tables, "Infirmier d'assistance").ratings[2].tied == ()


def test_a_job_that_is_not_core_was_not_reassessed(tables: AssistanceTables) -> None:
    """48 jobs carry the warning that the experts did not rate them, the 10 core jobs do not."""
    warned = {job for job in tables.jobs if "not_reassessed" in job_exposure(tables, job).warnings}

    assert len(warned) == 48
    assert warned == {job for job in tables.jobs if not job_exposure(tables, job).core}


@pytest.mark.parametrize(
    ("job", "warnings"),
    [
        ("Chargé d'assistance", ("contradiction_1",)),
        ("Assistant administratif de plateaux", ("contradiction_2",)),
        ("Médecin d'assistance", ("contradiction_3", "contradiction_4")),
        ("Infirmier d'assistance", ("rated_by_doctors",)),
        (
            "Manager de proximité d'assistance",
            ("not_reassessed", "contradiction_5", "contradiction_10"),
        ),
        ("Animateur de réseau de prestataire", ("not_reassessed", "contradiction_7")),
        ("Auditeur", ("not_reassessed",)),
        ("Formateur d'assistance", ()),
    ],
)
def test_warnings_name_the_contradictions_that_touch_the_job(
    tables: AssistanceTables, job: str, warnings: tuple[str, ...]
) -> None:
    """Every contradiction on a job is raised by its exposure, and no other."""
    assert job_exposure(tables, job).warnings == warnings


def test_thirty_one_scores_said_unchanged_differ(tables: AssistanceTables) -> None:
    """The claim that 48 scores did not change is attached to the 31 jobs that it is wrong for."""
    touched = [
        job
        for job in tables.jobs
        if any(row.id == 7 for row in job_exposure(tables, job).contradictions)
    ]

    assert len(touched) == 31


def test_trace_holds_every_figure_and_its_place(tables: AssistanceTables) -> None:
    """The trace has each printed figure, the sheet's included, and where they stand."""
    exposure = job_exposure(tables, "Chargé d'assistance")
    values = {figure.value for figure in exposure.trace.figures}
    places = {(source.section, source.needles) for source in exposure.trace.sources}

    assert {Decimal("0.38"), Decimal("0.30"), Decimal("0.17"), 16, 26, 45, 58} <= values
    assert ("3.2.2.2", ("Chargé d'assistance", "0,17")) in places
    assert ("4.2.1", ("7 3 6 1 0",)) in places
    assert Figure("rank_shift", -19, "Chargé d'assistance") in exposure.trace.figures
    sheet = Figure("sheet_score", Decimal("0.38"), "Chargé d'assistance / pwc_revised")
    assert sheet in exposure.trace.figures


def test_both_sides_of_a_contradiction_are_in_the_trace(tables: AssistanceTables) -> None:
    """What an answer says of a contradiction, it may: 19 skills announced, 17 counted."""
    values = {figure.value for figure in job_exposure(tables, "Médecin d'assistance").trace.figures}

    assert {19, 17} <= values


def test_class_is_the_score_tables(tables: AssistanceTables) -> None:
    """Where the study contradicts itself on a class, the score table's is shown, with a warning."""
    revised = job_exposure(tables, "Médecin d'assistance").ratings[1]

    assert revised.qualification is Qualification.PWC_REVISED
    assert revised.exposure_class is ExposureClass.EVOLVING


def test_unknown_job_is_refused_with_the_closest_names(tables: AssistanceTables) -> None:
    """A name that is not exactly a job's is refused, and near names are proposed."""
    with refused("scoring.unknown_job", "« Infirmier d'assistance »"):
        job_exposure(tables, "Infirmière d'assistance")
