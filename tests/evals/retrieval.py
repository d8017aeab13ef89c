"""Where the evidence of a question stands among the passages retrieved for it."""

from .batch import Passage, Reply
from .folding import fold
from .questions import Evidence, Question


def evidence_rank(question: Question, reply: Reply, *, by_page: bool) -> int | None:
    """Return the rank, from 1, of the first passage that holds evidence of ``question``.

    A passage holds it when a snippet occurs in it or, ``by_page``, when it comes from the right
    page of the right study. None when no passage does.
    """
    for rank, passage in enumerate(reply.passages, 1):
        if any(_holds(passage, place, by_page=by_page) for place in question.evidence):
            return rank
    return None


def _holds(passage: Passage, place: Evidence, *, by_page: bool) -> bool:
    if passage.study != place.study:
        return False
    if by_page and passage.page in place.pages:
        return True
    return place.snippet is not None and fold(place.snippet) in fold(passage.text)
