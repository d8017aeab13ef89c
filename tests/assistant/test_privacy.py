"""Nothing leaves the machine, and no question is written on it."""

import json
import os
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from chromadb.config import Settings as ChromaSettings

from assistant.privacy import switch_off_telemetry
from ingest.settings import StorageSettings
from tests.assistant.command_line import run

MARK = "zorglubique"
QUESTION = f"Score du médecin d'assistance {MARK} ?"
TELEMETRY = (
    "ANONYMIZED_TELEMETRY",
    "GRADIO_ANALYTICS_ENABLED",
    "HF_HUB_DISABLE_TELEMETRY",
    "HF_HUB_OFFLINE",
    "LANGCHAIN_TRACING_V2",
    "LANGSMITH_TRACING",
)


@contextmanager
def listener() -> Iterator[tuple[str, list[str]]]:
    """Give the address of a server of the machine, and the list of who called it."""
    calls: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        over = threading.Event()

        def serve() -> None:
            while not over.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                calls.append(str(address))
                connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}", calls
        finally:
            over.set()
            thread.join()


def test_telemetry_is_switched_off_whatever_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A variable set to send does not survive, and the libraries read it so."""
    for name in TELEMETRY:
        monkeypatch.setenv(name, "true" if "DISABLE" not in name else "0")
    switch_off_telemetry()
    assert {os.environ[name].lower() in {"false", "0"} for name in TELEMETRY[:2]} == {True}
    assert os.environ["HF_HUB_DISABLE_TELEMETRY"] == os.environ["HF_HUB_OFFLINE"] == "1"
    assert os.environ["LANGSMITH_TRACING"] == os.environ["LANGCHAIN_TRACING_V2"] == "false"
    assert ChromaSettings().anonymized_telemetry is False


def test_a_question_calls_nobody(digest_settings: StorageSettings) -> None:
    """With tracing on in the environment and a server to trace to, a question stays here."""
    with listener() as (address, calls):
        outcome = run(
            digest_settings.home, "ask", QUESTION,
            LANGSMITH_TRACING="true", LANGCHAIN_TRACING_V2="true", LANGSMITH_API_KEY="x",
            LANGSMITH_ENDPOINT=address, LANGCHAIN_ENDPOINT=address, ANONYMIZED_TELEMETRY="True",
            HTTP_PROXY=address, HTTPS_PROXY=address, http_proxy=address, https_proxy=address,
        )  # fmt: skip
    assert outcome.code == 0
    assert calls == []


def test_no_question_is_written_anywhere(digest_settings: StorageSettings, tmp_path: Path) -> None:
    """After questions and errors, the data folder, the user's folder and the messages are clean."""
    home, user = tmp_path / "vigie", tmp_path / "user"
    user.mkdir()
    shutil.copytree(digest_settings.home, home)
    lines = [{"id": "q", "question": QUESTION, "history": [QUESTION]}, {"question": QUESTION}]
    stdin = "\n".join(map(json.dumps, lines)).encode() + f"\n{MARK}\n".encode()
    outcome = run(home, "batch", stdin=stdin, HOME=str(user), TMPDIR=str(user))
    assert outcome.code == 0
    assert len(outcome.out.splitlines()) == 3
    assert MARK not in outcome.err
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if MARK.encode() in path.read_bytes()] == []
