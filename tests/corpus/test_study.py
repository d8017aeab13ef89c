from pathlib import Path

import pytest
from pypdf import PdfReader

from corpus.study import Study, load_studies
from ingest.french import fold
from prompts.errors import VigieError
from tests.corpus.conftest import Breaker

CARD = "omt-2014/study.toml"


def test_the_five_studies_are_described() -> None:
    """The corpus holds five cards, sorted by id, that tell a study from a promotional text."""
    studies = load_studies()
    assert [(study.id, study.kind) for study in studies] == [
        ("assistance-2025", "etude"),
        ("conseil-telecoms", "promotionnel"),
        ("impact-ai-2020", "entretiens"),
        ("omt-2014", "etude"),
        ("omt-2020", "etude"),
    ]


def test_a_card_says_what_a_claim_needs() -> None:
    """The year shown with a claim and the end of the horizon come from the card."""
    studies = {study.id: study for study in load_studies()}
    assert studies["assistance-2025"].year_label == "2024-2025"
    assert (studies["omt-2020"].date, studies["omt-2020"].horizon_end) == ("2020-02", 2022)
    assert studies["conseil-telecoms"].year is None
    assert all(study.limits for study in studies.values())


@pytest.mark.studies
def test_each_study_is_recognised_by_its_own_pdf_only(official_studies: Path) -> None:
    """All phrases of a study stand in the first three pages of one PDF, and of no other."""
    openings = {path.name: _opening(path) for path in official_studies.glob("*.pdf")}
    found = {
        study.id: [name for name, text in openings.items() if _recognises(study, text)]
        for study in load_studies()
    }
    assert {key: len(names) for key, names in found.items()} == dict.fromkeys(found, 1)
    assert len({name for names in found.values() for name in names}) == len(found)


def _opening(path: Path) -> str:
    return fold(" ".join(page.extract_text() for page in PdfReader(path).pages[:3]))


def _recognises(study: Study, opening: str) -> bool:
    return all(fold(phrase) in opening for phrase in study.recognised_by)


@pytest.mark.parametrize(
    ("old", "new", "key", "said"),
    [
        ("year = 2014", "year = ", "corpus.bad_toml", "ligne 7"),
        ("year = 2014", 'year = "2014"', "corpus.bad_study", "« year »"),
        ('kind = "etude"', 'kind = "blog"', "corpus.bad_study", "« kind » vaut « blog »"),
        ('date = "2014-03-03"', 'date = "3 mars"', "corpus.bad_study", "« date »"),
        ('id = "omt-2014"', 'id = "omt-2015"', "corpus.bad_study", "nom du dossier"),
        ('sample = "', 'samples = "', "corpus.bad_study", "« samples » n'est pas un champ connu"),
    ],
)
def test_an_impossible_card_names_itself_and_the_reason(
    corpus_copy: Path, replace_in: Breaker, old: str, new: str, key: str, said: str
) -> None:
    """A card that cannot be used is refused with its name and the reason in French."""
    replace_in(CARD, old, new)
    with pytest.raises(VigieError) as caught:
        load_studies(corpus_copy)
    assert caught.value.key == key
    assert CARD in str(caught.value)
    assert said in str(caught.value)


def test_a_card_cut_short_gives_its_last_line(corpus_copy: Path) -> None:
    """A text left open to the end of the file is reported on the last line."""
    (corpus_copy / CARD).write_text('id = "omt-2014"\ntitle = """Impacts\n', "utf-8")
    with pytest.raises(VigieError) as caught:
        load_studies(corpus_copy)
    assert caught.value.params["line"] == 2


def test_a_folder_without_any_study_is_refused(tmp_path: Path) -> None:
    """An empty corpus is an error that says what to do, not an empty list."""
    with pytest.raises(VigieError, match="réinstallez"):
        load_studies(tmp_path)
