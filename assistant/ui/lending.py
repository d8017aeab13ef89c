"""One Vigie for all users of a running app, which follows the index from snapshot to snapshot."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from assistant.vigie import Vigie


@dataclass(slots=True)
class _Loan:
    """A Vigie and the number of answers that it is working on."""

    vigie: Vigie
    users: int = 0


class VigieLender:
    """Lends Vigie to one question at a time, from any thread.

    When the index has moved on, the first question to notice opens the new snapshot; those that
    come meanwhile are answered from the old one, which is closed after its last answer.
    """

    def __init__(self, reopen: Callable[[], Vigie]) -> None:
        self._reopen = reopen
        self._counting = threading.Lock()
        self._reopening = threading.Lock()
        self._loan = _Loan(reopen())

    @contextmanager
    def lend(self) -> Iterator[Vigie]:
        """Lend the Vigie of the current snapshot.

        Raises:
            VigieError: the index has moved on and the new one cannot be opened.
        """
        self._renew()
        with self._counting:
            loan = self._loan
            loan.users += 1
        try:
            yield loan.vigie
        finally:
            with self._counting:
                loan.users -= 1
                self._close_if_left(loan)

    def _renew(self) -> None:
        if self._loan.vigie.index.fresh() or not self._reopening.acquire(blocking=False):
            return
        try:
            opened = _Loan(self._reopen())
            with self._counting:
                left, self._loan = self._loan, opened
                self._close_if_left(left)
        finally:
            self._reopening.release()

    def _close_if_left(self, loan: _Loan) -> None:
        if loan is not self._loan and not loan.users:
            loan.vigie.index.close()
