"""Checking that what an answer puts between French quotation marks is in its evidence.

Only answers all of whose citations carry a quote can be checked: what a table or a computation
says is not in the reply.
"""

import re

from .batch import Reply
from .folding import fold
from .judge import body

# Shorter strings are names of classes, jobs or sections rather than quotations of a study.
MIN_WORDS = 5

_QUOTED = re.compile(r"«([^«»]+)»")
_CUT = re.compile(r"[\[(]?(?:…|\.\.\.)[\])]?")


def quotations(reply: Reply) -> tuple[str, ...]:
    """Return the quoted strings of ``reply`` that can be checked, cut at each « […] »."""
    if reply.kind != "answer" or not all(citation.quote for citation in reply.citations):
        return ()
    quoted_strings = _QUOTED.findall(body(reply.answer))
    pieces = (piece for quoted in quoted_strings for piece in _CUT.split(quoted))
    return tuple(piece.strip() for piece in pieces if len(piece.split()) >= MIN_WORDS)


def unsupported(reply: Reply) -> tuple[str, ...]:
    """Return the quoted strings of ``reply`` that neither a citation nor a passage holds."""
    quotes = [citation.quote for citation in reply.citations if citation.quote]
    sources = [fold(text) for text in (*quotes, *(passage.text for passage in reply.passages))]
    return tuple(
        quoted
        for quoted in quotations(reply)
        if not any(fold(quoted) in source for source in sources)
    )
