"""Cleans the characters a PDF gives: ligatures, stray accents, private-use bullets, odd spaces."""

import re
import unicodedata

# Bullets of the Symbol and Wingdings fonts, which PDF writers leave in the private-use area.
_PRIVATE_BULLETS = dict.fromkeys(map(chr, (0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC, 0xF071)), "•")
_QUOTES = dict.fromkeys("’‘‛ʼ′", "'") | dict.fromkeys("“”„‟″", '"')
_HYPHENS = dict.fromkeys("‐‑", "-")
_REMOVED = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x00", "")
_CHARACTERS = str.maketrans(_PRIVATE_BULLETS | _QUOTES | _HYPHENS | _REMOVED)

# Spacing diacritics that old fonts print before the letter they belong to (the cedilla: after).
_COMBINING = {"´": "\u0301", "`": "\u0300", "ˆ": "\u0302", "¨": "\u0308", "¸": "\u0327"}
_ACCENT_FIRST = re.compile(r"([´`ˆ¨]) ?([^\W\d_])")
_CEDILLA_LAST = re.compile(r"([cC])¸|¸([cC])")
_DOTLESS = str.maketrans({"ı": "i"})

_CONTROL_OR_PRIVATE = {"Cc", "Co", "Cs", "Cn"}
_SUPERSCRIPT_DIGITS = re.compile(r"(?<=[^\W\d_]{3})[¹²³⁰-⁹]+|(?<=[\d.,;:)»%])[¹²³⁰-⁹]+")
_KEPT = re.compile(r"[¹²³⁰-⁹™°ªº]+")


def clean_characters(text: str) -> str:
    """Return ``text`` in NFKC with one kind of apostrophe and quote, and nothing unprintable.

    « œ » and « m² » stay; a superscript footnote mark after a word or a number goes, so that it
    corrupts neither. Soft hyphens stay, for the joining of lines.
    """
    text = _accents_repaired(text.translate(_CHARACTERS))
    text = _SUPERSCRIPT_DIGITS.sub("", text)
    return "".join(
        part if _KEPT.fullmatch(part) else unicodedata.normalize("NFKC", part)
        for part in re.split(r"([¹²³⁰-⁹™°ªº]+)", _printable(text))
    )


def is_dirty(text: str) -> bool:
    """Say whether over 2 % of a page's characters have no meaning outside their font."""
    strange = sum(unicodedata.category(c) in {"Co", "Cn"} or c == "\ufffd" for c in text)
    return strange > 0.02 * max(len(text), 1)


def _printable(text: str) -> str:
    return "".join(
        " " if c != "\n" and unicodedata.category(c) in _CONTROL_OR_PRIVATE else c for c in text
    )


def _accents_repaired(text: str) -> str:
    if not any(accent in text for accent in _COMBINING):
        return text
    text = _CEDILLA_LAST.sub(lambda m: "ç" if (m[1] or m[2]) == "c" else "Ç", text)
    return _ACCENT_FIRST.sub(_composed, text)


def _composed(match: re.Match[str]) -> str:
    letter = match[2].translate(_DOTLESS)
    composed = unicodedata.normalize("NFC", letter + _COMBINING[match[1]])
    return composed if len(composed) == 1 else match[0]
