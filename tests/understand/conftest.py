"""The corpus' own lexicon, and an understander that reads with it."""

from collections.abc import Callable

import pytest

from assistant.question import Question
from assistant.request import Request
from assistant.understand.cues import Cues, load_cues
from assistant.understand.lexicon import Lexicon, build_lexicon
from assistant.understand.understander import Understander
from corpus.assistance import STUDY_ID, load_assistance
from corpus.locate import CORPUS_ROOT
from ingest.french import fold, words
from tests.understand.asking import Ask


@pytest.fixture(scope="session")
def is_word() -> Callable[[str], bool]:
    """Return whether a folded word stands in the digest of the assistance study."""
    digest = (CORPUS_ROOT / STUDY_ID / "digest.md").read_text("utf-8")
    return frozenset(fold(word) for word in words(digest)).__contains__


@pytest.fixture(scope="session")
def lexicon(is_word: Callable[[str], bool]) -> Lexicon:
    """Return the lexicon of the corpus, built without an index."""
    tables = load_assistance()
    return build_lexicon(tables, (row.use_case for row in tables.use_cases), is_word)


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
