"""The one place where French text is made comparable: folding, words, and terms to index.

The lexical index and the understanding of questions share these functions, so that a word typed
without accents, with a typographic apostrophe or glued to an article meets the printed one.
"""

import re
import unicodedata
from functools import lru_cache

import Stemmer

from ingest.stopwords import NUMBER_WORDS, STOP_WORDS

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`′＇", "'"))
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss"})
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_SPACES = re.compile(r"\s+")

# A number keeps its decimals (« 0,41 », « 1.5 »); a word keeps an inner apostrophe until the
# elision is split off below.
_WORD = re.compile(r"\d+(?:[.,]\d+)+|\d+[^\W\d_]*|[^\W\d_]+(?:'[^\W\d_]+)*\d*")
_ELISION = re.compile(r"(?:[cdjlmnst]|(?:lors|puis|jus|quoi|pres|quel)?qu)'", re.IGNORECASE)
_UNSPLIT = {"aujourd'hui", "d'abord", "d'accord", "presqu'ile", "presqu'île"}

_stemmer = Stemmer.Stemmer("french")


def unify(text: str) -> str:
    """Return ``text`` with one kind of apostrophe, hyphen and space; case and accents stay."""
    return _SPACES.sub(" ", text.translate(_APOSTROPHES).translate(_HYPHENS)).strip()


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents or ligatures, apostrophes and spaces unified.

    The result serves comparison only: its length may differ from that of ``text``.
    """
    if text.isascii():
        return _SPACES.sub(" ", text.replace("`", "'")).strip().lower()
    decomposed = unicodedata.normalize("NFKD", unify(text).translate(_LIGATURES))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def words(text: str) -> list[str]:
    """Return the words and numbers of ``text`` in lower case, accents kept, elisions split.

    « L'infirmière d'assistance : 0,41 » gives ``l, infirmière, d, assistance, 0,41``; the parts of
    a hyphenated word are words.
    """
    found: list[str] = []
    for match in _WORD.finditer(unify(text).lower()):
        found.extend(_split_elision(match.group()))
    return found


def index_terms(text: str) -> list[str]:
    """Return the stemmed terms under which ``text`` is indexed or sought, in order.

    Each word gives both ``fold(stem(word))`` and ``stem(fold(word))`` when they differ, because
    the stemmer treats an accented word and its unaccented spelling differently; function words and
    single letters give nothing.
    """
    terms: list[str] = []
    for word in words(text):
        terms.extend(word_terms(word))
    return terms


@lru_cache(maxsize=65_536)
def word_terms(word: str) -> tuple[str, ...]:
    """Return the one or two terms of a single lower-case word, or none when it says nothing.

    A number in letters gives its digits, so that « cinq » meets « 5 ».
    """
    folded = fold(word)
    if folded in STOP_WORDS or (len(folded) == 1 and not folded.isdigit()):
        return ()
    if folded in NUMBER_WORDS:
        return (NUMBER_WORDS[folded],)
    if folded[0].isdigit():
        return (folded.replace(",", "."),)
    if folded[-1].isdigit() and len(letters := folded.rstrip("0123456789")) > 2:
        # « ERP1 » is « ERP » and the mark of a note as often as a name.
        return (folded, *word_terms(letters))
    return tuple(dict.fromkeys((fold(_stemmer.stemWord(word)), _stemmer.stemWord(folded))))


def _split_elision(word: str) -> list[str]:
    parts: list[str] = []
    while word not in _UNSPLIT and (elided := _ELISION.match(word)):
        parts.append(elided.group()[:-1])
        word = word[elided.end() :]
    return [*parts, *_unquoted(word)]


def _unquoted(word: str) -> list[str]:
    """Return a word as it is, or its parts when an apostrophe is no elision (« entr'aide »)."""
    return [word] if word in _UNSPLIT else [part for part in word.split("'") if part]
