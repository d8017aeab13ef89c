"""Turns text into vectors: without network by default, or with an OpenAI-compatible endpoint."""

import zlib
from abc import abstractmethod
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

from ingest.french import fold, word_terms, words
from ingest.settings import StorageSettings
from prompts.errors import VigieError

_BATCH = 64  # texts per request to an endpoint


class Embedder(Embeddings):
    """LangChain embeddings that say who they are, so that an index is never read with others."""

    @property
    @abstractmethod
    def identity(self) -> str:
        """Name of the method, its version and its parameters: equal identities, equal vectors."""


class HashedNgrams(Embedder):
    """Hashed character n-grams of the words that carry meaning: no corpus, model or network needed.

    Each n-gram of a folded word, its edges marked, adds ±1 to one of ``dimensions`` coordinates;
    a word repeated counts ``1 + log(count)`` times; vectors have length 1 (or 0 without words).
    """

    def __init__(self, dimensions: int = 1024, widths: Sequence[int] = (3, 4, 5)) -> None:
        self._dimensions = dimensions
        self._widths = tuple(widths)

    @property
    def identity(self) -> str:
        """See :class:`Embedder`."""
        return f"ngrams-1/{self._dimensions}/{'-'.join(map(str, self._widths))}"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vector of each text."""
        return [self._vector(text).tolist() for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return self.embed_documents([text])[0]

    def _vector(self, text: str) -> NDArray[np.float32]:
        vector = np.zeros(self._dimensions, dtype=np.float32)
        counts = Counter(fold(word) for word in words(text) if word_terms(word))
        for word, count in counts.items():
            places, signs = _hashed(word, self._widths, self._dimensions)
            np.add.at(vector, places, signs * np.float32(1.0 + np.log(count)))
        length = float(np.linalg.norm(vector))
        return vector / length if length else vector


@lru_cache(maxsize=100_000)
def _hashed(
    word: str, widths: tuple[int, ...], dimensions: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the coordinates and signs of the n-grams of one word."""
    marked = f" {word} "
    grams = [marked[i : i + n] for n in widths for i in range(len(marked) - n + 1)]
    codes = np.array([zlib.crc32(gram.encode()) for gram in grams], dtype=np.int64)
    return codes % dimensions, np.where(codes >> 31, -1.0, 1.0).astype(np.float32)


class EndpointEmbeddings(Embedder):
    """A model of an OpenAI-compatible endpoint."""

    def __init__(self, settings: StorageSettings) -> None:
        # Imported here: slow to load, and not needed by default.
        from langchain_openai import OpenAIEmbeddings  # noqa: PLC0415

        self._model = settings.embedding_model or ""
        self._client = OpenAIEmbeddings(
            model=self._model,
            openai_api_base=settings.openai_base_url,
            openai_api_key=settings.openai_api_key,
            chunk_size=_BATCH,
            # Measuring the input would download tables, and other models count otherwise.
            check_embedding_ctx_length=False,
        )

    @property
    def identity(self) -> str:
        """See :class:`Embedder`."""
        return f"endpoint/{self._model}"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return the vector of each text.

        Raises:
            VigieError: the endpoint cannot be reached or refuses.
        """
        from openai import OpenAIError  # noqa: PLC0415

        try:
            return self._client.embed_documents(texts)
        except OpenAIError as error:
            raise VigieError("ingest.embedding_failed", model=self._model) from error

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return self.embed_documents([text])[0]


def choose_embedder(settings: StorageSettings) -> Embedder:
    """Return the endpoint's model when one is named, else the default."""
    return EndpointEmbeddings(settings) if settings.embedding_model else HashedNgrams()
