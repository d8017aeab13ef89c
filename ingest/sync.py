"""Brings the index up to date with the PDF files: reads what changed, publishes a snapshot."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus.locate import CORPUS_ROOT
from ingest.chunk import Chunk
from ingest.embeddings import Embedder, choose_embedder
from ingest.index import CHROMA, LEXICAL, is_whole
from ingest.known_studies import KnownStudies
from ingest.lexical import LexicalIndex
from ingest.manifest import Manifest, read_manifest
from ingest.report import Progress, ProgressCallback, SyncReport
from ingest.selection import Selection, Selector, reader_identity
from ingest.settings import StorageSettings
from ingest.snapshots import SnapshotFolder
from ingest.sources import FileCache, SourceFile, study_files
from ingest.studies_folder import remember
from ingest.vectors import PassageStore, Place, drop_collection
from prompts.errors import VigieError


def _silent(_: Progress) -> None:
    return None


def sync(
    settings: StorageSettings,
    progress: ProgressCallback = _silent,
    corpus_root: Path = CORPUS_ROOT,
) -> SyncReport:
    """Read the files that changed since the last sync and publish the next snapshot, if any.

    A file that cannot be read has its verdict in the report and the others go on.

    Raises:
        VigieError: another process is writing (``ingest.busy``), the data folder cannot be
            written, the folder of studies does not exist, or nothing could be read at all.
    """
    return _Sync(settings, progress, corpus_root).run()


def ensure_index(
    settings: StorageSettings,
    progress: ProgressCallback = _silent,
    corpus_root: Path = CORPUS_ROOT,
) -> bool:
    """Build the index when it is missing or stale; return whether a sync was needed.

    While another process is writing, an index that exists is good enough.

    Raises:
        VigieError: see :func:`sync`.
    """
    if not is_stale(settings, corpus_root):
        return False
    try:
        sync(settings, progress, corpus_root)
    except VigieError as error:
        if error.key != "ingest.busy" or SnapshotFolder(settings.home).current() is None:
            raise
    return True


def has_index(settings: StorageSettings) -> bool:
    """Say whether an index was ever published in the data folder."""
    return SnapshotFolder(settings.home).current() is not None


def is_stale(settings: StorageSettings, corpus_root: Path = CORPUS_ROOT) -> bool:
    """Say whether a sync would read something; looks at sizes and times, at contents if needed."""
    folder = SnapshotFolder(settings.home)
    snapshot = folder.current()
    if snapshot is None:
        return True
    known = KnownStudies(corpus_root)
    try:
        manifest = read_manifest(folder.path(snapshot))
    except VigieError:
        return True
    whole = is_whole(folder.path(snapshot))
    if not whole or not _is_usable(manifest, known, choose_embedder(settings)):
        return True
    sources = _sources(settings, known, FileCache(folder.root))
    return _considered(sources) != manifest.files


class _Sync:
    """One run of :func:`sync`."""

    def __init__(
        self, settings: StorageSettings, progress: ProgressCallback, corpus_root: Path
    ) -> None:
        self._settings = settings
        self._progress = progress
        self._known = KnownStudies(corpus_root)
        self._embedder = choose_embedder(settings)
        self._folder = SnapshotFolder(settings.home)
        self._done: set[str] = set()
        self._count = 0

    def run(self) -> SyncReport:
        """Do the work of :func:`sync`."""
        started = time.perf_counter()
        study_files(self._settings)
        with self._folder.writing():
            remember(self._settings)
            cache = FileCache(self._folder.root)
            sources = _sources(self._settings, self._known, cache)
            self._count = len(sources.files) + len(sources.digests)
            try:
                selection, changed = self._update(sources, self._published())
            except VigieError as error:
                if error.key != "ingest.index_broken":
                    raise
                # What was published turned out damaged: start again from the files.
                selection, changed = self._update(sources, None)
            cache.save(file.path for file in (*sources.files, *sources.digests))
            snapshot = self._folder.current()
        seconds = time.perf_counter() - started
        return SyncReport(snapshot, tuple(selection.verdicts), changed, seconds)

    def _update(self, sources: "_Sources", published: Manifest | None) -> tuple[Selection, bool]:
        """Read what changed and publish; return what was chosen and whether it was news."""
        selector = Selector(self._known, published, self._on_page)
        selection = selector.choose(sources.files, sources.digests)
        manifest = self._manifest(selection, sources)
        changed = published is None or manifest.identity() != published.identity()
        if changed:
            self._publish(manifest, selection, published)
        return selection, changed

    def _published(self) -> Manifest | None:
        """Return the manifest of the current snapshot when its passages can be taken over."""
        snapshot = self._folder.current()
        if snapshot is None:
            return None
        try:
            manifest = read_manifest(self._folder.path(snapshot))
        except VigieError:
            return None
        whole = is_whole(self._folder.path(snapshot))
        return manifest if whole and _is_usable(manifest, self._known, self._embedder) else None

    def _on_page(self, file: str, page: int, pages: int) -> None:
        if page == pages:
            self._done.add(file)
        self._progress(Progress(file, page, pages, len(self._done), self._count))

    def _manifest(self, selection: Selection, sources: "_Sources") -> Manifest:
        return Manifest(
            reader=reader_identity(self._known),
            embedder=self._embedder.identity,
            documents=tuple(selection.documents[study] for study in sorted(selection.documents)),
            failures=tuple(selection.failures),
            files=_considered(sources),
        )

    def _publish(
        self, manifest: Manifest, selection: Selection, published: Manifest | None
    ) -> None:
        if not manifest.documents:
            raise VigieError("ingest.nothing_to_index")
        identity = manifest.identity()
        if published is None or not self._folder.exists(identity):
            with self._folder.preparing() as work:
                self._build(work, manifest, selection, published)
                manifest.write(work)
                removed = self._folder.publish(work, identity)
        else:
            removed = self._folder.publish(self._folder.path(identity), identity)
        for old in removed:
            drop_collection(self._place(old))

    def _build(
        self, work: Path, manifest: Manifest, selection: Selection, published: Manifest | None
    ) -> None:
        """Fill a work folder: new passages are embedded, the others copied with their vectors."""
        place = Place(work / CHROMA, self._settings.chroma_url, manifest.identity())
        target = PassageStore.create(place, self._embedder)
        source = self._published_store() if published else None
        try:
            chunks: list[Chunk] = []
            for document in manifest.documents:
                new = selection.read.get(document.study)
                if new is None and source is not None:
                    source.copy_study(document.study, target)
                    chunks.extend(source.study(document.study))
                elif new is not None:
                    target.add(new)
                    chunks.extend(new)
            LexicalIndex.build(chunks).save(work / LEXICAL)
        finally:
            target.close()
            if source is not None:
                source.close()

    def _published_store(self) -> PassageStore:
        return PassageStore.open(self._place(self._folder.current() or ""), self._embedder)

    def _place(self, snapshot: str) -> Place:
        folder = self._folder.path(snapshot) / CHROMA
        return Place(folder, self._settings.chroma_url, snapshot)


@dataclass(frozen=True, slots=True)
class _Sources:
    files: tuple[SourceFile, ...]
    digests: tuple[SourceFile, ...]


def _sources(settings: StorageSettings, known: KnownStudies, cache: FileCache) -> _Sources:
    digests = (k.digest for k in known.studies if k.digest)
    return _Sources(_looked_up(cache, study_files(settings)), _looked_up(cache, digests))


def _looked_up(cache: FileCache, paths: Iterable[Path]) -> tuple[SourceFile, ...]:
    return tuple(file for path in paths if (file := cache.look(path)))


def _considered(sources: _Sources) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((str(f.path), f.sha256) for f in (*sources.files, *sources.digests)))


def _is_usable(manifest: Manifest, known: KnownStudies, embedder: Embedder) -> bool:
    return manifest.reader == reader_identity(known) and manifest.embedder == embedder.identity
