"""What a snapshot holds: the documents, how they were read, and the files that could not be."""

import hashlib
import json
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from prompts.errors import VigieError
from prompts.wording import sentence

SCHEMA = 1
MANIFEST = "manifest.json"


class Source(StrEnum):
    """Where a document comes from; an official PDF supersedes the digest of the same study."""

    DIGEST = "digest"
    OFFICIAL = "official"
    USER = "user"


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Warning_(_Record):  # noqa: N801 -- Warning is a builtin
    """A sentence of the wording of ``ingest`` and its fields."""

    key: str
    params: dict[str, str] = {}

    def __str__(self) -> str:
        return sentence(self.key, **self.params)


class IndexedDocument(_Record):
    """A document of the index; ``file`` is its name and ``path`` where it was read."""

    study: str
    title: str
    source: Source
    file: str
    path: str
    pages: int
    chunks: int
    sha256: str
    warnings: tuple[Warning_, ...] = ()
    read_at: datetime
    seconds: float


class FailedFile(_Record):
    """A file that could not be read, remembered so that it is not tried again unchanged."""

    path: str
    sha256: str
    reason: Warning_


class Manifest(_Record):
    """The description of a snapshot.

    ``reader`` changes when the same files would read otherwise; ``files`` has the (path, sha256) of
    every file considered, those set aside included.
    """

    schema_version: int = SCHEMA
    reader: str
    embedder: str
    documents: tuple[IndexedDocument, ...]
    failures: tuple[FailedFile, ...] = ()
    files: tuple[tuple[str, str], ...] = ()

    def identity(self) -> str:
        """Return the id of the snapshot that this describes: equal contents, equal ids."""
        content = [self.schema_version, self.reader, self.embedder, self.files]
        content += [[d.study, d.source, d.sha256] for d in self.documents]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:12]

    def write(self, folder: Path) -> None:
        """Write the manifest into a snapshot's folder."""
        (folder / MANIFEST).write_text(self.model_dump_json(indent=1), encoding="utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Read the manifest of a snapshot.

    Raises:
        VigieError: ``ingest.index_broken`` when it is missing or of another version.
    """
    try:
        manifest = Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (OSError, ValidationError) as error:
        raise VigieError("ingest.index_broken") from error
    if manifest.schema_version != SCHEMA:
        raise VigieError("ingest.index_broken")
    return manifest
