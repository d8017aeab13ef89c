"""Every defect of a corpus, by file and line: what ``python -m ingest check`` prints.

The loaders stop at the first defect because they must not serve a broken corpus; whoever edits
the corpus wants all of them at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from corpus import assistance, key_figures, lexicon, use_case_titles
from corpus.csv_rows import each_row, read_rows
from corpus.inconsistency import Inconsistency
from corpus.model import CorpusModel
from corpus.study import CARD, Study, read_study
from prompts.errors import VigieError
from prompts.wording import sentence

_FIGURES = f"{assistance.STUDY_ID}/{key_figures.FILE}"

_TABLES: dict[str, type[CorpusModel]] = {
    **{f"{assistance.STUDY_ID}/{name}.csv": model for name, model in assistance.TABLES.items()},
    f"{assistance.STUDY_ID}/{use_case_titles.FILE}": use_case_titles.UseCaseTitleRow,
    _FIGURES: key_figures.KeyFigure,
    f"{lexicon.FOLDER}/jobs.csv": lexicon.JobAlias,
    f"{lexicon.FOLDER}/synonyms.csv": lexicon.Synonym,
}


@dataclass(frozen=True)
class Problem:
    """One defect: the file with its folder, its line when known, and a French reason."""

    file: str
    line: int | None
    reason: str


def check_corpus(root: Path) -> tuple[Problem, ...]:
    """Return every defect of the corpus under ``root``, none when it can be served.

    The tables are checked against each other only once every row of them can be read.
    """
    rows = tuple(_row_problems(root))
    return (*_card_problems(root), *rows, *(() if rows else _cross_problems(root)))


def _card_problems(root: Path) -> Iterator[Problem]:
    folders = [folder for folder in sorted(root.glob("*/")) if _may_be_study(folder)]
    if not folders:
        yield Problem(root.name, None, sentence("check.no_studies"))
    studies: list[Study] = []
    for folder in folders:
        try:
            studies.append(read_study(folder / CARD))
        except VigieError as error:
            yield _problem_of(error)
    yield from _recognition_problems(studies)


def _may_be_study(folder: Path) -> bool:
    return folder.name != lexicon.FOLDER and not folder.name.startswith(("_", "."))


def _recognition_problems(studies: Iterable[Study]) -> Iterator[Problem]:
    """Find the studies whose PDF another study's phrases would recognise as well."""
    phrases = {study.id: {p.casefold() for p in study.recognised_by} for study in studies}
    for name, own in phrases.items():
        for other, theirs in phrases.items():
            if name != other and own <= theirs:
                reason = sentence("check.same_phrases", other=other)
                yield Problem(f"{name}/{CARD}", None, reason)


def _row_problems(root: Path) -> Iterator[Problem]:
    for file, model in _TABLES.items():
        try:
            for row in each_row(root / file, model):
                if isinstance(row, VigieError):
                    yield _problem_of(row)
        except VigieError as error:
            yield _problem_of(error)


def _cross_problems(root: Path) -> Iterator[Problem]:
    tables = assistance.read_assistance(root)
    found: Iterator[Inconsistency] = chain(
        assistance.inconsistencies(tables),
        use_case_titles.title_inconsistencies(use_case_titles.read_use_case_titles(root)),
        key_figures.figure_inconsistencies(
            _FIGURES, read_rows(root / _FIGURES, key_figures.KeyFigure)
        ),
        lexicon.alias_inconsistencies(lexicon.read_aliases(root), tables.jobs),
        lexicon.synonym_inconsistencies(lexicon.read_synonyms(root)),
    )
    return (Problem(one.file, one.line, one.reason) for one in found)


def _problem_of(error: VigieError) -> Problem:
    """Return the defect behind a loader's error, whose own sentence names the file again."""
    entry = error.key.partition(".")[2]
    line = error.params.get("line")
    reason = error.params.get("reason") or sentence(f"check.{entry}")
    return Problem(str(error.params["file"]), line if isinstance(line, int) else None, str(reason))
