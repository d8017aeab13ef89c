"""The folder of official PDFs: the one named now, or else the one that was named last.

A folder given once (``sync --studies DIR``, ``VIGIE_STUDIES``) goes on being read by the commands
that do not name it, so that none of them takes its studies for removed.
"""

from pathlib import Path

from ingest.settings import StorageSettings
from prompts.errors import VigieError

_REMEMBERED = "studies-folder"


def studies_folder(settings: StorageSettings) -> Path | None:
    """Return the folder to read, or ``None`` when none was ever named or the last one is gone.

    Raises:
        VigieError: ``ingest.no_studies_folder``: the folder named now does not exist.
    """
    if settings.studies is not None:
        if not settings.studies.is_dir():
            raise VigieError("ingest.no_studies_folder", folder=settings.studies)
        return settings.studies
    try:
        remembered = Path(_file(settings).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return remembered if remembered.is_dir() else None


def remember(settings: StorageSettings) -> None:
    """Keep the folder named now for the commands that will not name it."""
    if settings.studies is None:
        return
    draft = _file(settings).with_suffix(".draft")
    draft.write_text(str(settings.studies.resolve()), encoding="utf-8")
    draft.replace(_file(settings))


def _file(settings: StorageSettings) -> Path:
    return settings.home / "index" / _REMEMBERED
