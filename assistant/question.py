"""A question as a user puts it: the text, who asks, and what was asked before."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from prompts.errors import VigieError

MAX_CHARACTERS = 4_000


class Persona(StrEnum):
    """Who asks; it sets the tone and the order of an answer, never its figures."""

    EMPLOYE = "employe"
    RH = "rh"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a conversation, with the user's previous questions, oldest first."""

    text: str
    persona: Persona = Persona.EMPLOYE
    history: tuple[str, ...] = ()


def clean_question(text: str) -> str:
    """Return the question without control characters and surplus spaces.

    Raises:
        VigieError: the text is empty, holds no letter or digit, or is longer than
            ``MAX_CHARACTERS``.
    """
    printable = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    cleaned = " ".join(printable.split())
    if not cleaned:
        raise VigieError("question.empty")
    if len(cleaned) > MAX_CHARACTERS:
        raise VigieError("question.too_long", length=len(cleaned), limit=MAX_CHARACTERS)
    if not any(c.isalnum() for c in cleaned):
        raise VigieError("question.no_words")
    return cleaned
