"""Running ``python -m assistant`` as a user does, without the settings of the machine."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


def environment(home: Path, **variables: str) -> dict[str, str]:
    """Return an environment with a data folder and nothing else of Vigie's or of a model's."""
    kept = {n: v for n, v in os.environ.items() if not n.startswith(("VIGIE_", "OPENAI_"))}
    return {
        **kept,
        "PYTHONPATH": str(ROOT),
        "VIGIE_HOME": str(home),
        **variables,
    }


def run(home: Path, *words: str, stdin: bytes = b"", **variables: str) -> Outcome:
    """Run a command of the assistant from a folder that holds neither ``.env`` nor code."""
    done = subprocess.run(
        [sys.executable, "-m", "assistant", *words],
        input=stdin,
        capture_output=True,
        env=environment(home, **variables),
        cwd=ROOT.anchor,
        timeout=120,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
