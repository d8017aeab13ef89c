import shutil
from pathlib import Path

import pytest

from corpus.locate import CORPUS_ROOT
from ingest.check import check_corpus

A = "assistance-2025"


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return the root of a copy of the corpus, without its code and its digests."""
    ignore = shutil.ignore_patterns("*.py", "__pycache__", "*.pdf", "*.md")
    return Path(shutil.copytree(CORPUS_ROOT, tmp_path / "corpus", ignore=ignore))


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, f"{old!r} does not stand in {path.name}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_shipped_corpus_has_no_defect() -> None:
    """Nothing is reported of the corpus as it is shipped."""
    assert check_corpus(CORPUS_ROOT) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "said"),
    [
        (f"{A}/exposure.csv", ",true,0.63,4,", ",true,0.6,4,", 5, "exactement deux décimales"),
        (f"{A}/exposure.csv", ",0.63,4,", ",0.63,59,", 5, "plus que le maximum 58"),
        (f"{A}/exposure.csv", ",0.63,4,", ",0.63,5,", None, "sans trou ni doublon"),
        (f"{A}/exposure.csv", "Annexe 1,", ",", 2, "« section » est vide"),
        (f"{A}/exposure.csv", "section,place", "section,lieu", 1, "colonne manquante : place"),
        (f"{A}/exposure.csv", ",Émergent\n", ",Emergent\n", 2, "« exposure_class » vaut « Emer"),
        (f"{A}/distributions.csv", "4,6,12,4,0,26", "4,6,12,4,0,27", 2, "contradictions.csv"),
        (f"{A}/use_cases.csv", "document,1,", "document,4,", 3, "plus que le maximum 3"),
        (f"{A}/use_cases.csv", "document,1,", "document,2,", None, "1 : 49, 2 : 45, 3 : 23"),
        (f"{A}/use_cases.csv", ",Chargé d'assistance,", ",Chargé,", 2, "aucun des métiers"),
        (
            f"{A}/recommendations.csv",
            'sa maturité",1\n',
            'sa maturité",8\n',
            None,
            "ne se suivent pas",
        ),
        (f"{A}/consultation.csv", ",68,", ",680,", 6, "plus que le maximum 100"),
        (f"{A}/contradictions.csv", ',"0,30",', ',"0,31",', 2, "aucune des deux valeurs"),
        (f"{A}/use_case_titles.csv", "Help Desk,", "Synthèse de support/document,", 3, "répété"),
        (f"{A}/use_case_titles.csv", ",Help desk,", ",Help Desk,x\nHelp Desk,Aide,", 3, "rangé"),
        (f"{A}/key_figures.csv", "phases de l'étude", "durée de l'étude", 3, "répété"),
        (f"{A}/study.toml", "year = 2025", "year = 20 25", 7, "TOML"),
        (f"{A}/study.toml", "recognised_by = [", "recognised_by = []\nx = [", None, "recognised"),
        ("omt-2020/study.toml", 'kind = "etude"', 'kind = "note"', None, "« kind »"),
        ("lexicon/jobs.csv", "Acheteur,Acheteuse", "Achat,Acheteuse", None, "« Achat »"),
        ("lexicon/synonyms.csv", "chatbot,mailbot", "chatbot,callbot", 4, "répété"),
        ("lexicon/synonyms.csv", "prof,enseignant", "prof,", None, "« expansion » est vide"),
    ],
)
def test_a_defect_is_reported_with_file_line_and_reason(
    corpus: Path, file: str, old: str, new: str, line: int | None, said: str
) -> None:
    """Each break of the corpus is reported where it stands, with a French reason."""
    _edit(corpus / file, old, new)
    problems = [problem for problem in check_corpus(corpus) if said in problem.reason]
    assert problems, check_corpus(corpus)
    assert {problem.file for problem in problems} == {file}
    if line is not None:
        assert [problem.line for problem in problems] == [line]


def test_a_missing_file_and_a_wrong_encoding_are_reported(corpus: Path) -> None:
    """A file that cannot be read at all is a defect like the others."""
    (corpus / A / "recommendations.csv").unlink()
    synonyms = corpus / "lexicon/synonyms.csv"
    synonyms.write_bytes(synonyms.read_text("utf-8").encode("latin-1", "replace"))
    found = {(one.file, one.reason) for one in check_corpus(corpus)}
    assert found == {
        (f"{A}/recommendations.csv", "fichier introuvable"),
        ("lexicon/synonyms.csv", "le fichier n'est pas encodé en UTF-8"),
    }


def test_a_folder_without_its_card_is_reported(corpus: Path) -> None:
    """A study's folder that lost its card does not silently leave the corpus."""
    (corpus / "omt-2014/study.toml").rename(corpus / "omt-2014/card.toml")
    assert [one.file for one in check_corpus(corpus)] == ["omt-2014/study.toml"]


def test_two_studies_with_the_same_phrases_are_reported(corpus: Path) -> None:
    """A study that another one's PDF would be taken for is named."""
    shutil.copytree(corpus / "omt-2014", corpus / "omt-2015")
    _edit(corpus / "omt-2015/study.toml", 'id = "omt-2014"', 'id = "omt-2015"')
    found = check_corpus(corpus)
    assert [one.file for one in found] == ["omt-2014/study.toml", "omt-2015/study.toml"]
    assert "« omt-2015 »" in found[0].reason


def test_all_defects_are_reported_at_once(corpus: Path) -> None:
    """Two bad rows of two tables and a bad card make three defects."""
    _edit(corpus / A / "exposure.csv", ",0.63,4,", ",1.63,4,")
    _edit(corpus / A / "use_cases.csv", "document,1,", "document,4,")
    _edit(corpus / "omt-2020/study.toml", 'kind = "etude"', 'kind = "note"')
    assert len(check_corpus(corpus)) == 3


def test_an_empty_folder_is_not_a_corpus(tmp_path: Path) -> None:
    """A folder without any study is reported as such, with its missing tables."""
    found = check_corpus(tmp_path)
    assert "aucun dossier d'étude : réinstallez Vigie" in {one.reason for one in found}
    assert len(found) > 1
