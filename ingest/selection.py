"""Decides which files become the documents of the index, and reads those that changed."""

import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ingest.chunk import Chunk
from ingest.chunking import LARGEST, cut
from ingest.document import Document, read_document
from ingest.french import fold
from ingest.known_studies import KnownStudies, KnownStudy
from ingest.manifest import FailedFile, IndexedDocument, Manifest, Source, Warning_
from ingest.report import Outcome, Verdict
from ingest.sources import SourceFile
from prompts.errors import VigieError

# Raise when the same file gives other passages: outline, cleaning, cutting.
_READER = 1
_LONGEST_ID = 48
_PageCallback = Callable[[str, int, int], None]


@dataclass(slots=True)
class Selection:
    """The documents chosen, the passages of those that were read anew, and what to say."""

    documents: dict[str, IndexedDocument] = field(default_factory=dict)
    read: dict[str, list[Chunk]] = field(default_factory=dict)
    failures: list[FailedFile] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)


def reader_identity(known: KnownStudies) -> str:
    """Return what identifies the way files are read: equal identities, equal passages."""
    return f"{_READER}-{LARGEST}-{known.fingerprint()}"


class Selector:
    """Chooses documents from files, reusing what the published snapshot holds of the same files."""

    def __init__(
        self, known: KnownStudies, published: Manifest | None, on_page: _PageCallback
    ) -> None:
        self._known = known
        self._on_page = on_page
        usable = published is not None and published.reader == reader_identity(known)
        self._before = {d.sha256: d for d in published.documents} if published and usable else {}
        self._failed = {f.sha256: f for f in published.failures} if published and usable else {}
        self._studies_before = {d.study for d in published.documents} if published else set()
        self._selection = Selection()

    def choose(self, files: Sequence[SourceFile], digests: Iterable[SourceFile]) -> Selection:
        """Read what changed and return the documents of the next snapshot."""
        # The most recent first, so that of two versions of a study it is the one kept.
        for file in sorted(files, key=lambda f: (-f.modified, str(f.path))):
            self._take(file, None)
        by_path = {file.path: file for file in digests}
        for study in self._known.studies:
            digest = by_path.get(study.digest) if study.digest else None
            if digest is not None:
                self._take_digest(digest, study)
        self._say_removed()
        return self._selection

    def _take_digest(self, digest: SourceFile, study: KnownStudy) -> None:
        if study.study.id in self._selection.documents:
            return
        self._take(digest, study)

    def _take(self, file: SourceFile, digest_of: KnownStudy | None) -> None:
        name = file.path.name
        documents = self._selection.documents.values()
        twin = next((known for known in documents if known.sha256 == file.sha256), None)
        if twin is not None:
            self._say(name, Outcome.DUPLICATE, "ingest.verdict_duplicate", other=twin.file)
        elif file.sha256 in self._failed:
            self._fail(name, self._failed[file.sha256])
        elif before := self._reusable(file, digest_of):
            self._keep(before.model_copy(update={"file": name, "path": str(file.path)}))
        else:
            self._read(file, digest_of)

    def _reusable(self, file: SourceFile, digest_of: KnownStudy | None) -> IndexedDocument | None:
        before = self._before.get(file.sha256)
        same_kind = before is not None and (before.source is Source.DIGEST) == bool(digest_of)
        return before if same_kind else None

    def _keep(self, document: IndexedDocument) -> None:
        if self._is_superseded(document):
            return
        self._selection.documents[document.study] = document
        self._say_document(document, Outcome.UNCHANGED, "ingest.verdict_unchanged")

    def _read(self, file: SourceFile, digest_of: KnownStudy | None) -> None:
        name = file.path.name
        started = time.perf_counter()
        anchors = self._known.anchors if digest_of is None else lambda _: ()
        try:
            read = read_document(
                file.path, anchors, lambda page, pages: self._on_page(name, page, pages)
            )
        except VigieError as error:
            params = {key: str(value) for key, value in error.params.items()}
            reason = Warning_(key=error.key, params=params)
            self._fail(name, FailedFile(path=str(file.path), sha256=file.sha256, reason=reason))
            return
        self._add(file, read, digest_of, started)

    def _add(
        self, file: SourceFile, read: Document, digest_of: KnownStudy | None, started: float
    ) -> None:
        known = digest_of or self._known.recognise(read.opening())
        study = known.study.id if known else self._new_id(read, file)
        chunks = cut(study, read)
        document = IndexedDocument(
            study=study,
            title=known.study.title if known else read.title or file.path.stem,
            source=_source(digest_of, known),
            file=file.path.name,
            path=str(file.path),
            pages=len(read.pages),
            chunks=len(chunks),
            sha256=file.sha256,
            warnings=tuple(Warning_(key=key, params=params) for key, params in read.warnings),
            read_at=datetime.now(UTC),
            seconds=round(time.perf_counter() - started, 3),
        )
        if self._is_superseded(document):
            return
        self._selection.documents[study] = document
        self._selection.read[study] = chunks
        changed = study in self._studies_before
        outcome = Outcome.CHANGED if changed else Outcome.ADDED
        self._say_document(document, outcome, f"ingest.verdict_{outcome}")

    def _is_superseded(self, document: IndexedDocument) -> bool:
        """Say whether a more recent file of the same study was taken, and tell so."""
        kept = self._selection.documents.get(document.study)
        if kept is None:
            return False
        self._say(document.file, Outcome.SUPERSEDED, "ingest.verdict_superseded", other=kept.file)
        return True

    def _new_id(self, read: Document, file: SourceFile) -> str:
        """Return an id for a study that the corpus does not know, from its title."""
        slug = re.sub(r"[^a-z0-9]+", "-", fold(read.title or file.path.stem)).strip("-")
        base = slug[:_LONGEST_ID].strip("-") or f"etude-{file.sha256[:8]}"
        taken = {known.study.id for known in self._known.studies} | set(self._selection.documents)
        taken |= {d.study for d in self._before.values() if d.path != str(file.path)}
        free = (f"{base}-{number}" for number in range(2, len(taken) + 3))
        return base if base not in taken else next(i for i in free if i not in taken)

    def _fail(self, name: str, failure: FailedFile) -> None:
        self._selection.failures.append(failure)
        params = tuple(failure.reason.params.items())
        self._selection.verdicts.append(Verdict(name, Outcome.FAILED, failure.reason.key, params))

    def _say_removed(self) -> None:
        for study in sorted(self._studies_before - set(self._selection.documents)):
            self._say(study, Outcome.REMOVED, "ingest.verdict_removed", study=study)

    def _say_document(self, document: IndexedDocument, outcome: Outcome, key: str) -> None:
        fields = document.model_dump(include={"study", "title", "pages", "chunks"})
        self._say(document.file, outcome, key, **fields)

    def _say(self, name: str, outcome: Outcome, key: str, **params: object) -> None:
        items = tuple({"file": name, **params}.items())
        self._selection.verdicts.append(Verdict(name, outcome, key, items))


def _source(digest_of: KnownStudy | None, known: KnownStudy | None) -> Source:
    if digest_of is not None:
        return Source.DIGEST
    return Source.OFFICIAL if known else Source.USER
