"""Every template over the real tables: no statement that it writes is dropped as unsupported."""

from collections.abc import Callable, Iterable, Iterator

import pytest

from assistant.answer import AnswerKind, BlockKind
from assistant.compose import french
from assistant.question import Persona
from assistant.rendering import body
from assistant.request import Intent, Request
from assistant.vigie import Vigie
from corpus.assistance import AssistanceTables, Qualification
from tests.assistant import table_requests as requests
from tests.assistant.shown import check

Cases = Callable[[AssistanceTables], Iterator[Request]]

JOB_INTENTS = (Intent.OVERVIEW, Intent.SCORE, Intent.RATERS, Intent.USE_CASES)
ANSWERED: dict[str, Cases] = {
    "scores": requests.of_scores,
    "limits": requests.of_limits,
    "use cases": lambda t: requests.of_use_cases(t, some=True),
    "comparisons": lambda t: requests.of_pairs(t, Intent.COMPARE),
    "common use cases": lambda t: requests.of_pairs(t, Intent.USE_CASES),
    "rankings": lambda t: requests.of_rankings(t, some=True),
    "tops": requests.of_tops,
    "scores between": requests.of_scores_between,
    "places": requests.of_places,
    "themes": requests.of_themes,
    "counts": lambda t: requests.of_counts(t, some=True),
    "general": requests.of_general,
    "titles": requests.of_titles,
    "axes": requests.of_axes,
    "consultation": requests.of_consultation,
}


def lost(vigie: Vigie, cases: Iterable[Request], persona: Persona) -> list[str]:
    """Return the requests of which the answer lost a statement or is not fit to show."""
    found = []
    for case in cases:
        answer = vigie.tell(requests.for_persona(case, persona))
        try:
            assert answer.dropped == 0
            assert (answer.kind is AnswerKind.ANSWER) is (case.intent is not Intent.REFUSE)
            check(answer)
        except AssertionError:
            found.append(f"{case.intent} {case.jobs} {case.topic} {case.filters}")
    return found


@pytest.mark.parametrize("persona", list(Persona))
@pytest.mark.parametrize("intent", JOB_INTENTS)
def test_nothing_is_lost_on_any_job(
    quiet: Vigie, tables: AssistanceTables, intent: Intent, persona: Persona
) -> None:
    """All 58 jobs are told whole, to everybody."""
    cases = list(requests.of_jobs(tables, intent))
    assert len(cases) == 58
    assert lost(quiet, cases, persona) == []


@pytest.mark.parametrize("kind", ANSWERED)
def test_nothing_is_lost_by_a_template(quiet: Vigie, tables: AssistanceTables, kind: str) -> None:
    """All families, classes, axes, priorities, titles and pairs of core jobs are told whole."""
    cases = list(ANSWERED[kind](tables))
    assert cases
    assert lost(quiet, cases, Persona.EMPLOYE) == []


@pytest.mark.parametrize("persona", [Persona.RH, Persona.MANAGER])
@pytest.mark.parametrize("kind", ["axes", "general", "consultation"])
def test_nothing_is_lost_for_another_persona(
    quiet: Vigie, tables: AssistanceTables, kind: str, persona: Persona
) -> None:
    """What a template adds for one reader is supported too."""
    assert lost(quiet, ANSWERED[kind](tables), persona) == []


LOSSES: dict[str, Cases] = {
    "source: the name of the study between marks is a misquotation": requests.of_sources,
    "levels: a row whose level is no figure of the job": requests.of_levels,
    "use cases: « aucun de priorité n » cites nothing": (
        lambda t: requests.of_use_cases(t, some=False)
    ),
    "ranking: « aucun des 58 » cites nothing": lambda t: requests.of_rankings(t, some=False),
    "counts: all of a table of zeros cites nothing": lambda t: requests.of_counts(t, some=False),
}


@pytest.mark.parametrize("kind", LOSSES)
def test_nothing_should_be_lost_by_these_either(
    quiet: Vigie, tables: AssistanceTables, kind: str
) -> None:
    """A table keeps all its rows, and « none » is an answer that is shown."""
    cases = list(LOSSES[kind](tables))
    assert cases
    assert lost(quiet, cases, Persona.EMPLOYE) == []


def test_no_refusal_loses_a_sentence(quiet: Vigie, tables: AssistanceTables) -> None:
    """Every reason, and every topic known to be absent, is told whole."""
    assert lost(quiet, requests.of_refusals(tables, years=False), Persona.EMPLOYE) == []


def test_no_refusal_loses_its_year(quiet: Vigie, tables: AssistanceTables) -> None:
    """« L'étude de 2020 … » is what the refusal says: it is not evidence to be cited."""
    cases = list(requests.of_refusals(tables, years=True))
    assert cases
    assert lost(quiet, cases, Persona.EMPLOYE) == []


def test_greetings_are_told_whole(quiet: Vigie) -> None:
    """The introduction holds no figure."""
    assert lost(quiet, [requests.ask(Intent.HELP)], Persona.EMPLOYE) == []


def test_every_study_loaded_is_listed(vigie: Vigie) -> None:
    """« Quelles études connais-tu ? » names all the documents of the index."""
    answer = vigie.tell(requests.ask(Intent.STUDIES))
    assert answer.dropped == 0
    for document in vigie.index.documents:
        assert document.title in body(answer)


@pytest.mark.studies
@pytest.mark.parametrize("kind", ["scores", "use cases", "tops", "titles", "consultation"])
def test_nothing_is_lost_over_the_official_study(
    studied: Vigie, tables: AssistanceTables, kind: str
) -> None:
    """The same evidence, on the pages of the study itself."""
    cases = list(ANSWERED[kind](tables))[::5]
    assert lost(studied, cases, Persona.RH) == []


@pytest.mark.parametrize("intent", [Intent.OVERVIEW, Intent.SCORE, Intent.RATERS])
def test_both_raters_stand_side_by_side(
    quiet: Vigie, tables: AssistanceTables, intent: Intent
) -> None:
    """For each job, the scores and the ranks of the experts and of PwC are printed and cited."""
    for row in tables.exposure:
        if row.qualification is Qualification.PWC_ROME:
            continue
        answer = quiet.tell(requests.ask(intent, row.job))
        text = body(answer)
        assert french.decimal(row.score) in text, (row.job, row.qualification)
        assert french.ordinal(row.rank) in text, (row.job, row.qualification)
        assert {c.section.partition(",")[0] for c in answer.citations} >= {"3.2.2.1", "3.2.2.2"}


def test_a_ranking_lists_all_the_jobs_in_order(quiet: Vigie, tables: AssistanceTables) -> None:
    """The 58 jobs, from the first rank to the last, whoever rates."""
    for qualification in Qualification:
        rows = [row for row in tables.exposure if row.qualification is qualification]
        asked = requests.ask(Intent.RANKING, qualification=qualification, top=58)
        lines = [line for line in body(quiet.tell(asked)).split("\n") if line.startswith("| ")]
        listed = [line.split("|")[1].strip() for line in lines[1:]]
        assert listed == [row.job for row in sorted(rows, key=lambda row: row.rank)]


def test_every_use_case_of_a_job_is_named(quiet: Vigie, tables: AssistanceTables) -> None:
    """The list of a job holds all its rows, under their priority."""
    for job in requests.jobs(tables, core=True):
        for priority in requests.PRIORITIES:
            text = body(quiet.tell(requests.ask(Intent.USE_CASES, job, priority=priority)))
            for row in tables.use_cases:
                if (row.job, row.priority) == (job, priority):
                    assert row.use_case in text, (job, row.use_case)


def test_every_recommendation_of_an_axis_is_named(quiet: Vigie, tables: AssistanceTables) -> None:
    """An axis is told with all its recommendations, numbered."""
    for row in tables.recommendations:
        text = body(quiet.tell(requests.ask(Intent.RECOMMENDATIONS, axis=row.axis)))
        assert f"{row.number}. {row.title}" in text


def test_every_percentage_of_the_consultation_is_shown(
    quiet: Vigie, tables: AssistanceTables
) -> None:
    """An option has its percentage, or the words of the study when it has none."""
    for row in tables.consultation:
        text = body(quiet.tell(requests.ask(Intent.CONSULTATION, query=row.question)))
        assert row.option in text
        assert (row.wording if row.percentage is None else f"{row.percentage} %") in text


def test_figures_of_tables_are_calculated_or_cited(quiet: Vigie, tables: AssistanceTables) -> None:
    """A block that states a figure of the tables says how it is known."""
    for intent in JOB_INTENTS:
        answer = quiet.tell(requests.ask(intent, "Médecin d'assistance"))
        assert answer.kind is AnswerKind.ANSWER
        kinds = {block.kind for block in answer.blocks if "[1]" in block.markdown}
        assert kinds <= {BlockKind.CALCULE, BlockKind.CITE}
        assert kinds
