"""The Jinja environment of the answer templates."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from assistant.compose.templates import ANSWERS_DIR, cite, environment, render_block, template
from assistant.draft import cited_keys, without_markers
from assistant.request import Intent, Refusal

TEMPLATES = sorted(path.name.removesuffix(".md.j2") for path in ANSWERS_DIR.glob("[!_]*.md.j2"))


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_template_has_a_body(name: str) -> None:
    """Each file is a template that compiles, with the block that is shown."""
    assert "body" in template(name).blocks
    assert set(template(name).blocks) <= {"body", "followups"}


@pytest.mark.parametrize("refusal", list(Refusal))
def test_every_refusal_has_its_template(refusal: Refusal) -> None:
    """No reason to refuse is without its words."""
    assert f"refus_{refusal}" in TEMPLATES


def test_no_template_is_left_over() -> None:
    """Each template is that of a refusal or is named by the code of the assistant."""
    package = Path(__file__).resolve().parents[2] / "assistant"
    code = "\n".join(path.read_text("utf-8") for path in package.rglob("*.py"))
    refusals = {f"refus_{refusal}" for refusal in Refusal}
    intents = {str(intent) for intent in Intent}
    unused = {n for n in TEMPLATES if n not in refusals | intents and f'"{n}"' not in code}
    assert unused == set()


def test_a_missing_value_is_an_error() -> None:
    """A template never prints an empty place where a figure should stand."""
    with pytest.raises(UndefinedError):
        render_block(environment().from_string("{% block body %}{{ x }}{% endblock %}"), "body", {})


def test_a_block_that_a_template_lacks_is_empty() -> None:
    """Follow-ups are optional."""
    assert render_block(template("clarification"), "nothing", {}) == ""


def test_citing_writes_each_key_once() -> None:
    """The markers written by templates are those that are read back."""
    written = f"Un fait{cite('a.1', 'b', 'a.1')}."
    assert cited_keys(written) == ("a.1", "b")
    assert without_markers(written) == "Un fait."
