"""The page on which a table's figure stands in the document loaded."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from assistant.gather.places import PlaceFinder
from assistant.scoring import sources
from assistant.scoring.trace import Source
from corpus.assistance import STUDY_ID, AssistanceTables, Qualification
from corpus.locate import CORPUS_ROOT
from ingest.chunk import Chunk
from ingest.index import Index
from tests.assistant.evidence_samples import chunk
from tests.assistant.pages import pages, share_printed, wrong_pages

OFFICIAL = "assistance-2025-ia-generative.pdf"
OFFICIAL_PAGES = {
    Qualification.PWC_ROME: {54, 55, 56},
    Qualification.PWC_REVISED: {15, 16, 17},
    Qualification.EXPERTS: {18, 19, 20},
}


def finder(*chunks: Chunk) -> PlaceFinder:
    """Return a finder over these passages."""

    def of_study(study: str) -> Sequence[Chunk]:
        return [each for each in chunks if each.study == study]

    return PlaceFinder(of_study)


def source(section: str, *needles: str) -> Source:
    """Return a source of the study of the samples."""
    return Source("etude", section, "Tableau", needles)


PWC = chunk("Médecin 0,06 55", "3. Rapport", "3.2.1. PwC", page=8)
SAID = chunk("Le médecin d'assistance baisse.", "3. Rapport", "3.2.2. Experts", page=9)
EXPERTS_1 = chunk("Métier Score\nInfirmier 0,16 46", "3. Rapport", "3.2.2. Experts", page=10)
EXPERTS_2 = chunk(
    "Médecin d’assistance\nOui 0,16 46\nJuriste 0,37 16", "3. Rapport", "3.2.2. Experts", page=11
)
OTHER = chunk("Nulle part ailleurs 12", "4. Fin", page=20)
FINDER = finder(PWC, SAID, EXPERTS_1, EXPERTS_2, OTHER)


def test_the_page_is_the_one_that_prints_all_the_needles() -> None:
    """Job and score stand on one line: the job alone, or the score alone, is not the place."""
    assert FINDER.page(source("3.2.2", "Médecin d'assistance", "0,16")) == 11
    assert FINDER.page(source("3.2.2", "Infirmier", "0,16")) == 10


def test_the_section_tells_two_tables_apart() -> None:
    """The same words in another section are not the place."""
    assert FINDER.page(source("3.2.1", "Médecin", "0,06")) == 8
    assert FINDER.page(source("3.2.2", "Médecin")) == 9


def test_a_section_number_is_not_the_beginning_of_another() -> None:
    """Section 4.2.1 is not 4.2.10, and holds its own subsections."""
    ten = chunk("Fiche", "4. Fiches", "4.2.10 Réclamations", page=44)
    one = chunk("Fiche", "4. Fiches", "4.2.1 Chargé", "4.2.1.1 Scores", page=26)
    assert finder(ten, one).page(source("4.2.1", "Fiche")) == 26
    assert finder(ten).page(source("4.2.1")) is None


def test_a_job_whose_score_is_not_printed_beside_it_is_cited_where_it_stands() -> None:
    """The line of the job in its section is nearer to the truth than the section's beginning."""
    assert FINDER.page(source("3.2.2", "Juriste", "9,99")) == 11


def test_without_needles_the_place_is_where_the_section_begins() -> None:
    """A whole table is cited at its first page."""
    assert FINDER.page(source("3.2.2")) == 9


def test_what_stands_outside_its_section_is_found_in_the_study() -> None:
    """A section that the outline does not have costs no page."""
    assert FINDER.page(source("9.9", "ailleurs", "12")) == 20


def test_what_the_document_does_not_print_has_no_page() -> None:
    """No page rather than a wrong one, when the study is not loaded or has no such place."""
    assert FINDER.page(source("9.9", "introuvable")) is None
    assert FINDER.page(Source("autre", "3.2.2", "Tableau", ("Infirmier",))) is None


@pytest.mark.studies
def test_the_official_page_of_every_score_prints_it(
    studies_index: Index, studies_folder: Path, tables: AssistanceTables
) -> None:
    """Job, score and rank of each of the 174 rows stand on one line of the page cited."""
    place = PlaceFinder(studies_index.chunks)
    found = [(row, place.page(sources.of_exposure(row))) for row in tables.exposure]
    assert len(found) == 174
    assert wrong_pages(found, pages(studies_folder / OFFICIAL)) == []
    for row, page in found:
        assert page in OFFICIAL_PAGES[row.qualification], row.job


@pytest.mark.xfail(
    strict=True,
    reason="a sentence that names the job and its score wins over the table on the next page",
)
def test_the_digest_s_page_of_every_score_prints_it(
    digest_index: Index, tables: AssistanceTables
) -> None:
    """The same holds for the digest, whose pages are not those of the study."""
    place = PlaceFinder(digest_index.chunks)
    found = [(row, place.page(sources.of_exposure(row))) for row in tables.exposure]
    assert wrong_pages(found, pages(CORPUS_ROOT / STUDY_ID / "digest.pdf")) == []


def test_every_row_of_every_table_has_a_page_of_the_digest(
    digest_index: Index, tables: AssistanceTables
) -> None:
    """Nothing that the tables hold is without a place in the digest."""
    place = PlaceFinder(digest_index.chunks)
    placed = [
        *map(sources.of_exposure, tables.exposure),
        *map(sources.of_distribution, tables.distributions),
        *map(sources.of_use_case, tables.use_cases),
        *map(sources.of_recommendation, tables.recommendations),
        *map(sources.of_consultation, tables.consultation),
    ]
    assert [each for each in placed if place.page(each) is None] == []


@pytest.mark.studies
def test_the_official_page_of_a_sheet_s_counts_prints_them(
    studies_index: Index, studies_folder: Path, tables: AssistanceTables
) -> None:
    """The page cited for a distribution of skills prints its five counts side by side."""
    place = PlaceFinder(studies_index.chunks)
    printed = pages(studies_folder / OFFICIAL)
    for row in tables.distributions:
        page = place.page(sources.of_distribution(row))
        assert page is not None, row
        assert f" {row.n1} {row.n2} {row.n3} {row.n4} {row.n5} " in printed[page - 1], row


@pytest.mark.studies
@pytest.mark.xfail(
    strict=True,
    reason="a title that the table words or spells otherwise gets the first page of its section",
)
@pytest.mark.parametrize("kind", ["use_cases", "recommendations"])
def test_the_official_page_of_a_title_is_the_one_that_prints_most_of_it(
    studies_index: Index, studies_folder: Path, tables: AssistanceTables, kind: str
) -> None:
    """A title is cited where it stands, even if the table corrects its spelling."""
    place = PlaceFinder(studies_index.chunks)
    printed = pages(studies_folder / OFFICIAL)
    titles = {
        "use_cases": map(sources.of_use_case, tables.use_cases),
        "recommendations": map(sources.of_recommendation, tables.recommendations),
    }
    wrong = []
    for each in titles[kind]:
        page = place.page(each)
        shares = [share_printed(text, each.needles[0]) for text in printed]
        if page is None or shares[page - 1] < max(shares):
            wrong.append((each.needles[0], page))
    assert wrong == []
