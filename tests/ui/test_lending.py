"""A running app follows the index, and closes what it leaves."""

import threading
from typing import Any

import pytest

from assistant.ui.lending import VigieLender
from prompts.errors import VigieError


class _Index:
    def __init__(self) -> None:
        self.is_fresh = True
        self.closed = False

    def fresh(self) -> bool:
        return self.is_fresh

    def close(self) -> None:
        self.closed = True


class _Vigie:
    def __init__(self) -> None:
        self.index = _Index()


class _Opener:
    def __init__(self) -> None:
        self.opened: list[_Vigie] = []

    def __call__(self) -> Any:
        self.opened.append(_Vigie())
        return self.opened[-1]


def test_a_fresh_index_is_opened_once() -> None:
    """As long as the index does not move, every question gets the same Vigie."""
    opener = _Opener()
    lender = VigieLender(opener)
    with lender.lend() as first:
        pass
    with lender.lend() as second:
        assert second is first
    assert len(opener.opened) == 1


def test_a_new_snapshot_is_opened_and_the_old_one_closed() -> None:
    """The first question after a sync is answered from the new snapshot."""
    opener = _Opener()
    lender = VigieLender(opener)
    opener.opened[0].index.is_fresh = False
    with lender.lend() as vigie:
        assert vigie is opener.opened[1]
    assert opener.opened[0].index.closed
    assert not opener.opened[1].index.closed


def test_an_index_in_use_is_closed_after_its_last_answer() -> None:
    """A question that is being answered keeps its snapshot open, whatever comes meanwhile."""
    opener = _Opener()
    lender = VigieLender(opener)
    with lender.lend() as old:
        opener.opened[0].index.is_fresh = False
        with lender.lend() as new:
            assert new is not old
        assert not opener.opened[0].index.closed
    assert opener.opened[0].index.closed


def test_a_question_does_not_wait_for_a_reopening() -> None:
    """While one question opens the new snapshot, another is answered from the old."""
    opening, may_open = threading.Event(), threading.Event()
    opener = _Opener()

    def slow() -> Any:
        if opener.opened:
            opening.set()
            assert may_open.wait(5)
        return opener()

    lender = VigieLender(slow)
    opener.opened[0].index.is_fresh = False
    thread = threading.Thread(target=lambda: lender.lend().__enter__())
    thread.start()
    assert opening.wait(5)
    with lender.lend() as vigie:
        assert vigie is opener.opened[0]
    may_open.set()
    thread.join(5)
    assert len(opener.opened) == 2


def test_a_snapshot_that_cannot_be_opened_is_told_and_tried_again() -> None:
    """The failure reaches the question that met it; the next one tries anew."""
    opener = _Opener()
    failures = [VigieError("ingest.no_index")]

    def flaky() -> Any:
        if opener.opened and failures:
            raise failures.pop()
        return opener()

    lender = VigieLender(flaky)
    opener.opened[0].index.is_fresh = False
    with pytest.raises(VigieError), lender.lend():
        pass
    with lender.lend() as vigie:
        assert vigie is opener.opened[1]
