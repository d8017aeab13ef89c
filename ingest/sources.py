"""Which PDF files there are to read, and whether they changed since they were last seen."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.settings import StorageSettings
from ingest.studies_folder import studies_folder

_CACHE = "files.json"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A PDF on disk; ``modified`` is its modification time in nanoseconds."""

    path: Path
    size: int
    modified: int
    sha256: str


def study_files(settings: StorageSettings) -> list[Path]:
    """Return the PDFs of the user's folder and of the data folder, sorted.

    Raises:
        VigieError: the user named a folder that does not exist.
    """
    named = studies_folder(settings)
    folders = [settings.home / "studies", *([named] if named else [])]
    found = {path.resolve() for folder in folders for path in _pdfs(folder)}
    return sorted(found)


def _pdfs(folder: Path) -> Iterable[Path]:
    if not folder.is_dir():
        return ()
    return (p for p in folder.rglob("*") if p.suffix.lower() == ".pdf" and p.is_file())


class FileCache:
    """Remembers the hash of files by path, size and time, so that unchanged files are not read."""

    def __init__(self, root: Path) -> None:
        self._path = root / _CACHE
        self._known: dict[str, tuple[int, int, str]] = {}
        try:
            entries = json.loads(self._path.read_text(encoding="utf-8"))
            self._known = {p: (int(s), int(m), str(h)) for p, (s, m, h) in entries.items()}
        except (OSError, ValueError):
            self._known = {}

    def look(self, path: Path) -> SourceFile | None:
        """Return a file with its hash, or None when it cannot be read."""
        try:
            status = path.stat()
            known = self._known.get(str(path))
            if known is None or known[:2] != (status.st_size, status.st_mtime_ns):
                known = (status.st_size, status.st_mtime_ns, _sha256(path))
                self._known[str(path)] = known
        except OSError:
            return None
        return SourceFile(path, *known)

    def save(self, kept: Iterable[Path]) -> None:
        """Write the hashes of these files and forget the others."""
        names = {str(path) for path in kept}
        entries = {name: known for name, known in self._known.items() if name in names}
        draft = self._path.with_suffix(".draft")
        draft.write_text(json.dumps(entries), encoding="utf-8")
        draft.replace(self._path)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
