"""Strict reading of the corpus tables: one CSV file, one exact header, one model per row."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from corpus.model import CorpusModel
from corpus.reasons import reason_of
from corpus.text_file import label_of, read_text
from prompts.errors import VigieError
from prompts.wording import sentence

Row = TypeVar("Row", bound=CorpusModel)

FIRST_LINE = 2
"""Line of the first row; a cell holds no line break, so row ``i`` stands ``i`` lines further."""


def read_rows(path: Path, model: type[Row]) -> tuple[Row, ...]:
    """Return the rows of a UTF-8 CSV file (BOM accepted) whose header is the fields of ``model``.

    An empty cell is an absent value: the field's default stands, if it has one.

    Raises:
        VigieError: ``corpus.missing_file``, ``corpus.bad_encoding``, ``corpus.empty_file``,
            ``corpus.bad_header`` or, for the first impossible row, ``corpus.bad_row``; each
            carries ``file``, and ``line`` and ``reason`` where they exist.

    """
    rows: list[Row] = []
    for row in each_row(path, model):
        if isinstance(row, VigieError):
            raise row
        rows.append(row)
    return tuple(rows)


def each_row(path: Path, model: type[Row]) -> Iterator[Row | VigieError]:
    """Yield each row of the file, or the error of that row; raise when the file itself is bad."""
    lines = read_text(path).rstrip("\r\n").split("\n")
    header = _header(path, lines[0], model)
    if len(lines) < FIRST_LINE:
        raise VigieError("corpus.empty_file", file=label_of(path))
    for number, line in enumerate(lines[1:], start=FIRST_LINE):
        try:
            yield _row(header, line, model)
        except (_BadRowError, ValidationError) as error:
            yield VigieError(
                "corpus.bad_row", file=label_of(path), line=number, reason=_describe(error)
            )


class _BadRowError(Exception):
    """A line that is not a row of the table; its text says why, in French."""


def _row(header: list[str], line: str, model: type[Row]) -> Row:
    cells = _cells(line)
    if len(cells) != len(header):
        raise _BadRowError(
            sentence("corpus.reason_cell_count", found=len(cells), expected=len(header))
        )
    filled = {name: cell for name, cell in zip(header, cells, strict=True) if cell}
    return model.model_validate_strings(filled)


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader([line], strict=True), [])
    except csv.Error as error:
        raise _BadRowError(sentence("corpus.reason_quotes")) from error


def _describe(error: _BadRowError | ValidationError) -> str:
    return reason_of(error) if isinstance(error, ValidationError) else str(error)


def _header(path: Path, line: str, model: type[CorpusModel]) -> list[str]:
    try:
        header = _cells(line)
    except _BadRowError as error:
        raise VigieError("corpus.bad_row", file=label_of(path), line=1, reason=error) from error
    expected = set(model.model_fields)
    faults = {
        "missing": [name for name in model.model_fields if name not in header],
        "extra": [name for name in header if name not in expected],
        "repeated": [name for name, times in Counter(header).items() if times > 1],
    }
    if any(faults.values()):
        raise VigieError("corpus.bad_header", file=label_of(path), line=1, reason=_faults(faults))
    return header


def _faults(faults: dict[str, list[str]]) -> str:
    return " ; ".join(
        sentence(f"corpus.header_{fault}", columns=", ".join(names))
        for fault, names in faults.items()
        if names
    )
