"""French sentences by key, read from the TOML files of ``prompts/wording``."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

WORDING_DIR = Path(__file__).parent / "wording"


@lru_cache
def _table(name: str) -> Mapping[str, str]:
    with (WORDING_DIR / f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)


def sentence(key: str, /, **params: object) -> str:
    """Return the French sentence named ``file.entry``, its ``{fields}`` filled in from ``params``.

    Raises:
        KeyError: the file has no such entry, or a field of the sentence has no value.
        FileNotFoundError: there is no such file of wording.
    """
    name, _, entry = key.partition(".")
    return _table(name)[entry].format_map(params).strip()


def entries(name: str) -> Mapping[str, str]:
    """Return every entry of one wording file, unfilled, in the order in which they stand."""
    return _table(name)
