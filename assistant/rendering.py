"""An answer as Markdown that stands alone: its blocks, what to choose from, and its sources."""

from assistant.answer import Answer, Citation
from prompts.wording import sentence


def markdown(answer: Answer) -> str:
    """Return the body, the choices offered and the list of sources."""
    parts = [body(answer)]
    if answer.choices:
        parts.append("\n".join(f"- {choice}" for choice in answer.choices))
    if answer.citations:
        parts.append(sources(answer))
    return "\n\n".join(part for part in parts if part)


def body(answer: Answer) -> str:
    """Return the blocks alone, with their ``[n]`` markers."""
    return "\n\n".join(block.markdown for block in answer.blocks)


def sources(answer: Answer) -> str:
    """Return one line for each citation: number, kind of statement, study, section, page."""
    lines = [sentence("rendering.sources")]
    lines += [f"- [{citation.key}] {source_line(citation)}" for citation in answer.citations]
    return "\n".join(lines)


def source_line(citation: Citation) -> str:
    """Return where a citation comes from, in words."""
    kind = sentence(f"rendering.kind_{citation.kind}")
    place = sentence("rendering.page", page=citation.page) if citation.page else ""
    parts = [kind, citation.study_name, citation.section, place]
    return " · ".join(part for part in parts if part)
