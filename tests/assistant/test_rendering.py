"""An answer as Markdown that stands alone."""

from assistant.answer import Answer, AnswerKind, Block, BlockKind, Citation
from assistant.rendering import body, markdown, source_line
from prompts.wording import sentence

CITATION = Citation("1", "table", "etude", "Une étude", 12, "3.2 Scores", None)
ANSWER = Answer(
    AnswerKind.ANSWER,
    (Block(BlockKind.CITE, "Un fait [1]."), Block(BlockKind.LIAISON, "Voilà.")),
    citations=(CITATION,),
)


def test_the_body_is_the_blocks() -> None:
    """Paragraphs in order, and nothing else."""
    assert body(ANSWER) == "Un fait [1].\n\nVoilà."


def test_sources_follow_with_study_section_and_page() -> None:
    """A reader of the text alone can go and check."""
    text = markdown(ANSWER)
    assert text.startswith(body(ANSWER))
    assert text.endswith(f"- [1] {source_line(CITATION)}")
    for part in ("Une étude", "3.2 Scores", sentence("rendering.page", page=12)):
        assert part in source_line(CITATION)
    assert sentence("rendering.kind_table") in source_line(CITATION)


def test_a_place_without_page_says_no_page() -> None:
    """An unknown page is left out."""
    nowhere = Citation("1", "calcul", "etude", "Une étude", None, "", None)
    assert source_line(nowhere) == f"{sentence('rendering.kind_calcul')} · Une étude"


def test_choices_are_listed() -> None:
    """A question back shows what to choose from, and has no sources."""
    asked = Answer(
        AnswerKind.CLARIFICATION, (Block(BlockKind.LIAISON, "Lequel ?"),), choices=("Un", "Deux")
    )
    assert markdown(asked) == "Lequel ?\n\n- Un\n- Deux"
