"""One road for every question: understand, gather, compose, verify, as a LangChain sequence."""

from dataclasses import replace

from langchain_core.runnables import Runnable, RunnableLambda

from assistant.answer import Answer, AnswerKind, BlockKind
from assistant.compose.composer import Composer
from assistant.draft import Draft
from assistant.evidence import Evidence
from assistant.gather.gatherer import Gatherer
from assistant.question import Question
from assistant.request import Refusal, Request
from assistant.understand.understander import Understander
from assistant.verify.verifier import Verifier


def build_telling(
    gatherer: Gatherer, composer: Composer, verifier: Verifier
) -> Runnable[Request, Answer]:
    """Return the road from a request on: a sequence of Runnables, each usable alone.

    Their values are a ``Request``, an ``Evidence``, a ``Draft`` and an ``Answer``.
    """

    def verify(draft: Draft) -> Answer:
        answer = verifier.verify(draft)
        if answer.kind is AnswerKind.ANSWER and not _says_something(draft, answer):
            nothing = replace(draft.evidence, findings=(), refusal=Refusal.NOT_IN_STUDIES)
            return replace(verifier.verify(composer.compose(nothing)), dropped=answer.dropped)
        return answer

    gather: Runnable[Request, Evidence] = RunnableLambda(gatherer.gather, name="gather")
    compose: Runnable[Evidence, Draft] = RunnableLambda(composer.compose, name="compose")
    return gather | compose | RunnableLambda(verify, name="verify")


def build_road(
    understander: Understander, telling: Runnable[Request, Answer]
) -> Runnable[Question, Answer]:
    """Return the whole road, from a ``Question`` to an ``Answer``."""
    understand: Runnable[Question, Request] = RunnableLambda(
        understander.understand, name="understand"
    )
    return understand | telling


def _says_something(draft: Draft, answer: Answer) -> bool:
    """Whether an answer that had evidence still states some of it."""
    if not draft.evidence.items:
        return bool(answer.blocks) and not answer.dropped
    return any(block.kind is not BlockKind.LIAISON for block in answer.blocks)
