from pathlib import Path

import numpy as np

from ingest.chunk import Chunk
from ingest.french import index_terms
from ingest.lexical import LexicalIndex


def chunk(identity: str, text: str, *section: str, study: str = "e") -> Chunk:
    """Return a passage."""
    return Chunk(identity, study, 1, None, section, text, 0, len(text))


CHUNKS = [
    chunk("a", "Les girafes ont un long cou.", "Animaux", "Girafes"),
    chunk("b", "Elles mangent des feuilles.", "Animaux", "Girafes"),
    chunk("c", "Les métiers de l'assistance évoluent.", "Métiers", study="f"),
]


def best(index: LexicalIndex, question: str) -> str:
    """Return the id of the best passage."""
    return index.ids[int(np.argmax(index.scores(dict.fromkeys(index_terms(question), 1.0))))]


def test_words_typed_without_accents_find_the_passage() -> None:
    """Stems and folds agree between question and text."""
    assert best(LexicalIndex.build(CHUNKS), "metier de lassistance qui evolue") == "c"


def test_headings_count_for_less_than_the_text() -> None:
    """A passage under the heading is found, after the one that says the word."""
    scores = LexicalIndex.build(CHUNKS).scores({"giraf": 1.0})
    assert scores[0] > scores[1] > 0 == scores[2]


def test_weights_multiply() -> None:
    """A term at half weight scores half."""
    index = LexicalIndex.build(CHUNKS)
    whole, half = index.scores({"cou": 1.0}), index.scores({"cou": 0.5})
    np.testing.assert_allclose(half * 2, whole, rtol=1e-5)


def test_an_index_reads_as_it_was_written(tmp_path: Path) -> None:
    """Saved and loaded, it gives the same scores, studies and vocabulary."""
    built = LexicalIndex.build(CHUNKS)
    built.save(tmp_path)
    read = LexicalIndex.load(tmp_path)
    terms = {"giraf": 1.0, "assist": 0.3}
    np.testing.assert_array_equal(read.scores(terms), built.scores(terms))
    assert read.among({"f"}).tolist() == [False, False, True]
    assert read.knows("giraf")
    assert not read.knows("éléphant")
    assert LexicalIndex.is_whole(tmp_path)


def test_passages_without_headings_can_be_indexed() -> None:
    """An empty field is no error, and an unknown term scores nothing."""
    index = LexicalIndex.build([chunk("a", "Un texte.")])
    assert index.scores({"text": 1.0})[0] > 0
    assert not index.scores({"absent": 1.0}).any()
    assert not index.scores({}).any()
