import errno
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from ingest.manifest import MANIFEST
from ingest.snapshots import SnapshotFolder
from prompts.errors import VigieError


def published(folder: SnapshotFolder, identity: str) -> list[str]:
    """Publish a snapshot that holds its own name; return the ids removed."""
    with folder.writing(), folder.preparing() as work:
        (work / MANIFEST).write_text(identity)
        return folder.publish(work, identity)


def test_the_pointer_moves_to_what_was_published(tmp_path: Path) -> None:
    """Nothing is current before the first snapshot; then the last one is."""
    folder = SnapshotFolder(tmp_path)
    assert folder.current() is None
    published(folder, "un")
    published(folder, "deux")
    assert folder.current() == "deux"
    assert (folder.path("deux") / MANIFEST).read_text() == "deux"


def test_a_failed_preparation_leaves_the_previous_snapshot(tmp_path: Path) -> None:
    """Nothing of a preparation that fails remains."""
    folder = SnapshotFolder(tmp_path)
    published(folder, "un")

    def fail() -> None:
        with folder.writing(), folder.preparing() as work:
            (work / "moitié").write_text("x")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert folder.current() == "un"
    assert not list(folder.root.glob(".work-*"))


def test_the_current_and_the_previous_snapshots_are_kept(tmp_path: Path) -> None:
    """The one before the previous goes."""
    folder = SnapshotFolder(tmp_path)
    published(folder, "un")
    assert published(folder, "deux") == []
    assert published(folder, "trois") == ["un"]
    assert not folder.path("un").exists()
    assert folder.exists("deux")


def test_a_snapshot_that_is_read_is_not_removed(tmp_path: Path) -> None:
    """A lease keeps it until it is let go."""
    folder = SnapshotFolder(tmp_path)
    published(folder, "un")
    with folder.lease("un"):
        published(folder, "deux")
        assert published(folder, "trois") == []
        assert folder.exists("un")
    assert "un" in published(folder, "quatre")


def test_the_lease_of_a_dead_reader_is_free(tmp_path: Path) -> None:
    """A reader that was killed does not keep its snapshot for ever."""
    folder = SnapshotFolder(tmp_path)
    published(folder, "un")
    code = textwrap.dedent(f"""
        import os
        from pathlib import Path
        from ingest.snapshots import SnapshotFolder
        lease = SnapshotFolder(Path({str(tmp_path)!r})).lease("un")
        lease.__enter__()
        os._exit(9)
    """)
    subprocess.run([sys.executable, "-c", code], check=False)
    assert list((folder.root / "leases" / "un").iterdir())
    published(folder, "deux")
    assert published(folder, "trois") == ["un"]


def test_one_process_writes_at_a_time(tmp_path: Path) -> None:
    """A second writer is told so at once, and may write when the first is done."""
    code = textwrap.dedent(f"""
        from pathlib import Path
        from ingest.snapshots import SnapshotFolder
        with SnapshotFolder(Path({str(tmp_path)!r})).writing():
            print("writing", flush=True)
            input()
    """)
    folder = SnapshotFolder(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "writing\n"
        with pytest.raises(VigieError) as caught, folder.writing():
            pass
        assert caught.value.key == "ingest.busy"
        other.communicate("\n")
    published(folder, "un")


def test_leftovers_of_a_killed_writer_are_cleared(tmp_path: Path) -> None:
    """Work folders and a half-written pointer go when the next writer comes."""
    folder = SnapshotFolder(tmp_path)
    published(folder, "un")
    leftover = folder.root / ".work-abc"
    leftover.mkdir()
    (leftover / "moitié").write_text("x")
    (folder.root / ".work-CURRENT").write_text("xx")
    with folder.writing():
        pass
    assert not list(folder.root.glob(".work-*"))
    assert folder.current() == "un"


def test_a_pointer_to_nothing_is_no_snapshot(tmp_path: Path) -> None:
    """A snapshot that was removed by hand is as if there were none."""
    folder = SnapshotFolder(tmp_path)
    published(folder, "un")
    (folder.path("un") / MANIFEST).unlink()
    assert folder.current() is None


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "disque plein"), (errno.EROFS, "écriture interdite"), (errno.EIO, "dossier")],
)
def test_a_disk_that_refuses_is_one_clear_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: str
) -> None:
    """The folder and the reason are named in French."""

    def refuse(*args: object, **kwargs: object) -> None:
        raise OSError(number, "English words")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(VigieError) as caught, SnapshotFolder(tmp_path / "home").writing():
        pass
    assert reason in str(caught.value)
    assert "English" not in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_a_home_that_is_a_file_is_one_clear_sentence(tmp_path: Path) -> None:
    """VIGIE_HOME pointing to a file is refused with what to do."""
    (tmp_path / "home").write_text("")
    with pytest.raises(VigieError, match="VIGIE_HOME"), SnapshotFolder(tmp_path / "home").writing():
        pass
