"""Vigie over an index of the digests, and over the official studies where they are."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from assistant.answer import Answer
from assistant.question import Persona, Question
from assistant.vigie import Vigie
from corpus.assistance import AssistanceTables, load_assistance
from ingest.index import Index, open_index
from ingest.settings import StorageSettings
from ingest.sync import ensure_index
from tests.assistant.command_line import ROOT
from tests.assistant.quiet_index import QuietIndex

Ask = Callable[..., Answer]


def _from_outside(name: str) -> bool:
    return name.startswith(("VIGIE_", "OPENAI_"))


@pytest.fixture(autouse=True)
def _no_settings_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the variables of whoever runs the tests out of them."""
    for name in filter(_from_outside, list(os.environ)):
        monkeypatch.delenv(name)


def _settings(home: Path, studies: Path | None = None) -> StorageSettings:
    with pytest.MonkeyPatch.context() as patch:
        for name in filter(_from_outside, list(os.environ)):
            patch.delenv(name)
        return StorageSettings(home=home, studies=studies, _env_file=None)


def _built(factory: pytest.TempPathFactory, name: str, studies: Path | None) -> StorageSettings:
    """Return settings of an index built once for all the workers of pytest-xdist."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    settings = _settings(shared / name, studies)
    with FileLock(shared / f"{name}.lock"):
        ensure_index(settings)
    return settings


@pytest.fixture(scope="session")
def tables() -> AssistanceTables:
    """The tables shipped with the project."""
    return load_assistance()


@pytest.fixture(scope="session")
def digest_settings(tmp_path_factory: pytest.TempPathFactory) -> StorageSettings:
    """Settings of an index built from the digests of the repository alone."""
    return _built(tmp_path_factory, "digests", None)


@pytest.fixture(scope="session")
def digest_index(digest_settings: StorageSettings) -> Iterator[Index]:
    """The index of the digests."""
    with open_index(digest_settings) as index:
        yield index


@pytest.fixture(scope="session")
def vigie(digest_index: Index, tables: AssistanceTables) -> Vigie:
    """Vigie over the digests."""
    return Vigie(digest_index, tables)


@pytest.fixture(scope="session")
def quiet(digest_index: Index, tables: AssistanceTables) -> Vigie:
    """Vigie over the digests, whose search finds nothing: for answers of the tables, quickly."""
    return Vigie(QuietIndex(digest_index), tables)


@pytest.fixture(scope="session")
def ask(vigie: Vigie) -> Ask:
    """Put a question, with the questions before it, to Vigie over the digests."""

    def put(text: str, *history: str, persona: Persona = Persona.EMPLOYE) -> Answer:
        return vigie.answer(Question(text, persona, history))

    return put


@pytest.fixture(scope="session")
def studies_folder() -> Path:
    """The folder of the official PDFs: ``VIGIE_STUDIES``, else beside the checkout."""
    folder = Path(os.environ.get("VIGIE_STUDIES") or ROOT.parent / "shared" / "studies")
    if not any(folder.glob("*.pdf")):
        if os.environ.get("VIGIE_REQUIRE_ALL"):
            pytest.fail(f"no official PDF in {folder}")
        pytest.skip(f"no official PDF in {folder} (set VIGIE_STUDIES)")
    return folder


@pytest.fixture(scope="session")
def studies_index(
    studies_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Index]:
    """The index of the official studies."""
    with open_index(_built(tmp_path_factory, "studies", studies_folder)) as index:
        yield index


@pytest.fixture(scope="session")
def studied(studies_index: Index, tables: AssistanceTables) -> Vigie:
    """Vigie over the official studies."""
    return Vigie(studies_index, tables)
