"""Sources against the pages of the official study."""

import os
from functools import lru_cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from assistant.scoring import Selection, class_changes, rank, recompute_all
from assistant.scoring.ordering import folded
from assistant.scoring.trace import Source
from corpus.assistance import AssistanceTables, Qualification

STUDIES = Path(os.environ.get("VIGIE_STUDIES", Path(__file__).parents[3] / "shared" / "studies"))
STUDY = STUDIES / "assistance-2025-ia-generative.pdf"

pytestmark = [
    pytest.mark.studies,
    pytest.mark.skipif(not STUDY.is_file(), reason="the official study PDF is not there"),
]


@lru_cache
def _pages() -> tuple[str, ...]:
    return tuple(folded(page.extract_text()) for page in PdfReader(STUDY).pages)


def _found(source: Source) -> bool:
    needles = [folded(needle) for needle in source.needles]
    return any(all(needle in page for needle in needles) for page in _pages())


@pytest.mark.parametrize("qualification", list(Qualification))
def test_each_score_stands_beside_its_job_on_a_page(
    tables: AssistanceTables, qualification: Qualification
) -> None:
    """The needles of a score are found together, even where the study cuts a name short."""
    sources = rank(tables, qualification, Selection()).trace.sources

    assert [source for source in sources if not _found(source)] == []


def test_each_distribution_stands_on_a_page(tables: AssistanceTables) -> None:
    """The counts of a sheet are found as the study prints them."""
    sources = (*recompute_all(tables).trace.sources, *class_changes(tables).trace.sources)

    assert [source for source in sources if not _found(source)] == []
