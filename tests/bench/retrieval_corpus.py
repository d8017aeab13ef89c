"""The questions of the retrieval bench and the passages that answer them."""

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ingest.chunk import Chunk
from ingest.chunking import cut
from ingest.document import Document, read_document
from ingest.french import fold
from ingest.known_studies import KnownStudies

QUESTIONS = Path(__file__).with_name("retrieval_questions.jsonl")


@dataclass(frozen=True, slots=True)
class BenchQuestion:
    """A question, the study that answers it, and words of the passages that do."""

    id: str
    study: str
    question: str
    evidence: tuple[str, ...]

    def answered_by(self, chunk: Chunk) -> bool:
        """Say whether a passage holds one of the pieces of evidence."""
        text = fold(chunk.text)
        return chunk.study == self.study and any(fold(e) in text for e in self.evidence)


def load_questions() -> list[BenchQuestion]:
    """Return the questions, written before anything was measured."""
    records = map(json.loads, QUESTIONS.read_text(encoding="utf-8").splitlines())
    return [
        BenchQuestion(r["id"], r["study"], r["question"], tuple(r["evidence"])) for r in records
    ]


def studies_folder() -> Path:
    """Return where the official PDFs are."""
    beside = Path(__file__).resolve().parents[3] / "shared" / "studies"
    return Path(os.environ.get("VIGIE_STUDIES") or beside)


def read_official() -> dict[str, Document]:
    """Read the official PDFs once, by study id."""
    known = KnownStudies()
    documents: dict[str, Document] = {}
    for path in sorted(studies_folder().glob("*.pdf")):
        document = read_document(path, known.anchors)
        study = known.recognise(document.opening())
        if study is not None:
            documents[study.study.id] = document
    return documents


def passages(documents: dict[str, Document], largest: int) -> list[Chunk]:
    """Cut all documents at one size."""
    return [chunk for study, read in documents.items() for chunk in cut(study, read, largest)]


def gold(questions: Sequence[BenchQuestion], chunks: Sequence[Chunk]) -> list[set[int]]:
    """Return the positions of the passages that answer each question."""
    return [{i for i, chunk in enumerate(chunks) if q.answered_by(chunk)} for q in questions]
