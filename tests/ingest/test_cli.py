"""The command line, run as a user runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ingest.conftest import MakePdf


def ingest(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m ingest`` with this data folder and no studies of the machine."""
    cleared = {k: v for k, v in os.environ.items() if not k.startswith(("VIGIE_", "OPENAI_"))}
    return subprocess.run(
        [sys.executable, "-m", "ingest", *arguments],
        env=cleared | {"VIGIE_HOME": str(home)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with the digests of the real corpus, synced once."""
    folder = tmp_path_factory.mktemp("home")
    done = ingest(folder, "sync")
    assert done.returncode == 0, done.stderr
    assert "ajouté" in done.stdout
    assert "Lecture de digest.pdf" in done.stderr
    return folder


def test_a_second_sync_says_that_nothing_was_to_do(home: Path) -> None:
    """One line per file and one for all, no progress."""
    done = ingest(home, "sync")
    assert done.returncode == 0
    assert "Rien à faire" in done.stdout
    assert not done.stderr


def test_the_list_shows_each_document(home: Path) -> None:
    """Study, source, pages and passages are shown."""
    done = ingest(home, "list")
    assert done.returncode == 0
    assert "assistance-2025" in done.stdout
    assert "résumé de Vigie" in done.stdout


def test_the_corpus_passes_its_check(home: Path) -> None:
    """The corpus of the repository has no defect."""
    done = ingest(home, "check")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_broken_pdf_is_one_line_and_the_command_succeeds(
    home: Path, tmp_path: Path, make_pdf: MakePdf
) -> None:
    """The verdict names the file; the good ones are indexed."""
    make_pdf("= Zèbres\nLes zèbres courent.", "zèbres.pdf", tmp_path / "études")
    (tmp_path / "études" / "faux.pdf").write_bytes(b"non")
    done = ingest(tmp_path / "home", "sync", "--studies", str(tmp_path / "études"))
    assert done.returncode == 0
    assert "« faux.pdf » n'est pas un PDF" in done.stdout
    assert "zèbres.pdf : ajouté" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "words"),
    [
        (("list",), {}, 1, "n'est pas encore construit"),
        (("sync", "--studies", "/n/existe/pas"), {}, 1, "« /n/existe/pas » n'existe pas"),
        (("sync",), {"VIGIE_HOME": "/dev/null/x"}, 1, "VIGIE_HOME"),
        (("sink",), {}, 2, ""),
        (("sync", "--nope"), {}, 2, ""),
    ],
)
def test_expected_failures_are_one_french_sentence(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str], code: int, words: str
) -> None:
    """One line on standard error, a non-zero exit, no traceback."""
    done = ingest(tmp_path / "vide", *arguments, **environment)
    assert done.returncode == code
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr + done.stdout
    assert not done.stdout
