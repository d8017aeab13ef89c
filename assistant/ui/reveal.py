"""Showing an answer block by block, as a model that streams would."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from assistant.answer import Answer
from assistant.ui.conversation import Phase, Turn

PAUSE_SECONDS = 0.06


def reveal(
    turn: Turn, answer: Answer, pause: Callable[[float], None] = time.sleep
) -> Iterator[Turn]:
    """Yield the turn with one more block of the answer each time, and at last complete.

    Choices, follow-ups and sources belong to the complete answer only. The passages that search
    ranked are not shown here and would weigh on the session: they are left out.
    """
    kept = replace(answer, passages=())
    for count in range(1, len(kept.blocks)):
        yield replace(turn, phase=Phase.SPEAKING, answer=kept, blocks=kept.blocks[:count])
        pause(PAUSE_SECONDS)
    yield replace(turn, phase=Phase.DONE, answer=kept, blocks=kept.blocks)
