"""The phrases by which a question shows what it asks, read from ``corpus/lexicon/cues.toml``."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from assistant.understand.reading import Reading
from corpus.locate import CORPUS_ROOT
from ingest.french import fold, words

CUES_FILE = CORPUS_ROOT / "lexicon" / "cues.toml"


class Cues:
    """Named groups of phrases.

    In a phrase, ``*`` at the end of a word stands for any ending, a word ``*`` alone for up to
    eight words, ``?`` for one at most, ``^`` first for the beginning of the text, ``a|b`` for one
    word or the other and ``de`` for its forms (d', du, des); everything else is compared folded,
    elisions split.
    """

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._patterns = {
            name: re.compile("|".join(_pattern(phrase) for phrase in phrases))
            for name, phrases in groups.items()
        }
        self._phrases = {name: tuple(phrases) for name, phrases in groups.items()}

    def found(self, group: str, reading: Reading) -> bool:
        """Return whether a phrase of the group stands in the text."""
        return self._patterns[group].search(reading.joined) is not None

    def before(self, group: str, reading: Reading) -> str:
        """Return what stands before the first phrase of the group, or an empty string."""
        match = self._patterns[group].search(reading.joined)
        return reading.joined[: match.start()].rstrip() if match else ""

    def first(self, reading: Reading, groups: Iterable[str]) -> str | None:
        """Return the first group, in the order given, of which a phrase stands in the text."""
        return next((group for group in groups if self.found(group, reading)), None)

    def strip(self, text: str, *groups: str) -> str:
        """Return a joined reading without the words of any phrase of these groups."""
        kept = list(text)
        for group in groups:
            for match in self._patterns[group].finditer(text):
                kept[match.start() : match.end()] = " " * (match.end() - match.start())
        return "".join(kept)

    def phrases(self, group: str) -> tuple[str, ...]:
        """Return the phrases of a group as they are written in the file."""
        return self._phrases[group]

    def words(self) -> frozenset[str]:
        """Return every folded word of every phrase, those with ``*`` as they are written."""
        written = (
            word for phrases in self._phrases.values() for p in phrases for word in p.split()
        )
        forms = (form.strip("*^") for word in written for form in word.split("|"))
        return frozenset(fold(form) for form in forms if form)

    def names(self, prefix: str) -> tuple[str, ...]:
        """Return the names of the groups that start with ``prefix``, in file order."""
        return tuple(name for name in self._patterns if name.startswith(prefix))


def _pattern(phrase: str) -> str:
    written = phrase.split()
    opens = written[0] == "^"
    parts = [_word_pattern(word) for word in written[opens:]]
    body = ""
    for part in parts:
        body += part if part.startswith("(?: ") or not body else f" {part}"
    return f"{'^ ' if opens else '(?<= )'}{body}(?= )"


def _word_pattern(written: str) -> str:
    if written == "?":
        return r"(?: \w+)?"
    if written == "*":
        return r"(?: \w+(?:[.,]\d+)?){0,8}"
    forms = [_form(form) for form in written.split("|")]
    return forms[0] if len(forms) == 1 else f"(?:{'|'.join(sorted(forms, key=len, reverse=True))})"


def _form(written: str) -> str:
    if written == "de":
        return "d(?:e|u|es)?"
    stem = written.rstrip("*")
    folded = " ".join(fold(word) for word in words(stem)) or stem
    return re.escape(folded) + (r"\w*" if written.endswith("*") else "")


@lru_cache
def load_cues(path: Path = CUES_FILE) -> Cues:
    """Return the cues of the corpus, groups of ``[section]`` named « section.group »."""
    with path.open("rb") as stream:
        sections = tomllib.load(stream)
    groups: dict[str, list[str]] = {}
    for section, entries in sections.items():
        for name, phrases in entries.items():
            groups[f"{section}.{name}"] = phrases
    return Cues(groups)
