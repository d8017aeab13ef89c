"""The French lexical index: BM25 over stems, of the passages and of the headings above them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from ingest.chunk import Chunk
from ingest.french import index_terms

Scores = NDArray[np.float32]

# Chosen by measurement (tests/bench/RESULTS.md).
_K1 = 1.2
_B = 0.75
HEADINGS_WEIGHT = 0.4
_FIELDS = ("text", "headings")
_PASSAGES = "passages.json"


class LexicalIndex:
    """BM25 scores of every passage for weighted terms; positions are those of ``ids``."""

    def __init__(
        self, ids: Sequence[str], studies: Sequence[str], fields: Sequence[bm25s.BM25]
    ) -> None:
        self.ids = ids
        self._studies = np.asarray(studies)
        self._text, self._headings = fields

    @classmethod
    def build(cls, chunks: Iterable[Chunk]) -> "LexicalIndex":
        """Index passages, in the order given; there must be at least one."""
        ids: list[str] = []
        studies: list[str] = []
        texts: list[list[str]] = []
        headings: list[list[str]] = []
        for chunk in chunks:
            ids.append(chunk.id)
            studies.append(chunk.study)
            texts.append(index_terms(chunk.text))
            headings.append(index_terms(" ".join(chunk.section)))
        return cls(ids, studies, [_bm25(texts), _bm25(headings)])

    def save(self, folder: Path) -> None:
        """Write the index into ``folder``."""
        for name, field in zip(_FIELDS, (self._text, self._headings), strict=True):
            field.save(folder / name, show_progress=False)
        passages = {"ids": list(self.ids), "studies": self._studies.tolist()}
        (folder / _PASSAGES).write_text(json.dumps(passages), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "LexicalIndex":
        """Open an index; its arrays stay on disk and are shared between processes."""
        passages = json.loads((folder / _PASSAGES).read_text(encoding="utf-8"))
        fields = [
            bm25s.BM25.load(folder / name, mmap=True, show_progress=False) for name in _FIELDS
        ]
        return cls(passages["ids"], passages["studies"], fields)

    @staticmethod
    def is_whole(folder: Path) -> bool:
        """Say whether the files of an index are there."""
        fields = all((folder / name / "params.index.json").is_file() for name in _FIELDS)
        return fields and (folder / _PASSAGES).is_file()

    @property
    def vocabulary(self) -> Mapping[str, int]:
        """The terms of the passages' texts."""
        known: Mapping[str, int] = self._text.vocab_dict
        return known

    def knows(self, term: str) -> bool:
        """Say whether a term occurs in a text or in a heading."""
        return term in self._text.vocab_dict or term in self._headings.vocab_dict

    def scores(
        self, terms: Mapping[str, float], headings_weight: float = HEADINGS_WEIGHT
    ) -> Scores:
        """Return the score of every passage for terms and their weights."""
        text = _scores(self._text, terms, len(self.ids))
        return text + np.float32(headings_weight) * _scores(self._headings, terms, len(self.ids))

    def among(self, studies: Iterable[str]) -> NDArray[np.bool_]:
        """Return which passages are of these studies."""
        return np.isin(self._studies, list(studies))


def _bm25(lists: list[list[str]]) -> bm25s.BM25:
    index = bm25s.BM25(k1=_K1, b=_B, method="lucene", backend="numpy")
    # A field without a single term (no heading at all) still needs a vocabulary.
    lists = lists if any(lists) else [[""], *lists[1:]]
    index.index(lists, show_progress=False)
    return index


def _scores(index: bm25s.BM25, terms: Mapping[str, float], count: int) -> Scores:
    by_weight: defaultdict[float, list[str]] = defaultdict(list)
    for term, weight in terms.items():
        if term in index.vocab_dict:
            by_weight[weight].append(term)
    total = np.zeros(count, dtype=np.float32)
    for weight, known in by_weight.items():
        total += np.float32(weight) * index.get_scores(known)
    return total
