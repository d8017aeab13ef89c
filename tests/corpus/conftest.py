"""A copy of the corpus to break, and the official studies where they are."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.locate import CORPUS_ROOT

Breaker = Callable[[str, str, str], None]


@pytest.fixture
def corpus_copy(tmp_path: Path) -> Path:
    """Return the root of a copy of the corpus, without its code and its digests."""
    return Path(
        shutil.copytree(
            CORPUS_ROOT,
            tmp_path / "corpus",
            ignore=shutil.ignore_patterns("*.py", "__pycache__", "*.pdf", "*.md"),
        )
    )


@pytest.fixture
def replace_in(corpus_copy: Path) -> Breaker:
    """Return a function that replaces the one occurrence of a text in a file of the copy."""

    def replace(file: str, old: str, new: str) -> None:
        path = corpus_copy / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")

    return replace


@pytest.fixture(scope="session")
def official_studies() -> Path:
    """Return the folder of the official PDFs, or skip when there is none."""
    beside = CORPUS_ROOT.parent.parent / "shared" / "studies"
    folder = Path(os.environ.get("VIGIE_STUDIES") or beside)
    if not any(folder.glob("*.pdf")):
        pytest.skip("no official study PDF: set VIGIE_STUDIES")
    return folder
