"""Deterministic tools over the structured tables: no model, no network, no clock, no randomness.

Each tool takes the tables and answers one kind of question with a frozen dataclass that holds
data, never sentences. Every result carries a ``trace``; ``serialise`` turns any of them into
plain JSON-able values.
"""

from assistant.scoring.axes import recommendations
from assistant.scoring.changes import class_changes
from assistant.scoring.classes import class_counts
from assistant.scoring.comparison import compare
from assistant.scoring.exposure import job_exposure
from assistant.scoring.family_ratings import families
from assistant.scoring.gaps import GapMeasure, largest_gaps
from assistant.scoring.model import model_score
from assistant.scoring.ranking import Selection, rank
from assistant.scoring.recomputation import recompute, recompute_all
from assistant.scoring.rounding import half_up
from assistant.scoring.serialisation import serialise
from assistant.scoring.sharing import common_use_cases, shared_use_cases
from assistant.scoring.survey import consultation
from assistant.scoring.use_case_search import find_use_case, select_use_cases
from assistant.scoring.use_cases import job_use_cases
from assistant.scoring.version import data_version

__all__ = [
    "GapMeasure",
    "Selection",
    "class_changes",
    "class_counts",
    "common_use_cases",
    "compare",
    "consultation",
    "data_version",
    "families",
    "find_use_case",
    "half_up",
    "job_exposure",
    "job_use_cases",
    "largest_gaps",
    "model_score",
    "rank",
    "recommendations",
    "recompute",
    "recompute_all",
    "select_use_cases",
    "serialise",
    "shared_use_cases",
]
