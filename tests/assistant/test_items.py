"""Evidence items out of the traces of the scoring tools."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from assistant.evidence import EvidenceItem, EvidenceKind
from assistant.gather.items import Cited, ItemMaker
from assistant.gather.naming import StudyNames
from assistant.gather.places import PlaceFinder
from assistant.scoring.trace import Figure, Source, Trace
from corpus.study import load_studies
from ingest.chunk import Chunk
from tests.assistant.evidence_samples import chunk

STUDY = "assistance-2025"
PAGES = [
    chunk("Médecin 0,16", "3. Rapport", study=STUDY, page=10),
    chunk("Infirmier 0,55", "3. Rapport", study=STUDY, page=10),
    chunk("Fiche 7 3 6", "4. Fiches", study=STUDY, page=13),
]
DOCTOR = Source(STUDY, "3", "Tableau", ("Médecin", "0,16"))
NURSE = Source(STUDY, "3", "Tableau", ("Infirmier", "0,55"))
SHEET = Source(STUDY, "4", "Fiche", ("7 3 6",))


def made(*figures: Figure, sources: tuple[Source, ...], result: object = None) -> Cited:
    """Return the items of a trace."""

    def of_study(study: str) -> Sequence[Chunk]:
        return PAGES if study == STUDY else ()

    maker = ItemMaker(PlaceFinder(of_study), StudyNames(load_studies(), ()))
    trace = Trace("essai", figures, sources, "v1")
    return maker.from_trace(trace, result, EvidenceKind.TABLE, "essai.")


def only(cited: Cited) -> EvidenceItem:
    """Return the one item."""
    (item,) = cited.items
    return item


def test_there_is_one_item_for_each_page_of_a_section() -> None:
    """Lines of one page share an item; its key stands for each of them."""
    cited = made(sources=(DOCTOR, SHEET, NURSE))
    assert [(item.page, item.section.partition(",")[0]) for item in cited.items] == [
        (10, "3"), (13, "4"),
    ]  # fmt: skip
    assert cited.keys[DOCTOR] == cited.keys[NURSE] != cited.keys[SHEET]
    assert {item.key for item in cited.items} == set(cited.keys.values())


def test_keys_are_found_by_section_and_by_needle() -> None:
    """A template cites the line of one job in one table."""
    cited = made(sources=(DOCTOR, SHEET, NURSE))
    assert cited.keys_of() == (cited.keys[DOCTOR], cited.keys[SHEET])
    assert cited.keys_of("4") == (cited.keys[SHEET],)
    assert cited.keys_of("3", "Infirmier") == (cited.keys[NURSE],)
    assert cited.keys_of("4", "Infirmier") == ()


def test_an_item_names_its_study_and_its_place() -> None:
    """A reader is told the study by its name and the table where the line stands."""
    item = only(made(sources=(DOCTOR,)))
    assert item.study_name == "IA générative et métiers de l'assistance"
    assert item.section == "3, Tableau"
    assert item.kind is EvidenceKind.TABLE


@pytest.mark.parametrize(
    ("figure", "stated"),
    [
        (Figure("score", Decimal("0.415")), {"0.415", "0.42"}),
        (Figure("rank", 17), {"17"}),
        (Figure("weight", Decimal("0.125"), exact=True), {"0.125"}),
        (Figure("share", Decimal("0.125")), {"0.125", "0.13", "13"}),
    ],
)
def test_figures_may_be_stated_exact_and_as_they_are_written(
    figure: Figure, stated: set[str]
) -> None:
    """A figure is stated as computed, rounded half up, and in percent for a share; no more."""
    item = only(made(figure, sources=(DOCTOR,)))
    assert item.numbers == {Decimal(each) for each in stated}


def test_the_words_of_a_result_may_be_quoted() -> None:
    """Every string of the result, at any depth, is the text of the item."""
    item = only(made(sources=(DOCTOR,), result={"a": ("Médecin", ["Saisie"]), "b": DOCTOR}))
    assert "Médecin" in item.text
    assert "Saisie" in item.text
    assert "Tableau" in item.text
