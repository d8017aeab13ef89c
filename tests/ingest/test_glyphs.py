import pytest

from ingest.glyphs import clean_characters, is_dirty


@pytest.mark.parametrize(
    ("printed", "clean"),
    [
        ("eﬃcace", "efficace"),
        ("cœur", "cœur"),
        ("l’étude", "l'étude"),
        ("“cœur”", '"cœur"'),
        ("« mot »", "« mot »"),
        ("e\u0301tude", "étude"),
        ("´etude et r´eseau", "étude et réseau"),
        ("fran¸cais, franc¸ais", "français, français"),
        ("na¨ıf", "naïf"),
        ("\uf0b7 item", "• item"),
        ("a\x00b", "ab"),
        ("20 m²", "20 m²"),
        ("Orange™", "Orange™"),
        ("en 2024¹, l'étude", "en 2024, l'étude"),
        ("l'observatoire²", "l'observatoire"),
        ("1\u202f000\u00a0€", "1 000 €"),
    ],
)
def test_characters_are_cleaned_without_loss(printed: str, clean: str) -> None:
    """Ligatures, stray accents, private bullets and note marks go; œ, « » and units stay."""
    assert clean_characters(printed) == clean


def test_a_page_of_unknown_glyphs_is_dirty() -> None:
    """Replacement characters beyond a few per cent are reported."""
    assert is_dirty("texte " + "\ufffd" * 10)
    assert not is_dirty("texte ordinaire " * 50 + "\ufffd")
