from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.assistance import ExposureClass, Qualification, load_assistance
from prompts.errors import VigieError
from tests.corpus.conftest import Breaker

TABLES = load_assistance()
RATED = {(row.job, row.qualification): row for row in TABLES.exposure}


def test_each_qualification_rates_58_jobs_in_13_families() -> None:
    """174 rows: the same 58 jobs of 13 families, ten of them core, in each qualification."""
    assert len(TABLES.exposure) == 174
    assert len(TABLES.jobs) == 58
    assert len({row.family_code for row in TABLES.exposure}) == 13
    assert sum(row.core for row in TABLES.exposure) == 30


@pytest.mark.parametrize(
    ("job", "qualification", "score", "rank", "exposure_class"),
    [
        ("Infirmier d'assistance", "experts", "0.41", 17, "En évolution"),
        ("Infirmier d'assistance", "pwc_revised", "0.14", 45, ExposureClass.UNAFFECTED),
        ("Médecin d'assistance", "pwc_revised", "0.06", 55, "En évolution"),
        ("Chargé d'assistance", "pwc_rome", "0.38", 16, "En évolution"),
        ("Chargé d'assistance", "pwc_revised", "0.30", 26, "En évolution"),
        ("Statisticien / Data analyst", "experts", "0.97", 2, "Émergent"),
        ("Gestionnaire de dossiers d'assistance", "experts", "1.00", 1, "En forte transformation"),
        ("Animateur de réseau de prestataire", "experts", "0.86", 3, "En forte transformation"),
        ("Chargé de services généraux", "pwc_rome", "0.02", 58, ExposureClass.UNAFFECTED),
    ],
)
def test_scores_are_those_printed(
    job: str, qualification: str, score: str, rank: int, exposure_class: str
) -> None:
    """A score, rank and class are what the study's tables print."""
    row = RATED[job, Qualification(qualification)]
    assert (row.score, row.rank, row.exposure_class) == (Decimal(score), rank, exposure_class)


@pytest.mark.parametrize(
    ("qualification", "counts"),
    [("pwc_revised", (8, 33, 6, 11)), ("experts", (8, 30, 10, 10))],
)
def test_class_counts_are_those_the_text_gives(qualification: str, counts: tuple[int, ...]) -> None:
    """The jobs of each class are as many as the study's observations say."""
    found = Counter(
        row.exposure_class for row in TABLES.exposure if row.qualification == qualification
    )
    assert tuple(found[one] for one in ExposureClass) == counts


def test_places_follow_the_qualification() -> None:
    """Each qualification's table stands in its own section."""
    places = {(row.qualification.value, row.section) for row in TABLES.exposure}
    assert places == {
        ("pwc_rome", "Annexe 1"),
        ("pwc_revised", "3.2.2.1"),
        ("experts", "3.2.2.2"),
    }


def test_each_core_job_has_its_own_sheet() -> None:
    """Distributions and use cases of a job stand in its sheet, 4.2.1 to 4.2.10."""
    sheets = {row.job: row.section for row in TABLES.distributions}
    assert sorted(sheets.values()) == sorted(f"4.2.{number}" for number in range(1, 11))
    assert all(row.section == sheets[row.job] for row in TABLES.use_cases)


def test_use_cases_and_recommendations_are_all_there() -> None:
    """117 use cases, 50, 44 and 23 by priority; 42 recommendations, 7, 8, 8, 9 and 10 by axis."""
    assert Counter(row.priority for row in TABLES.use_cases) == {1: 50, 2: 44, 3: 23}
    axes = Counter(row.axis for row in TABLES.recommendations)
    assert [axes[axis] for axis in range(1, 6)] == [7, 8, 8, 9, 10]


def test_limits_and_prerequisites_are_carried() -> None:
    """A use case says whether the experts set a limit or a prerequisite to it."""
    calls = next(
        row
        for row in TABLES.use_cases
        if row.job == "Chargé d'assistance"
        and row.use_case == "Prise en charge de certains appels clients"
    )
    assert (calls.priority, calls.limit, calls.prerequisite) == (2, False, True)


def test_a_consultation_answer_without_percentage_says_why() -> None:
    """Where the text gives no figure, the row keeps its words instead."""
    hybrid = next(row for row in TABLES.consultation if row.option.startswith("Approche hybride"))
    assert hybrid.percentage is None
    assert "moitié" in hybrid.wording
    informal = next(row for row in TABLES.consultation if row.option == "Règles informelles")
    assert (informal.section, informal.percentage) == ("2.2.9", 37)


def test_contradictions_give_both_values() -> None:
    """The sheet and the tables disagree on a score; the counts support the tables."""
    first = TABLES.contradictions[0]
    assert (first.job, first.value_a, first.value_b) == ("Chargé d'assistance", "0,38", "0,30")
    assert first.supported == first.value_b


def test_the_tables_are_read_once() -> None:
    """Loading again gives the very same tables."""
    assert load_assistance() is TABLES


def test_an_inconsistent_table_is_not_served(corpus_copy: Path, replace_in: Breaker) -> None:
    """A row that no other table knows makes the loading fail with file, line and reason."""
    replace_in("assistance-2025/contradictions.csv", "5,Manager de proximité d'", "5,Manager d'")
    with pytest.raises(VigieError) as caught:
        load_assistance(corpus_copy)
    assert "contradictions.csv » est incohérent : à la ligne 6, « Manager d'" in str(caught.value)
    assert caught.value.params["line"] == 6
