"""From a question to weighted terms: its own words, near spellings, and synonyms for less."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ingest.french import fold, word_terms, words

# Chosen by measurement (tests/bench/RESULTS.md).
SYNONYM_WEIGHT = 0.35
_TYPO_WEIGHT = 0.7
_SHORTEST_TYPO = 4  # letters
_MOST_TYPOS = 12  # words; a text of unknown words is no question with typing mistakes
_LONG_WORD = 8  # letters: two mistakes are forgiven from there on
_LONGEST_TERM = 4  # words of a term that has synonyms

Synonyms = dict[tuple[str, ...], list[tuple[str, ...]]]


def read_synonyms(pairs: Iterable[tuple[str, str]]) -> Synonyms:
    """Index (term, expansion) pairs by the stems of the term."""
    synonyms: Synonyms = {}
    for term, expansion in pairs:
        terms = tuple(t for word in words(expansion) for t in word_terms(word))
        if terms:
            synonyms.setdefault(tuple(_stems(words(term))), []).append(terms)
    return synonyms


def weighted_terms(
    question: str,
    knows: Callable[[str], bool],
    vocabulary: Iterable[str] = (),
    synonyms: Synonyms | None = None,
    synonym_weight: float = SYNONYM_WEIGHT,
) -> dict[str, float]:
    """Return the terms to look for, each with its weight (1 for a word typed).

    A word that no passage has is replaced by the nearest one of ``vocabulary``, for less; the
    words of an expansion share its weight.
    """
    typed = words(question)
    terms: dict[str, float] = {}
    unknown: list[str] = []
    for word in typed:
        forms = word_terms(word)
        known = [form for form in forms if knows(form)]
        terms |= dict.fromkeys(known, 1.0)
        unknown.extend(forms[-1:] if not known else ())
    for form in dict.fromkeys(unknown[:_MOST_TYPOS]):
        if near := _nearest(form, vocabulary):
            terms[near] = max(terms.get(near, 0.0), _TYPO_WEIGHT)
    for expansion in _expansions(_stems(typed), synonyms or {}):
        for term in expansion:
            weight = synonym_weight / len(expansion) ** 0.5
            terms[term] = max(terms.get(term, 0.0), weight)
    return terms


def _stems(typed: Sequence[str]) -> list[str]:
    return [forms[-1] for word in typed if (forms := word_terms(word))]


def _expansions(stems: Sequence[str], synonyms: Synonyms) -> Iterator[tuple[str, ...]]:
    for length in range(1, _LONGEST_TERM + 1):
        for start in range(len(stems) - length + 1):
            yield from synonyms.get(tuple(stems[start : start + length]), ())


def _nearest(term: str, vocabulary: Iterable[str]) -> str | None:
    """Return the only spelling close to a term: same first letter, one or two mistakes."""
    term = fold(term)
    if len(term) < _SHORTEST_TYPO or term[0].isdigit():
        return None
    mistakes = 2 if len(term) >= _LONG_WORD else 1
    candidates = [known for known in vocabulary if known[:1] == term[0]]
    found = process.extractOne(
        term, candidates, scorer=DamerauLevenshtein.distance, score_cutoff=mistakes
    )
    return found[0] if found else None
