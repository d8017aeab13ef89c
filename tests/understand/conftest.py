"""The corpus' own lexicon, and an understander that reads with it."""

import pytest

from assistant.question import Question
from assistant.request import Request
from assistant.understand.cues import Cues, load_cues
from assistant.understand.lexicon import Lexicon
from assistant.understand.understander import Understander
from tests.understand.asking import Ask, corpus_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Return the lexicon of the corpus, built without an index."""
    return corpus_lexicon()


@pytest.fixture(scope="session")
def cues() -> Cues:
    """Return the cues of the corpus."""
    return load_cues()


@pytest.fixture(scope="session")
def understander(lexicon: Lexicon) -> Understander:
    """Return the first step of the road."""
    return Understander(lexicon)


@pytest.fixture(scope="session")
def ask(understander: Understander) -> Ask:
    """Return a way to put a conversation: what was asked before, then the question."""

    def asked(*messages: str) -> Request:
        *history, question = messages
        return understander.understand(Question(question, history=tuple(history)))

    return asked
