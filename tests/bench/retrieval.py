"""How often the passage that answers a question is found, and what each part of the search adds.

``python -m tests.bench.retrieval [--write]``: needs the official PDFs (VIGIE_STUDIES). Prints the
share of questions whose evidence stands in the first 1, 5 and 10 passages, and the mean reciprocal
rank; ``--write`` keeps the tables in RESULTS.md.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median

import numpy as np
from numpy.typing import NDArray

from corpus.lexicon import load_synonyms
from ingest.chunk import Chunk
from ingest.chunking import LARGEST
from ingest.embeddings import HashedNgrams
from ingest.fusion import DENSE_WEIGHT, fuse
from ingest.index import POOL, open_index
from ingest.lexical import HEADINGS_WEIGHT, LexicalIndex
from ingest.query import SYNONYM_WEIGHT, read_synonyms, weighted_terms
from ingest.settings import StorageSettings
from ingest.sync import sync
from tests.bench.dense_candidates import Embed, lsa, ngrams, words_and_ngrams
from tests.bench.retrieval_corpus import (
    BenchQuestion,
    gold,
    load_questions,
    passages,
    read_official,
    studies_folder,
)

RESULTS = Path(__file__).with_name("RESULTS.md")
_HEADER = "<!-- retrieval -->"
_FOOTER = "<!-- /retrieval -->"
Ranking = list[tuple[str, float]]
Row = tuple[str, float, float, float, float]


class Bench:
    """The passages at one size, and the rankings of every question by each method."""

    def __init__(self, questions: Sequence[BenchQuestion], chunks: Sequence[Chunk]) -> None:
        self.questions = questions
        self.chunks = chunks
        self.gold = gold(questions, chunks)
        self.lexical = LexicalIndex.build(chunks)
        self.synonyms = read_synonyms((s.term, s.expansion) for s in load_synonyms())
        self.contexts = ["\n".join((*chunk.section, chunk.text)) for chunk in chunks]

    def words(
        self,
        headings: float = HEADINGS_WEIGHT,
        synonyms: float = SYNONYM_WEIGHT,
        *,
        typos: bool = True,
    ) -> list[Ranking]:
        """Rank by words."""
        index = self.lexical
        return [
            self._ranked(
                index.scores(
                    weighted_terms(
                        q.question,
                        index.knows,
                        index.vocabulary if typos else (),
                        self.synonyms if synonyms else None,
                        synonyms,
                    ),
                    headings,
                )
            )
            for q in self.questions
        ]

    def vectors(self, embed: Embed) -> list[Ranking]:
        """Rank by cosine similarity."""
        corpus, asked = embed(self.contexts, [q.question for q in self.questions])
        return [self._ranked(corpus @ question) for question in asked]

    def row(self, name: str, rankings: Sequence[Sequence[tuple[str, float]]]) -> Row:
        """Measure rankings."""
        position = {chunk.id: i for i, chunk in enumerate(self.chunks)}
        ranks = [
            next((r for r, (i, _) in enumerate(ranking, 1) if position[i] in wanted), 10_000)
            for ranking, wanted in zip(rankings, self.gold, strict=True)
        ]
        return measured(name, ranks)

    def _ranked(self, scores: NDArray[np.float32]) -> Ranking:
        best = np.argsort(-scores, kind="stable")[:POOL]
        return [(self.chunks[i].id, float(scores[i])) for i in best if scores[i] > 0]


def measured(name: str, ranks: Sequence[int]) -> Row:
    """Return the shares of ranks within 1, 5 and 10, and the mean reciprocal rank."""
    shares = [sum(rank <= k for rank in ranks) / len(ranks) for k in (1, 5, 10)]
    reciprocal = sum(1 / rank for rank in ranks) / len(ranks)
    return (name, shares[0], shares[1], shares[2], reciprocal)


def embedding_rows(bench: Bench) -> Iterable[Row]:
    """Compare the ways of embedding, alone and fused with words."""
    by_words = bench.words()
    candidates: dict[str, Embed] = {
        **{
            f"n-grams {'-'.join(map(str, widths))}, {size}": ngrams(size, widths)
            for widths in ((3,), (3, 4), (3, 4, 5))
            for size in (512, 1024, 2048, 4096)
        },
        **{f"stems + n-grams, {size}": words_and_ngrams(size) for size in (1024, 4096)},
        **{f"LSA of stems, {rank}": lsa(rank, characters=False) for rank in (100, 300)},
        **{f"LSA of n-grams, {rank}": lsa(rank, characters=True) for rank in (100, 300)},
    }
    for name, embed in candidates.items():
        by_vectors = bench.vectors(embed)
        yield bench.row(name, by_vectors)
        yield bench.row(f"{name}, fused", fused(by_words, by_vectors))


def part_rows(bench: Bench) -> Iterable[Row]:
    """Switch each part of the search off in turn."""
    vectors = bench.vectors(_default())
    yield bench.row("words of the text alone", bench.words(0.0, 0.0, typos=False))
    yield bench.row("+ headings", bench.words(synonyms=0.0, typos=False))
    yield bench.row("+ near spellings", bench.words(synonyms=0.0))
    yield bench.row("+ synonyms (all words)", bench.words())
    yield bench.row("vectors alone", vectors)
    yield bench.row("words and vectors", fused(bench.words(), vectors))
    yield bench.row("… without synonyms", fused(bench.words(synonyms=0.0), vectors))
    yield bench.row("… without headings", fused(bench.words(headings=0.0), vectors))
    yield bench.row("… reciprocal ranks", reciprocal(bench.words(), vectors))


def weight_rows(bench: Bench) -> Iterable[Row]:
    """Vary the weights, one at a time."""
    vectors = bench.vectors(_default())
    for weight in (0.2, 0.35, 0.5, 0.7):
        yield bench.row(f"synonyms {weight}", fused(bench.words(synonyms=weight), vectors))
    for weight in (0.2, 0.4, 0.6, 0.8):
        yield bench.row(f"headings {weight}", fused(bench.words(headings=weight), vectors))
    for weight in (0.3, 0.6, 1.0):
        yield bench.row(f"vectors {weight}", fused(bench.words(), vectors, weight))


def fused(
    words: Sequence[Ranking], vectors: Sequence[Ranking], weight: float = DENSE_WEIGHT
) -> list[Sequence[tuple[str, float]]]:
    """Fuse as the product does."""
    return [fuse(w, v, weight) for w, v in zip(words, vectors, strict=True)]


def reciprocal(words: Sequence[Ranking], vectors: Sequence[Ranking]) -> list[Ranking]:
    """Fuse by reciprocal rank instead."""
    results: list[Ranking] = []
    for pair in zip(words, vectors, strict=True):
        total: dict[str, float] = {}
        for ranking in pair:
            for rank, (identity, _) in enumerate(ranking, 1):
                total[identity] = total.get(identity, 0.0) + 1 / (10 + rank)
        results.append(sorted(total.items(), key=lambda item: -item[1]))
    return results


def product_rows(questions: Sequence[BenchQuestion]) -> tuple[list[Row], str]:
    """Measure the product itself: a real sync, a real search."""
    with tempfile.TemporaryDirectory() as home:
        settings = StorageSettings(home=Path(home), studies=studies_folder())
        started = time.perf_counter()
        sync(settings)
        first = time.perf_counter() - started
        started = time.perf_counter()
        sync(settings)
        second = time.perf_counter() - started
        ranks: list[int] = []
        times: list[float] = []
        with open_index(settings) as index:
            index.search("échauffement")
            for question in questions:
                started = time.perf_counter()
                hits = index.search(question.question, 10)
                times.append(1000 * (time.perf_counter() - started))
                found = (r for r, hit in enumerate(hits, 1) if question.answered_by(hit.chunk))
                ranks.append(next(found, 10_000))
    note = (
        f"First sync {first:.1f} s, second {second:.3f} s ({second / first:.4f} of the first); "
        f"search: median {median(times):.1f} ms, slowest {max(times):.1f} ms."
    )
    by_study = sorted({q.study for q in questions})
    rows = [measured("all questions", ranks)]
    for study in by_study:
        of_study = [r for q, r in zip(questions, ranks, strict=True) if q.study == study]
        rows.append(measured(f"{study} ({len(of_study)})", of_study))
    return rows, note


def table(title: str, rows: Iterable[Row]) -> str:
    """Return a Markdown table."""
    lines = [f"### {title}", "", "| | R@1 | R@5 | R@10 | MRR |", "|---|---|---|---|---|"]
    lines += [f"| {n} | {a:.3f} | {b:.3f} | {c:.3f} | {m:.3f} |" for n, a, b, c, m in rows]
    return "\n".join(lines)


def _default() -> Embed:
    embedder = HashedNgrams()

    def embed(texts: Sequence[str], asked: Sequence[str]) -> tuple[NDArray, NDArray]:  # type: ignore[type-arg]
        both = (embedder.embed_documents(list(texts)), embedder.embed_documents(list(asked)))
        return np.asarray(both[0], np.float32), np.asarray(both[1], np.float32)

    return embed


def run(show: Callable[[str], None]) -> str:
    """Measure everything, showing each table as it comes; return all of it."""
    questions = load_questions()
    documents = read_official()
    bench = Bench(questions, passages(documents, LARGEST))
    rows, note = product_rows(questions)
    parts = [f"{len(questions)} questions, {len(bench.chunks)} passages. {note}"]

    def add(title: str, found: Iterable[Row]) -> None:
        parts.append(table(title, found))
        show(parts[-1])

    show(parts[0])
    add("The product", rows)
    add("Parts", part_rows(bench))
    add("Weights", weight_rows(bench))
    sizes = (400, 600, 900, 1200, 1600)
    benches = ((size, Bench(questions, passages(documents, size))) for size in sizes)
    add(
        "Size of passages (characters)",
        (b.row(str(size), fused(b.words(), b.vectors(_default()))) for size, b in benches),
    )
    add("Embeddings", embedding_rows(bench))
    return "\n\n".join(parts)


def keep(results: str) -> None:
    """Put the results into their place in RESULTS.md."""
    text = RESULTS.read_text(encoding="utf-8") if RESULTS.is_file() else "# Measurements\n"
    section = f"{_HEADER}\n## Retrieval\n\n{results}\n{_FOOTER}"
    before, found, rest = text.partition(_HEADER)
    after = rest.partition(_FOOTER)[2] if found else ""
    RESULTS.write_text(f"{before.rstrip()}\n\n{section}{after.rstrip()}\n", encoding="utf-8")


if __name__ == "__main__":
    everything = run(lambda text: print(text, end="\n\n"))  # noqa: T201 -- the bench prints
    if "--write" in sys.argv:
        keep(everything)
