"""Answer the question sets and print how many answers are right."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from rich.console import Console
from rich.progress import track

from .evaluate import evaluate
from .questions import SetName, Split, load_questions
from .report import print_failures, print_summary, write_json
from .summary import summarise

_SPLITS: dict[str, tuple[Split, ...]] = {
    "open": ("open",),
    "kept": ("kept",),
    "all": ("open", "kept"),
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Answer the questions that the command line names, in one process, and print the figures."""
    options = _parser().parse_args(arguments)
    console = Console()
    questions = load_questions(_SPLITS[options.split], tuple(options.sets))
    verdicts = list(track(evaluate(questions), "answering", len(questions), console=console))
    summary = summarise(verdicts)
    if options.failures:
        print_failures(verdicts, console, reveal=options.reveal)
    print_summary(summary, console)
    if options.json:
        write_json(options.json, summary, verdicts, reveal=options.reveal)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evals", description=__doc__)
    parser.add_argument("--split", choices=_SPLITS, default="open", help="open by default")
    parser.add_argument(
        "--set", dest="sets", action="append", choices=get_args(SetName), default=[]
    )
    parser.add_argument("--failures", action="store_true", help="print what failed, and why")
    parser.add_argument("--reveal", action="store_true", help="show kept questions as well")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results to FILE")
    return parser


if __name__ == "__main__":
    main()
