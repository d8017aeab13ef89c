"""Which titles of the use cases of ``assistance-2025`` name one and the same use case."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from corpus.assistance_rows import STUDY_ID
from corpus.csv_rows import FIRST_LINE, read_rows
from corpus.inconsistency import Inconsistency, refuse
from corpus.locate import CORPUS_ROOT
from corpus.model import CorpusModel, Text
from prompts.wording import sentence

FILE = "use_case_titles.csv"


class UseCaseTitleRow(CorpusModel):
    """A title, the title under which its use case is counted, and why.

    A title equal to its ``canonical`` stays apart from a neighbour; the reason says which, and
    what differs. A title that has no row is its own canonical title.
    """

    title: Text
    canonical: Text
    reason: Text

    @property
    def moved(self) -> bool:
        """Whether the title is counted under another one."""
        return self.title != self.canonical


@lru_cache
def load_use_case_titles(root: Path = CORPUS_ROOT) -> tuple[UseCaseTitleRow, ...]:
    """Return the correspondence table under ``root``, read and checked once.

    Raises:
        VigieError: a row cannot be used (see ``corpus.csv_rows.read_rows``), a title stands
            twice, or a canonical title is itself counted under another (``corpus.bad_table``).

    """
    rows = read_use_case_titles(root)
    refuse(title_inconsistencies(rows))
    return rows


def read_use_case_titles(root: Path) -> tuple[UseCaseTitleRow, ...]:
    """Return the correspondence table under ``root``, each row checked on its own only."""
    return read_rows(root / STUDY_ID / FILE, UseCaseTitleRow)


def title_inconsistencies(rows: Sequence[UseCaseTitleRow]) -> Iterator[Inconsistency]:
    """Yield the titles that stand twice and the canonical titles counted under another."""
    seen: set[str] = set()
    moved = {row.title for row in rows if row.moved}
    for line, row in enumerate(rows, start=FIRST_LINE):
        if row.title in seen:
            yield _found(line, "repeated", name=row.title)
        if row.canonical in moved:
            yield _found(line, "title_chain", title=row.canonical)
        seen.add(row.title)


def _found(line: int, entry: str, **params: object) -> Inconsistency:
    return Inconsistency(f"{STUDY_ID}/{FILE}", line, sentence(f"corpus.table_{entry}", **params))
