"""The README says what the program says."""

import re
from pathlib import Path

from prompts.wording import entries

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def test_purpose_is_that_of_the_app() -> None:
    """The statement of purpose in the README is the one that the app shows, word for word."""
    stated = README.partition("<!-- purpose -->")[2].partition("<!-- /purpose -->")[0]
    shown = entries("ui")
    for key in ("ai", "ai_detail", "purpose", "excluded", "contact", "limits"):
        assert shown[key] in stated, key


def test_make_targets_exist() -> None:
    """Every make target that the README names is in the Makefile."""
    makefile = (Path(__file__).parents[1] / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"make ([a-z]+)\b", README)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
