"""One job from what somebody typed."""

import pytest

from assistant.job_lookup import find_job
from assistant.vigie import Vigie
from corpus.assistance import AssistanceTables
from prompts.errors import VigieError


@pytest.mark.parametrize(
    ("typed", "job"),
    [
        ("Chargé d'assistance", "Chargé d'assistance"),
        ("charge d assistance", "Chargé d'assistance"),
        ("CHARGÉES D’ASSISTANCE", "Chargé d'assistance"),
        ("chargé d'asistance", "Chargé d'assistance"),
        ("infirmière", "Infirmier d'assistance"),
        ("gestionnaire dossiers", "Gestionnaire de dossiers d'assistance"),
        ("juristes", "Juriste"),
    ],
)
def test_a_job_is_found_as_people_write_it(vigie: Vigie, typed: str, job: str) -> None:
    """No accents, typos, plurals, feminines and short forms."""
    assert find_job(vigie.jobs, typed) == job


@pytest.mark.parametrize("typed", ["assistant", "manager", "gestionnaire", "juriste ou infirmier"])
def test_a_name_of_several_jobs_is_no_guess(vigie: Vigie, typed: str) -> None:
    """The jobs that it may mean are told."""
    with pytest.raises(VigieError) as raised:
        find_job(vigie.jobs, typed)
    assert raised.value.key == "cli.ambiguous_job"
    assert str(raised.value.params["choices"]).count(",") >= 1


@pytest.mark.parametrize("typed", ["astronaute", "", "?!", "🙂", "x" * 5_000])
def test_an_unknown_job_is_said(vigie: Vigie, typed: str) -> None:
    """Nothing is found, and nothing is made up."""
    with pytest.raises(VigieError) as raised:
        find_job(vigie.jobs, typed)
    assert raised.value.key in {"cli.unknown_job", "cli.unknown_job_near"}


def test_near_names_are_proposed(vigie: Vigie) -> None:
    """A name that looks like another is no match, but a hint."""
    with pytest.raises(VigieError) as raised:
        find_job(vigie.jobs, "telephonie")
    assert raised.value.key == "cli.unknown_job_near"
    assert "Administrateur téléphonie" in str(raised.value.params["closest"])


BEGINNINGS = {"Assistant", "Chef de projet", "Manager de proximité"}
"""Jobs whose whole name is also the beginning of another's."""


def test_each_job_is_found_by_its_own_name(vigie: Vigie, tables: AssistanceTables) -> None:
    """The official name of a job means that job."""
    for job in sorted({row.job for row in tables.exposure} - BEGINNINGS):
        assert find_job(vigie.jobs, job) == job


@pytest.mark.parametrize("job", sorted(BEGINNINGS))
def test_the_exact_name_of_a_job_is_never_ambiguous(vigie: Vigie, job: str) -> None:
    """Told to be precise, a user can only write the name as it is."""
    assert find_job(vigie.jobs, job) == job
