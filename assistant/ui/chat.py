"""What the buttons of the Assistant page do: ask, stop, begin again."""

import logging
import traceback
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

import gradio as gr

from assistant.answer import Answer
from assistant.question import Persona, Question, clean_question
from assistant.ui.conversation import Conversation, Phase
from assistant.ui.examples import examples
from assistant.ui.rendering import render
from assistant.ui.reveal import reveal
from assistant.ui.running import Runs
from assistant.vigie import Vigie
from prompts.errors import VigieError
from prompts.wording import sentence

Update = tuple[str, Conversation, Any]
"""The HTML of the conversation, the conversation, and the text left in the question box."""

_log = logging.getLogger(__name__)


class Chat:
    """The handlers of the page; the conversation travels with the session, none is kept here."""

    def __init__(self, lend: Callable[[], AbstractContextManager[Vigie]]) -> None:
        self._lend = lend
        self._runs = Runs()

    def ask(
        self,
        typed: str,
        persona: str,
        conversation: Conversation,
        event: gr.EventData,
        request: gr.Request,
    ) -> Iterator[Update]:
        """Answer what was typed, or the question of the button that was pressed.

        A message that is no question stays in the box, so that it can be mended.
        """
        pressed = _pressed(event)
        box = "" if pressed is None else gr.skip()
        try:
            question = clean_question(typed if pressed is None else pressed)
        except VigieError as error:
            refused = conversation.stopped().refused(str(error))
            yield self._show(refused), refused, gr.skip()
            return
        with self._runs.begin(request.session_hash) as run:
            for step in self._answer(question, persona, conversation):
                stopped = run.stop_asked.is_set()
                current = step.stopped() if stopped else step
                yield self._show(current), current, box
                box = gr.skip()
                if stopped:
                    return

    def stop(self, request: gr.Request) -> None:
        """Have the running answer left as it stands."""
        self._runs.stop(request.session_hash)

    def clear(self, request: gr.Request) -> Update:
        """Begin a new conversation; nothing is kept of the last."""
        self._runs.stop(request.session_hash)
        return self.welcome(), Conversation(), ""

    def welcome(self) -> str:
        """Return what an empty conversation shows, for the index as it is now."""
        return self._show(Conversation())

    def _show(self, conversation: Conversation) -> str:
        if conversation.turns:
            return render(conversation)
        try:
            with self._lend() as vigie:
                studies = {document.study for document in vigie.index.documents}
        except VigieError as error:
            return render(conversation.refused(str(error)))
        return render(conversation, examples(studies))

    def _answer(
        self, question: str, persona: str, conversation: Conversation
    ) -> Iterator[Conversation]:
        asked = conversation.asked(question)
        waiting = asked.turns[-1]
        yield asked
        try:
            answer = self._ask_vigie(Question(question, Persona(persona), conversation.questions))
        except VigieError as error:
            yield asked.with_last(replace(waiting, phase=Phase.FAILED, error=str(error)))
            return
        except Exception as error:  # noqa: BLE001 - the page stays usable; told, and logged
            _log_fault(error)
            told = sentence("ui.unexpected", kind=type(error).__name__)
            yield asked.with_last(replace(waiting, phase=Phase.FAILED, error=told))
            return
        for turn in reveal(waiting, answer):
            yield asked.with_last(turn)

    def _ask_vigie(self, question: Question) -> Answer:
        with self._lend() as vigie:
            return vigie.answer(question)


def _pressed(event: gr.EventData) -> str | None:
    """Return the question of the button pressed, ``None`` when the box was sent."""
    data = event._data  # noqa: SLF001 - the only way to read an event that may hold nothing
    question = data.get("question") if isinstance(data, dict) else None
    return question if isinstance(question, str) else None


def _log_fault(error: Exception) -> None:
    """Log where an error came from, without its message: it may hold words of the question."""
    places = traceback.extract_tb(error.__traceback__)
    path = " < ".join(f"{place.filename}:{place.lineno}" for place in reversed(places[-6:]))
    _log.error("unexpected error %s at %s", type(error).__name__, path)
