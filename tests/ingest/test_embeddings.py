import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import numpy as np
import pytest
from pydantic import SecretStr

from ingest.embeddings import EndpointEmbeddings, HashedNgrams, choose_embedder
from ingest.settings import StorageSettings
from prompts.errors import VigieError


def similarity(left: str, right: str) -> float:
    """Return the cosine of two texts by the default method."""
    a, b = HashedNgrams().embed_documents([left, right])
    return float(np.dot(a, b))


def test_vectors_have_length_one_and_are_the_same_everywhere() -> None:
    """The method depends on nothing but the text: not on the process, not on other texts."""
    vector = HashedNgrams().embed_query("gestionnaire de dossiers")
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
    assert vector == HashedNgrams().embed_documents(["autre", "gestionnaire de dossiers"])[1]
    assert len(vector) == 1024


def test_misspelt_and_inflected_words_are_near() -> None:
    """What BM25 misses by a letter is close here."""
    typo = similarity("gestionaire", "le gestionnaire")
    assert typo > 0.6
    assert similarity("former", "la formation") > 2 * similarity("former", "la boutique")


def test_texts_that_share_nothing_are_far_apart() -> None:
    """Collisions of n-grams cancel out: even in few dimensions nothing unrelated comes near."""
    embedder = HashedNgrams(64)
    texts = ["gestionnaire des dossiers", "boutique et vendeur", "lunettes connectées", "zoologie"]
    a, b, c, d = (np.array(v) for v in embedder.embed_documents(texts))
    assert np.mean([a @ b, a @ c, a @ d, b @ c, b @ d, c @ d]) < 0.25


def test_a_text_without_words_has_no_direction() -> None:
    """Function words alone give the zero vector."""
    assert not any(HashedNgrams().embed_query("est-ce que le"))


def test_parameters_are_part_of_the_identity() -> None:
    """An index made with other parameters is told apart."""
    names = {HashedNgrams().identity, HashedNgrams(512).identity, HashedNgrams(1024, (3,)).identity}
    assert len(names) == 3


@pytest.fixture
def endpoint() -> Iterator[tuple[str, list[dict[str, object]]]]:
    """Serve an OpenAI-compatible embeddings endpoint on loopback; return its URL and requests."""
    received: list[dict[str, object]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            received.append(body)
            data = [
                {"object": "embedding", "index": i, "embedding": [float(len(text)), 1.0]}
                for i, text in enumerate(body["input"])
            ]
            answer = json.dumps({"object": "list", "data": data, "model": body["model"]}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *args: object) -> None:
            """Keep the test's output clean."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/v1", received
    server.shutdown()


def test_an_endpoint_embeds_the_texts_as_they_are(
    endpoint: tuple[str, list[dict[str, object]]],
) -> None:
    """The model gets strings, not tokens, and the vectors come back in order."""
    url, received = endpoint
    settings = StorageSettings(
        embedding_model="mon-modele", openai_base_url=url, openai_api_key=SecretStr("clef")
    )
    embedder = choose_embedder(settings)
    assert isinstance(embedder, EndpointEmbeddings)
    assert embedder.embed_documents(["un", "trois"]) == [[2.0, 1.0], [5.0, 1.0]]
    assert received[0]["input"] == ["un", "trois"]
    assert embedder.identity == "endpoint/mon-modele"


def test_an_endpoint_that_is_away_is_one_clear_error() -> None:
    """The model is named in the sentence."""
    settings = StorageSettings(
        embedding_model="mon-modele",
        openai_base_url="http://127.0.0.1:9/v1",
        openai_api_key=SecretStr("clef"),
    )
    with pytest.raises(VigieError, match="mon-modele"):
        choose_embedder(settings).embed_query("texte")


def test_the_default_needs_nothing() -> None:
    """Without a model named, the hashed n-grams are used."""
    assert isinstance(choose_embedder(StorageSettings()), HashedNgrams)
