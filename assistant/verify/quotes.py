"""Finding a quotation in its source, after a declared normalisation.

Two texts are the same quotation when they agree once capitals, accents, kinds of quotation mark,
apostrophe, dash and space, and emphasis marks of Markdown are set aside. Nothing else is.
"""

import re

from ingest.french import fold

_MARKS = re.compile(r"[«»“”\"*_`]")
_SPACES = re.compile(r"\s+")
_QUOTED = re.compile(r"«\s*([^«»]+?)\s*»")


def normalise(text: str) -> str:
    """Return the text as quotations are compared."""
    return _SPACES.sub(" ", _MARKS.sub("", fold(text))).strip()


def quoted(text: str) -> tuple[str, ...]:
    """Return what stands between French quotation marks."""
    return tuple(_QUOTED.findall(text))


def stands_in(quotation: str, source: str) -> bool:
    """Return whether the quotation is found, word for word, in the source.

    It may not begin or end inside a word or a figure (« 0,4 » is not in « 0,41 »).
    """
    quoted_words = re.escape(normalise(quotation))
    pattern = rf"(?<!\w)(?<!\d[.,]){quoted_words}(?!\w)(?![.,]\d)"
    return re.search(pattern, normalise(source)) is not None
