"""From a draft to an answer: what does not hold is not shown, citations follow what is."""

import re

import pytest

from assistant.answer import Answer, AnswerKind, BlockKind
from assistant.evidence import EvidenceItem, EvidenceKind
from assistant.rendering import body
from assistant.verify.verifier import Verifier
from tests.assistant.evidence_samples import draft, item

CITE, TABLE = EvidenceKind.CITE, EvidenceKind.TABLE
A = item("a", "Médecin", "0.41", page=3)
B = item("b", "Infirmier", "0.55", kind=TABLE, page=4)
P = item("p", "Les outils aident : la saisie, le tri.", kind=CITE, page=5)


def verified(*blocks: str, items: tuple[EvidenceItem, ...] = (A, B, P)) -> Answer:
    """Return the answer that these blocks become."""
    return Verifier().verify(draft(items, *blocks))


def shown(answer: Answer) -> list[str]:
    """Return the blocks as Markdown."""
    return [block.markdown for block in answer.blocks]


def test_a_bad_sentence_is_dropped_and_the_others_stay() -> None:
    """One false figure costs its sentence, no more, and is counted."""
    answer = verified("Le score est de 0,41 [[a]]. Ou de 0,42 [[a]]. Fin.")
    assert shown(answer) == ["Le score est de 0,41 [1]. Fin."]
    assert answer.dropped == 1


@pytest.mark.parametrize(
    "block", ["Un fait [[z]].", "Le score est de 0,99 [[a]].", "Un score de 0,41.", "> Faux. [[p]]"]
)
def test_a_block_of_nothing_but_faults_is_not_shown(block: str) -> None:
    """An unknown key, a figure without evidence or without source and a misquotation go."""
    answer = verified(block)
    assert shown(answer) == []
    assert answer.citations == ()
    assert answer.dropped == 1


def test_a_table_loses_only_the_bad_row() -> None:
    """The head and the good rows stay in place."""
    answer = verified("| M [[a]] | S |\n|---|---|\n| x | 0,41 |\n| y | 0,99 |\n| z | 0,41 |")
    assert shown(answer) == ["| M [1] | S |\n|---|---|\n| x | 0,41 |\n| z | 0,41 |"]
    assert answer.dropped == 1


def test_a_table_without_a_good_row_is_not_shown() -> None:
    """A head alone says nothing, and cites nothing."""
    answer = verified("| M [[a]] | S |\n|---|---|\n| y | 0,99 |")
    assert shown(answer) == []
    assert answer.citations == ()


def test_citations_are_numbered_as_they_appear() -> None:
    """Numbers follow the order of the text, one for each item, and name the citations."""
    answer = verified("Un fait [[b]]. Un autre [[a]][[b]].", "Encore [[a]] et « la saisie » [[p]].")
    assert shown(answer) == ["Un fait [1]. Un autre [2] [1].", "Encore [2] et « la saisie » [3]."]
    assert [(c.key, c.kind, c.page) for c in answer.citations] == [
        ("1", "table", 4), ("2", "calcul", 3), ("3", "cite", 5),
    ]  # fmt: skip


def test_a_dropped_statement_takes_its_citation_with_it() -> None:
    """Numbers are given to what is shown: none is skipped, none is listed in vain."""
    answer = verified(
        "Faux, 0,99 [[b]]. Vrai, 0,41 [[a]].", "| [[p]] |\n|---|\n| 99 |", "Fin [[b]]."
    )
    assert shown(answer) == ["Vrai, 0,41 [1].", "Fin [2]."]
    assert [(c.key, c.page) for c in answer.citations] == [("1", 3), ("2", 4)]
    assert answer.dropped == 2


@pytest.mark.parametrize("head", ["| Métier [[z]] | Score |", "| Métier | Score moyen : 0,99 |"])
def test_a_table_whose_head_is_false_is_not_shown(head: str) -> None:
    """An unknown key in a head gives a number that no citation has; a figure there is a figure."""
    answer = verified(f"{head}\n|---|---|\n| Médecin [[a]] | 0,41 |")
    assert set(re.findall(r"\[(\d+)\]", body(answer))) == {c.key for c in answer.citations}
    assert "0,99" not in body(answer)


@pytest.mark.parametrize("marker", ["[[Passage Un]]", "[[passage un, a]]", "[[]]"])
def test_a_marker_that_names_nothing_is_never_shown(marker: str) -> None:
    """A key that a model deforms is an unknown key: no raw marker reaches the reader."""
    assert "[[" not in body(verified(f"Un fait {marker}. Un autre [[a]]."))


def test_a_citation_carries_what_is_quoted_of_it() -> None:
    """All the extracts of one item are quoted by its citation, and only by its own."""
    answer = verified("> Les outils aident : [[p]]\n> - le tri. [[p]]", "Le score est 0,41 [[a]].")
    quotes = {c.key: c.quote for c in answer.citations}
    assert quotes["1"] is not None
    assert [part.strip() for part in quotes["1"].split("[…]")] == ["Les outils aident :", "le tri."]
    assert quotes["2"] is None


def test_a_misquoted_extract_is_not_quoted_by_its_citation() -> None:
    """What is not shown is not in the quotation of the source either."""
    answer = verified("> Les outils nuisent. [[p]]\n> - le tri. [[p]]")
    assert [c.quote for c in answer.citations] == ["le tri."]
    assert "nuisent" not in body(answer)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Un score de 0,41 [[a]].", BlockKind.CALCULE),
        ("Un score de 0,55 [[b]].", BlockKind.CITE),
        ("> le tri. [[p]]", BlockKind.CITE),
        ("Une phrase de liaison.", BlockKind.LIAISON),
    ],
)
def test_blocks_are_told_apart_by_kind(text: str, kind: BlockKind) -> None:
    """A block says how its statements are known."""
    assert [block.kind for block in verified(text).blocks] == [kind]


def test_what_a_model_wrote_says_so() -> None:
    """The wording of a model is tagged as such, whatever it cites."""
    answer = Verifier().verify(draft([A], "Un score de 0,41 [[a]].", model="un-modele"))
    assert [block.kind for block in answer.blocks] == [BlockKind.REDIGE]
    assert answer.model == "un-modele"


@pytest.mark.parametrize("kind", [AnswerKind.REFUSAL, AnswerKind.CLARIFICATION])
def test_only_an_answer_has_citations(kind: AnswerKind) -> None:
    """A refusal or a question back cites nothing, even when it mentions evidence."""
    answer = Verifier().verify(draft([A], "Un fait [[a]].", kind=kind))
    assert answer.citations == ()
