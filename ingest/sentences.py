"""Cuts French text into sentences, which are never cut further."""

import re

from ingest.french import fold

# Words whose full stop does not end a sentence, folded.
_ABBREVIATIONS = {
    *("m", "mm", "mme", "mmes", "mlle", "dr", "pr", "me", "st", "ste", "inc", "ltd", "corp"),
    *("cf", "ex", "etc", "p", "pp", "art", "al", "vol", "ed", "fig", "tab", "n", "no", "ref"),
    *("env", "min", "max", "resp", "av", "bd", "tel", "chap", "sect", "ann", "vs", "hab", "mio"),
    *("e.g", "i.e", "c.-a-d", "md", "janv", "fevr", "avr", "juil", "sept", "oct", "nov", "dec"),
}
_BREAK = re.compile(
    r"(?P<stop>[.!?…]+[\"»)\]]*(?:\s+»)?)(?P<space>\s+)(?=[\"«(\[]?\s*[^\W_a-zà-öø-ÿ]|[•▪–-]\s)"
)
_LAST_WORD = re.compile(r"(\S+?)\.$")
_LIST_NUMBER = re.compile(r"(?:^|[\s(])(?:\d{1,2}|[a-zA-Z])\.$")
_ENDS_IN_ETC = re.compile(r"\betc\.$")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence of ``text``, lines being sentences of their own.

    Spaces between sentences belong to none; abbreviations, initials, decimals and the numbers of
    lists do not end a sentence.
    """
    spans: list[tuple[int, int]] = []
    offset = 0
    for line in text.split("\n"):
        spans.extend((offset + a, offset + b) for a, b in _line_spans(line))
        offset += len(line) + 1
    return spans


def _line_spans(line: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(line):
        if _ends_sentence(line[start : match.end("stop")], line[match.end() :]):
            spans.append((start, match.end("stop")))
            start = match.end("space")
    spans.append((start, len(line)))
    return [trimmed for a, b in spans if (trimmed := _trimmed(line, a, b))]


def _ends_sentence(before: str, after: str) -> bool:
    if not before.endswith(".") or before.endswith(".."):
        return True
    if _LIST_NUMBER.search(before):
        return False
    word = _LAST_WORD.search(before)
    last = fold(word.group(1)).strip('(«"') if word else ""
    if _ENDS_IN_ETC.search(before):
        return after[:1].isupper()
    if last in _ABBREVIATIONS:
        return False
    return not (len(last) == 1 and last.isalpha())


def _trimmed(line: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
