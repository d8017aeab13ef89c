"""Rankings of jobs."""

from decimal import Decimal

import pytest

from assistant.scoring import Selection, rank
from corpus.assistance import AssistanceTables, ExposureClass, Qualification
from tests.scoring.refusals import refused

EXPERTS = Qualification.EXPERTS


def test_the_whole_ranking_is_in_printed_order(tables: AssistanceTables) -> None:
    """Without filter, the 58 jobs come in the order of their printed ranks."""
    for qualification in Qualification:
        ranking = rank(tables, qualification)

        assert [entry.rating.rank for entry in ranking.entries] == list(range(1, 59))
        assert {entry.rating.qualification for entry in ranking.entries} == {qualification}


def test_top_of_the_experts(tables: AssistanceTables) -> None:
    """The first jobs are the most exposed, with the other rater beside."""
    ranking = rank(tables, EXPERTS, Selection(top=2))

    assert [entry.job for entry in ranking.entries] == [
        "Gestionnaire de dossiers d'assistance",
        "Statisticien / Data analyst",
    ]
    assert ranking.entries[0].other.qualification is Qualification.PWC_REVISED
    assert ranking.entries[0].other.score == Decimal("0.67")
    assert (ranking.matching, ranking.population) == (58, 58)


def test_pwc_is_shown_beside_the_experts(tables: AssistanceTables) -> None:
    """A ranking by PwC has the experts' rating as the other one."""
    entry = rank(tables, Qualification.PWC_REVISED, Selection(top=1)).entries[0]

    assert (entry.job, entry.other.qualification) == ("Statisticien / Data analyst", EXPERTS)


def test_bottom_starts_from_the_least_exposed(tables: AssistanceTables) -> None:
    """The bottom of the list is read upwards."""
    ranking = rank(tables, EXPERTS, Selection(top=3, bottom=True))

    assert [entry.rating.rank for entry in ranking.entries] == [58, 57, 56]


def test_jobs_tied_with_the_last_one_listed_are_named(tables: AssistanceTables) -> None:
    """A cut inside a tie says which jobs of the same score it leaves out."""
    assert rank(tables, EXPERTS, Selection(top=3)).tied_at_cut == (
        "Gestionnaire de réseau prestataires",
    )
    assert rank(tables, EXPERTS, Selection(top=4)).tied_at_cut == ()
    assert rank(tables, EXPERTS, Selection(top=58)).tied_at_cut == ()


@pytest.mark.parametrize("family", ["02", "Activités médicales", "activites medicales"])
def test_family_by_code_or_name(tables: AssistanceTables, family: str) -> None:
    """A family is found by its code or its name, case and accents aside."""
    ranking = rank(tables, EXPERTS, Selection(family=family))

    assert [entry.job for entry in ranking.entries] == [
        "Infirmier d'assistance",
        "Spécialiste activités paramédicales",
        "Médecin d'assistance",
    ]
    assert ranking.selection.family == "Activités médicales"


def test_class_and_core_filters(tables: AssistanceTables) -> None:
    """Filters add up, and the class is that of the ranking's own qualification."""
    transforming = Selection(exposure_class=ExposureClass.TRANSFORMING)

    assert rank(tables, EXPERTS, transforming).matching == 10
    assert rank(tables, Qualification.PWC_REVISED, transforming).matching == 6
    core = Selection(exposure_class=ExposureClass.TRANSFORMING, core=True)
    assert rank(tables, EXPERTS, core).matching == 6
    assert rank(tables, EXPERTS, Selection(core=False)).matching == 48


def test_a_list_of_one_class_opens_with_the_contradiction_on_class_counts(
    tables: AssistanceTables,
) -> None:
    """The study's two counts of a class come with the list of that class, and only then."""
    evolving = rank(tables, EXPERTS, Selection(exposure_class=ExposureClass.EVOLVING))

    assert evolving.contradictions[0].id == 6
    assert 6 not in {row.id for row in rank(tables, EXPERTS).contradictions}


def test_trace_gives_the_line_of_each_job_in_both_tables(tables: AssistanceTables) -> None:
    """Each listed job brings two sources and its figures."""
    trace = rank(tables, EXPERTS, Selection(top=5)).trace

    assert len(trace.sources) == 10
    assert {source.section for source in trace.sources} == {"3.2.2.1", "3.2.2.2"}
    assert {Decimal("0.82"), Decimal("0.46"), 58} <= {figure.value for figure in trace.figures}


def test_impossible_requests_are_refused(tables: AssistanceTables) -> None:
    """A list of no job and a family that does not exist are refused in a French sentence."""
    with refused("scoring.bad_top"):
        rank(tables, EXPERTS, Selection(top=0))
    with refused("scoring.unknown_family", "« Santé »"):
        rank(tables, EXPERTS, Selection(family="Santé"))
