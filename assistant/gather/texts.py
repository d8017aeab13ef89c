"""What the studies say in their own words: extracts, grouped by place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.evidence import EvidenceItem, EvidenceKind, Finding
from assistant.gather.naming import StudyNames
from assistant.request import Request
from assistant.search.extracts import (
    MAX_EXTRACTS,
    Extract,
    best_figure_coverage,
    choose_extracts,
    wants_figure,
)
from assistant.search.query import Sought, sought
from assistant.search.vocabulary import Vocabulary
from assistant.understand.cues import load_cues
from assistant.understand.reading import read
from corpus.study import Study
from ingest.chunk import Chunk
from ingest.french import fold, index_terms, word_terms, words
from ingest.query import Synonyms, concepts

MIN_COVERAGE = 0.36
MIN_COVERAGE_OF_UNKNOWN = 0.6
MIN_FIGURE_COVERAGE = 0.4
_TOP_PASSAGES = 5
_THREAD_SHARE = 0.3
_DETERMINERS = frozenset(
    ("le", "la", "les", "l", "de", "du", "des", "d", "un", "une", "mon", "ma", "mes", "au", "aux")
)
_BULLET = re.compile(r"^(?:[▪•●◦\-–]|\d{1,2}\.|[a-z]\.)\s+")


@dataclass(frozen=True, slots=True)
class Quote:
    """The lines of an extract and the key that cites it."""

    lines: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class QuoteGroup:
    """Extracts of one page of one section, with what a reader needs to weigh them."""

    study: Study | None
    title: str
    section: tuple[str, ...]
    page: int
    quotes: list[Quote] = field(default_factory=list)

    @property
    def where(self) -> str:
        """The heading that says most: the last of the path."""
        return self.section[-1] if self.section else ""


class TextGatherer:
    """Chooses the extracts that answer, and measures whether the studies treat the subject."""

    def __init__(self, vocabulary: Vocabulary, synonyms: Synonyms, names: StudyNames) -> None:
        self._vocabulary = vocabulary
        self._synonyms = synonyms
        self._names = names

    def coverage(self, request: Request, passages: Sequence[Chunk]) -> float:
        """Return the share of the question, by weight, that the best passage covers (0 to 1)."""
        aim = self._aim(request)
        if not aim.total:
            return 0.0
        terms = (
            self._names.terms(chunk.study)
            | frozenset(index_terms(f"{' '.join(chunk.section)} {chunk.text}"))
            for chunk in passages[:_TOP_PASSAGES]
        )
        return max((aim.coverage(found) for found in terms), default=0.0) / aim.total

    def treats(self, request: Request, passages: Sequence[Chunk]) -> bool:
        """Return whether the passages treat the subject of the question.

        They must cover a fair share of it, a larger one when a noun of the question (« le
        bitcoin », « de l'Australie ») stands in no study: it is then what the question is about.
        """
        minimum = MIN_COVERAGE
        if any(not self._known(noun) for noun in _nouns(read(request.query).words)):
            minimum = MIN_COVERAGE_OF_UNKNOWN
        if self.coverage(request, passages) < minimum:
            return False
        if not wants_figure(read(request.question.text).joined) or request.thread:
            return True
        return best_figure_coverage(self._aim(request), passages) >= MIN_FIGURE_COVERAGE

    def _known(self, word: str) -> bool:
        if self._vocabulary.knows(word) or any(map(self._vocabulary.has, word_terms(word))):
            return True
        meant = concepts(word, self._vocabulary.has, self._vocabulary.terms, self._synonyms)
        return any(self._vocabulary.has(term) for forms in meant for term in forms)

    def gather(self, request: Request, passages: Sequence[Chunk]) -> tuple[Finding, ...]:
        """Return one finding with the extracts, or none when no sentence says anything of it."""
        joined = read(request.question.text).joined
        jobs = () if request.studies else request.jobs  # a job of another sector has other names
        told = [chunk for chunk in passages if _tells_of(chunk, jobs)]
        limit = 1 if request.brief else MAX_EXTRACTS
        extracts = choose_extracts(self._aim(request), joined, told or passages, limit)
        if not extracts:
            return ()
        items = tuple(self._item(n, extract) for n, extract in enumerate(extracts, start=1))
        groups = self._groups(extracts, items)
        studies = [group.study for group in groups if group.study is not None]
        wanted = [s for s in map(self._names.study, request.studies) if s is not None]
        elsewhere = wanted if not any(self._names.is_loaded(s.id) for s in wanted) else []
        values = {
            "groups": groups,
            "studies": list({s.id: s for s in studies}.values()),
            "not_loaded": [study.short_title for study in elsewhere],
        }
        return (Finding("extracts", values, items),)

    def _aim(self, request: Request) -> Sought:
        """What is sought: the question's words, and for less those of the thread it continues."""
        aim = sought(_subject(request.query), self._vocabulary, self._synonyms)
        if not request.thread:
            return aim
        before = sought(request.thread, self._vocabulary, self._synonyms)
        return aim.with_context(before, _THREAD_SHARE)

    def _item(self, n: int, extract: Extract) -> EvidenceItem:
        chunk = extract.chunk
        return EvidenceItem(
            key=f"passage{n}",
            kind=EvidenceKind.CITE,
            study=chunk.study,
            study_name=self._names.name(chunk.study),
            section=" › ".join(chunk.section[-2:]),
            page=chunk.page,
            text=" ".join(chunk.text.split()),
            numbers=self._names.years(chunk.study),
        )

    def _groups(
        self, extracts: Sequence[Extract], items: Sequence[EvidenceItem]
    ) -> list[QuoteGroup]:
        groups: dict[tuple[str, tuple[str, ...], int], QuoteGroup] = {}
        for extract, item in zip(extracts, items, strict=True):
            chunk = extract.chunk
            group = groups.setdefault(
                (chunk.study, chunk.section, chunk.page),
                QuoteGroup(
                    study=self._names.study(chunk.study),
                    title=self._names.name(chunk.study),
                    section=chunk.section,
                    page=chunk.page,
                ),
            )
            group.quotes.append(Quote(_without_bullets(extract.lines), item.key))
        return list(groups.values())


def _tells_of(chunk: Chunk, jobs: Sequence[str]) -> bool:
    """Whether a passage names one of these jobs, in its text or in the headings above it."""
    terms = frozenset(index_terms(f"{' '.join(chunk.section)} {chunk.text}"))
    return any(frozenset(index_terms(job)) <= terms for job in jobs)


def _subject(query: str) -> str:
    """A question without the words that only introduce its subject, unless nothing is left."""
    introducing = {fold(word) for word in load_cues().phrases("topic.introducing")}
    kept = [word for word in words(query) if fold(word) not in introducing]
    return " ".join(kept) if any(map(word_terms, kept)) else query


def _without_bullets(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_BULLET.sub("", line) for line in lines)


def _nouns(words: Sequence[str]) -> list[str]:
    """The content words that stand right after an article, or the like."""
    return [w for before, w in pairwise(words) if before in _DETERMINERS and word_terms(w)]
