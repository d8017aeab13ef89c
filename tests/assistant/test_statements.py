"""Cutting a block of Markdown into statements."""

import pytest

from assistant.verify.statements import statements


def texts(block: str) -> list[str]:
    """Return the texts of the statements of a block."""
    return [statement.text for statement in statements(block)]


def keys(block: str) -> list[tuple[str, ...]]:
    """Return the keys of the statements of a block."""
    return [statement.keys for statement in statements(block)]


@pytest.mark.parametrize("stop", [".", "!", "?", "…"])
@pytest.mark.parametrize("marker", ["[[a]]", " [[a]]", "[[a]][[b]]", " [[a]] [[b]]"])
def test_markers_after_the_stop_stay_with_their_sentence(stop: str, marker: str) -> None:
    """A citation put after the full stop belongs to the sentence before it."""
    assert texts(f"Un fait{stop}{marker} Un autre.") == [f"Un fait{stop}{marker}", "Un autre."]


def test_each_sentence_has_its_own_keys() -> None:
    """A sentence is held to what it cites itself, not to what its neighbours cite."""
    assert keys("Un fait [[a]]. Un autre. [[b]] Un dernier [[a]][[c.1]].") == [
        ("a",), ("b",), ("a", "c.1"),
    ]  # fmt: skip


def test_a_sentence_without_key_rests_on_its_block() -> None:
    """What cites nothing is held to all that its block cites, each key once, in order."""
    assert keys("Un fait [[b]]. Rien. Un autre [[a]] et [[b]].") == [("b",), ("b", "a"), ("a", "b")]


@pytest.mark.parametrize(
    "sentence",
    [
        "M. Dupont et Mme. Durand en parlent p. 12 et n. 3.",
        "Les outils (ex. Copilot, cf. Annexe) changent, art. L. 12.",
        "Le score est de 0.41 sur 1.",
        "Un gain etc. Puis rien n'est dit.",
        "La société b&you, à la p. A1.",
    ],
)
def test_the_stop_of_an_abbreviation_ends_nothing(sentence: str) -> None:
    """« M. », « p. », « art. » and decimals do not cut a sentence."""
    assert texts(sentence) == [sentence]


def test_sentences_may_open_with_accents_quotes_and_emphasis() -> None:
    """What opens a sentence in French and in Markdown is known."""
    block = "Un fait. Évidemment. « Cité » ici. **Gras** ici. Ça va."
    assert len(statements(block)) == 5


def test_each_item_of_a_list_is_a_statement() -> None:
    """A list is cut by line, its announcement included, however many sentences a line holds."""
    block = "Deux cas [[a]] :\n- Un. Deux. [[b]]\n- Trois"
    assert texts(block) == block.split("\n")
    assert keys(block) == [("a",), ("b",), ("a", "b")]
    assert texts("- Un. Deux.") == ["- Un. Deux."]


def test_a_numbered_list_of_one_item_is_a_statement() -> None:
    """« 3. Former » is a list of one item, not the sentence « 3. » and another."""
    assert texts("3. Former les équipes [[a]]") == ["3. Former les équipes [[a]]"]


def test_the_head_of_a_table_makes_no_statement() -> None:
    """Its two first lines hold the table; each row is a statement that rests on the head's keys."""
    head, rule, row = statements("| Métier | Score [[a]] |\n|---|---|\n| Médecin | 0,41 |")
    assert head.header
    assert rule.header
    assert not row.header
    assert row.keys == ("a",)


def test_a_quotation_is_an_extract_without_its_marks() -> None:
    """The marks of quotation, of list and of citation are no part of what is quoted."""
    first, blank, item = statements("> Deux outils : [[a]]\n>\n> - la RPA [[b]]")
    assert [s.is_extract for s in (first, blank, item)] == [True, True, True]
    assert (first.extract, item.extract) == ("Deux outils :", "la RPA")
    assert (first.keys, item.keys) == (("a",), ("b",))
    assert not statements("Un fait.")[0].is_extract


@pytest.mark.parametrize(
    "block",
    [
        "Un fait. [[a]] Un autre [[b]] ! Fin ?",
        "Deux cas :\n- Un\n- Deux",
        "| a | b |\n|---|---|\n| c | d |",
        "> Un.\n>\n> - Deux.",
        "Une phrase sans point",
    ],
)
def test_joined_again_the_statements_give_the_block(block: str) -> None:
    """Nothing is lost or moved by the cut."""
    assert ("\n" if "\n" in block else " ").join(texts(block)) == block
