"""How people speak: their names for the jobs, and their words for those of the studies."""

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from corpus.assistance import load_assistance
from corpus.csv_rows import FIRST_LINE, read_rows
from corpus.inconsistency import Inconsistency, refuse
from corpus.locate import CORPUS_ROOT
from corpus.model import CorpusModel, Text
from prompts.wording import sentence

FOLDER = "lexicon"


class AliasKind(StrEnum):
    """How an alias departs from the job's printed name, from the surest to the least sure."""

    FEMININE = "feminine"
    SHORT = "short"
    ABBREVIATION = "abbreviation"
    FORMER = "former"
    ENGLISH = "english"
    COLLOQUIAL = "colloquial"


class JobAlias(CorpusModel):
    """Another name of a job; a name that several jobs share has one row for each of them."""

    job: Text
    alias: Text
    kind: AliasKind


class Synonym(CorpusModel):
    """A term of a question, and words by which the studies may say it."""

    term: Text
    expansion: Text


@lru_cache
def load_job_aliases(root: Path = CORPUS_ROOT) -> tuple[JobAlias, ...]:
    """Return the aliases of the 58 jobs, read and checked once in the life of the process.

    Raises:
        VigieError: the table cannot be read (see ``corpus.csv_rows.read_rows``), or
            ``corpus.bad_table`` when it names an unknown job or an alias is no alias.

    """
    aliases = read_aliases(root)
    refuse(alias_inconsistencies(aliases, load_assistance(root).jobs))
    return aliases


@lru_cache
def load_synonyms(root: Path = CORPUS_ROOT) -> tuple[Synonym, ...]:
    """Return the expansions of query terms, read and checked once in the life of the process.

    Raises:
        VigieError: as ``load_job_aliases``.

    """
    synonyms = read_synonyms(root)
    refuse(synonym_inconsistencies(synonyms))
    return synonyms


def read_aliases(root: Path) -> tuple[JobAlias, ...]:
    """Return the aliases under ``root``, each row checked on its own only."""
    return read_rows(root / FOLDER / "jobs.csv", JobAlias)


def read_synonyms(root: Path) -> tuple[Synonym, ...]:
    """Return the synonyms under ``root``, each row checked on its own only."""
    return read_rows(root / FOLDER / "synonyms.csv", Synonym)


def alias_inconsistencies(
    aliases: tuple[JobAlias, ...], jobs: frozenset[str]
) -> Iterator[Inconsistency]:
    """Yield the aliases of unknown jobs, those that are a job's own name, and repeated ones."""
    names = {job.casefold() for job in jobs}
    seen: set[tuple[str, str]] = set()
    for line, row in enumerate(aliases, start=FIRST_LINE):
        pair = (row.job, row.alias.casefold())
        if row.job not in jobs:
            yield _found("jobs", line, "orphan", job=row.job)
        if row.alias.casefold() in names:
            yield _found("jobs", line, "alias_is_job", name=row.alias)
        if pair in seen:
            yield _found("jobs", line, "repeated", name=row.alias)
        seen.add(pair)


def synonym_inconsistencies(synonyms: tuple[Synonym, ...]) -> Iterator[Inconsistency]:
    """Yield the terms that expand to themselves and the repeated rows."""
    seen: set[Synonym] = set()
    for line, row in enumerate(synonyms, start=FIRST_LINE):
        if row in seen or row.term.casefold() == row.expansion.casefold():
            yield _found("synonyms", line, "repeated", name=row.term)
        seen.add(row)


def _found(table: str, line: int, entry: str, **params: object) -> Inconsistency:
    reason = sentence(f"corpus.table_{entry}", **params)
    return Inconsistency(f"{FOLDER}/{table}.csv", line, reason)
