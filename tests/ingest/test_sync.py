"""Syncs of real PDFs into a real Chroma, in folders of the test."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.index import Index, open_index
from ingest.manifest import Source
from ingest.report import Outcome, Progress, SyncReport
from ingest.settings import StorageSettings
from ingest.snapshots import SnapshotFolder
from ingest.sync import ensure_index, is_stale, sync
from prompts.errors import VigieError
from tests.ingest.conftest import MakePdf

Sync = Callable[[], SyncReport]
ZEBRAS = '#set document(title: "Étude des zèbres")\n= Zèbres\nLes zèbres courent vite.'


def outcomes(report: SyncReport) -> dict[str, Outcome]:
    """Return the outcome of each file."""
    return {verdict.file: verdict.outcome for verdict in report.verdicts}


def texts(index: Index) -> list[str]:
    """Return all passages, by study."""
    return [chunk.text for document in index.documents for chunk in index.chunks(document.study)]


def test_a_fresh_install_has_the_digests(settings: StorageSettings, synced: Sync) -> None:
    """Without any PDF of the user, the digest is searched and cited."""
    report = synced()
    assert report.changed
    with open_index(settings) as index:
        (document,) = index.documents
        assert (document.study, document.source, document.pages) == ("alpha", Source.DIGEST, 1)
        hit = index.search("le cou des girafes")[0]
        assert (hit.chunk.study, hit.chunk.page, hit.chunk.section) == (
            "alpha", 1, ("Résumé alpha",),
        )  # fmt: skip


def test_an_official_pdf_supersedes_the_digest(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, synced: Sync
) -> None:
    """A recognised PDF replaces the digest of its study, and its removal brings it back."""
    synced()
    markup = "= Texte\nVoici la Phrase  de reconnaissance\nALPHA et des lions."
    path = make_pdf(markup, "officiel.PDF", studies / "sous-dossier")
    found = outcomes(synced())
    assert found == {"officiel.PDF": Outcome.CHANGED}
    with open_index(settings) as index:
        assert [(d.study, d.source, d.title) for d in index.documents] == [
            ("alpha", Source.OFFICIAL, "Étude alpha")
        ]
        assert not any("girafes" in text for text in texts(index))
    path.unlink()
    synced()
    with open_index(settings) as index:
        assert index.documents[0].source is Source.DIGEST


def test_a_broken_official_pdf_does_not_hide_the_digest(
    settings: StorageSettings, studies: Path, synced: Sync
) -> None:
    """The digest goes on serving while the official file cannot be read."""
    (studies / "alpha.pdf").write_bytes(b"%PDF-1.7 phrase de reconnaissance alpha")
    report = synced()
    assert report.failed
    with open_index(settings) as index:
        assert index.documents[0].source is Source.DIGEST


def test_an_unknown_pdf_becomes_a_study(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, synced: Sync
) -> None:
    """Its id comes from its title and is not given twice."""
    make_pdf(ZEBRAS, "a.pdf", studies)
    make_pdf(ZEBRAS.replace("vite", "lentement"), "b.pdf", studies)
    synced()
    with open_index(settings) as index:
        found = {d.study: d.title for d in index.documents if d.source is Source.USER}
        assert found == {
            "etude-des-zebres": "Étude des zèbres",
            "etude-des-zebres-2": "Étude des zèbres",
        }


def test_studies_dropped_into_the_data_folder_are_read(
    settings: StorageSettings, make_pdf: MakePdf, synced: Sync
) -> None:
    """The data folder has a folder of studies of its own."""
    make_pdf(ZEBRAS, "z.pdf", settings.home / "studies")
    assert outcomes(synced())["z.pdf"] is Outcome.ADDED


def test_a_second_sync_does_no_work(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, corpus_root: Path, synced: Sync
) -> None:
    """Nothing is read, nothing is published, the snapshot is the same."""
    make_pdf(ZEBRAS, "z.pdf", studies)
    first = synced()
    seen: list[Progress] = []
    second = sync(settings, seen.append, corpus_root)
    assert not second.changed
    assert second.snapshot == first.snapshot
    assert not seen
    assert set(outcomes(second).values()) == {Outcome.UNCHANGED}


def test_a_changed_file_replaces_its_own_passages_only(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, corpus_root: Path, synced: Sync
) -> None:
    """The others keep their ids and are not read again."""
    make_pdf(ZEBRAS, "z.pdf", studies)
    make_pdf("= Ours\nLes ours dorment.", "o.pdf", studies)
    synced()
    with open_index(settings) as index:
        before = {d.study: [c.id for c in index.chunks(d.study)] for d in index.documents}
    make_pdf(ZEBRAS.replace("vite", "plus vite encore"), "z.pdf", studies)
    read: list[str] = []
    sync(settings, lambda progress: read.append(progress.file), corpus_root)
    assert set(read) == {"z.pdf"}
    with open_index(settings) as index:
        after = {d.study: [c.id for c in index.chunks(d.study)] for d in index.documents}
        assert "plus vite encore" in index.search("zèbres")[0].chunk.text
    assert after["ours"] == before["ours"]
    assert after["alpha"] == before["alpha"]
    assert after["etude-des-zebres"] != before["etude-des-zebres"]


def test_passages_copied_from_the_last_snapshot_are_still_found(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, synced: Sync
) -> None:
    """An unchanged study answers by words and by vectors after another one changed."""
    synced()
    make_pdf(ZEBRAS, "z.pdf", studies)
    synced()
    with open_index(settings) as index:
        assert index.search("girafe")[0].chunk.study == "alpha"
        near = index.vector_store.similarity_search("girafes", k=1)
        assert near[0].metadata["study"] == "alpha"


def test_a_removed_file_disappears(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, synced: Sync
) -> None:
    """Its passages go and the report says so."""
    path = make_pdf(ZEBRAS, "z.pdf", studies)
    synced()
    path.unlink()
    report = synced()
    assert Outcome.REMOVED in outcomes(report).values()
    with open_index(settings) as index:
        assert not any("zèbres" in text for text in texts(index))


def test_a_renamed_file_is_not_read_again(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, corpus_root: Path, synced: Sync
) -> None:
    """The content is known by its hash; only the name changes."""
    path = make_pdf(ZEBRAS, "z.pdf", studies)
    synced()
    path.rename(studies / "nouveau nom é.pdf")
    read: list[Progress] = []
    sync(settings, read.append, corpus_root)
    assert not read
    with open_index(settings) as index:
        assert "nouveau nom é.pdf" in {d.file for d in index.documents}


def test_the_same_content_twice_is_one_study(
    studies: Path, make_pdf: MakePdf, synced: Sync
) -> None:
    """A copy under another name is left aside and named."""
    shutil.copy(make_pdf(ZEBRAS, "z.pdf", studies), studies / "copie.pdf")
    found = outcomes(synced())
    assert sorted([found["z.pdf"], found["copie.pdf"]]) == [Outcome.ADDED, Outcome.DUPLICATE]


def test_the_most_recent_of_two_official_files_wins(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, synced: Sync
) -> None:
    """The older edition is left aside with a sentence that names the other."""
    official = "= Texte\nPhrase de reconnaissance alpha. Édition "
    old = make_pdf(f"{official} ancienne.", "ancienne.pdf", studies)
    make_pdf(f"{official} récente.", "récente.pdf", studies)
    os.utime(old, (1_000_000_000, 1_000_000_000))
    report = synced()
    assert outcomes(report)["ancienne.pdf"] is Outcome.SUPERSEDED
    assert any("récente.pdf" in str(v) for v in report.verdicts if v.file == "ancienne.pdf")
    with open_index(settings) as index:
        assert any("récente" in text for text in texts(index))


def test_a_broken_file_is_told_and_the_others_go_on(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, corpus_root: Path, synced: Sync,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Each bad file has its sentence; it is not tried again while it does not change."""
    make_pdf(ZEBRAS, "bon.pdf", studies)
    (studies / "vide.pdf").write_bytes(b"")
    (studies / "faux.pdf").write_bytes(b"<html>")
    report = synced()
    found = outcomes(report)
    assert found["bon.pdf"] is Outcome.ADDED
    assert found["vide.pdf"] is found["faux.pdf"] is Outcome.FAILED
    assert all(v.file in str(v) for v in report.verdicts if v.outcome is Outcome.FAILED)
    with monkeypatch.context() as patched:
        patched.setattr("ingest.selection.read_document", None)
        again = sync(settings, corpus_root=corpus_root)
    assert not again.changed
    assert outcomes(again)["faux.pdf"] is Outcome.FAILED
    make_pdf("= Réparé\nLe texte est revenu.", "faux.pdf", studies)
    assert outcomes(synced())["faux.pdf"] is Outcome.ADDED


def test_nothing_at_all_to_index_is_an_error(
    settings: StorageSettings, studies: Path, corpus_root: Path, synced: Sync
) -> None:
    """Without a digest and with broken files only, the sync fails and publishes nothing."""
    (corpus_root / "alpha" / "digest.pdf").unlink()
    (studies / "faux.pdf").write_bytes(b"non")
    with pytest.raises(VigieError) as caught:
        synced()
    assert caught.value.key == "ingest.nothing_to_index"
    with pytest.raises(VigieError) as caught:
        open_index(settings)
    assert caught.value.key == "ingest.no_index"


def test_a_missing_folder_of_studies_is_an_error(settings: StorageSettings, studies: Path) -> None:
    """A folder the user named and that is not there is a mistake to tell."""
    studies.rmdir()
    with pytest.raises(VigieError, match="mes études"):
        sync(settings)


def test_progress_counts_files_and_pages(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, corpus_root: Path
) -> None:
    """Each page is announced with its file, and the files add up."""
    make_pdf("Une page de texte.\n#pagebreak()\nUne autre page de texte.", "deux.pdf", studies)
    seen: list[Progress] = []
    sync(settings, seen.append, corpus_root)
    assert [(p.page, p.pages) for p in seen if p.file == "deux.pdf"] == [(1, 2), (2, 2)]
    assert (seen[-1].done, seen[-1].files) == (2, 2)


def test_an_index_is_built_when_missing_and_left_when_fresh(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, corpus_root: Path
) -> None:
    """What the app calls at start: builds once, then again only after a change."""
    assert ensure_index(settings, corpus_root=corpus_root)
    assert not ensure_index(settings, corpus_root=corpus_root)
    path = make_pdf(ZEBRAS, "z.pdf", studies)
    assert is_stale(settings, corpus_root)
    assert ensure_index(settings, corpus_root=corpus_root)
    path.unlink()
    assert is_stale(settings, corpus_root)


def test_an_index_is_good_enough_while_another_process_writes(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, corpus_root: Path, synced: Sync
) -> None:
    """The app starts on the index there is; without one, it says who is writing."""
    folder = SnapshotFolder(settings.home)
    with folder.writing(), pytest.raises(VigieError) as caught:
        ensure_index(settings, corpus_root=corpus_root)
    assert caught.value.key == "ingest.busy"
    synced()
    make_pdf(ZEBRAS, "z.pdf", studies)
    with folder.writing():
        assert ensure_index(settings, corpus_root=corpus_root)


def test_a_damaged_index_is_rebuilt(settings: StorageSettings, synced: Sync) -> None:
    """Files lost or overwritten under the index are found out and replaced."""
    first = synced()
    folder = SnapshotFolder(settings.home)
    for damage in ("chroma/chroma.sqlite3", "lexical/passages.json"):
        (folder.path(first.snapshot or "") / damage).unlink()
        report = synced()
        assert report.changed
        with open_index(settings) as index:
            assert index.search("girafe")
    (folder.path(first.snapshot or "") / "manifest.json").write_text("{")
    assert synced().changed


def test_a_change_of_embedding_rebuilds_and_is_refused_until_then(
    settings: StorageSettings, synced: Sync, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An index is never read with other vectors than its own."""
    synced()
    monkeypatch.setattr("ingest.embeddings.HashedNgrams.__init__.__defaults__", (512, (3, 4)))
    with pytest.raises(VigieError) as caught:
        open_index(settings)
    assert caught.value.key == "ingest.embedder_mismatch"
    assert synced().changed
    with open_index(settings) as index:
        assert index.search("girafe")


def test_a_failed_sync_leaves_the_index_answering(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, synced: Sync,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """When the disk fills while the next snapshot is prepared, the previous one serves."""
    first = synced()
    make_pdf(ZEBRAS, "z.pdf", studies)

    def full(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ingest.lexical.LexicalIndex.save", full)
    with pytest.raises(VigieError, match="disque plein"):
        synced()
    monkeypatch.undo()
    assert SnapshotFolder(settings.home).current() == first.snapshot
    with open_index(settings) as index:
        assert index.search("girafe")
    assert not list((settings.home / "index").glob(".work-*"))
    assert synced().changed


def test_a_killed_sync_leaves_the_index_answering(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, corpus_root: Path, synced: Sync
) -> None:
    """A writer killed while it prepares loses nothing; the next sync completes."""
    first = synced()
    make_pdf(ZEBRAS, "z.pdf", studies)
    code = textwrap.dedent(f"""
        from pathlib import Path
        import time
        import ingest.sync
        from ingest.settings import StorageSettings
        def slow(*args):
            print("building", flush=True)
            time.sleep(60)
        ingest.sync.LexicalIndex.build = slow
        home, studies = Path({str(settings.home)!r}), Path({str(studies)!r})
        settings = StorageSettings(home=home, studies=studies)
        ingest.sync.sync(settings, corpus_root=Path({str(corpus_root)!r}))
    """)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "building\n"
        with pytest.raises(VigieError) as caught:
            synced()
        assert caught.value.key == "ingest.busy"
        with open_index(settings) as index:
            assert index.search("girafe")
        writer.send_signal(signal.SIGKILL)
    assert list((settings.home / "index").glob(".work-*"))
    assert SnapshotFolder(settings.home).current() == first.snapshot
    assert synced().changed
    assert not list((settings.home / "index").glob(".work-*"))
    with open_index(settings) as index:
        assert index.search("zèbres")


def test_readers_go_on_while_a_writer_publishes(
    settings: StorageSettings, studies: Path, make_pdf: MakePdf, synced: Sync, tmp_path: Path
) -> None:
    """Two processes that search all the while see the old or the new index, never an error."""
    synced()
    stop = tmp_path / "stop"
    code = textwrap.dedent(f"""
        from pathlib import Path
        from ingest.index import open_index
        from ingest.settings import StorageSettings
        settings = StorageSettings(home=Path({str(settings.home)!r}))
        print("reading", flush=True)
        seen = set()
        while not Path({str(stop)!r}).exists():
            with open_index(settings) as index:
                assert index.search("girafe")[0].chunk.study == "alpha"
                seen.add(index.snapshot)
        print(len(seen), flush=True)
    """)
    readers = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "reading\n"
    for number in range(4):
        make_pdf(ZEBRAS.replace("vite", f"vite {number}"), "z.pdf", studies)
        synced()
        time.sleep(0.3)
    stop.touch()
    for reader in readers:
        out, _ = reader.communicate(timeout=60)
        assert reader.returncode == 0
        assert int(out) > 1
