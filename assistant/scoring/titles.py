"""One title for a use case that several sheets name slightly differently."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from assistant.scoring.ordering import folded
from corpus.use_case_titles import UseCaseTitleRow, load_use_case_titles


def canonical_titles(titles: Iterable[str]) -> dict[str, str]:
    """Return, for each title, the one under which its use case is counted.

    Case, accents and kind of apostrophe do not matter; a title that the correspondence table
    does not have is its own canonical title.
    """
    known = _correspondence(load_use_case_titles())
    return {title: known.get(folded(title), title) for title in titles}


@lru_cache(maxsize=2)
def _correspondence(rows: tuple[UseCaseTitleRow, ...]) -> Mapping[str, str]:
    return {folded(row.title): row.canonical for row in rows}
