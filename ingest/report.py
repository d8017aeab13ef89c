"""What a sync says while it works and when it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from prompts.wording import sentence


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sync is: the file being read, its pages, and the files done of all."""

    file: str
    page: int
    pages: int
    done: int
    files: int


ProgressCallback = Callable[[Progress], None]


class Outcome(StrEnum):
    """What became of a file or of a document."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    SUPERSEDED = "superseded"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one file, as a sentence of the wording of ``ingest``."""

    file: str
    outcome: Outcome
    key: str
    params: tuple[tuple[str, object], ...] = ()

    def __str__(self) -> str:
        return sentence(self.key, **dict(self.params))


@dataclass(frozen=True, slots=True)
class SyncReport:
    """The result of a sync; ``changed`` says whether a snapshot was published."""

    snapshot: str | None
    verdicts: tuple[Verdict, ...]
    changed: bool
    seconds: float

    @property
    def failed(self) -> bool:
        """Say whether a file could not be read."""
        return any(verdict.outcome is Outcome.FAILED for verdict in self.verdicts)
