"""A question made comparable: inclusive spellings undone, words folded, elisions split."""

import re
from dataclasses import dataclass

from ingest.french import fold, word_terms, words

_INCLUSIVE = re.compile(
    r"(?<=\w)(?:[·•.‧](?:ère|trice|euse|ienne|ne|e)(?:[·•.‧]?s)?"
    r"|\((?:ère|trice|euse|ienne|ne|e)\)(?:\(?s\)?)?"
    r"|/(?:ère|trice|euse|ienne|ne|e)s?)(?!\w)",
    re.IGNORECASE,
)
_PLUS = re.compile(r"(?<!\S)\+(?=\s*[^\W\d])")
_FEMININE_ENDINGS = (
    ("trice", "teur"),
    ("ieuse", "ieur"),
    ("euse", "eur"),
    ("iere", "ier"),
    ("llere", "ller"),
    ("ienne", "ien"),
    ("ionne", "ion"),
    ("ee", "e"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read word by word.

    ``words`` are folded (lower case, no accents), elisions split; ``joined`` is the same between
    single spaces, with one at each end, so that a phrase can be sought as `` cas d usage ``.
    """

    text: str
    words: tuple[str, ...]
    joined: str


def read(text: str) -> Reading:
    """Return the reading of a text."""
    plain = _PLUS.sub(" plus ", _INCLUSIVE.sub("", text)).replace("%", " pourcent ")
    folded = tuple(fold(word) for word in words(plain))
    return Reading(text=text, words=folded, joined=f" {' '.join(folded)} ")


def root(word: str) -> str:
    """Return a folded word without plural and feminine endings (« formatrices » → « formateur »).

    A rough key for names of jobs, not a stem: two spellings of one name share it.
    """
    singular = word[:-1] if len(word) > 3 and word[-1] in "sx" else word
    for feminine, masculine in _FEMININE_ENDINGS:
        if len(singular) > len(feminine) + 1 and singular.endswith(feminine):
            return singular[: -len(feminine)] + masculine
    return singular


def content_words(reading: Reading) -> tuple[str, ...]:
    """Return the words that say something: no articles, pronouns, links or single letters."""
    return tuple(word for word in reading.words if word_terms(word))
