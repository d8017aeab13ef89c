"""One call of every scoring tool, for the tests that hold for all of them."""

from collections.abc import Callable

from assistant.scoring import (
    Selection,
    class_changes,
    class_counts,
    common_use_cases,
    compare,
    consultation,
    families,
    find_use_case,
    job_exposure,
    job_use_cases,
    largest_gaps,
    rank,
    recommendations,
    recompute,
    recompute_all,
    select_use_cases,
    shared_use_cases,
)
from corpus.assistance import AssistanceTables, Qualification

ADVISER, DOCTOR = "Chargé d'assistance", "Médecin d'assistance"

CALLS: dict[str, Callable[[AssistanceTables], object]] = {
    "job_exposure": lambda tables: job_exposure(tables, ADVISER),
    "rank": lambda tables: rank(tables, Qualification.EXPERTS, Selection(top=20)),
    "class_counts": class_counts,
    "class_changes": class_changes,
    "families": families,
    "largest_gaps": largest_gaps,
    "compare": lambda tables: compare(tables, [ADVISER, DOCTOR]),
    "job_use_cases": lambda tables: job_use_cases(tables, ADVISER),
    "shared_use_cases": shared_use_cases,
    "common_use_cases": lambda tables: common_use_cases(tables, [ADVISER, DOCTOR]),
    "find_use_case": lambda tables: find_use_case(tables, "Help desk"),
    "select_use_cases": lambda tables: select_use_cases(tables, limit=True),
    "recommendations": recommendations,
    "consultation": consultation,
    "recompute": lambda tables: recompute(tables, DOCTOR, Qualification.EXPERTS),
    "recompute_all": recompute_all,
}


def results(tables: AssistanceTables) -> dict[str, object]:
    """Return one result of every tool, by the name of the tool."""
    return {name: call(tables) for name, call in CALLS.items()}
