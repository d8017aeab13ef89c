"""Servers for the tests: the real app in its own process, or the pages over a made-up Vigie."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from typing import Any

import uvicorn

from assistant.answer import Answer
from assistant.question import Question
from assistant.ui.lending import VigieLender
from assistant.ui.serving import address, listen
from assistant.ui.web_app import build_web_app

ROOT = Path(__file__).parents[2]
START_SECONDS = 240
_ADDRESS = re.compile(r"http://\S+")


@contextmanager
def real_app(home: Path, studies: str = "") -> Iterator[str]:
    """Run ``python app.py`` on a free port with its own data folder; give its address."""
    own = {"VIGIE_HOME": str(home), "VIGIE_STUDIES": studies, "PYTHONUNBUFFERED": "1"}
    environment = {**os.environ, **own}
    process = subprocess.Popen(
        [sys.executable, "app.py", "--port", "0"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield _announced_address(process)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _announced_address(process: "subprocess.Popen[str]") -> str:
    """Return the address that the app prints when it is ready."""
    found: Queue[str] = Queue()

    def read() -> None:
        for line in process.stdout or ():
            if match := _ADDRESS.search(line):
                found.put(match.group())
                return

    threading.Thread(target=read, daemon=True).start()
    return found.get(timeout=START_SECONDS)


class MadeUpVigie:
    """Answers as it is told, over an index without documents."""

    class _Index:
        documents = ()

        def fresh(self) -> bool:
            return True

    index = _Index()

    def __init__(self, reply: Callable[[Question], Answer]) -> None:
        self.answer = reply


@contextmanager
def pages_over(reply: Callable[[Question], Answer]) -> Iterator[str]:
    """Serve the pages over a Vigie that answers with ``reply``; give the address."""
    vigie: Any = MadeUpVigie(reply)
    app = build_web_app(VigieLender(lambda: vigie))
    with listen("127.0.0.1", 0) as listener:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        yield address(listener)
        server.should_exit = True
        thread.join(timeout=10)
