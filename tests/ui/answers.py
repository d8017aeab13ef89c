"""Answers made up for the tests of the page."""

from assistant.answer import Answer, AnswerKind, Block, BlockKind, Citation

CITATIONS = (
    Citation("1", "calcul", "assistance-2025", "IA et assistance", 20, "3.2, Figure 1", None),
    Citation(
        "2", "cite", "impact-ai-2020", "Recueil", 9, "Banque › Chatbots", "L'usage reste bas."
    ),
)
BLOCKS = (
    Block(BlockKind.LIAISON, "Voici ce que disent les études."),
    Block(BlockKind.CALCULE, "Le score est de **0,17** [1]."),
    Block(BlockKind.CALCULE, "Le rang est le 45e [1]."),
    Block(BlockKind.CITE, "> L'usage reste bas. [2]"),
)


def answer(**changes: object) -> Answer:
    """Return an answer of four blocks and two citations, changed as asked."""
    values: dict[str, object] = {
        "kind": AnswerKind.ANSWER,
        "blocks": BLOCKS,
        "citations": CITATIONS,
        "followups": ("Et selon PwC ?",),
        "data_version": "abc123",
    }
    return Answer(**{**values, **changes})  # type: ignore[arg-type]
