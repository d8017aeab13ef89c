"""The five official PDFs: plan, pages, rows and words as a reader sees them."""

from pathlib import Path

import pytest

from ingest.chunk import Chunk
from ingest.chunking import LARGEST, cut
from ingest.document import Document, read_document
from ingest.known_studies import KnownStudies

pytestmark = pytest.mark.studies
PAGES = {
    "assistance-2025": 57,
    "conseil-telecoms": 43,
    "impact-ai-2020": 23,
    "omt-2014": 20,
    "omt-2020": 53,
}


@pytest.fixture(scope="module")
def read(official: Path) -> dict[str, Document]:
    """Read the five PDFs once, by study."""
    known = KnownStudies()
    documents: dict[str, Document] = {}
    for path in sorted(official.glob("*.pdf")):
        document = read_document(path, known.anchors)
        study = known.recognise(document.opening())
        assert study is not None, path.name
        documents[study.study.id] = document
    return documents


@pytest.fixture(scope="module")
def chunks(read: dict[str, Document]) -> dict[str, list[Chunk]]:
    """Cut them."""
    return {study: cut(study, document) for study, document in read.items()}


def test_each_file_is_recognised_and_whole(read: dict[str, Document]) -> None:
    """Five studies, 196 pages, nothing to warn about."""
    assert {study: len(d.pages) for study, d in read.items()} == PAGES
    assert not any(d.warnings for d in read.values())


def test_no_running_footer_is_left(chunks: dict[str, list[Chunk]]) -> None:
    """The title printed with « Page 3 | 57 » on every page is in no passage."""
    for study, found in chunks.items():
        assert not any(f" | {PAGES[study]}" in chunk.text for chunk in found)


@pytest.mark.parametrize(
    ("study", "words", "page", "section"),
    [
        ("assistance-2025", "12 512 collaborateurs", 3, ("1.", "1.2.", "1.2.1.")),
        ("assistance-2025", "38 %) déclarent", 10, ("2.", "2.2.", "2.2.7.")),
        ("assistance-2025", "Parmi les métiers considérés", 18,
         ("3.", "3.2.", "3.2.2.", "3.2.2.1.")),
        ("assistance-2025", "requalification par les experts", 21,
         ("3.", "3.2.", "3.2.2.", "3.2.2.2.", "Observations")),
        ("assistance-2025", "panne mineure", 29, ("4.", "4.2.", "4.2.2. SUPPORT")),
        ("assistance-2025", "DIAL-IA (Dialoguer", 51, ("5.", "POUR ALLER PLUS LOIN", "Informer")),
        ("assistance-2025", "2019 : Prospérer dans", 53, ("ANNEXES", "Bibliographie")),
        ("omt-2020", "échange infructueux", 30, ("2.", "2.4.", "2.4.1.", "a. Evolution")),
        ("omt-2020", "Ecouter activement, diriger", 31, ("2.", "2.4.", "2.4.1.", "b. Evolution")),
        ("omt-2014", "250 postes", 2, ("Evolution de la", "Points de vente")),
        ("omt-2014", "plusieurs conversations en", 10,
         ("Nouveaux", "Descriptif", "Web conseiller", "Principales")),
        ("impact-ai-2020", "un rôle plus qu'un", 4,
         ("Les métiers de l'assurance", "Norbert Girard", "Comment cela touche")),
        ("impact-ai-2020", "suivi de sinistre", 9,
         ("Les métiers de l'assurance", "Jean-Philippe Eprincharde", "Retour d'exp")),
        ("impact-ai-2020", "data driven", 11, ("Les métiers de l'éducation", "Yannick Petit")),
        ("conseil-telecoms", "9 à 18 mois", 29, ("Foire aux questions", "Quelle est la durée")),
    ],
)  # fmt: skip
def test_passages_have_their_page_and_section(
    chunks: dict[str, list[Chunk]], study: str, words: str, page: int, section: tuple[str, ...]
) -> None:
    """Page and section path are those of the printed study."""
    found = [chunk for chunk in chunks[study] if words in chunk.text]
    assert found
    chunk = next((c for c in found if c.page == page), found[0])
    assert chunk.page == page
    for printed, expected in zip(chunk.section, section, strict=False):
        assert printed.startswith(expected)
    assert len(chunk.section) >= len(section)


def test_every_interview_has_its_name(chunks: dict[str, list[Chunk]]) -> None:
    """The fifteen people interviewed each have passages of their own."""
    paths = [chunk.section for chunk in chunks["impact-ai-2020"] if len(chunk.section) > 1]
    sectors = [path for path in paths if path[0].startswith("Les métiers")]
    people = {path[1].split(" – ")[0] for path in sectors if " – " in path[1]}
    assert len(people) == 15


def test_the_rows_of_the_large_tables_are_whole(chunks: dict[str, list[Chunk]]) -> None:
    """The 58 rows of both rankings of the experts are each on one line."""
    lines = [
        line
        for chunk in chunks["assistance-2025"]
        if any("3.2.2.2." in heading for heading in chunk.section)
        for line in chunk.text.split("\n")
    ]
    rows = [line.split("\t") for line in lines if len(line.split("\t")) == 6]
    ranks = sorted(int(row[4]) for row in rows if row[4].isdigit())
    assert ranks == list(range(1, 59))
    whole = {row[1]: (row[3], row[5]) for row in rows}
    assert whole["Gestionnaire de dossiers d'assistance"] == ("1,00", "En forte transformation")


def test_passages_are_of_a_readable_size(chunks: dict[str, list[Chunk]]) -> None:
    """Nothing is beyond the size asked for but single long rows or sentences."""
    for found in chunks.values():
        long = [c for c in found if len(c.text) > LARGEST * 1.2]
        assert not long


def test_no_text_is_lost(read: dict[str, Document], chunks: dict[str, list[Chunk]]) -> None:
    """Every word of the pages is in a passage or in a section path."""
    for study, document in read.items():
        indexed = {w for c in chunks[study] for w in " ".join((c.text, *c.section)).split()}
        printed = [w for page in document.pages for w in page.text.split()]
        missing = [w for w in printed if w not in indexed]
        assert len(missing) < 0.002 * len(printed), missing[:20]
