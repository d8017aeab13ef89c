"""What a test expects of a request that the tools refuse."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from prompts.errors import VigieError


@contextmanager
def refused(key: str, *said: str) -> Iterator[None]:
    """Expect a ``VigieError`` of this key, whose French sentence holds all of ``said``."""
    with pytest.raises(VigieError) as caught:
        yield
    assert caught.value.key == key
    for part in said:
        assert part in str(caught.value)
