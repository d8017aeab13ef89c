"""How these tests put a conversation, and how they mark what the code still gets wrong."""

from collections.abc import Callable

import pytest

from assistant.request import Request

Ask = Callable[..., Request]
"""``ask("first message", "second", …)`` returns the request of the last message."""


def defect(*values: object, gives: str) -> object:
    """Return a case that the code still gets wrong, with what it gives instead."""
    mark = pytest.mark.xfail(strict=True, raises=AssertionError, reason=f"gives {gives}")
    return pytest.param(*values, marks=mark)
