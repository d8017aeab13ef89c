"""Use cases by title or by what the experts attached to them."""

import pytest

from assistant.scoring import find_use_case, select_use_cases
from corpus.assistance import AssistanceTables
from tests.scoring.refusals import refused


@pytest.mark.parametrize(
    "title",
    [
        "Synthèse de support / document",
        "Synthèse de support/document",
        "SYNTHESE DE SUPPORT / DOCUMENT",
    ],
)
def test_any_spelling_of_a_title_finds_the_use_case(tables: AssistanceTables, title: str) -> None:
    """The printed spellings, case and accents lead to the one use case."""
    profile = find_use_case(tables, title).profile

    assert profile.canonical == "Synthèse de support / document"
    assert len(profile.jobs) == 6


def test_a_found_use_case_keeps_the_titles_of_the_sheets(tables: AssistanceTables) -> None:
    """Each holder keeps the title of its own sheet."""
    profile = find_use_case(tables, "Voicebot d'entraînement interne").profile

    assert profile.titles == ("Voicebot d'entraînement", "Voicebot d'entraînement interne")
    assert {case.title for case in profile.holders} == set(profile.titles)


def test_unknown_title_is_refused_with_the_closest(tables: AssistanceTables) -> None:
    """A title that no sheet has is refused, and near titles are proposed."""
    with refused("scoring.unknown_use_case", "« Synthèse de réunion »"):
        find_use_case(tables, "Synthèse des réunions")


def test_use_cases_with_a_prerequisite(tables: AssistanceTables) -> None:
    """Two use cases have a prerequisite, both of the assistance adviser."""
    found = select_use_cases(tables, prerequisite=True)

    assert [case.title for case in found.use_cases] == [
        "Extraction de données dans les bases de connaissance",
        "Prise en charge de certains appels clients",
    ]
    assert (found.total, found.prerequisite, found.limit) == (2, True, None)


def test_filters_add_up(tables: AssistanceTables) -> None:
    """Limit, priority and job narrow one another; the complement holds the rest."""
    limited = select_use_cases(tables, limit=True)
    job = "Gestionnaire de réseau prestataires"

    assert limited.total == 14
    assert select_use_cases(tables, limit=False).total == 117 - 14
    assert select_use_cases(tables, limit=True, job=job).total == 7
    assert select_use_cases(tables, limit=True, job=job, priority=1).total == 1
    assert [case.priority for case in limited.use_cases] == sorted(
        case.priority for case in limited.use_cases
    )


def test_impossible_filters_are_refused(tables: AssistanceTables) -> None:
    """An unknown job or priority is refused rather than answered by an empty list."""
    with refused("scoring.unknown_job"):
        select_use_cases(tables, job="Plombier")
    with refused("scoring.bad_priority"):
        select_use_cases(tables, priority=0)
