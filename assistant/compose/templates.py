"""The Jinja environment of ``prompts/answers``: a template has a body and follow-ups."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

import prompts
from assistant.compose import french
from assistant.gather.items import Cited
from prompts.wording import sentence

ANSWERS_DIR = Path(prompts.__file__).parent / "answers"


def cite(*keys: str) -> str:
    """Return the markers that cite these evidence items."""
    return "".join(f"[[{key}]]" for key in dict.fromkeys(keys))


def cite_section(cited: Cited, section: str = "", needle: str = "", limit: int = 2) -> str:
    """Return the markers of a trace's items in one section, ``limit`` of them at most."""
    return cite(*cited.keys_of(section, needle)[:limit])


@lru_cache
def environment() -> Environment:
    """Return the environment; an undefined name in a template is an error."""
    env = Environment(
        loader=FileSystemLoader(ANSWERS_DIR),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - the output is Markdown, made safe where it is shown
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.filters |= {
        "fr": french.decimal,
        "signed": french.signed,
        "ordinal": french.ordinal,
        "listed": french.listed,
        "count": french.count,
        "lower_first": french.lower_first,
    }
    env.globals |= {"cite": cite, "cite_section": cite_section, "wording": sentence}
    env.globals["m"] = env.get_template("_macros.md.j2").module
    return env


def template(name: str) -> Template:
    """Return the template of a finding or of a refusal."""
    return environment().get_template(f"{name}.md.j2")


def render_block(source: Template, block: str, values: dict[str, object]) -> str:
    """Return one block of a template, or an empty string when it has no such block."""
    if block not in source.blocks:
        return ""
    context = source.new_context(values)
    return "".join(source.blocks[block](context)).strip()
