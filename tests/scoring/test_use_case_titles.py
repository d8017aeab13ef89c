"""The correspondence table of use-case titles."""

from collections import Counter
from pathlib import Path

from assistant.scoring.ordering import folded
from assistant.scoring.titles import canonical_titles
from corpus.assistance import AssistanceTables
from corpus.use_case_titles import load_use_case_titles
from tests.scoring.refusals import refused

HEADER = "title,canonical,reason\n"


def test_every_canonical_title_stands_in_a_sheet(tables: AssistanceTables) -> None:
    """No row of the correspondence leads to a title that the study does not have."""
    known = {row.use_case for row in tables.use_cases}

    assert {row.canonical for row in load_use_case_titles()} <= known


def test_titles_that_differ_only_in_spelling_are_one(tables: AssistanceTables) -> None:
    """No two canonical titles are the same but for case, accents or spaces around a bar."""
    canonical = set(canonical_titles(row.use_case for row in tables.use_cases).values())
    spelt = Counter(folded(title).replace(" / ", "/") for title in canonical)

    assert max(spelt.values()) == 1


def test_neighbours_kept_apart_stay_apart() -> None:
    """Different callers or different files are different use cases."""
    titles = [
        "Prise en charge de certains appels",
        "Prise en charge de certains appels clients (Voicebot)",
        "Aide au discours",
        "Aide au discours des agents",
    ]

    assert len(set(canonical_titles(titles).values())) == 4


def _table(root: Path, *rows: str) -> Path:
    folder = root / "assistance-2025"
    folder.mkdir()
    (folder / "use_case_titles.csv").write_text(HEADER + "\n".join(rows) + "\n", encoding="utf-8")
    return root


def test_a_title_that_leads_to_a_moved_one_is_refused(tmp_path: Path) -> None:
    """A chain of correspondences is refused with its line."""
    root = _table(tmp_path, "A,B,même titre", "C,A,même titre")

    with refused("corpus.bad_table", "« A »", "use_case_titles.csv"):
        load_use_case_titles(root)


def test_a_title_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """A title has one canonical title."""
    with refused("corpus.bad_table", "« A »"):
        load_use_case_titles(_table(tmp_path, "A,B,même titre", "A,C,même titre"))


def test_a_correspondence_without_reason_is_refused(tmp_path: Path) -> None:
    """Every line says why."""
    with refused("corpus.bad_row", "« reason »"):
        load_use_case_titles(_table(tmp_path, "A,B,"))
