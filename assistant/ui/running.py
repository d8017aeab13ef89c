"""Which answers are on their way, so that another button can stop one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

PATIENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Run:
    """One answer being given: whether its user asked it to stop, and whether it is over."""

    stop_asked: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)


class Runs:
    """The running answers by browser session, at most one each.

    Stopping is asked, never forced: the answer itself shows its last state, so that nothing of it
    can come after what the other button shows.
    """

    def __init__(self) -> None:
        self._runs: dict[str | None, Run] = {}

    @contextmanager
    def begin(self, session: str | None) -> Iterator[Run]:
        """Register the answer of a session for as long as the block lasts."""
        run = Run()
        self._runs[session] = run
        try:
            yield run
        finally:
            if self._runs.get(session) is run:
                del self._runs[session]
            run.over.set()

    def stop(self, session: str | None) -> None:
        """Ask the answer of a session, if any, to stop, and wait until it has."""
        run = self._runs.get(session)
        if run is not None:
            run.stop_asked.set()
            run.over.wait(PATIENCE_SECONDS)
