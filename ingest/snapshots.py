"""Snapshots of the index in the data folder: published whole, read by many, written by one.

A snapshot is a folder that never changes once published. A writer prepares the next one beside and
switches the pointer file, so that a reader sees the old one or the new one, and a killed writer
leaves only a work folder that the next one removes.
"""

import errno
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from ingest.manifest import MANIFEST
from prompts.errors import VigieError
from prompts.wording import sentence

_POINTER = "CURRENT"
_WORK = ".work-"
_LEASES = "leases"
_REASONS = {
    errno.ENOSPC: "ingest.disk_full",
    errno.EDQUOT: "ingest.disk_full",
    errno.EACCES: "ingest.disk_refused",
    errno.EPERM: "ingest.disk_refused",
    errno.EROFS: "ingest.disk_refused",
}


class SnapshotFolder:
    """The folder of snapshots of one data folder."""

    def __init__(self, home: Path) -> None:
        self.root = home / "index"

    def current(self) -> str | None:
        """Return the id of the published snapshot, or None before the first."""
        try:
            identity = (self.root / _POINTER).read_text(encoding="utf-8").strip()
        except OSError:
            return None
        return identity if identity and (self.root / identity / MANIFEST).is_file() else None

    def path(self, identity: str) -> Path:
        """Return the folder of a snapshot."""
        return self.root / identity

    def exists(self, identity: str) -> bool:
        """Say whether a snapshot was published and is still there."""
        return (self.path(identity) / MANIFEST).is_file()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to write, in this process alone, and clear what a killed writer left.

        Raises:
            VigieError: another process is writing, or the folder cannot be written.
        """
        with _disk_errors(self.root):
            self.root.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.root / "writer.lock", timeout=0)
            try:
                lock.acquire()
            except Timeout as error:
                raise VigieError("ingest.busy") from error
        try:
            with _disk_errors(self.root):
                self._clear_work()
            yield
        finally:
            lock.release()

    @contextmanager
    def preparing(self) -> Iterator[Path]:
        """Give an empty work folder, removed at the end unless it was published."""
        work = self.root / f"{_WORK}{uuid.uuid4().hex[:12]}"
        with _disk_errors(self.root):
            work.mkdir()
        try:
            with _disk_errors(self.root):
                yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)

    def publish(self, work: Path, identity: str) -> list[str]:
        """Make a prepared folder the current snapshot; return the ids of those removed."""
        previous = self.current()
        target = self.path(identity)
        if work != target:
            # What stands there is damaged, or half removed.
            if target.exists():
                target.rename(self.root / f"{_WORK}{uuid.uuid4().hex[:12]}")
            work.rename(target)
        self._point(identity)
        self._clear_work()
        return self._clear_old(keep={identity, previous})

    @contextmanager
    def lease(self, identity: str) -> Iterator[None]:
        """Keep a snapshot from being removed while it is read; best effort on a read-only disk."""
        lock = FileLock(self._leases(identity) / uuid.uuid4().hex)
        try:
            self._leases(identity).mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
        except OSError:
            yield
            return
        try:
            yield
        finally:
            lock.release()
            with suppress(OSError):
                Path(lock.lock_file).unlink(missing_ok=True)

    def _leases(self, identity: str) -> Path:
        return self.root / _LEASES / identity

    def _point(self, identity: str) -> None:
        draft = self.root / f"{_WORK}{_POINTER}"
        with draft.open("w", encoding="utf-8") as stream:
            stream.write(f"{identity}\n")
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(self.root / _POINTER)

    def _clear_work(self) -> None:
        for leftover in self.root.glob(f"{_WORK}*"):
            if leftover.is_dir():
                shutil.rmtree(leftover, ignore_errors=True)
            else:
                leftover.unlink(missing_ok=True)

    def _clear_old(self, keep: set[str | None]) -> list[str]:
        removed: list[str] = []
        for manifest in self.root.glob(f"*/{MANIFEST}"):
            identity = manifest.parent.name
            if identity not in keep and not self._is_leased(identity):
                # Without its manifest a half-removed folder is no snapshot.
                manifest.unlink(missing_ok=True)
                shutil.rmtree(manifest.parent, ignore_errors=True)
                shutil.rmtree(self._leases(identity), ignore_errors=True)
                removed.append(identity)
        return removed

    def _is_leased(self, identity: str) -> bool:
        return any(_is_held(lease) for lease in self._leases(identity).glob("*"))


def _is_held(lease: Path) -> bool:
    """Say whether the process that took a lease still lives; the lease of a dead one is free."""
    lock = FileLock(lease, timeout=0)
    try:
        lock.acquire()
    except (Timeout, OSError):
        return True
    lock.release()
    with suppress(OSError):
        lease.unlink(missing_ok=True)
    return False


@contextmanager
def _disk_errors(folder: Path) -> Iterator[None]:
    """Turn a refusal of the disk into a sentence: no right to write, no room left."""
    try:
        yield
    except OSError as error:
        reason = sentence(_REASONS.get(error.errno or 0, "ingest.disk_other"))
        raise VigieError("ingest.disk", folder=folder, reason=reason) from error
