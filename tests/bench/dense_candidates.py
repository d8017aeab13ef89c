"""The ways of embedding that were compared before one became the default."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ingest.embeddings import HashedNgrams
from ingest.french import fold, index_terms, word_terms, words

Matrix = NDArray[np.float32]
Embed = Callable[[Sequence[str], Sequence[str]], tuple[Matrix, Matrix]]


def ngrams(dimensions: int, widths: tuple[int, ...]) -> Embed:
    """Hashed character n-grams, as the product has them."""
    embedder = HashedNgrams(dimensions, widths)

    def embed(texts: Sequence[str], questions: Sequence[str]) -> tuple[Matrix, Matrix]:
        return _matrix(embedder, texts), _matrix(embedder, questions)

    return embed


def words_and_ngrams(dimensions: int) -> Embed:
    """Half the coordinates for hashed stems, half for hashed n-grams."""

    def embed(texts: Sequence[str], questions: Sequence[str]) -> tuple[Matrix, Matrix]:
        half = HashedNgrams(dimensions // 2, (3, 4, 5))

        def both(items: Sequence[str]) -> Matrix:
            stems = _hashed_counts([index_terms(item) for item in items], dimensions // 2)
            return _normal(np.hstack([stems, _matrix(half, items)]))

        return both(texts), both(questions)

    return embed


def lsa(rank: int, *, characters: bool) -> Embed:
    """Latent semantic analysis: the singular vectors of the corpus's own tf-idf matrix."""

    def embed(texts: Sequence[str], questions: Sequence[str]) -> tuple[Matrix, Matrix]:
        split = _ngrams_of if characters else index_terms
        lists = [split(text) for text in texts]
        frequency = Counter(term for terms in lists for term in set(terms))
        vocabulary = {t: i for i, (t, n) in enumerate(frequency.most_common(12_000)) if n > 1}
        weights = {t: np.log((len(lists) + 1) / (frequency[t] + 1)) + 1 for t in vocabulary}
        corpus = _tfidf(lists, vocabulary, weights)
        values, vectors = np.linalg.eigh((corpus @ corpus.T).astype(np.float64))
        kept = np.argsort(-values)[:rank]
        scale = np.sqrt(np.maximum(values[kept], 1e-9))
        basis = ((corpus.T @ vectors[:, kept]) / scale).astype(np.float32)
        asked = _tfidf([split(question) for question in questions], vocabulary, weights)
        return _normal(corpus @ basis), _normal(asked @ basis)

    return embed


def _ngrams_of(text: str) -> list[str]:
    marked = [f" {fold(word)} " for word in words(text) if word_terms(word)]
    return [w[i : i + n] for w in marked for n in (3, 4) for i in range(len(w) - n + 1)]


def _matrix(embedder: HashedNgrams, items: Sequence[str]) -> Matrix:
    return np.asarray(embedder.embed_documents(list(items)), dtype=np.float32)


def _hashed_counts(lists: Sequence[Sequence[str]], dimensions: int) -> Matrix:
    matrix = np.zeros((len(lists), dimensions), dtype=np.float32)
    for row, terms in enumerate(lists):
        for term, count in Counter(terms).items():
            matrix[row, hash_of(term) % dimensions] += 1 + np.log(count)
    return _normal(matrix)


def hash_of(term: str) -> int:
    """Return a hash that is the same in every process."""
    return int.from_bytes(term.encode()[:8].ljust(8, b"\0"), "big") * 0x9E3779B97F4A7C15 >> 17


def _tfidf(
    lists: Sequence[Sequence[str]], vocabulary: dict[str, int], weights: dict[str, float]
) -> Matrix:
    matrix = np.zeros((len(lists), len(vocabulary)), dtype=np.float32)
    for row, terms in enumerate(lists):
        for term, count in Counter(terms).items():
            if term in vocabulary:
                matrix[row, vocabulary[term]] = (1 + np.log(count)) * weights[term]
    return _normal(matrix)


def _normal(matrix: Matrix) -> Matrix:
    lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.maximum(lengths, 1e-9), dtype=np.float32)
