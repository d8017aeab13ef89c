"""The text that the copy button takes: an answer that keeps its tags, its sources, its origin."""

from assistant.answer import Answer, Block, BlockKind
from assistant.rendering import sources
from prompts.wording import sentence


def copied_text(question: str, answer: Answer) -> str:
    """Return the question and its answer as Markdown that says how each block is known."""
    parts = [question, *(_tagged(block) for block in answer.blocks)]
    if answer.citations:
        parts.append(sources(answer))
    parts.append(f"{sentence('ui.ai')} {sentence('ui.limits')}")
    return "\n\n".join(parts)


def _tagged(block: Block) -> str:
    if block.kind is BlockKind.LIAISON:
        return block.markdown
    tag = sentence(f"ui.tag_{block.kind}")
    return f"({tag})\n{block.markdown}"
