"""How long the offline road takes: 200 questions through ``python -m assistant batch``."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.evals.questions import load_questions

COUNT = 200
CHECKOUT = Path(__file__).parents[2]


def main() -> None:
    """Answer the questions in one process over a fresh index, and print the times."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "VIGIE_HOME": home}
        _run(["ingest", "sync"], environment)
        start = time.perf_counter()
        output = _run(["assistant", "batch"], environment, _lines())
        total = time.perf_counter() - start
    times = sorted(json.loads(line)["elapsed_ms"] for line in output.splitlines())
    if len(times) != COUNT:
        raise SystemExit(f"{len(times)} replies for {COUNT} questions")
    _print(times, total)


def _lines() -> str:
    questions = islice(cycle(load_questions(("open",))), COUNT)
    records = (
        {"id": str(n), "question": q.question, "history": list(q.history), "persona": q.persona}
        for n, q in enumerate(questions)
    )
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _run(module: list[str], environment: dict[str, str], text: str = "") -> str:
    command = [sys.executable, "-m", *module]
    done = subprocess.run(
        command,
        input=text,
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=CHECKOUT,
    )
    return done.stdout


def _print(times: list[float], total: float) -> None:
    table = Table(title=f"{COUNT} questions, one process")
    for heading in ("median", "95th percentile", "slowest", "process, start included"):
        table.add_column(heading, justify="right")
    p95 = statistics.quantiles(times, n=20)[-1]
    row = (statistics.median(times), p95, times[-1], total * 1000)
    table.add_row(*(f"{value:.0f} ms" for value in row))
    Console().print(table)


if __name__ == "__main__":
    main()
