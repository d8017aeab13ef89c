"""``python app.py`` says in one sentence what prevents it from starting, and stops cleanly."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import app
from ingest.command import run
from prompts.wording import sentence

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VIGIE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("VIGIE_STUDIES", "")


def _started(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, str]:
    """Return the exit code and the standard error of an app that cannot start."""
    monkeypatch.setattr(sys, "argv", ["app.py", *arguments])
    with pytest.raises(SystemExit) as ended:
        run(app.app)
    code = ended.value.code
    assert isinstance(code, int)
    return code, capsys.readouterr().err.strip()


def test_a_port_in_use_is_told_before_anything_is_built(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """One sentence, exit code 1, and no index built for nothing."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        code, said = _started(monkeypatch, capsys, "--port", str(port))
    assert (code, said) == (1, sentence("app.port_in_use", port=port))
    assert not (tmp_path / "home").exists()


def test_a_home_that_cannot_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A data folder that is a file gives one sentence that names it."""
    home = tmp_path / "file"
    home.write_text("occupé", encoding="utf-8")
    monkeypatch.setenv("VIGIE_HOME", str(home))
    code, said = _started(monkeypatch, capsys, "--port", "0")
    assert code == 1
    assert str(home) in said
    assert len(said.splitlines()) == 1


def test_a_port_that_is_no_port_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misused option is one sentence too."""
    code, said = _started(monkeypatch, capsys, "--port", "99999")
    assert code == 2
    assert len(said.splitlines()) == 1


def test_an_interruption_stops_cleanly() -> None:
    """Ctrl-C ends the app with a word, exit code 0, and nothing on the error output."""
    process = subprocess.Popen(
        [sys.executable, "app.py", "--port", "0"],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    for line in process.stdout or ():
        if "http://" in line:
            break
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert sentence("app.stopped") in out
    assert "Traceback" not in err
