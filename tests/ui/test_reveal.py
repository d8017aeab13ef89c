"""An answer is shown block by block."""

from assistant.ui.conversation import Phase, Turn
from assistant.ui.reveal import reveal
from tests.ui.answers import answer


def test_blocks_come_one_by_one_then_the_whole() -> None:
    """Each step shows one more block, and only the last is the complete answer."""
    steps = list(reveal(Turn("Score ?"), answer(), pause=lambda _: None))
    assert [len(step.blocks) for step in steps] == [1, 2, 3, 4]
    assert [step.phase for step in steps[:-1]] == [Phase.SPEAKING] * 3
    assert steps[-1].phase is Phase.DONE


def test_an_answer_without_blocks_is_still_complete() -> None:
    """Nothing to show block by block is no reason to wait for ever."""
    (step,) = reveal(Turn("Score ?"), answer(blocks=()), pause=lambda _: None)
    assert step.phase is Phase.DONE


def test_passages_do_not_stay_in_the_session() -> None:
    """What search ranked is not kept with the conversation."""
    told = answer(passages=("un passage",))
    assert all(
        s.answer and not s.answer.passages for s in reveal(Turn("A ?"), told, lambda _: None)
    )
