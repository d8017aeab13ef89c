"""What an evaluation must reach, read from ``thresholds.toml``."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from .questions import Kind
from .summary import Summary

THRESHOLDS_FILE = Path(__file__).with_name("thresholds.toml")


class Thresholds(BaseModel):
    """The least shares, between 0 and 1, and the greatest share of false refusals and length."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pass_rate: dict[Kind, float]
    refusal_recall: float
    false_refusals_at_most: float
    evidence_in_first: dict[int, float]
    quotes_found: float
    median_words_at_most: int


def load_thresholds(path: Path = THRESHOLDS_FILE) -> Thresholds:
    """Return the thresholds of ``path``."""
    with path.open("rb") as stream:
        return Thresholds.model_validate(tomllib.load(stream))


def shortfalls(summary: Summary, thresholds: Thresholds) -> tuple[str, ...]:
    """Say, one line each, where ``summary`` misses ``thresholds``."""
    return tuple(_shortfalls(summary, thresholds))


def _shortfalls(summary: Summary, wanted: Thresholds) -> Iterator[str]:
    shares = [
        (f"pass rate of {k}", summary.by_kind[k].share, v) for k, v in wanted.pass_rate.items()
    ]
    shares += [
        (f"evidence in the first {depth}", summary.page_at[depth].share, least)
        for depth, least in wanted.evidence_in_first.items()
    ]
    shares.append(("refusal recall", summary.refusal_recall.share, wanted.refusal_recall))
    shares.append(("quoted strings found", summary.quotes.share, wanted.quotes_found))
    for name, share, least in shares:
        if share < least:
            yield f"{name}: {share:.1%} < {least:.1%}"
    if summary.false_refusals.share > wanted.false_refusals_at_most:
        most = wanted.false_refusals_at_most
        yield f"false refusals: {summary.false_refusals.share:.1%} > {most:.1%}"
    if summary.words > wanted.median_words_at_most:
        yield f"median answer: {summary.words:.0f} words > {wanted.median_words_at_most}"
