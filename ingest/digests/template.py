"""Digest templates: Markdown with Jinja2 expressions that take their values from the tables."""

import re
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from traceback import extract_tb

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.exceptions import TemplateRuntimeError
from markupsafe import Markup

from prompts.errors import VigieError

_NO_BREAK_SPACE = "\u00a0"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~])")


def render(template: Path, names: Mapping[str, object]) -> str:
    """Return the Markdown of ``template``, its expressions filled in from ``names``.

    A value is printed as French prints it (see ``shown``). What a macro returns is Markdown
    already: it is printed with ``| safe``.

    Raises:
        VigieError: ``digests.bad_template``: bad syntax, an unknown name, a value no table has.

    """
    environment = Environment(
        loader=FileSystemLoader(template.parent),
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701  the output is Markdown, never HTML
    )
    environment.filters["ordinal"] = ordinal
    try:
        return environment.get_template(template.name).render(names)
    except (TemplateError, LookupError) as error:
        place = f"{template.parent.name}/{template.name}"
        line = _line(error, template.name)
        raise VigieError("digests.bad_template", file=place, line=line, reason=error) from error


def _line(error: Exception, name: str) -> int:
    """Jinja2 rewrites tracebacks so that they name the template and its lines."""
    frames = [step for step in extract_tb(error.__traceback__) if step.filename.endswith(name)]
    return getattr(error, "lineno", None) or (frames[-1].lineno or 0 if frames else 0)


def shown(value: object) -> str:
    """Return ``value`` as French Markdown: « 0,38 » and « 12 512 »; the rest of Markdown escaped.

    Raises:
        TemplateRuntimeError: a value that has no one way to be printed (``None``, a boolean…).

    """
    if isinstance(value, Markup):
        return str(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        raise TemplateRuntimeError(repr(value))
    if isinstance(value, int | Decimal):
        return f"{value:,}".replace(",", _NO_BREAK_SPACE).replace(".", ",")
    text = value.value if isinstance(value, StrEnum) else value
    return _MARKDOWN.sub(r"\\\1", text)


def ordinal(rank: int) -> str:
    """Return a rank as French writes it: « 1er », « 17e »."""
    return "1er" if rank == 1 else f"{rank}e"
