"""Offline answers to the open questions reach the agreed thresholds."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.console import Console

from .batch import CHECKOUT
from .evaluate import evaluate
from .judge import Verdict
from .questions import load_questions
from .report import print_summary
from .summary import summarise
from .thresholds import load_thresholds, shortfalls

MODEL_VARIABLES = ("OPENAI_BASE_URL", "OPENAI_API_KEY", "VIGIE_MODEL", "VIGIE_EMBEDDING_MODEL")


@pytest.fixture(scope="session")
def verdicts(studies_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Verdict]:
    """Judge the answers to the open questions, with the official PDFs indexed and no model."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VIGIE_HOME", str(tmp_path_factory.mktemp("vigie")))
        patch.setenv("VIGIE_STUDIES", str(studies_dir))
        patch.delenv("VIGIE_CHROMA_URL", raising=False)
        for name in MODEL_VARIABLES:
            patch.delenv(name, raising=False)
        subprocess.run(
            [sys.executable, "-m", "ingest", "sync"], cwd=CHECKOUT, check=True, env=os.environ
        )
        return list(evaluate(load_questions(("open",))))


@pytest.mark.studies
def test_open_questions_reach_the_thresholds(verdicts: Sequence[Verdict]) -> None:
    """Pass rates, refusals, evidence, quotations and length are as good as agreed."""
    summary = summarise(verdicts)
    print_summary(summary, Console())
    failing = " ".join(verdict.question.id for verdict in verdicts if not verdict.passed)
    Console().print("failing:", failing or "none", soft_wrap=True)
    assert shortfalls(summary, load_thresholds()) == (), f"failing: {failing}"
