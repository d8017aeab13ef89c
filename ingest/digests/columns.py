"""The widths of the columns of a printed table, chosen so that most rows stand on one line."""

from collections.abc import Sequence

_LINE = 145
"""How many characters of table text stand on one line of the page."""

_GAP = 2
"""How many of them the space between two columns takes."""

_USUAL = 0.8
"""A cell is usual when it is no longer than this part of its column."""

_ENOUGH = 0.6
"""The longest column may be given this part, at least, of its usual cell: it wraps once."""

_NARROW = 12
"""Where every column must wrap, one with at most so many characters does not."""

_GROWTH = 0.7
"""Where every column must wrap, a longer one gets more room, but less than in proportion."""


def widths(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the Typst width of each column of ``rows``, which start with the header.

    Every column is as wide as its longest cell and the longest takes what is left of the line;
    where too little is left for it, the wide columns share the line by their usual lengths.
    """
    columns = [[len(cell) for cell in column] for column in zip(*rows, strict=True)]
    longest = [max(lengths) for lengths in columns]
    stretched = longest.index(max(longest))
    left = _LINE - sum(longest) + longest[stretched] - _GAP * len(columns)
    if left >= _ENOUGH * _usual(columns[stretched]):
        return ["1fr" if i == stretched else "auto" for i in range(len(columns))]
    return [
        "auto" if length <= _NARROW else f"{_usual(lengths) ** _GROWTH:.2f}fr"
        for length, lengths in zip(longest, columns, strict=True)
    ]


def _usual(lengths: list[int]) -> int:
    header, *cells = lengths
    return max(header, sorted(cells)[int(_USUAL * (len(cells) - 1))] if cells else 0)
