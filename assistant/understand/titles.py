"""Finding a title from the words that recall it, or a topic from the words said of it."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from assistant.understand.reading import Reading
from ingest.french import index_terms, word_terms

_MIN_COVERAGE = 0.6
_LINE_SHARE = 0.75
_SHORT_SHARE = 0.65


class TitleFinder:
    """Finds the title whose telling words a text repeats.

    The coverage of a title is the share of its words, weighted by rarity among the titles, that
    the text holds; the best title counts when it reaches ``minimum``.
    """

    def __init__(self, titles: Iterable[str], minimum: float = _MIN_COVERAGE) -> None:
        self._terms = {title: frozenset(index_terms(title)) for title in dict.fromkeys(titles)}
        frequency = Counter(term for terms in self._terms.values() for term in terms)
        count = len(self._terms)
        self._weights = {term: math.log(1 + count / n) for term, n in frequency.items()}
        self._minimum = minimum

    def find(self, reading: Reading) -> str:
        """Return the best title, or an empty string when none is recalled well enough."""
        said = {term for word in reading.words for term in word_terms(word)}
        scored = [(self._coverage(terms, said), title) for title, terms in self._terms.items()]
        best, title = max(scored, default=(0.0, ""))
        return title if best >= self._minimum else ""

    def find_short(self, words: Iterable[str]) -> str:
        """Return the title that holds nearly all of these words, two at least, or an empty string.

        For a long title cut short (« lecture des contrats d'assurance »).
        """
        said = [word_terms(word) for word in words if word_terms(word)]
        flat = {term for forms in said for term in forms}
        scored = [
            (sum(not terms.isdisjoint(f) for f in said), self._coverage(terms, flat), title)
            for title, terms in self._terms.items()
        ]
        held, _, title = max(scored, default=(0, 0.0, ""))
        return title if held >= 2 and held >= _SHORT_SHARE * len(said) else ""

    def _coverage(self, terms: frozenset[str], said: set[str]) -> float:
        total = sum(self._weights[term] for term in terms)
        return sum(self._weights[term] for term in terms & said) / total if total else 0.0


class TopicFinder:
    """Finds the topic of which a text says most, among topics known by a few lines each.

    A topic's score is that of its best line: the share of the text's words, weighted by rarity
    among the lines, that the topic's name or (for less) the line holds. Words in no line are set
    aside, and so are the ``ignored`` ones, which only say what kind of question it is.
    """

    def __init__(
        self,
        lines: Mapping[str, Iterable[str]],
        *,
        ignored: Iterable[str] = (),
        minimum: float = _MIN_COVERAGE,
    ) -> None:
        self._ignored = frozenset(term for text in ignored for term in index_terms(text))
        names = {topic: frozenset(index_terms(topic)) for topic in lines}
        self._names = names
        self._lines = [
            (topic, names[topic] | frozenset(index_terms(line)))
            for topic, texts in lines.items()
            for line in texts
        ]
        frequency = Counter(term for _, terms in self._lines for term in terms)
        self._weights = {t: math.log(1 + len(self._lines) / n) for t, n in frequency.items()}
        self._minimum = minimum

    def find(self, reading: Reading) -> str:
        """Return the best topic, or an empty string when no line says enough of the text."""
        said = {t for word in reading.words for t in word_terms(word)} & self._weights.keys()
        said -= self._ignored
        total = sum(self._weights[term] for term in said)
        scored = [
            (self._score(terms & said, self._names[topic]), -n, topic)
            for n, (topic, terms) in enumerate(self._lines)
        ]
        best, _, topic = max(scored, default=(0.0, 0, ""))
        return topic if total and best >= self._minimum * total else ""

    def _score(self, found: frozenset[str] | set[str], name: frozenset[str]) -> float:
        return sum(self._weights[t] * (1.0 if t in name else _LINE_SHARE) for t in found)
