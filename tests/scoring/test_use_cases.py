"""The use cases of one job."""

from assistant.scoring import job_use_cases
from corpus.assistance import AssistanceTables
from tests.scoring.refusals import refused


def test_all_use_cases_of_a_job_by_priority(tables: AssistanceTables) -> None:
    """The assistance adviser has 26 use cases, 17 of them his own and 9 of the medical variant."""
    found = job_use_cases(tables, "Chargé d'assistance")

    assert [(group.priority, len(group.use_cases)) for group in found.groups] == [
        (1, 8),
        (2, 16),
        (3, 2),
    ]
    assert (found.total, found.all_priorities) == (26, 26)
    assert found.variants == ("Chargé d'assistance", "Chargé d'assistance au médical")


def test_one_priority_only(tables: AssistanceTables) -> None:
    """A priority narrows the list and not the total of the job."""
    found = job_use_cases(tables, "Infirmier d'assistance", 1)

    assert [group.priority for group in found.groups] == [1]
    assert (found.total, found.all_priorities) == (5, 9)


def test_own_use_cases_come_before_those_of_a_variant(tables: AssistanceTables) -> None:
    """Within a priority, the job's own list comes first, each list by title."""
    first = job_use_cases(tables, "Chargé d'assistance", 1).groups[0].use_cases

    assert [case.variant for case in first] == [
        *["Chargé d'assistance"] * 5,
        *["Chargé d'assistance au médical"] * 3,
    ]
    assert first[0].title == "Calibrage de l'urgence / du service demandé par l'appelant"
    assert first[0].limit
    assert "déclar" in first[0].comment


def test_a_use_case_names_the_other_jobs_that_have_it(tables: AssistanceTables) -> None:
    """A use case shared under a slightly different title is recognised as the same."""
    cases = job_use_cases(tables, "Chargé d'assistance", 2).groups[0].use_cases
    voicebot = next(case for case in cases if case.title == "Voicebot d'entraînement")

    assert voicebot.other_jobs == (
        "Chargé de réclamations clients",
        "Gestionnaire de dossiers d'assistance",
    )


def test_a_job_without_sheet_has_none_and_says_so(tables: AssistanceTables) -> None:
    """The study lists use cases for core jobs only: not an error, an empty and marked result."""
    found = job_use_cases(tables, "Juriste")

    assert not found.core
    assert (found.total, found.groups, found.variants) == (0, (), ())


def test_the_ten_core_jobs_hold_the_117_use_cases(tables: AssistanceTables) -> None:
    """Nothing is lost or counted twice between jobs."""
    assert sum(job_use_cases(tables, job).total for job in tables.jobs) == 117


def test_sources_are_the_lines_of_the_sheet(tables: AssistanceTables) -> None:
    """Each listed use case brings its line in the job's sheet."""
    found = job_use_cases(tables, "Formateur d'assistance")

    assert len(found.trace.sources) == found.total == 4
    assert {source.section for source in found.trace.sources} == {"4.2.7"}


def test_impossible_requests_are_refused(tables: AssistanceTables) -> None:
    """A priority outside 1 to 3 and an unknown job are refused."""
    with refused("scoring.bad_priority"):
        job_use_cases(tables, "Juriste", 4)
    with refused("scoring.unknown_job"):
        job_use_cases(tables, "Plombier")
