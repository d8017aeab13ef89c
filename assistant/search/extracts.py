"""The sentences that answer: chosen by what they say of the question, quoted word for word.

The score of a unit is the share of the question that its own words cover, plus part of what the
headings above it cover and a bonus for how the search ranked its passage, weighted by its form.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.search.query import Sought
from assistant.search.units import Unit, units
from ingest.chunk import Chunk
from ingest.french import fold, index_terms

MAX_EXTRACTS = 4
MAX_WORDS = 110
HEADING_SHARE = 0.6
RANK_BONUS = 0.3
RANK_DECAY = 0.7
KEEP_SHARE = 0.5
_FIGURE_BONUS = 0.15
_LIST_BONUS = 0.15
DEFINITION_BONUS = 0.15
_MIN_WORDS = 5
_FULL_WORDS = 14
SCRAP = 0.5
_LONG_WORDS = 75
ROW = 0.3
_ROW_DIGITS = 0.08
_ALIKE = 0.8
_ENDS = ".!…;»)"
_HOW_MANY = re.compile(
    r" (?:combien|quel pourcentage|quelle part|quel taux|quelle proportion|quel chiffre"
    r"|quelle duree|quel cout|quel budget|how many|how much) "
)
_WHAT_IS = re.compile(
    r" (?:c est quoi|qu est ce que?|qu est ce qu|definition|definir|veut dire|signifie|what is) "
)
_DEFINES = re.compile(
    r"\b(?:est|sont) (?:une?|des|les?|la|l')|\b(?:acronyme|designe|designent|signifie|se definit)\b"
)
_WHICH = re.compile(r" (?:quels|quelles|lesquels|lesquelles|liste|les \d|which|what are) ")


@dataclass(frozen=True, slots=True)
class Extract:
    """The lines of a unit, verbatim, and how well it answers (best first, no scale)."""

    chunk: Chunk
    lines: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class _Scored:
    unit: Unit
    score: float
    terms: frozenset[str]
    order: tuple[int, int]


def choose_extracts(
    sought: Sought, question: str, passages: Sequence[Chunk], limit: int = MAX_EXTRACTS
) -> tuple[Extract, ...]:
    """Return the best units of the passages, best first, none that repeats another.

    ``passages`` come ranked; ``question`` is a joined reading: « combien » makes units with
    figures better, « quels » lists, « c'est quoi » definitions.
    """
    candidates = (c for rank, chunk in enumerate(passages) for c in _score(sought, chunk, rank))
    formed = (_for_question(candidate, question) for candidate in candidates)
    scored = sorted(formed, key=lambda s: (-s.score, s.order))
    chosen: list[_Scored] = []
    length = 0
    for candidate in scored:
        if candidate.score <= 0 or (chosen and candidate.score < KEEP_SHARE * chosen[0].score):
            break
        count = len(candidate.unit.text.split())
        fits = not chosen or length + count <= MAX_WORDS
        if fits and not any(_repeats(candidate, other) for other in chosen):
            chosen.append(candidate)
            length += count
        if len(chosen) == limit:
            break
    return tuple(Extract(s.unit.chunk, s.unit.lines, s.score) for s in chosen)


def wants_figure(question: str) -> bool:
    """Return whether a joined reading asks for a number."""
    return _HOW_MANY.search(question) is not None


def best_figure_coverage(sought: Sought, passages: Sequence[Chunk]) -> float:
    """Return the largest share of the question that a unit with a figure covers (0 to 1)."""
    total = sought.total or 1.0
    shares = (
        sought.coverage(frozenset(index_terms(f"{' '.join(chunk.section)} {unit.text}"))) / total
        for chunk in passages
        for unit in units(chunk)
        if any(c.isdigit() for c in unit.text)
    )
    return max(shares, default=0.0)


def _score(sought: Sought, chunk: Chunk, rank: int) -> Iterator[_Scored]:
    heading = frozenset(index_terms(" ".join(chunk.section)))
    total = sought.total or 1.0
    for unit in units(chunk):
        terms = frozenset(index_terms(f"{unit.announced} {unit.text}"))
        own = sought.coverage(terms)
        both = sought.coverage(terms | heading)
        score = (own + HEADING_SHARE * (both - own)) / total
        score = (score + RANK_BONUS * RANK_DECAY**rank) * _form(unit.text) if both else 0.0
        yield _Scored(unit, score, terms, (rank, unit.position))


def _for_question(candidate: _Scored, question: str) -> _Scored:
    text, score = candidate.unit.text, candidate.score
    if score > 0 and _HOW_MANY.search(question) and any(c.isdigit() for c in text):
        score += _FIGURE_BONUS
    if score > 0 and candidate.unit.is_list and _WHICH.search(question):
        score += _LIST_BONUS
    if score > 0 and _WHAT_IS.search(question) and _DEFINES.search(fold(text)):
        score += DEFINITION_BONUS
    return _Scored(candidate.unit, score, candidate.terms, candidate.order)


def _form(text: str) -> float:
    """Prefer what reads as a statement: no question, no scrap, no row of a table, not endless."""
    count = len(text.split())
    if count < _MIN_WORDS or text.endswith(("?", ":")):
        return 0.4
    if text[-1] not in _ENDS and sum(c.isdigit() for c in text) >= _ROW_DIGITS * len(text):
        return ROW
    if text[-1] not in _ENDS and count < _FULL_WORDS:
        return SCRAP
    return 1.0 if count <= _LONG_WORDS else 0.9


def _repeats(one: _Scored, other: _Scored) -> bool:
    if one.unit.text in other.unit.text or other.unit.text in one.unit.text:
        return True
    shared = len(one.terms & other.terms)
    return shared >= _ALIKE * min(len(one.terms), len(other.terms) or 1)
