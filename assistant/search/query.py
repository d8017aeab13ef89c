"""What a question seeks, as weighted terms: its own words, and their synonyms for less."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.search.vocabulary import Vocabulary
from ingest.query import Synonyms, concepts


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


def sought(query: str, vocabulary: Vocabulary, synonyms: Synonyms) -> Sought:
    """Return what a query seeks: each word once, weighing as its own terms do."""
    found: dict[tuple[str, ...], tuple[Mapping[str, float], float]] = {}
    for forms in concepts(query, vocabulary.has, vocabulary.terms, synonyms):
        typed = tuple(term for term, share in forms.items() if share == 1.0)
        known = [vocabulary.weight(term) for term in typed if vocabulary.has(term)]
        found[typed] = (forms, min(known) if known else vocabulary.weight(""))
    return Sought(tuple(found.values()))
