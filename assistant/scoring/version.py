"""Which data a result was computed from."""

from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from corpus.assistance import AssistanceTables
from corpus.model import CorpusModel
from corpus.use_case_titles import load_use_case_titles

DIGITS = 12


@lru_cache(maxsize=8)
def data_version(tables: AssistanceTables) -> str:
    """Return 12 hexadecimal digits that change with any row, and not with the order of rows."""
    rows: Iterable[Iterable[CorpusModel]] = (
        tables.exposure,
        tables.distributions,
        tables.use_cases,
        tables.recommendations,
        tables.consultation,
        tables.contradictions,
        load_use_case_titles(),
    )
    lines = sorted(f"{type(row).__name__} {row.model_dump_json()}" for part in rows for row in part)
    return sha256("\n".join(lines).encode()).hexdigest()[:DIGITS]
