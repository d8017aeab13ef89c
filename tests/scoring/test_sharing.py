"""Use cases that several jobs have."""

import pytest

from assistant.scoring import common_use_cases, shared_use_cases
from assistant.scoring.use_case_profiles import UseCaseProfile, profiles
from corpus.assistance import AssistanceTables
from tests.scoring.refusals import refused

SUMMARIES = "Synthèse des commentaires sur les dossiers d'assistance"


def _profile(tables: AssistanceTables, title: str) -> UseCaseProfile:
    return next(each for each in profiles(tables) if each.canonical == title)


@pytest.mark.parametrize(
    ("title", "jobs"),
    [
        (SUMMARIES, {1: 5, 2: 1}),
        ("Synthèse de support / document", {1: 5, 3: 1}),
        ("Help desk", {2: 4, 3: 2}),
        ("Lecture des contrats d'assurance pour obtenir les garanties et les plafonds", {1: 5}),
        ("Voicebot d'entraînement", {2: 1, 3: 2}),
    ],
)
def test_jobs_of_a_use_case_by_priority(
    tables: AssistanceTables, title: str, jobs: dict[int, int]
) -> None:
    """The number of jobs at each priority is that of the sheets."""
    profile = _profile(tables, title)

    assert {each.priority: len(each.jobs) for each in profile.priorities} == jobs


def test_first_priority_use_cases_shared_by_most_jobs_come_first(tables: AssistanceTables) -> None:
    """At priority 1, three use cases are those of five jobs each."""
    found = shared_use_cases(tables, 1).use_cases
    sizes = [len(each.jobs_at(1)) for each in found]

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[:4] == [5, 5, 5, 3]
    assert min(sizes) == 2


def test_every_shared_use_case_has_several_jobs(tables: AssistanceTables) -> None:
    """A use case of one job, even in two of its lists, is not shared."""
    found = shared_use_cases(tables)

    assert all(len(each.jobs) >= 2 for each in found.use_cases)
    assert len(shared_use_cases(tables, minimum_jobs=6).use_cases) == 5
    assert (found.rows, found.distinct) == (117, 59)


def test_use_cases_that_all_the_named_jobs_have(tables: AssistanceTables) -> None:
    """Doctors and nurses share their nine use cases; a priority narrows the list."""
    medical = ["Médecin d'assistance", "Infirmier d'assistance"]

    assert len(common_use_cases(tables, medical).use_cases) == 9
    assert len(common_use_cases(tables, medical, priority=3).use_cases) == 2
    assert common_use_cases(tables, medical).jobs == tuple(medical)


def test_common_priority_is_that_of_all_the_jobs(tables: AssistanceTables) -> None:
    """A use case at priority 1 for one job and 2 for the other is not common at priority 1."""
    jobs = ["Chargé d'assistance", "Gestionnaire de réseau prestataires"]
    titles = {each.canonical for each in common_use_cases(tables, jobs).use_cases}

    assert SUMMARIES in titles
    assert SUMMARIES not in {
        each.canonical for each in common_use_cases(tables, jobs, priority=1).use_cases
    }


def test_jobs_without_anything_in_common(tables: AssistanceTables) -> None:
    """No common use case is an empty result, not an error."""
    assert common_use_cases(tables, ["Juriste", "Formateur d'assistance"]).use_cases == ()


def test_one_job_has_nothing_in_common_with_itself(tables: AssistanceTables) -> None:
    """Two different jobs are needed."""
    with refused("scoring.compare_too_few"):
        common_use_cases(tables, ["Juriste", "Juriste"])
