"""What a question seeks, as weighted terms: its own words, and their synonyms for less."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.search.vocabulary import Vocabulary
from assistant.understand.reading import read
from ingest.french import word_terms

_SYNONYM_WEIGHT = 0.6


@dataclass(frozen=True, slots=True)
class Sought:
    """The concepts of a question: each a word typed, the terms that stand for it, its weight.

    ``total`` is the weight of all of them, words that no study knows included.
    """

    concepts: tuple[tuple[Mapping[str, float], float], ...]

    @property
    def total(self) -> float:
        """The weight of all concepts."""
        return sum(weight for _, weight in self.concepts)

    def with_context(self, before: "Sought", share: float) -> "Sought":
        """Return both, the concepts of ``before`` weighing ``share`` of what they weighed."""
        own = [set(forms) for forms, _ in self.concepts]
        added = tuple(
            (forms, weight * share)
            for forms, weight in before.concepts
            if not any(terms & set(forms) for terms in own)
        )
        return Sought(self.concepts + added)

    def coverage(self, terms: frozenset[str]) -> float:
        """Return the weight of the concepts found among these terms; a synonym counts for less."""
        return sum(
            weight * max((share for term, share in forms.items() if term in terms), default=0.0)
            for forms, weight in self.concepts
        )


class Synonyms:
    """Other ways to say a word or a phrase, as pairs (said, other)."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._others: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for said, other in pairs:
            terms = tuple(term for word in read(other).words for term in word_terms(word)[:1])
            self._others.setdefault(_stems(read(said).words), []).append(terms)
        self._longest = max((len(said) for said in self._others), default=0)

    def found(self, words: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the position of the last word of each phrase found, and terms that say the same."""
        stems = [_stem(word) for word in words]
        for start in range(len(stems)):
            for end in range(start + 1, min(start + self._longest, len(stems)) + 1):
                for terms in self._others.get(tuple(stems[start:end]), ()):
                    yield end - 1, terms


def sought(query: str, vocabulary: Vocabulary, synonyms: Synonyms) -> Sought:
    """Return what a query seeks.

    A phrase of several words that stands for one typed shares its weight among its words.
    """
    words = read(query).words
    forms = [dict.fromkeys(word_terms(word), 1.0) for word in words]
    for position, terms in synonyms.found(words):
        for term in terms:
            forms[position].setdefault(term, _SYNONYM_WEIGHT / len(terms))
    concepts: dict[tuple[str, ...], tuple[Mapping[str, float], float]] = {}
    for word, meant in zip(words, forms, strict=True):
        typed = word_terms(word)
        if typed:
            known = [vocabulary.weight(term) for term in typed if vocabulary.has(term)]
            concepts[typed] = (meant, min(known) if known else vocabulary.weight(""))
    return Sought(tuple(concepts.values()))


def _stem(word: str) -> str:
    return (word_terms(word) or (word,))[-1]


def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_stem(word) for word in words)
