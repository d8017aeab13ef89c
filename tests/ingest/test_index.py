"""Reading a published snapshot."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ingest.index import open_index
from ingest.report import SyncReport
from ingest.settings import StorageSettings
from ingest.snapshots import SnapshotFolder
from ingest.vectors import PassageStore
from prompts.errors import VigieError
from tests.ingest.conftest import MakePdf

Sync = Callable[[], SyncReport]

SAVANNA = """
#set document(title: "Savane")
= Sommaire
Lions et gazelles #box(width: 1fr, repeat[.]) 1 \\
Éléphants #box(width: 1fr, repeat[.]) 2 \\
Oiseaux #box(width: 1fr, repeat[.]) 2 \\
Conclusion des lions #box(width: 1fr, repeat[.]) 3
#pagebreak()
= Lions et gazelles
Les lions chassent les gazelles à l'aube, quand il fait encore frais.
= Éléphants
Les éléphants boivent beaucoup d'eau et se souviennent des sources.
#pagebreak()
= Oiseaux
Les rapaces planent. Les autruches courent.
= Conclusion des lions
La savane est grande.
"""


@pytest.fixture
def savanna(settings: StorageSettings, studies: Path, make_pdf: MakePdf, synced: Sync) -> Path:
    """Sync one study beside the digest; return its file."""
    path = make_pdf(SAVANNA, "savane.pdf", studies)
    synced()
    return path


@pytest.mark.usefixtures("savanna")
def test_the_best_passage_comes_first(settings: StorageSettings) -> None:
    """Words, misspelt or not, find their passage with its page and section."""
    with open_index(settings) as index:
        for question in ("que boivent les éléphants ?", "elefants eau", "memoire des elephants"):
            hit = index.search(question)[0]
            assert "boivent" in hit.chunk.text
            assert (hit.chunk.page, hit.chunk.section) == (2, ("Éléphants",))


@pytest.mark.usefixtures("savanna")
def test_hits_are_sorted_and_limited(settings: StorageSettings) -> None:
    """At most k hits, by falling score, each passage once."""
    with open_index(settings) as index:
        hits = index.search("les lions et les éléphants de la savane", k=3)
        assert len(hits) == 3
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True)
        assert len({hit.chunk.id for hit in hits}) == 3


@pytest.mark.usefixtures("savanna")
def test_a_search_can_be_limited_to_studies(settings: StorageSettings) -> None:
    """Only passages of the studies named come; none when no study is named."""
    with open_index(settings) as index:
        assert {hit.chunk.study for hit in index.search("lions et girafes")} == {"savane", "alpha"}
        only = index.search("lions et girafes", studies={"alpha"})
        assert {hit.chunk.study for hit in only} == {"alpha"}


@pytest.mark.usefixtures("savanna")
def test_a_table_of_contents_does_not_come_before_what_it_lists(settings: StorageSettings) -> None:
    """The contents have all the words of the titles and answer nothing."""
    with open_index(settings) as index:
        hits = index.search("éléphants, oiseaux, lions, gazelles et conclusion")
        assert hits[0].chunk.page > 1
        assert any(hit.chunk.section == ("Sommaire",) for hit in hits)


@pytest.mark.usefixtures("savanna")
@pytest.mark.parametrize("question", ["", "?", "est-ce que", "zzzzqqqq", "a" * 4000, "0"])
def test_odd_questions_find_little_and_break_nothing(
    settings: StorageSettings, question: str
) -> None:
    """Questions without a known word give few passages or none."""
    with open_index(settings) as index:
        assert len(index.search(question)) <= 10


@pytest.mark.usefixtures("savanna")
def test_passages_of_a_study_come_in_reading_order(settings: StorageSettings) -> None:
    """Pages never go back."""
    with open_index(settings) as index:
        pages = [chunk.page for chunk in index.chunks("savane")]
        assert pages == sorted(pages)
        assert len(pages) >= 5
        assert index.chunks("inconnue") == ()


@pytest.mark.usefixtures("savanna")
def test_threads_search_at_once(settings: StorageSettings) -> None:
    """The chat serves several people from one index."""
    with open_index(settings) as index, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(index.search, ["les éléphants boivent"] * 40))
        assert {hits[0].chunk.id for hits in found} == {found[0][0].chunk.id}


def test_an_index_knows_when_it_is_old(
    settings: StorageSettings, savanna: Path, synced: Sync
) -> None:
    """After a publication the open index still answers and says that it is no longer fresh."""
    with open_index(settings) as index:
        assert index.fresh()
        savanna.unlink()
        synced()
        assert not index.fresh()
        assert "boivent" in index.search("éléphants")[0].chunk.text


def test_without_an_index_the_user_is_told_what_to_do(settings: StorageSettings) -> None:
    """The sentence names the command."""
    with pytest.raises(VigieError, match="ingest sync"):
        open_index(settings)


@pytest.mark.parametrize(
    "damage",
    [
        lambda folder: (folder / "chroma/chroma.sqlite3").write_bytes(b"SQLite format 3\0" * 20),
        lambda folder: shutil.rmtree(folder / "chroma"),
        lambda folder: (folder / "lexical/passages.json").write_text("{}"),
        lambda folder: (folder / "lexical/text/data.csc.index.npy").write_bytes(b""),
        lambda folder: (folder / "manifest.json").write_text("[]"),
    ],
)
@pytest.mark.usefixtures("savanna")
def test_a_damaged_snapshot_is_one_clear_error(
    settings: StorageSettings, damage: Callable[[Path], object]
) -> None:
    """Whatever file is damaged, the sentence says to sync again."""
    folder = SnapshotFolder(settings.home)
    damage(folder.path(folder.current() or ""))
    with pytest.raises(VigieError) as caught:
        open_index(settings)
    assert caught.value.key == "ingest.index_broken"


@pytest.mark.usefixtures("savanna")
def test_a_folder_that_cannot_be_written_is_read_from_a_copy(
    settings: StorageSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading leaves every byte of the snapshot as it was, and the copy goes away."""
    folder = SnapshotFolder(settings.home)
    files = [p for p in folder.path(folder.current() or "").rglob("*") if p.is_file()]
    before = {path: path.read_bytes() for path in files}
    monkeypatch.setattr("ingest.vectors.os.access", lambda *_: False)
    with open_index(settings) as index:
        assert index.search("éléphants")
        copies = list(Path(_copy_of(index)).iterdir())
        assert copies
    assert {path: path.read_bytes() for path in files} == before
    assert not copies[0].exists()


def _copy_of(index: object) -> str:
    store: PassageStore = index._store  # type: ignore[attr-defined]
    assert store._copy is not None
    return store._copy.name


@pytest.mark.usefixtures("savanna")
def test_the_passages_are_a_langchain_vector_store(settings: StorageSettings) -> None:
    """Someone who knows LangChain can take the store away and search it."""
    with open_index(settings) as index:
        retriever = index.vector_store.as_retriever(search_kwargs={"k": 1})
        (document,) = retriever.invoke("les éléphants boivent de l'eau")
        assert "boivent" in document.page_content
        assert document.metadata["page"] == 2
