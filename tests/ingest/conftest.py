"""PDFs printed by the tests, a small corpus, and the official studies where they are."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import typst

from ingest.report import SyncReport
from ingest.settings import StorageSettings
from ingest.sync import sync

MakePdf = Callable[..., Path]

CARD = """
id = "{id}"
title = "Étude {id}"
short_title = "{id}"
publisher = "Éditeur"
authors = []
date = "2020-02"
year = 2020
year_label = "2020"
sectors = ["essais"]
kind = "etude"
method = "Aucune."
sample = "Personne."
limits = ["Étude d'essai."]
recognised_by = ["phrase de reconnaissance {id}"]
"""


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep the variables and the .env of whoever runs the tests out of them."""
    for name in [n for n in os.environ if n.startswith(("VIGIE_", "OPENAI_"))]:
        if name not in {"VIGIE_STUDIES", "VIGIE_REQUIRE_ALL"}:
            monkeypatch.delenv(name)


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """Return a printer: Typst markup to a PDF of that name in a folder of the test."""

    def make(markup: str, name: str = "etude.pdf", folder: Path | None = None) -> Path:
        target = (folder or tmp_path / "pdf") / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(print_markup(markup))
        return target

    return make


def print_markup(markup: str) -> bytes:
    """Print Typst markup, without hyphenation unless it asks for it."""
    setting = '#set page(width: 148mm, height: 210mm)\n#set text(lang: "fr", hyphenate: false)\n'
    return typst.compile((setting + markup).encode())


@pytest.fixture
def corpus_root(tmp_path: Path) -> Path:
    """Return a corpus of two studies, « alpha » and « beta »; only alpha has a digest."""
    root = tmp_path / "corpus"
    for study in ("alpha", "beta"):
        folder = root / study
        folder.mkdir(parents=True)
        (folder / "study.toml").write_text(CARD.format(id=study), encoding="utf-8")
    digest = "= Résumé alpha\nLe résumé parle des girafes et de leurs longs cous."
    (root / "alpha" / "digest.pdf").write_bytes(print_markup(digest))
    return root


@pytest.fixture
def studies(tmp_path: Path) -> Path:
    """Return an empty folder for the PDFs of the user."""
    folder = tmp_path / "mes études"
    folder.mkdir()
    return folder


@pytest.fixture
def settings(tmp_path: Path, studies: Path) -> StorageSettings:
    """Return settings of an empty home and the user's folder."""
    return StorageSettings(home=tmp_path / "home", studies=studies)


@pytest.fixture
def synced(settings: StorageSettings, corpus_root: Path) -> Callable[[], SyncReport]:
    """Return a function that syncs the test's folders."""
    return lambda: sync(settings, corpus_root=corpus_root)


@pytest.fixture(scope="session")
def official() -> Path:
    """Return the folder of the official PDFs, or skip."""
    beside = Path(__file__).resolve().parents[3] / "shared" / "studies"
    folder = Path(os.environ.get("VIGIE_STUDIES") or beside)
    if not list(folder.glob("*.pdf")):
        if os.environ.get("VIGIE_REQUIRE_ALL"):
            pytest.fail("the official studies are missing")
        pytest.skip("the official PDFs are not here (VIGIE_STUDIES)")
    return folder
