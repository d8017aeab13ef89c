"""A conversation as the page shows it: turns whose citations never leave their answer."""

from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.answer import Answer, Block


class Phase(StrEnum):
    """How far the answer to a question is."""

    WAITING = "waiting"
    SPEAKING = "speaking"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


_RUNNING = frozenset({Phase.WAITING, Phase.SPEAKING})


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and what is shown of its answer so far.

    ``blocks`` are the blocks already shown; ``error`` is the sentence shown when there is no
    answer.
    """

    question: str
    phase: Phase = Phase.WAITING
    answer: Answer | None = None
    blocks: tuple[Block, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of one browser tab, oldest first.

    ``notice`` says why the last message could not be put as a question; it is no turn, and goes
    with the next one.
    """

    turns: tuple[Turn, ...] = ()
    notice: str = ""

    @property
    def busy(self) -> bool:
        """Whether an answer is on its way."""
        return bool(self.turns) and self.turns[-1].phase in _RUNNING

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that were answered, for the understanding of the next."""
        return tuple(turn.question for turn in self.turns if turn.answer is not None)

    def asked(self, question: str) -> "Conversation":
        """Return the conversation with a new question, waiting for its answer."""
        return Conversation((*self.stopped().turns, Turn(question)))

    def stopped(self) -> "Conversation":
        """Return the conversation with the running answer, if any, left as it stands."""
        if not self.busy:
            return self
        return self.with_last(replace(self.turns[-1], phase=Phase.STOPPED))

    def refused(self, notice: str) -> "Conversation":
        """Return the conversation with the reason why a message is not a question."""
        return replace(self, notice=notice)

    def with_last(self, turn: Turn) -> "Conversation":
        """Return the conversation with its last turn replaced."""
        return replace(self, turns=(*self.turns[:-1], turn))
