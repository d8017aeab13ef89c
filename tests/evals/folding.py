"""Comparing an expected fact with an answer whatever the typography of either."""

import re
import unicodedata

_MARKDOWN = str.maketrans("", "", "*_`")
_QUOTES_AND_DASHES = re.compile(r"[«»“”„\"\u2010-\u2015\u2212\u00ad-]")
_APOSTROPHES = re.compile(r"[’‘ʼ′`´]")
_GROUPED_DIGITS = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, Markdown emphasis or typographic variants.

    Quotation marks and dashes become spaces, runs of white space one space, apostrophes ``'``.
    Digits grouped by spaces are joined (``12 512`` is ``12512``) and ``%`` follows its number.
    """
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("'", text))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    bare = bare.lower().replace("œ", "oe").replace("æ", "ae").translate(_MARKDOWN)
    spaced = " ".join(_QUOTES_AND_DASHES.sub(" ", bare).split())
    joined = _GROUPED_DIGITS.sub(lambda match: match[0].replace(" ", ""), spaced)
    return joined.replace(" %", "%")


def contains(folded: str, wanted: str) -> bool:
    """Tell whether ``wanted`` occurs in the already folded text ``folded``.

    It must start where a word starts, so that it may be a stem (``sensibilis``) but not the end
    of another word. A number must be whole: ``0,5`` is not in ``0,58`` nor ``17`` in ``2017``.
    """
    needle = fold(wanted)
    before = r"(?<!\d)(?<!\d[.,])" if needle[:1].isdigit() else r"(?<![a-z0-9])"
    after = r"(?!\d)(?![.,]\d)" if needle[-1:].isdigit() else ""
    return re.search(before + re.escape(needle) + after, folded) is not None
