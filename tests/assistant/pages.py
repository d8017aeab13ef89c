"""The pages of a PDF as a reader sees them, for the tests of places."""

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pypdf import PdfReader

from corpus.assistance import ExposureRow
from ingest.french import fold

_WORD = re.compile(r"\d+,\d+|\w+")
_COLUMN = 40
_LINE = 60


def words_only(text: str) -> str:
    """Return a text folded, without its punctuation but that of decimals."""
    return " ".join(_WORD.findall(fold(text)))


@lru_cache
def pages(path: Path) -> tuple[str, ...]:
    """Return the words of each page, the first at index 0."""
    return tuple(words_only(page.extract_text()) for page in PdfReader(path).pages)


def prints_row(page: str, row: ExposureRow) -> bool:
    """Whether a page prints, on one line, a job with its score and its rank."""
    job = words_only(row.job)
    if len(row.job) > _COLUMN:  # the column is narrow: a long name may be cut
        job = words_only(row.job[:_COLUMN]).rpartition(" ")[0]
    score = f"{row.score:.2f}".replace(".", ",")
    line = rf"\b{re.escape(job)}\b.{{0,{_LINE}}}?\b{score} {row.rank}\b"
    return re.search(line, page) is not None


def share_printed(page: str, text: str) -> float:
    """Return the share of the words of a text that a page prints (0 to 1)."""
    printed = set(page.split())
    wanted = [word for word in words_only(text).split() if len(word) > 2]
    return sum(word in printed for word in wanted) / len(wanted)


def wrong_pages(
    found: Sequence[tuple[ExposureRow, int | None]], printed: Sequence[str]
) -> list[tuple[str, str, int | None]]:
    """Return the rows whose page does not print them, as (qualification, job, page)."""
    return [
        (str(row.qualification), row.job, page)
        for row, page in found
        if page is None or not prints_row(printed[page - 1], row)
    ]
