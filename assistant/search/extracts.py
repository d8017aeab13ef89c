"""The sentences that answer: chosen by what they say of the question, quoted word for word.

The score of a sentence is the share of the question that its own words cover, plus part of what
its section's headings cover, weighted by how the search ranked its passage; a sentence that leans
on the one before (« Elle… », « Cela… ») takes it along.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.search.query import Sought
from ingest.chunk import Chunk
from ingest.french import fold, index_terms
from ingest.sentences import split_sentences

MAX_EXTRACTS = 4
_HEADING_SHARE = 0.35
_RANK_DECAY = 0.93
_FIGURE_BONUS = 0.15
_MIN_WORDS = 5
_FULL_WORDS = 10
_MAX_WORDS = 75
_ENDS = ".!…;»)"
_LEADERS = re.compile(r"\.{4,}")
_KEEP_SHARE = 0.62
_ALIKE = 0.8
_LEANING = re.compile(
    r"^(?:il|elle|ils|elles|cela|ceci|ce|cette|ces|celui|celle|ceux|en effet|ainsi|de plus|en outre"
    r"|par exemple|toutefois|cependant|mais|or|donc|enfin|c'est)\b"
)
_HOW_MANY = re.compile(
    r" (?:combien|quel pourcentage|quelle part|quel taux|quelle proportion|quel chiffre"
    r"|quelle duree|quel cout|quel budget|how many|how much) "
)


@dataclass(frozen=True, slots=True)
class Extract:
    """A sentence, or a few that hold together, as they stand in a passage."""

    chunk: Chunk
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class _Scored:
    extract: Extract
    terms: frozenset[str]
    order: tuple[int, int]


def choose_extracts(
    sought: Sought, question: str, passages: Sequence[Chunk], limit: int = MAX_EXTRACTS
) -> tuple[Extract, ...]:
    """Return the best sentences of the passages, best first, none that repeats another.

    ``passages`` come ranked; ``question`` is a joined reading, in which « combien » makes
    sentences with figures better.
    """
    wants_figure = _HOW_MANY.search(question) is not None
    scored = sorted(
        (
            candidate
            for rank, chunk in enumerate(passages)
            for candidate in _score(sought, chunk, rank, wants_figure)
        ),
        key=lambda s: (-s.extract.score, s.order),
    )
    chosen: list[_Scored] = []
    for candidate in scored:
        if len(chosen) == limit or candidate.extract.score <= 0:
            break
        if chosen and candidate.extract.score < _KEEP_SHARE * chosen[0].extract.score:
            break
        if not any(_overlap(candidate, other) for other in chosen):
            chosen.append(candidate)
    return tuple(s.extract for s in chosen)


def _score(sought: Sought, chunk: Chunk, rank: int, wants_figure: bool) -> Iterator[_Scored]:
    heading = frozenset(index_terms(" ".join(chunk.section)))
    by_heading = sought.coverage(heading)
    total = sought.total or 1.0
    for position, text in enumerate(_units(chunk)):
        terms = frozenset(index_terms(text))
        own = sought.coverage(terms)
        if own <= 0 and by_heading <= 0:
            continue
        both = sought.coverage(terms | heading)
        score = (own + _HEADING_SHARE * (both - own)) / total
        if wants_figure and any(c.isdigit() for c in text):
            score += _FIGURE_BONUS
        score *= _RANK_DECAY**rank * _form_factor(text)
        yield _Scored(Extract(chunk, text, score), terms, (rank, position))


def _form_factor(text: str) -> float:
    """Prefer what reads as a statement: not a question, not a scrap, not endless."""
    count = len(text.split())
    if count < _MIN_WORDS or text.endswith("?"):
        return 0.4
    if text[-1] not in _ENDS and count < _FULL_WORDS:
        return 0.7
    return 1.0 if count <= _MAX_WORDS else 0.8


def _units(chunk: Chunk) -> Iterator[str]:
    """Yield the sentences of a passage; one that leans on the one before comes with it.

    Its headings, and lines of a table of contents, are no sentences.
    """
    before = ""
    headings = {fold(heading) for heading in chunk.section}
    for start, end in split_sentences(chunk.text):
        text = " ".join(chunk.text[start:end].split())
        if fold(text) in headings or _LEADERS.search(text):
            continue
        leaning = before and _LEANING.match(fold(text))
        yield f"{before} {text}" if leaning else text
        before = text


def _overlap(one: _Scored, other: _Scored) -> bool:
    if one.extract.text in other.extract.text or other.extract.text in one.extract.text:
        return True
    shared = len(one.terms & other.terms)
    return shared >= _ALIKE * min(len(one.terms), len(other.terms) or 1)
