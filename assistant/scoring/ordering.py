"""French alphabetical order, and the form in which two spellings of a name are the same."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=1024)
def folded(name: str) -> str:
    """Return a name without case, accents, kind of apostrophe or surplus spaces."""
    decomposed = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe"))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(bare.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def by_name(name: str) -> tuple[str, str]:
    """Return a sort key: alphabetical as French reads it, total."""
    return folded(name), name
