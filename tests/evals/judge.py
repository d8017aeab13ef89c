"""Whether a reply is right: its kind, its facts and its citations."""

import re
from dataclasses import dataclass

from .batch import Citation, Reply
from .folding import contains, fold
from .questions import Evidence, Question

_SOURCES = re.compile(r"^(?:[^\w\n]|_)*Sources\b", re.MULTILINE)


@dataclass(frozen=True)
class Verdict:
    """A question, its reply, and what is wrong with it (nothing when it passed)."""

    question: Question
    reply: Reply
    faults: tuple[str, ...]

    @property
    def passed(self) -> bool:
        """Whether the reply is right in every respect."""
        return not self.faults


def body(answer: str) -> str:
    """Return ``answer`` without its list of sources: what stands before a line « Sources… »."""
    found = _SOURCES.search(answer)
    return answer[: found.start()] if found else answer


def judge(question: Question, reply: Reply) -> Verdict:
    """Compare ``reply`` with what ``question`` expects."""
    text = fold(body(reply.answer))
    faults = [f"{reply.kind} ({reply.reason}) instead of {question.expect}"]
    if reply.kind == question.expect:
        faults = [f"missing: {' | '.join(g)}" for g in question.must if not _any_in(text, g)]
        faults += [f"forbidden: {fact}" for fact in question.must_not if contains(text, fact)]
        faults += _citation_faults(question, reply)
    return Verdict(question, reply, tuple(faults))


def _any_in(folded: str, alternatives: tuple[str, ...]) -> bool:
    return any(contains(folded, alternative) for alternative in alternatives)


def _citation_faults(question: Question, reply: Reply) -> list[str]:
    places = question.evidence
    if not places or any(_cites(c, place) for c in reply.citations for place in places):
        return []
    wanted = "; ".join(f"{place.study} p. {_pages(place.pages)}" for place in places)
    cited = "; ".join(f"{citation.study} p. {citation.page}" for citation in reply.citations)
    return [f"cites {cited or 'nothing'} instead of {wanted}"]


def _cites(citation: Citation, place: Evidence) -> bool:
    pageless_table = citation.page is None and place.snippet is None
    return citation.study == place.study and (pageless_table or citation.page in place.pages)


def _pages(pages: tuple[int, ...]) -> str:
    return ", ".join(map(str, pages))
