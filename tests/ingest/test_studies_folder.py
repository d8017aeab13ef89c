"""The folder of studies is remembered from one command to the next."""

from pathlib import Path

import pytest

from ingest.settings import StorageSettings
from ingest.studies_folder import remember, studies_folder
from prompts.errors import VigieError


def _settings(home: Path, studies: Path | None = None) -> StorageSettings:
    (home / "index").mkdir(parents=True, exist_ok=True)
    return StorageSettings(home=home, studies=studies, _env_file=None)  # type: ignore[call-arg]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIGIE_STUDIES", raising=False)


def test_a_folder_named_once_is_read_again(tmp_path: Path) -> None:
    """A command that names no folder reads the one that was named last."""
    remember(_settings(tmp_path / "home", tmp_path))
    assert studies_folder(_settings(tmp_path / "home")) == tmp_path


def test_no_folder_was_ever_named(tmp_path: Path) -> None:
    """Without a folder, now or before, there is none."""
    assert studies_folder(_settings(tmp_path / "home")) is None


def test_a_remembered_folder_that_is_gone(tmp_path: Path) -> None:
    """A remembered folder that was removed is no folder, and no error."""
    gone = tmp_path / "gone"
    gone.mkdir()
    remember(_settings(tmp_path / "home", gone))
    gone.rmdir()
    assert studies_folder(_settings(tmp_path / "home")) is None


def test_a_folder_named_now_must_exist(tmp_path: Path) -> None:
    """A folder that the user names and that does not exist is said."""
    with pytest.raises(VigieError) as raised:
        studies_folder(_settings(tmp_path / "home", tmp_path / "none"))
    assert raised.value.key == "ingest.no_studies_folder"
