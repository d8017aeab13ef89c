"""French typography of printed text, and the text of Typst sources."""

import re

_APOSTROPHE = "\u2019"
_NO_BREAK_SPACE = "\u00a0"
_BEFORE_MARK = re.compile(r" (?=[:;?!%»€])")
_AFTER_QUOTE = re.compile(r"(?<=«) ")
_NUMBERED = re.compile(r"(?i)\b(axe|annexe|niveau|priorité|recommandation|section) (?=\d)")


def typeset(text: str) -> str:
    """Return ``text`` with curly apostrophes and the no-break spaces that French asks for."""
    text = text.replace("'", _APOSTROPHE)
    text = _BEFORE_MARK.sub(_NO_BREAK_SPACE, text)
    text = _AFTER_QUOTE.sub(_NO_BREAK_SPACE, text)
    return _NUMBERED.sub(rf"\1{_NO_BREAK_SPACE}", text)


def literal(text: str) -> str:
    """Return ``text`` as a Typst string literal, in which nothing is markup."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
