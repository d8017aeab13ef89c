"""What can be quoted of a passage."""

import pytest

from assistant.search.units import Unit, units
from assistant.vigie import Vigie
from ingest.chunk import Chunk
from tests.assistant.evidence_samples import chunk

LIST = "Avant, rien.\nTrois outils aident :\n• la saisie ;\n• le tri ;\n• la synthèse.\nEt la fin."


def lines(text: str, *section: str) -> list[tuple[str, ...]]:
    """Return the lines of each unit of a passage."""
    return [unit.lines for unit in units(chunk(text, *section))]


def test_each_sentence_is_a_unit() -> None:
    """Sentences come one by one, in order, spaces and line ends set aside."""
    assert lines("Un fait  ici.\nUn autre\u00a0là. Un dernier.") == [
        ("Un fait ici.",), ("Un autre là.",), ("Un dernier.",),
    ]  # fmt: skip


def test_a_list_keeps_its_announcement() -> None:
    """The items follow the line that announces them, in one unit that is a list."""
    (announced,) = [unit for unit in units(chunk(LIST)) if unit.lines[0].endswith(":")]
    assert announced.lines[:4] == (
        "Trois outils aident :", "• la saisie ;", "• le tri ;", "• la synthèse.",
    )  # fmt: skip
    assert announced.is_list


def test_a_list_stops_at_the_next_announcement() -> None:
    """Two lists that follow each other are two units."""
    text = "Premier :\n• un\n• deux\nSecond :\n• trois"
    lists = [unit for unit in lines(text) if unit[0].endswith(":")]
    assert lists == [("Premier :", "• un", "• deux"), ("Second :", "• trois")]


def test_an_endless_list_is_cut_between_items() -> None:
    """A quotation has a length: the items kept are whole, and the announcement stays."""
    items = [f"• article numéro {n} de la liste des choses" for n in range(60)]
    (unit,) = [u for u in lines("\n".join(["Voici :", *items])) if u[0] == "Voici :"]
    assert 1 < len(unit) < len(items)
    assert unit[1:] == tuple(items[: len(unit) - 1])


@pytest.mark.parametrize("opening", ["Elle", "Cela", "Ces outils", "De plus, il", "En effet, il"])
def test_a_sentence_that_leans_on_another_comes_with_it(opening: str) -> None:
    """What a pronoun stands for is quoted too."""
    second = f"{opening} aide beaucoup."
    assert lines(f"La RPA saisit. {second}")[-1] == (f"La RPA saisit. {second}",)


NUMBERED = pytest.param(
    "3.2. Méthode",
)


@pytest.mark.parametrize("heading", ["Méthode", "Une méthode en deux temps", NUMBERED])
def test_a_heading_is_no_unit(heading: str) -> None:
    """A title is said by the place of the quotation: it is not quoted itself."""
    found = lines(f"{heading}\nOn compte. On note.", "3. Rapport", heading)
    assert {line for unit in found for line in unit} >= {"On compte.", "On note."}
    assert not any("éthode" in line or "3.2" in line for unit in found for line in unit)


def test_lines_of_contents_are_no_units() -> None:
    """A table of contents says nothing."""
    assert lines("On compte.\nAnnexe 1 ............54") == [("On compte.",)]


@pytest.mark.parametrize("heading", ["Outils", NUMBERED])
def test_what_stands_under_a_heading_is_announced_by_it(heading: str) -> None:
    """The opening of a section is known by its title, which is not quoted."""
    opening = next(units(chunk(f"{heading}\n• la saisie\n• le tri", heading)))
    assert opening.lines == ("• la saisie", "• le tri")
    assert opening.announced == heading


def test_an_empty_passage_has_no_unit() -> None:
    """A passage of nothing but its heading gives nothing to quote."""
    assert lines("Outils", "Outils") == []
    assert lines("") == []


def test_units_are_verbatim(vigie: Vigie) -> None:
    """Each line of each unit of each passage stands in it, but for the kind of its spaces."""

    def of(passage: Chunk) -> list[Unit]:
        return list(units(passage))

    for document in vigie.index.documents:
        for passage in vigie.index.chunks(document.study):
            text = " ".join(passage.text.split())
            assert all(line in text for unit in of(passage) for line in unit.lines), passage.id
