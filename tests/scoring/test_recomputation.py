"""The printed distributions put through the reconstructed formula."""

from decimal import Decimal

from assistant.scoring import half_up, recompute, recompute_all
from corpus.assistance import AssistanceTables, Qualification
from tests.scoring.refusals import refused


def test_29_of_30_scores_come_out_right(tables: AssistanceTables) -> None:
    """All the consolidated scores are reproduced but the experts' of the doctor."""
    found = recompute_all(tables)
    missed = [
        (each.job, each.qualification) for each in found.recomputations if not each.matches_table
    ]

    assert (len(found.recomputations), found.matching) == (30, 29)
    assert missed == [("Médecin d'assistance", Qualification.EXPERTS)]


def test_the_one_that_does_not_has_counts_that_do_not_add_up(tables: AssistanceTables) -> None:
    """The doctor's experts' counts add up to 17 for 19 skills, and the contradiction says so."""
    found = recompute(tables, "Médecin d'assistance", Qualification.EXPERTS)

    assert (found.model.skills, found.announced) == (17, 19)
    assert half_up(found.model.score) == Decimal("0.17")
    assert found.table_score == Decimal("0.16")
    assert [row.id for row in found.contradictions] == [3]


def test_the_counts_support_the_table_against_the_sheet(tables: AssistanceTables) -> None:
    """Where sheet and table print two scores, both are there and the counts give the table's."""
    adviser = recompute(tables, "Chargé d'assistance", Qualification.PWC_REVISED)
    assistant = recompute(tables, "Assistant administratif de plateaux", Qualification.EXPERTS)

    assert (adviser.sheet_score, adviser.table_score) == (Decimal("0.38"), Decimal("0.30"))
    assert (assistant.sheet_score, assistant.table_score) == (Decimal("0.60"), Decimal("0.58"))
    assert adviser.matches_table
    assert assistant.matches_table
    assert [row.id for row in adviser.contradictions] == [1]
    assert [row.id for row in assistant.contradictions] == [2]


def test_high_levels_carry_most_of_a_score(tables: AssistanceTables) -> None:
    """Levels 4 and 5 bring 68 to 97 % of the experts' score of a core job."""
    shares = [
        each.model.high_share
        for each in recompute_all(tables).recomputations
        if each.qualification is Qualification.EXPERTS
    ]

    assert half_up(min(shares)) == Decimal("0.68")
    assert half_up(max(shares)) == Decimal("0.97")


def test_trace_is_enough_to_recompute_by_hand(tables: AssistanceTables) -> None:
    """Skills, weights, points and divisor are in the trace with all their digits."""
    trace = recompute(tables, "Infirmier d'assistance", Qualification.EXPERTS).trace
    of = "Infirmier d'assistance / experts"
    exact = {(each.name, each.of): each.value for each in trace.figures if each.exact}
    skills = {each.of: Decimal(each.value) for each in trace.figures if each.name == "skills"}
    levels = [f"{of} / level {level}" for level in range(1, 6)]
    points = sum((skills[at] * exact["weight", at] for at in levels), Decimal(0))

    assert points == exact["points", of]
    assert half_up(points / skills[of] / exact["divisor", of]) == Decimal("0.41")
    assert trace.formula == "reconstructed_exposure"


def test_contradictions_on_numbers_of_skills_come_with_the_whole(tables: AssistanceTables) -> None:
    """The two claims on how many skills were rated are raised by the full recomputation."""
    assert [row.id for row in recompute_all(tables).contradictions] == [8, 9]


def test_a_job_without_distribution_is_refused(tables: AssistanceTables) -> None:
    """Only the ten core jobs can be recomputed."""
    with refused("scoring.no_distribution", "« Juriste »"):
        recompute(tables, "Juriste", Qualification.EXPERTS)
