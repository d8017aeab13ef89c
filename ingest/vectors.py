"""The vector store of one snapshot. The only module that talks to Chroma.

Embedded Chroma in the snapshot's folder by default; a collection of a Chroma server when one is
named. Passages are stored whole, so that everything but the lexical index is read from here.
"""

import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from ingest.chunk import Chunk
from ingest.embeddings import Embedder
from prompts.errors import VigieError

# Chroma takes half a second to import, which a sync with nothing to do must not cost.
if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from langchain_chroma import Chroma

_COLLECTION = "passages"
_EMBEDDER = "embedder"
_LARGEST_BATCH = 1000
# Beyond Chroma's defaults, which lose a neighbour in ten here: the same question must find the same
# passages in two indexes of the same files.
_HNSW: "CreateHNSWConfiguration" = {
    "space": "cosine",
    "ef_construction": 300,
    "ef_search": 300,
    "max_neighbors": 32,
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a collection is: in a folder, or on a server under a name."""

    folder: Path
    url: str | None = None
    snapshot: str = ""

    @property
    def collection(self) -> str:
        """Name of the collection."""
        return f"vigie-{self.snapshot}" if self.url else _COLLECTION


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage, its vector, and its rank in its study's reading order."""

    chunk: Chunk
    rank: int
    vector: Sequence[float]


class PassageStore:
    """Passages and their vectors; cosine distance."""

    def __init__(
        self,
        client: "ClientAPI",
        collection: str,
        embedder: Embedder,
        copy: "TemporaryDirectory[str] | None" = None,
    ) -> None:
        self._client = client
        self._copy = copy
        self._collection = client.get_collection(collection, embedding_function=None)
        self._embedder = embedder
        recorded = str((self._collection.metadata or {}).get(_EMBEDDER))
        if recorded != embedder.identity:
            raise VigieError("ingest.embedder_mismatch", recorded=recorded, now=embedder.identity)

    @cached_property
    def langchain(self) -> "Chroma":
        """The same collection as a LangChain vector store."""
        from langchain_chroma import Chroma  # noqa: PLC0415

        return Chroma(
            collection_name=self._collection.name,
            client=self._client,
            embedding_function=self._embedder,
            create_collection_if_not_exists=False,
        )

    @classmethod
    def create(cls, place: Place, embedder: Embedder) -> "PassageStore":
        """Make an empty store, in place of what a killed writer may have left there."""
        client = _client(place)
        if place.url:
            _drop(client, place.collection)
        client.create_collection(
            place.collection,
            metadata={_EMBEDDER: embedder.identity},
            configuration={"hnsw": _HNSW},
            embedding_function=None,
        )
        return cls(client, place.collection, embedder)

    @classmethod
    def open(cls, place: Place, embedder: Embedder) -> "PassageStore":
        """Open a store for reading.

        Chroma writes a line where it opens: a folder that refuses it is read from a copy.

        Raises:
            VigieError: it is gone or damaged, or was made with another embedder.
        """
        from chromadb.errors import ChromaError  # noqa: PLC0415

        if not place.url and not place.folder.is_dir():
            raise VigieError("ingest.index_broken")
        copy = None
        if not place.url and not os.access(place.folder, os.W_OK):
            copy = TemporaryDirectory(prefix="vigie-")
            shutil.copytree(place.folder, copy.name, dirs_exist_ok=True, copy_function=shutil.copy)
            place = Place(Path(copy.name))
        client = None
        try:
            client = _client(place)
            return cls(client, place.collection, embedder, copy)
        except (ChromaError, ValueError) as error:
            _close(client)
            raise VigieError("ingest.index_broken") from error
        except VigieError:
            _close(client)
            raise

    def add(self, chunks: Sequence[Chunk]) -> None:
        """Add the passages of one study, in reading order."""
        for start in range(0, len(chunks), self._batch):
            batch = chunks[start : start + self._batch]
            vectors = self._embedder.embed_documents([_embedded_text(chunk) for chunk in batch])
            self._upsert(
                StoredPassage(chunk, start + i, vector)
                for i, (chunk, vector) in enumerate(zip(batch, vectors, strict=True))
            )

    def copy_study(self, study: str, target: "PassageStore") -> None:
        """Copy the passages of one study and their vectors into another store."""
        passages = self._stored(study)
        while batch := list(islice(passages, self._batch)):
            target._upsert(batch)  # noqa: SLF001 -- another store of this class

    def study(self, study: str) -> tuple[Chunk, ...]:
        """Return the passages of a study in reading order."""
        found = self._collection.get(where={"study": study}, include=["documents", "metadatas"])
        rows = zip(found["ids"], found["documents"] or (), found["metadatas"] or (), strict=True)
        ranked = sorted(rows, key=lambda row: _integer(row[2], "rank"))
        return tuple(_chunk(*row) for row in ranked)

    def get(self, ids: Sequence[str]) -> dict[str, Chunk]:
        """Return passages by id."""
        found = self._collection.get(ids=list(ids), include=["documents", "metadatas"])
        rows = zip(found["ids"], found["documents"] or (), found["metadatas"] or (), strict=True)
        return {identity: _chunk(identity, text, data) for identity, text, data in rows}

    def nearest(
        self, question: str, count: int, studies: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """Return the ids of the passages nearest to a question with their cosine similarity."""
        vector = self._embedder.embed_query(question)
        if not any(vector):
            return []
        among: Any = {"study": {"$in": list(studies)}} if studies is not None else None
        embeddings: Any = [vector]
        found = self._collection.query(
            query_embeddings=embeddings,
            n_results=count,
            where=among,
            include=["distances"],
        )
        distances = (found["distances"] or [[]])[0]
        return [(i, 1.0 - d) for i, d in zip(found["ids"][0], distances, strict=True)]

    def close(self) -> None:
        """Release the files or the connection."""
        _close(self._client)
        if self._copy is not None:
            self._copy.cleanup()

    @property
    def _batch(self) -> int:
        return min(_LARGEST_BATCH, self._client.get_max_batch_size())

    def _upsert(self, passages: Iterable[StoredPassage]) -> None:
        from chromadb.errors import ChromaError  # noqa: PLC0415

        rows = list(passages)
        vectors: Any = [row.vector for row in rows]
        try:
            self._collection.upsert(
                ids=[row.chunk.id for row in rows],
                documents=[row.chunk.text for row in rows],
                metadatas=[_metadata(row.chunk, row.rank) for row in rows],
                embeddings=vectors,
            )
        except ChromaError as error:
            raise VigieError("ingest.store_refused") from error

    def _stored(self, study: str) -> Iterator[StoredPassage]:
        offset = 0
        while True:
            found = self._collection.get(
                where={"study": study},
                limit=self._batch,
                offset=offset,
                include=["documents", "metadatas", "embeddings"],
            )
            vectors: Any = found["embeddings"]
            columns = (found["ids"], found["documents"] or (), found["metadatas"] or (), vectors)
            for identity, text, data, vector in zip(*columns, strict=True):
                yield StoredPassage(_chunk(identity, text, data), _integer(data, "rank"), vector)
            offset += len(found["ids"])
            if len(found["ids"]) < self._batch:
                return


def drop_collection(place: Place) -> None:
    """Remove a snapshot's collection from the server; nothing to do for an embedded one."""
    if place.url:
        _drop(_client(place), place.collection)


def _client(place: Place) -> "ClientAPI":
    import chromadb  # noqa: PLC0415
    from chromadb.config import Settings  # noqa: PLC0415

    settings = Settings(anonymized_telemetry=False)
    if place.url is None:
        return chromadb.PersistentClient(str(place.folder), settings=settings)
    parts = urlsplit(place.url)
    ssl = parts.scheme == "https"
    try:
        return chromadb.HttpClient(
            host=parts.hostname or place.url,
            port=parts.port or (443 if ssl else 8000),
            ssl=ssl,
            settings=settings,
        )
    except ValueError as error:
        raise VigieError("ingest.server_away", url=place.url) from error


def _close(client: "ClientAPI | None") -> None:
    if client is not None:
        client.close()  # type: ignore[attr-defined]


def _drop(client: "ClientAPI", collection: str) -> None:
    from chromadb.errors import NotFoundError  # noqa: PLC0415

    try:
        client.delete_collection(collection)
    except (NotFoundError, ValueError):
        return  # it was never made


def _embedded_text(chunk: Chunk) -> str:
    """Return what is embedded: the passage under its headings, which say what it is about."""
    return "\n".join((*chunk.section, chunk.text))


def _metadata(chunk: Chunk, rank: int) -> dict[str, str | int]:
    return {
        "study": chunk.study,
        "page": chunk.page,
        "page_label": chunk.page_label or "",
        "section": json.dumps(chunk.section, ensure_ascii=False),
        "start": chunk.start,
        "end": chunk.end,
        "rank": rank,
    }


def _chunk(identity: str, text: str, data: Mapping[str, Any]) -> Chunk:
    return Chunk(
        id=identity,
        study=str(data["study"]),
        page=_integer(data, "page"),
        page_label=str(data["page_label"]) or None,
        section=tuple(json.loads(str(data["section"]))),
        text=text,
        start=_integer(data, "start"),
        end=_integer(data, "end"),
    )


def _integer(data: Mapping[str, Any], key: str) -> int:
    return int(data[key])
