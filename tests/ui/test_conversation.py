"""A conversation keeps each answer with its question."""

from assistant.ui.conversation import Conversation, Phase, Turn
from tests.ui.answers import answer


def test_a_question_waits_for_its_answer() -> None:
    """A new question is the last turn, and the conversation is busy until it is answered."""
    asked = Conversation().asked("Score ?")
    assert asked.turns == (Turn("Score ?"),)
    assert asked.busy
    assert not asked.with_last(Turn("Score ?", Phase.DONE, answer())).busy


def test_only_answered_questions_are_history() -> None:
    """A question that failed is not taken for something that was said."""
    turns = (Turn("A ?", Phase.DONE, answer()), Turn("B ?", Phase.FAILED, error="Non."))
    assert Conversation(turns).questions == ("A ?",)


def test_asking_again_leaves_the_running_answer() -> None:
    """An answer that was cut off is stopped, not running for ever, once another begins."""
    asked = Conversation().asked("A ?").asked("B ?")
    assert [turn.phase for turn in asked.turns] == [Phase.STOPPED, Phase.WAITING]


def test_a_notice_goes_with_the_next_question() -> None:
    """The reason why a message was no question does not outlive it."""
    assert Conversation().refused("Vide.").notice == "Vide."
    assert not Conversation().refused("Vide.").asked("A ?").notice
