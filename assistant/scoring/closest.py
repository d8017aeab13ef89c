"""The names nearest to one that a table does not have, for the errors that propose them."""

from collections.abc import Iterable
from difflib import get_close_matches

PROPOSALS = 3


def closest(name: str, known: Iterable[str]) -> str:
    """Return the nearest known names, best first, between French quotation marks."""
    folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    found = get_close_matches(name.casefold(), folded, n=PROPOSALS, cutoff=0.0)
    return ", ".join(f"« {folded[match]} »" for match in found)
