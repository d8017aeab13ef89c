"""The JSON form of an answer that other programs rely on (``ask --json``, ``batch``)."""

from typing import Any

from assistant.answer import Answer
from assistant.rendering import markdown
from ingest.chunk import Chunk

MAX_PASSAGES = 10


def answer_record(identifier: str, answer: Answer, elapsed_ms: float) -> dict[str, Any]:
    """Return the record of an answer: plain values, keys in the order of the contract."""
    return {
        "id": identifier,
        "kind": str(answer.kind),
        "reason": answer.reason,
        "answer": markdown(answer),
        "citations": [
            {
                "key": citation.key,
                "kind": citation.kind,
                "study": citation.study,
                "page": citation.page,
                "section": citation.section,
                "quote": citation.quote,
            }
            for citation in answer.citations
        ],
        "passages": [_passage(chunk) for chunk in answer.passages[:MAX_PASSAGES]],
        "model": answer.model,
        "elapsed_ms": round(elapsed_ms, 1),
    }


def error_record(identifier: str, reason: str, sentence: str, elapsed_ms: float) -> dict[str, Any]:
    """Return the record of a question that could not be put: ``sentence`` says what to do."""
    return {
        "id": identifier,
        "kind": "error",
        "reason": reason,
        "answer": sentence,
        "citations": [],
        "passages": [],
        "model": None,
        "elapsed_ms": round(elapsed_ms, 1),
    }


def _passage(chunk: Chunk) -> dict[str, Any]:
    return {
        "study": chunk.study,
        "page": chunk.page,
        "section": " › ".join(chunk.section),
        "text": chunk.text,
    }
