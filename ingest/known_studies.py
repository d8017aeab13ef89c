"""The studies of the corpus as the reader of PDFs needs them: recognised, and their plan completed.

``corpus/<id>/outline.toml``, where there is one, names headings that the study itself does not
print where they are needed, such as the person who answers in a collection of interviews.
"""

import hashlib
import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.locate import CORPUS_ROOT
from corpus.study import Study, load_studies
from ingest.french import fold
from ingest.outline import Anchor

DIGEST = "digest.pdf"
_OUTLINE = "outline.toml"


@dataclass(frozen=True, slots=True)
class KnownStudy:
    """A study of the corpus, its unprinted headings, and its digest when one was printed."""

    study: Study
    anchors: tuple[Anchor, ...]
    digest: Path | None

    def recognises(self, opening: str) -> bool:
        """Say whether every phrase that marks the study stands in this folded text."""
        return all(_squeezed(phrase) in opening for phrase in self.study.recognised_by)


class KnownStudies:
    """All studies of the corpus."""

    def __init__(self, root: Path = CORPUS_ROOT) -> None:
        self.studies = tuple(_known(root, study) for study in load_studies(root))

    def recognise(self, opening: str) -> KnownStudy | None:
        """Return the study whose official PDF opens with this text, or None."""
        folded = _squeezed(opening)
        return next((known for known in self.studies if known.recognises(folded)), None)

    def anchors(self, opening: str) -> Sequence[Anchor]:
        """Return the unprinted headings of the study that opens with this text."""
        known = self.recognise(opening)
        return known.anchors if known else ()

    def fingerprint(self) -> str:
        """Return a digest of what decides how a file is read, to read again when it changes."""
        parts = [
            repr((known.study.id, known.study.recognised_by, known.anchors))
            for known in self.studies
        ]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def _known(root: Path, study: Study) -> KnownStudy:
    digest = root / study.id / DIGEST
    return KnownStudy(study, _anchors(root / study.id), digest if digest.is_file() else None)


def _anchors(folder: Path) -> tuple[Anchor, ...]:
    path = folder / _OUTLINE
    if not path.is_file():
        return ()
    with path.open("rb") as stream:
        entries = tomllib.load(stream)["anchor"]
    return tuple(Anchor(e["title"], e["level"], e["starts"]) for e in entries)


def _squeezed(text: str) -> str:
    """Fold a text and drop its spaces: letters set apart in a title still match."""
    return re.sub(r"\s+", "", fold(text))
