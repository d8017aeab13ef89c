"""Joins printed lines into running text, deciding which hyphens at line ends belong to the word."""

import re
from collections.abc import Iterable

from ingest.french import fold

_LAST_WORD = re.compile(r"([^\W\d_]+(?:['-][^\W\d_]+)*)-$")
_FIRST_WORD = re.compile(r"^[^\W\d_]+(?:['-][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SOFT_HYPHEN = "\u00ad"

# First halves that French sets off with a hyphen even when the compound is used only once.
_PREFIXES = {
    *("anti", "auto", "co", "demi", "e", "ex", "extra", "inter", "mi", "micro", "mini", "multi"),
    *("non", "post", "pre", "quasi", "re", "self", "semi", "sous", "sur", "ultra", "vice"),
}


class Joiner:
    """Joins lines with the words of one document, given in reading order, as its dictionary."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: set[str] = set()
        broken = False
        for text in texts:
            # The halves of a word cut at a line end are not words of the document.
            whole = _FIRST_WORD.sub("", text) if broken else text
            broken = text.endswith(("-", SOFT_HYPHEN))
            whole = _LAST_WORD.sub("", whole) if broken else whole
            self._words.update(fold(word) for word in _WORD.findall(whole))

    def join(self, lines: Iterable[str]) -> str:
        """Return the lines as one text; only a soft hyphen at its end stays, for what follows."""
        text = ""
        for line in lines:
            text = self._pair(text, line) if text else line
        return text[:-1].replace(SOFT_HYPHEN, "") + text[-1:]

    def _pair(self, left: str, right: str) -> str:
        if left.endswith(SOFT_HYPHEN):
            return left.removesuffix(SOFT_HYPHEN) + right
        if re.search(r"(?:^|\s)-$", left):
            # A minus sign or a dash left alone at the end of a line.
            return left + right if right[:1].isdigit() else f"{left} {right}"
        broken = _LAST_WORD.search(left)
        following = _FIRST_WORD.match(right)
        if not broken or not following:
            glued = left.endswith("-") or _is_broken_address(left, right)
            return left + right if glued else f"{left} {right}"
        keep = self._hyphen_belongs(broken.group(1), following.group())
        return (left if keep else left.removesuffix("-")) + right

    def _hyphen_belongs(self, left: str, right: str) -> bool:
        """Say whether « left-right » is a compound rather than one word cut in two.

        A form seen elsewhere in the document decides; failing both, two words that exist on their
        own make a compound, and so do a prefix and what it governs.
        """
        first, second = fold(left), fold(right)
        if first + second in self._words:
            return False
        if f"{first}-{second}" in self._words or right[:1].isupper():
            return True
        return first in _PREFIXES or (first in self._words and second in self._words)


def _is_broken_address(left: str, right: str) -> bool:
    last = left.rsplit(" ", 1)[-1]
    return ("://" in last or last.startswith("www.")) and last[-1:] in "/_%=?&" and bool(right)
