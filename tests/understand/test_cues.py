"""The phrases by which a question shows what it asks."""

import pytest

from assistant.understand.cues import Cues, load_cues
from assistant.understand.reading import read


def found(phrase: str, text: str) -> bool:
    """Return whether a phrase, alone in its group, stands in a text."""
    return Cues({"group": [phrase]}).found("group", read(text))


def written_out(phrase: str) -> set[str]:
    """Return texts that a phrase of the file must match, each alternative in one at least."""
    forms = [word.split("|") for word in phrase.split() if word not in {"*", "?", "^"}]
    longest = max(map(len, forms))
    return {" ".join(f[n % len(f)].rstrip("*") for f in forms) for n in range(longest)}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("cas d'usage", "Quels CAS D’USAGE ?"),
        ("étude", "selon l'etude"),
        ("rang", "Quel rang ?"),
        ("rang", "rang"),
        ("expos*", "les métiers exposés"),
        ("expos*", "l'exposition"),
        ("expos*", "expos"),
        ("combien * métiers", "combien de ces nombreux métiers"),
        ("combien * métiers", "combien métiers"),
        ("par quoi * commence*", "par quoi faut-il donc bien commencer"),
        ("^ qui licencier", "Qui licencier ?"),
        ("part de", "la part des répondants"),
        ("part de", "la part du budget"),
        ("part de", "la part d'IA"),
        ("axe 1", "l'axe 1"),
        ("mon ? collègue", "mon collègue"),
        ("mon ? collègue", "mon cher collègue"),
        ("mon|ma collègue*", "ma collègue"),
        ("plus|moins expos*|touch*", "les moins touchés"),
    ],
)
def test_phrase_is_found(phrase: str, text: str) -> None:
    """Case, accents and elisions do not count; stars, bars and « ? » stand for other words."""
    assert found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("rang", "une orange"),
        ("rang", "ranger"),
        ("expose", "exposés"),
        ("expos*", "surexposé"),
        ("cas d'usage", "cas usage"),
        ("cas d'usage", "usage d'un cas"),
        ("combien * métiers", f"combien {'de mots ' * 10} métiers"),
        ("^ qui licencier", "dis-moi qui licencier"),
        ("part de", "la part dette"),
        ("axe 1", "l'axe 12"),
        ("mon|ma collègue*", "mes collègues"),
        ("mon ? collègue", "mon très cher collègue"),
    ],
)
def test_phrase_is_not_found(phrase: str, text: str) -> None:
    """A phrase is sought as whole words, in their order and not far apart."""
    assert not found(phrase, text)


def test_a_star_alone_passes_over_a_decimal() -> None:
    """A number with decimals counts as one of the words that a lone star stands for."""
    assert found("score * expert*", "le score 0,41 des experts")


def test_any_phrase_of_a_group_is_enough() -> None:
    """A group is found by whichever of its phrases stands in the text."""
    cues = Cues({"greeting": ["bonjour", "bonsoir"]})
    assert cues.found("greeting", read("Bonsoir à tous"))
    assert not cues.found("greeting", read("Bon vent"))


def test_first_follows_the_order_given() -> None:
    """The first group asked for wins, wherever its phrase stands in the text."""
    cues = Cues({"a": ["score"], "b": ["rang"]})
    reading = read("rang et score")
    assert cues.first(reading, ["a", "b"]) == "a"
    assert cues.first(reading, ["b", "a"]) == "b"
    assert cues.first(read("rien"), ["a", "b"]) is None


def test_strip_takes_out_the_named_groups_only() -> None:
    """What is left of a text are the words that no named group explains."""
    cues = Cues({"a": ["score"], "b": ["rang"]})
    assert cues.strip(" score et rang du juriste ", "a").split() == ["et", "rang", "du", "juriste"]
    assert cues.strip(" score rang ", "a", "b").split() == []


def test_groups_are_known_by_name_and_by_phrase() -> None:
    """Names come back in the order of the file, phrases as they are written."""
    cues = Cues({"x.b": ["Écart"], "y.a": ["rang"], "x.a": ["score*"]})
    assert cues.names("x.") == ("x.b", "x.a")
    assert cues.phrases("x.b") == ("Écart",)


def test_the_file_names_its_groups_by_section(cues: Cues) -> None:
    """Every group of the corpus is « section.group »."""
    assert {"intent.score", "filter.core", "person.someone"} <= set(cues.names(""))
    assert all(name.count(".") == 1 for name in cues.names(""))


@pytest.mark.parametrize("group", load_cues().names(""))
def test_every_phrase_of_the_corpus_can_be_said(group: str, cues: Cues) -> None:
    """Each phrase of the file is found in itself, written out without its stars."""
    said = {text for phrase in cues.phrases(group) for text in written_out(phrase)}
    dead = {text for text in said if not cues.found(group, read(text))}
    assert not dead
