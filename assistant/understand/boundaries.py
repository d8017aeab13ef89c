"""The questions refused whatever the studies say: on persons, against the rules, unreadable."""

import re
from collections.abc import Callable, Container, Set

from assistant.request import Refusal
from assistant.understand.cues import Cues
from assistant.understand.reading import Reading
from ingest.french import fold

_NAME_AFTER_TITLE = re.compile(r"\b(?:M\.|Mr|Mme|Mlle|Monsieur|Madame)\s+[A-ZÉÈÀ]")
_CAPITALISED = re.compile(r"[A-ZÉÈÀÂÎÔ][\w’'-]+")
_NAME_LENGTH = 5
_INTRODUCTIONS = (("appelle",), ("prenomme",))
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_FOREIGN_SCRIPT = re.compile(r"[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]")
_OUTSIDE = {"absent.": Refusal.NOT_IN_STUDIES, "uncomputable.": Refusal.NOT_COMPUTABLE}


class Boundaries:
    """Tells the refusals that need no search.

    ``first_names`` are folded first names, ``surnames`` those of the people that the studies quote
    by name; ``is_word`` tells whether a folded word stands in the studies.
    """

    def __init__(
        self,
        cues: Cues,
        first_names: Container[str],
        surnames: Set[str],
        is_word: Callable[[str], bool],
    ) -> None:
        self._surnames = surnames
        self._cues = cues
        self._first_names = first_names
        self._is_word = is_word

    def refusal(self, reading: Reading) -> Refusal | None:
        """Return why a question is refused, or ``None``."""
        if self.about_a_person(reading):
            return Refusal.PERSON
        if self._cues.found("rules.instructions", reading):
            return Refusal.INSTRUCTIONS
        if _FOREIGN_SCRIPT.search(reading.text) and not _LATIN.search(reading.text):
            return Refusal.UNCLEAR
        return None

    def outside(self, reading: Reading) -> tuple[Refusal, str] | None:
        """Return why the studies cannot answer, and on which topic, when it is known beforehand."""
        for prefix, refusal in _OUTSIDE.items():
            topic = self._cues.first(reading, self._cues.names(prefix))
            if topic is not None:
                return refusal, topic.removeprefix(prefix)
        return None

    def about_a_person(self, reading: Reading) -> bool:
        """Return whether the question asks to judge, choose or decide on somebody."""
        if self._cues.found("person.directly", reading) or self._names_somebody(reading):
            return True
        found = self._cues.found
        if not found("person.someone", reading) or found("person.things", reading):
            return False
        if found("person.replace", reading) and not found("person.machines", reading):
            return True
        return found("person.decide", reading) or found("person.intimate", reading)

    def _names_somebody(self, reading: Reading) -> bool:
        """Whether a person is named whom the studies do not quote.

        A first name that is also an ordinary word (« claire ») counts with its capital only.
        """
        if _NAME_AFTER_TITLE.search(reading.text):
            return True
        capitalised = {fold(word) for word in _CAPITALISED.findall(reading.text)}
        return any(
            word in self._first_names
            and reading.words[place - 1 : place] not in _INTRODUCTIONS
            and (word in capitalised or not self._is_word(word))
            and not self._surnames & set(reading.words[place : place + _NAME_LENGTH])
            for place, word in enumerate(reading.words)
        )
