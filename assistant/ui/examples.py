"""The questions offered while a conversation is empty: only those that the index can answer."""

from collections.abc import Collection

from prompts.wording import entries

_ANY = "example_"
_OF_STUDY = "example_study_"


def examples(studies: Collection[str]) -> tuple[str, ...]:
    """Return the examples on the tables, then one on the text of each study that is loaded."""
    return tuple(
        text
        for key, text in entries("ui").items()
        if key.startswith(_ANY)
        and (not key.startswith(_OF_STUDY) or key.removeprefix(_OF_STUDY) in studies)
    )
