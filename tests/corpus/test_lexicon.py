from pathlib import Path

import pytest

from corpus.assistance import load_assistance
from corpus.lexicon import AliasKind, load_job_aliases, load_synonyms
from prompts.errors import VigieError
from tests.corpus.conftest import Breaker

JOBS = "lexicon/jobs.csv"
SYNONYMS = "lexicon/synonyms.csv"


def _jobs_called(name: str) -> set[str]:
    return {row.job for row in load_job_aliases() if row.alias == name}


def test_every_job_has_an_alias() -> None:
    """People name each of the 58 jobs in at least one other way."""
    assert {row.job for row in load_job_aliases()} == load_assistance().jobs


@pytest.mark.parametrize(
    ("alias", "job"),
    [
        ("Chargée d'assistance", "Chargé d'assistance"),
        ("Infirmière", "Infirmier d'assistance"),
        ("Gestionnaire dossiers", "Gestionnaire de dossiers d'assistance"),
        ("Compta", "Chargé de comptabilité"),
        ("RSSI", "Responsable de la sécurité du système d'information"),
        ("Community manager", "Gestionnaire des médias sociaux"),
    ],
)
def test_a_job_is_known_by_its_usual_names(alias: str, job: str) -> None:
    """Feminine, short, colloquial, abbreviated and English names lead to one job."""
    assert _jobs_called(alias) == {job}


def test_a_shared_name_stands_once_for_each_job() -> None:
    """A name that could be several jobs is listed for each, so that a question can be asked."""
    assert len(_jobs_called("Manager")) == 4
    assert _jobs_called("Hotline") == {"Support technique d'assistance", "Technicien informatique"}


def test_every_feminine_that_differs_is_there() -> None:
    """Each « Chargé… » has its « Chargée… »."""
    feminine = {row.alias for row in load_job_aliases() if row.kind is AliasKind.FEMININE}
    masculine = {job for job in load_assistance().jobs if job.startswith("Chargé ")}
    assert {job.replace("Chargé ", "Chargée ", 1) for job in masculine} <= feminine


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Acheteur,Acheteuse,", "Acheteurs,Acheteuse,", "n'est aucun des métiers"),
        ("Acheteur,Acheteuse,", "Acheteur,JURISTE,", "déjà le nom exact d'un métier"),
        ("Acheteur,Acheteuse,", "Acheteur,buyer,", "« Buyer » est répété"),
        ("Acheteur,Acheteuse,feminine", "Acheteur,Acheteuse,slang", "« kind » vaut « slang »"),
    ],
)
def test_an_alias_that_is_none_is_refused(
    corpus_copy: Path, replace_in: Breaker, old: str, new: str, said: str
) -> None:
    """An unknown job, a job's own name, a repeated alias or an unknown kind is refused."""
    replace_in(JOBS, old, new)
    with pytest.raises(VigieError) as caught:
        load_job_aliases(corpus_copy)
    assert said in str(caught.value)
    assert isinstance(caught.value.params["line"], int)


def test_ordinary_words_expand_to_those_of_the_studies() -> None:
    """A lay term gives the studies' words for it."""
    expansions: dict[str, set[str]] = {}
    for row in load_synonyms():
        expansions.setdefault(row.term, set()).add(row.expansion)
    assert len(expansions) >= 150
    assert {"point de vente", "magasin"} <= expansions["boutique"]
    assert "churn" in expansions["résiliation"]
    assert "enseignant" in expansions["prof"]


def test_a_term_that_expands_to_itself_is_refused(corpus_copy: Path, replace_in: Breaker) -> None:
    """A row that adds nothing to a query is a mistake."""
    replace_in(SYNONYMS, "prof,enseignant\n", "prof,Prof\n")
    with pytest.raises(VigieError, match=r"synonyms\.csv"):
        load_synonyms(corpus_copy)
