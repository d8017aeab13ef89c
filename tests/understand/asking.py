"""How these tests put a conversation, and how they mark what the code still gets wrong."""

from collections.abc import Callable

import pytest

from assistant.request import Request
from assistant.understand.lexicon import Lexicon, build_lexicon
from corpus.assistance import STUDY_ID, load_assistance
from corpus.locate import CORPUS_ROOT
from ingest.french import fold, words

Ask = Callable[..., Request]
"""``ask("first message", "second", …)`` returns the request of the last message."""


def defect(*values: object, gives: str) -> object:
    """Return a case that the code still gets wrong, with what it gives instead."""
    mark = pytest.mark.xfail(strict=True, raises=AssertionError, reason=f"gives {gives}")
    return pytest.param(*values, marks=mark)


def corpus_lexicon() -> Lexicon:
    """Return the lexicon of the corpus; the words known are those of the assistance digest."""
    tables = load_assistance()
    digest = (CORPUS_ROOT / STUDY_ID / "digest.md").read_text("utf-8")
    known = frozenset(fold(word) for word in words(digest))
    return build_lexicon(tables, (row.use_case for row in tables.use_cases), known.__contains__)
