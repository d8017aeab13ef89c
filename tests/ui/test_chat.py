"""What the buttons do, without a browser."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import gradio as gr
import pytest

from assistant.answer import Answer
from assistant.question import Persona, Question
from assistant.ui import reveal
from assistant.ui.chat import Chat
from assistant.ui.conversation import Conversation, Phase
from prompts.errors import VigieError
from tests.ui.answers import answer

TYPED = gr.EventData(None, None)
TAB = gr.Request(session_hash="tab")


class _Document:
    study = "omt-2014"


class _Index:
    documents = (_Document(),)


class _Vigie:
    index = _Index()

    def __init__(self, reply: Callable[[Question], Answer]) -> None:
        self.asked: list[Question] = []
        self._reply = reply

    def answer(self, question: Question) -> Answer:
        self.asked.append(question)
        return self._reply(question)


def _chat(vigie: _Vigie) -> Chat:
    @contextmanager
    def lend() -> Iterator[Any]:
        yield vigie

    return Chat(lend)


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reveal, "PAUSE_SECONDS", 0)


def _last(updates: Iterator[tuple[str, Conversation, Any]]) -> Conversation:
    return list(updates)[-1][1]


def test_a_typed_question_is_answered_and_the_box_emptied() -> None:
    """The question shows at once, then its answer; the box is emptied once only."""
    vigie = _Vigie(lambda _: answer())
    updates = list(_chat(vigie).ask("Quel score ?", "rh", Conversation(), TYPED, TAB))
    assert updates[0][1].turns[-1].phase is Phase.WAITING
    assert updates[-1][1].turns[-1].phase is Phase.DONE
    assert updates[0][2] == ""
    assert updates[1][2] == gr.skip()
    assert vigie.asked == [Question("Quel score ?", Persona.RH, ())]


def test_a_pressed_question_leaves_the_box_alone() -> None:
    """A follow-up asks its own question; what was being typed stays."""
    vigie = _Vigie(lambda _: answer())
    event = gr.EventData(None, {"question": "Et selon PwC ?"})
    updates = list(_chat(vigie).ask("brouillon", "rh", Conversation(), event, TAB))
    assert vigie.asked[0].text == "Et selon PwC ?"
    assert all(update[2] == gr.skip() for update in updates)


def test_earlier_questions_go_with_the_next() -> None:
    """The history of a question is what was asked before it, oldest first."""
    vigie = _Vigie(lambda _: answer())
    chat = _chat(vigie)
    first = _last(chat.ask("A ?", "employe", Conversation(), TYPED, TAB))
    second = _last(chat.ask("B ?", "employe", first, TYPED, TAB))
    _last(chat.ask("C ?", "employe", second, TYPED, TAB))
    assert [question.history for question in vigie.asked] == [(), ("A ?",), ("A ?", "B ?")]


@pytest.mark.parametrize(
    ("typed", "said"), [("  ", "vide"), ("?!", "lettre"), ("a" * 4001, "4001")]
)
def test_what_is_no_question_is_told_and_stays_in_the_box(typed: str, said: str) -> None:
    """A message that cannot be a question makes no turn and can be mended where it is."""
    vigie = _Vigie(lambda _: answer())
    ((_, conversation, box),) = _chat(vigie).ask(typed, "rh", Conversation(), TYPED, TAB)
    assert said in conversation.notice
    assert not conversation.turns
    assert box == gr.skip()
    assert not vigie.asked


def test_an_expected_failure_is_told_and_the_next_question_works() -> None:
    """The sentence of a VigieError stands where the answer would, and the page goes on."""
    replies = iter([VigieError("ingest.no_index"), answer()])

    def reply(_: Question) -> Answer:
        told = next(replies)
        if isinstance(told, Exception):
            raise told
        return told

    chat = _chat(_Vigie(reply))
    failed = _last(chat.ask("A ?", "rh", Conversation(), TYPED, TAB))
    assert failed.turns[-1].phase is Phase.FAILED
    assert failed.turns[-1].error == str(VigieError("ingest.no_index"))
    assert _last(chat.ask("B ?", "rh", failed, TYPED, TAB)).turns[-1].phase is Phase.DONE


def test_an_unexpected_failure_is_told_without_words_of_the_question(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The user reads one sentence; the log says where it came from, and nothing of the question."""

    def reply(question: Question) -> Answer:
        raise KeyError(question.text)

    with caplog.at_level(logging.ERROR):
        failed = _last(_chat(_Vigie(reply)).ask("Sophie ?", "rh", Conversation(), TYPED, TAB))
    assert "KeyError" in failed.turns[-1].error
    assert "test_chat.py" in caplog.text
    assert "Sophie" not in caplog.text + failed.turns[-1].error


def test_stop_leaves_what_is_shown() -> None:
    """The running answer keeps its blocks, ends there, and the stop returns once it has."""
    chat = _chat(_Vigie(lambda _: answer()))
    updates = chat.ask("A ?", "rh", Conversation(), TYPED, TAB)
    next(updates)
    next(updates)
    stopping = threading.Thread(target=chat.stop, args=(TAB,))
    stopping.start()
    while not chat._runs._runs["tab"].stop_asked.wait(0.01):
        pass
    assert stopping.is_alive()
    (_, stopped, _), *more = updates
    stopping.join(5)
    assert stopped.turns[-1].phase is Phase.STOPPED
    assert len(stopped.turns[-1].blocks) == 2
    assert not more
    assert not stopping.is_alive()


def test_stop_is_for_one_tab_only() -> None:
    """Another tab's button does not touch the answer."""
    chat = _chat(_Vigie(lambda _: answer()))
    updates = chat.ask("A ?", "rh", Conversation(), TYPED, TAB)
    next(updates)
    chat.stop(gr.Request(session_hash="other"))
    assert _last(updates).turns[-1].phase is Phase.DONE


def test_a_new_conversation_keeps_nothing() -> None:
    """Clearing forgets every turn, empties the box and offers the examples again."""
    html, conversation, box = _chat(_Vigie(lambda _: answer())).clear(TAB)
    assert conversation == Conversation()
    assert box == ""
    assert "boutiques" in html


def test_an_index_that_cannot_be_read_is_told_on_the_empty_page() -> None:
    """The page opens all the same, with the sentence that says what to do."""

    @contextmanager
    def lend() -> Iterator[Any]:
        raise VigieError("ingest.no_index")
        yield

    assert "index" in Chat(lend).welcome()
