"""What does not hold between the rows of the corpus, found by a check and raised by a loader."""

from collections.abc import Iterable
from dataclasses import dataclass

from prompts.errors import VigieError
from prompts.wording import sentence


@dataclass(frozen=True)
class Inconsistency:
    """Rows that cannot stand together: the file, the line when one row is to blame, and why.

    ``file`` is named with its folder (« lexicon/jobs.csv ») and ``reason`` is a French phrase.
    """

    file: str
    line: int | None
    reason: str


def refuse(found: Iterable[Inconsistency]) -> None:
    """Raise the first of the inconsistencies, if there is any.

    Raises:
        VigieError: ``corpus.bad_table`` with ``file``, ``line`` (or None) and ``reason``.

    """
    for first in found:
        params = {"file": first.file, "line": first.line, "reason": first.reason}
        raise VigieError("corpus.bad_table", **params, said=_said(first))


def _said(found: Inconsistency) -> str:
    if found.line is None:
        return found.reason
    return sentence("corpus.at_line", line=found.line, reason=found.reason)
