from decimal import Decimal
from pathlib import Path

import pytest

from corpus.csv_rows import each_row, read_rows
from corpus.model import CorpusModel, Score, Text
from prompts.errors import VigieError


class Row(CorpusModel):
    """A small table's row: two required fields and two with a default."""

    name: Text
    score: Score
    core: bool = False
    note: str = ""


GOOD = "name,score,core,note\nActuaire,0.48,true,\n"


def _write(folder: Path, content: str | bytes) -> Path:
    path = folder / "rows.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _refusal(path: Path) -> VigieError:
    with pytest.raises(VigieError) as caught:
        read_rows(path, Row)
    return caught.value


def test_rows_are_typed_and_an_empty_cell_takes_the_default(tmp_path: Path) -> None:
    """Each cell becomes the field's type; an empty one is an absent value."""
    rows = read_rows(_write(tmp_path, GOOD), Row)
    assert rows == (Row(name="Actuaire", score=Decimal("0.48"), core=True, note=""),)


@pytest.mark.parametrize(
    "content",
    [b"\xef\xbb\xbf" + GOOD.encode(), GOOD.replace("\n", "\r\n").encode(), GOOD.strip().encode()],
    ids=["byte order mark", "Windows line ends", "no final line end"],
)
def test_what_a_spreadsheet_adds_changes_nothing(tmp_path: Path, content: bytes) -> None:
    """A byte order mark, Windows line ends or a missing last one are accepted."""
    assert read_rows(_write(tmp_path, content), Row)[0].name == "Actuaire"


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    """The header names the columns, so their order is free."""
    path = _write(tmp_path, "note,score,name,core\nx,0.48,Actuaire,\n")
    assert read_rows(path, Row)[0].note == "x"


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("name,score,core", "colonne manquante : note"),
        ("name,score,core,note,rank", "colonne en trop : rank"),
        ("name,score,core,note,note", "colonne répétée : note"),
        ("name;score;core;note", "colonne manquante : name, score, core, note"),
        ("name,marks,core,note", "colonne manquante : score ; colonne en trop : marks"),
    ],
)
def test_a_wrong_header_says_which_column(tmp_path: Path, header: str, said: str) -> None:
    """The columns that are missing, extra or repeated are named."""
    error = _refusal(_write(tmp_path, f"{header}\nActuaire,0.48,true,,\n"))
    assert error.key == "corpus.bad_header"
    assert said in str(error)
    assert "rows.csv" in str(error)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Actuaire,0.5,,", "exactement deux décimales"),
        ("Actuaire,1.20,,", "plus que le maximum 1"),
        ("Actuaire,-0.10,,", "moins que le minimum 0"),
        ('Actuaire,"0,48",,', "pas un nombre décimal"),
        ("Actuaire,NaN,,", "nombre fini"),
        (",0.48,,", "« name » est vide"),
        (" Actuaire,0.48,,", "espace de trop"),
        ("Actuaire,0.48,oui-oui,", "au lieu de true ou false"),
        ("Actuaire,0.48,", "3 cellules au lieu de 4"),
        ("Actuaire,0.48,,,", "5 cellules au lieu de 4"),
        ('"Actuaire,0.48,,', "guillemets"),
        ("", "0 cellules au lieu de 4"),
    ],
)
def test_an_impossible_row_names_file_line_and_reason(tmp_path: Path, row: str, said: str) -> None:
    """The refusal says, in French, in which file, on which line and why."""
    error = _refusal(_write(tmp_path, f"{GOOD}{row}\nAcheteur,0.34,,\n"))
    assert error.key == "corpus.bad_row"
    assert error.params["line"] == 3
    assert "rows.csv" in str(error)
    assert said in str(error)


def test_every_bad_row_can_be_had(tmp_path: Path) -> None:
    """Reading on after a bad row gives the others, each with its own line."""
    path = _write(tmp_path, f"{GOOD}Acheteur,2.00,,\nJuriste,0.38,,\nAuditeur,x,,\n")
    lines = [row.params["line"] for row in each_row(path, Row) if isinstance(row, VigieError)]
    assert lines == [3, 5]


@pytest.mark.parametrize(
    "content", ["", " \n", "name,score,core,note\n"], ids=["empty", "blank", "header only"]
)
def test_a_file_without_rows_is_refused(tmp_path: Path, content: str) -> None:
    """An empty table is a defect, not an empty answer."""
    assert _refusal(_write(tmp_path, content)).key == "corpus.empty_file"


def test_a_wrong_encoding_gives_the_line(tmp_path: Path) -> None:
    """A file saved in another encoding is refused with the line of its first bad byte."""
    error = _refusal(_write(tmp_path, GOOD.encode() + "Médecin,0.05,,\n".encode("latin-1")))
    assert error.key == "corpus.bad_encoding"
    assert error.params["line"] == 3


def test_a_file_that_cannot_be_read_is_a_french_sentence(tmp_path: Path) -> None:
    """A missing file and a folder in its place are both told without a traceback."""
    assert _refusal(tmp_path / "rows.csv").key == "corpus.missing_file"
    (tmp_path / "rows.csv").mkdir()
    assert _refusal(tmp_path / "rows.csv").key == "corpus.unreadable_file"
