"""The questions refused whatever the studies say: on persons, against the rules, unreadable."""

import re
from collections.abc import Callable, Container

from assistant.request import Refusal
from assistant.understand.cues import Cues
from assistant.understand.reading import Reading, content_words
from ingest.french import fold

_NAME_AFTER_TITLE = re.compile(r"\b(?:M\.|Mr|Mme|Mlle|Monsieur|Madame)\s+[A-ZÉÈÀ]")
_CAPITALISED = re.compile(r"[A-ZÉÈÀÂÎÔ][\w’'-]+")
_FOREIGN_SCRIPT = re.compile(r"[\u0370-\u1fff\u3040-\u9fff\uac00-\ud7af]")


class Boundaries:
    """Tells the refusals that need no search.

    ``first_names`` are folded first names; ``is_word`` tells whether a folded word stands in the
    studies (so that an interviewee quoted by name is not taken for an employee).
    """

    def __init__(
        self, cues: Cues, first_names: Container[str], is_word: Callable[[str], bool]
    ) -> None:
        self._cues = cues
        self._first_names = first_names
        self._is_word = is_word

    def refusal(self, reading: Reading) -> Refusal | None:
        """Return why a question is refused, or ``None``."""
        if self.about_a_person(reading):
            return Refusal.PERSON
        if self._cues.found("rules.instructions", reading):
            return Refusal.INSTRUCTIONS
        if not content_words(reading) and _FOREIGN_SCRIPT.search(reading.text):
            return Refusal.UNCLEAR
        return None

    def about_a_person(self, reading: Reading) -> bool:
        """Return whether the question asks to judge, choose or decide on somebody."""
        if self._cues.found("person.directly", reading):
            return True
        if not self._cues.found("person.decide", reading):
            return False
        return self._cues.found("person.someone", reading) or self._names_somebody(reading)

    def _names_somebody(self, reading: Reading) -> bool:
        if _NAME_AFTER_TITLE.search(reading.text):
            return True
        following = [*reading.words[1:], ""]
        return any(
            word in self._first_names and not self._quoted_by_the_studies(word, after, reading)
            for word, after in zip(reading.words, following, strict=True)
        )

    def _quoted_by_the_studies(self, first_name: str, after: str, reading: Reading) -> bool:
        """Whether a first name is followed by a surname that the studies print."""
        surnames = {fold(w) for w in _CAPITALISED.findall(reading.text)} - {first_name}
        known_surname = self._is_word(after) and (after in surnames or len(after) > 5)
        return bool(after) and known_surname and not self._cues.found("person.directly", reading)
