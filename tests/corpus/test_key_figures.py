from pathlib import Path

import pytest

from corpus.assistance import STUDY_ID
from corpus.key_figures import load_key_figures
from corpus.locate import CORPUS_ROOT
from prompts.errors import VigieError

HEADER = "label,value,unit,section,place\n"


def test_the_shipped_figures_are_read() -> None:
    """Each figure of the text has its value, unit and place, under a label of its own."""
    figures = {figure.label: figure for figure in load_key_figures(CORPUS_ROOT / STUDY_ID)}
    assert figures["répondants à la consultation"].value == 101
    assert figures["collaborateurs de la branche en 2023"].section == "1.2.1"


def test_a_label_given_twice_is_refused(tmp_path: Path) -> None:
    """Two figures of one label would leave the digest to choose: the second line is named."""
    row = "durée,4,mois,1.1.4,Conduite\n"
    (tmp_path / "key_figures.csv").write_text(HEADER + row + row, "utf-8")
    with pytest.raises(VigieError) as caught:
        load_key_figures(tmp_path)
    assert caught.value.key == "corpus.bad_table"
    assert caught.value.params["line"] == 3


@pytest.mark.parametrize("row", ["durée,-4,mois,1.1.4,x", "durée,4,,1.1.4,x", "d,4,mois,un,x"])
def test_an_impossible_figure_is_refused(tmp_path: Path, row: str) -> None:
    """A negative value, a missing unit or a section that is no number is a bad row."""
    (tmp_path / "key_figures.csv").write_text(f"{HEADER}{row}\n", "utf-8")
    with pytest.raises(VigieError) as caught:
        load_key_figures(tmp_path)
    assert caught.value.key == "corpus.bad_row"
