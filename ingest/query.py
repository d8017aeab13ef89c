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
) -> dict[str, float]:
    """Return the terms to look for, each with its weight (see :func:`concepts`)."""
    terms: dict[str, float] = {}
    for concept in concepts(question, knows, vocabulary, synonyms):
        for term, weight in concept.items():
            if knows(term) or weight < 1:
                terms[term] = max(terms.get(term, 0.0), weight)
    return terms


def concepts(
    question: str,
    knows: Callable[[str], bool],
    vocabulary: Iterable[str] = (),
    synonyms: Synonyms | None = None,
) -> list[dict[str, float]]:
    """Return, for each word typed that says something, the terms that stand for it.

    The word's own terms weigh 1. A word that no passage has is joined by the nearest one of
    ``vocabulary``, for less. An expansion joins the last word of the phrase that it expands; its
    words share its weight.
    """
    found: list[dict[str, float]] = []
    stems: list[str] = []
    for word in words(question):
        forms = word_terms(word)
        if not forms:
            continue
        terms = dict.fromkeys(forms, 1.0)
        if not any(map(knows, forms)) and (near := _nearest(forms[-1], vocabulary)):
            terms[near] = _TYPO_WEIGHT
        found.append(terms)
        stems.append(forms[-1])
    for position, expansion in _expansions(stems, synonyms or {}):
        for term in expansion:
            weight = SYNONYM_WEIGHT / len(expansion) ** 0.5
            found[position][term] = max(found[position].get(term, 0.0), weight)
    return found


def _stems(typed: Sequence[str]) -> list[str]:
    return [forms[-1] for word in typed if (forms := word_terms(word))]


def _expansions(stems: Sequence[str], synonyms: Synonyms) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the position of the last word of each phrase found, and an expansion of the phrase."""
    for length in range(1, _LONGEST_TERM + 1):
        for start in range(len(stems) - length + 1):
            for expansion in synonyms.get(tuple(stems[start : start + length]), ()):
                yield start + length - 1, expansion


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
