"""The figures of a study that stand alone in its text, outside its tables."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field

from corpus.csv_rows import FIRST_LINE, read_rows
from corpus.inconsistency import Inconsistency, refuse
from corpus.model import CorpusModel, Section, Text
from prompts.wording import sentence

FILE = "key_figures.csv"


class KeyFigure(CorpusModel):
    """One figure that the text of a study states: what it counts, its unit, and where it stands.

    ``label`` names the figure, once in its study; ``value`` is in ``unit`` (« % », « euros »,
    « ans »…); ``place`` is a short name of the passage or list that states it.
    """

    label: Text
    value: Annotated[int, Field(ge=0)]
    unit: Text
    section: Section
    place: Text


def load_key_figures(study_dir: Path) -> tuple[KeyFigure, ...]:
    """Return the figures of the study in ``study_dir``, in the order of its text.

    Raises:
        VigieError: the file or a row cannot be used (see ``corpus.csv_rows.read_rows``), or two
            rows have one label (``corpus.bad_table``).

    """
    figures = read_rows(study_dir / FILE, KeyFigure)
    refuse(figure_inconsistencies(f"{study_dir.name}/{FILE}", figures))
    return figures


def figure_inconsistencies(file: str, figures: Sequence[KeyFigure]) -> Iterator[Inconsistency]:
    """Yield the figures of ``file`` whose label another one has already."""
    seen: set[str] = set()
    for line, figure in enumerate(figures, start=FIRST_LINE):
        if figure.label in seen:
            reason = sentence("corpus.table_repeated", name=figure.label)
            yield Inconsistency(file, line, reason)
        seen.add(figure.label)
