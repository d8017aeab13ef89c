"""Markdown to Typst markup, for the part of Markdown that digests use.

Every text becomes a Typst string expression, so that no character of it can be read as markup.
The names called here (``note``, ``captioned``…) are Typst's own or defined in ``layout.typ``.
"""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from ingest.digests.columns import widths
from ingest.digests.typography import literal, typeset
from prompts.errors import VigieError

CAPTION = "Table: "
"""As in Pandoc, a paragraph that starts so is the caption of the table that follows it."""


def to_typst(markdown: str) -> str:
    """Return ``markdown`` as Typst markup.

    The first heading level is the title of the document; the others move up one level, since a
    tagged PDF may not skip a level.

    Raises:
        VigieError: ``digests.unknown_markdown``: something that a digest may not use.

    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    return _blocks(SyntaxTreeNode(parser.parse(markdown)))


def _blocks(parent: SyntaxTreeNode) -> str:
    written: list[str] = []
    caption = ""
    for node in parent.children:
        if node.type == "table":
            written.append(_table(node, caption))
            caption = ""
        elif node.type == "paragraph" and _source(node).startswith(CAPTION):
            caption = typeset(_source(node).removeprefix(CAPTION))
        else:
            written.append(_block(node))
    return "\n\n".join(written)


def _block(node: SyntaxTreeNode) -> str:
    return _known(_BLOCKS, node)(node)


def _heading(node: SyntaxTreeNode) -> str:
    level = int(node.tag[1:]) - 1
    return f"#heading(level: {level})[{_inline(node)}]" if level else "#title()"


def _bullets(node: SyntaxTreeNode) -> str:
    return f"#list({_items(node)})"


def _numbers(node: SyntaxTreeNode) -> str:
    return f"#enum({_items(node)})"


def _items(node: SyntaxTreeNode) -> str:
    return ", ".join(f"[{_blocks(item)}]" for item in node.children)


def _table(node: SyntaxTreeNode, caption: str) -> str:
    header, *rows = [row.children for part in node.children for row in part.children]
    columns = ", ".join(widths([[_source(cell) for cell in row] for row in [header, *rows]]))
    align = ", ".join(_align(cell) for cell in header)
    lines = [f"table.header({_cells(header)})", *(_cells(row) for row in rows)]
    body = ",\n  ".join(lines)
    return (
        f"#captioned({literal(caption)}, {len(rows)}, "
        f"table(columns: ({columns},), align: ({align},),\n  {body}))"
    )


def _cells(cells: list[SyntaxTreeNode]) -> str:
    return ", ".join(f"[{_inline(cell)}]" for cell in cells)


def _align(cell: SyntaxTreeNode) -> str:
    return str(cell.attrs.get("style", "text-align:left")).removeprefix("text-align:")


def _source(node: SyntaxTreeNode) -> str:
    return node.children[0].content if node.children else ""


def _inline(node: SyntaxTreeNode) -> str:
    content = node.children[0].children if node.children else []
    return "".join(_known(_INLINES, child)(child) for child in content)


def _text(node: SyntaxTreeNode) -> str:
    return f"#{literal(typeset(node.content))};"


def _wrapped(function: str) -> Callable[[SyntaxTreeNode], str]:
    def write(node: SyntaxTreeNode) -> str:
        inside = "".join(_known(_INLINES, child)(child) for child in node.children)
        return f"#{function}[{inside}];"

    return write


def _known(
    writers: dict[str, Callable[[SyntaxTreeNode], str]], node: SyntaxTreeNode
) -> Callable[[SyntaxTreeNode], str]:
    if node.type not in writers:
        line = node.map[0] + 1 if node.map else 0
        raise VigieError("digests.unknown_markdown", kind=node.type, line=line)
    return writers[node.type]


_BLOCKS: dict[str, Callable[[SyntaxTreeNode], str]] = {
    "heading": _heading,
    "paragraph": _inline,
    "bullet_list": _bullets,
    "ordered_list": _numbers,
    "blockquote": lambda node: f"#note[{_blocks(node)}]",
}

_INLINES: dict[str, Callable[[SyntaxTreeNode], str]] = {
    "text": _text,
    "softbreak": lambda _: " ",
    "strong": _wrapped("strong"),
    "em": _wrapped("emph"),
}
