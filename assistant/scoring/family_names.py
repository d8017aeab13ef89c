"""The families by code or by name."""

from collections.abc import Iterable

from assistant.scoring.closest import closest
from assistant.scoring.ordering import folded
from assistant.scoring.ratings import RatedJob
from prompts.errors import VigieError


def family_named(jobs: Iterable[RatedJob], wanted: str) -> str:
    """Return the name of the family with this code (« 02 ») or name, case and accents aside.

    Raises:
        VigieError: ``scoring.unknown_family``, with ``family`` and ``closest``.

    """
    names = {rated.family_code: rated.family for rated in jobs}
    by_key = names | {folded(name): name for name in names.values()}
    key = folded(wanted)
    if key not in by_key:
        known = closest(wanted, names.values())
        raise VigieError("scoring.unknown_family", family=wanted, closest=known)
    return by_key[key]
