"""The card of a study: what it is, how it was made, what it can and cannot say."""

import re
import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from corpus.locate import CORPUS_ROOT
from corpus.model import CorpusModel, Text
from corpus.reasons import reason_of
from corpus.text_file import label_of, read_text
from prompts.errors import VigieError
from prompts.wording import sentence

CARD = "study.toml"

Year = Annotated[int, Field(strict=True, ge=1900, le=2100)]
Texts = Annotated[tuple[Text, ...], Field(min_length=1)]


class Study(CorpusModel):
    """One study of the corpus, read from ``corpus/<id>/study.toml``.

    ``date`` is ISO, cut to what is known, or « non daté »; ``year_label`` is what is shown beside
    a claim. ``horizon_end`` is the last year that the study projects to. The phrases of
    ``recognised_by`` all stand, once case, accents and spaces are folded, in the first three
    pages of the study's official PDF and of no other's. ``kind`` tells a study from collected
    opinions and from a promotional text, which must be labelled as such.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Text
    short_title: Text
    publisher: Text
    authors: tuple[Text, ...]
    date: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|non daté)$")]
    year: Year | None = None
    year_label: Text
    sectors: Texts
    kind: Literal["etude", "entretiens", "promotionnel"]
    method: Text
    sample: Text
    horizon: Text | None = None
    horizon_end: Year | None = None
    limits: Texts
    recognised_by: Texts
    public_url: Annotated[str, Field(pattern=r"^https://\S+$")] | None = None


def load_studies(root: Path = CORPUS_ROOT) -> tuple[Study, ...]:
    """Return the studies of the corpus under ``root``, sorted by id.

    Raises:
        VigieError: ``corpus.no_studies``, or a card that cannot be used (``corpus.bad_toml``,
            ``corpus.bad_study`` or what ``corpus.text_file.read_text`` raises).

    """
    cards = sorted(root.glob(f"*/{CARD}"))
    if not cards:
        raise VigieError("corpus.no_studies", folder=root)
    return tuple(read_study(card) for card in cards)


def read_study(card: Path) -> Study:
    """Return the study described by one ``study.toml``, which stands in a folder named by its id.

    Raises:
        VigieError: see ``load_studies``.

    """
    name = label_of(card)
    text = read_text(card)
    try:
        study = Study.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        line = _line_of(error, text)
        raise VigieError("corpus.bad_toml", file=name, line=line) from error
    except ValidationError as error:
        raise VigieError("corpus.bad_study", file=name, reason=reason_of(error)) from error
    if study.id != card.parent.name:
        raise VigieError(
            "corpus.bad_study", file=name, reason=sentence("corpus.reason_folder", id=study.id)
        )
    return study


def _line_of(error: tomllib.TOMLDecodeError, text: str) -> int:
    """Read the line in the parser's message, which may only say « at end of document »."""
    found = re.search(r"at line (\d+)", str(error))
    return int(found[1]) if found else text.rstrip().count("\n") + 1
