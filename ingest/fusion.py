"""Fuses the ranking by words with the ranking by vectors, and puts repetitions aside."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

_WORD = re.compile(r"\w+")
_T = TypeVar("_T")
Ranking = Sequence[tuple[str, float]]

# Chosen by measurement (tests/bench/RESULTS.md).
DENSE_WEIGHT = 0.6
_SAME = 0.8  # share of words in common from which two passages say the same


def fuse(lexical: Ranking, dense: Ranking, dense_weight: float = DENSE_WEIGHT) -> Ranking:
    """Return (id, score) best first: each ranking's scores over its best, added with weights."""
    total: dict[str, float] = {}
    for ranking, weight in ((lexical, 1.0), (dense, dense_weight)):
        best = max((score for _, score in ranking), default=0.0)
        for identity, score in ranking if best > 0 else ():
            total[identity] = total.get(identity, 0.0) + weight * max(score, 0.0) / best
    return sorted(total.items(), key=lambda item: (-item[1], item[0]))


def distinct(ranked: Sequence[_T], text: Callable[[_T], str]) -> list[_T]:
    """Return ``ranked`` with the passages that repeat a better one moved to the end."""
    kept: list[_T] = []
    repeated: list[_T] = []
    seen: list[frozenset[str]] = []
    for item in ranked:
        terms = frozenset(_WORD.findall(text(item).lower()))
        if any(_overlap(terms, other) >= _SAME for other in seen):
            repeated.append(item)
        else:
            kept.append(item)
            seen.append(terms)
    return kept + repeated


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / max(len(left | right), 1)
