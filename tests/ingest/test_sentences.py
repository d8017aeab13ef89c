import pytest

from ingest.sentences import split_sentences


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [text[a:b] for a, b in split_sentences(text)]


def test_sentences_end_at_stops_followed_by_a_capital() -> None:
    """Full stops, question marks and closing quotes end sentences."""
    text = "Un essai. Est-ce fini ? « Oui ! » Alors tant mieux."
    assert sentences(text) == ["Un essai.", "Est-ce fini ?", "« Oui ! »", "Alors tant mieux."]


@pytest.mark.parametrize(
    "text",
    [
        "Selon M. Dupont, tout va bien.",
        "Soit 4.1 milliards d'euros.",
        "Voir p. 12 et cf. Annexe 2.",
        "J. Martin arrive.",
        "2020 vs. 2018 : plus mature.",
        "Les appels, mails, etc. sont traités.",
        "1. Premier point",
    ],
)
def test_abbreviations_numbers_and_initials_do_not_end_a_sentence(text: str) -> None:
    """A stop that belongs to a word does not cut."""
    assert sentences(text) == [text]


def test_etc_ends_a_sentence_before_a_capital() -> None:
    """« etc. » ends the sentence when a new one follows."""
    assert sentences("Des mails, etc. Le reste suit.") == ["Des mails, etc.", "Le reste suit."]


def test_lines_are_sentences_of_their_own() -> None:
    """Headings, items and rows stand on lines without a stop."""
    assert sentences("Titre\nPhrase une. Phrase deux.\n• item") == [
        "Titre", "Phrase une.", "Phrase deux.", "• item",
    ]  # fmt: skip


def test_spans_cover_every_letter() -> None:
    """Only spaces stand outside sentences."""
    text = "Un.  Deux !\n\n Trois ? Quatre"
    covered = "".join(sentences(text))
    assert covered.replace(" ", "") == "".join(text.split())
