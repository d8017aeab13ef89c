"""Searching the studies for a request."""

from collections.abc import Collection, Sequence

import pytest

from assistant.search.study_search import StudySearch
from assistant.vigie import Vigie
from ingest.chunk import Chunk
from ingest.index import Hit
from tests.assistant.evidence_samples import chunk


class _Index:
    """Ranks passages as they come, and keeps those of the studies asked for."""

    def __init__(self, *passages: Chunk) -> None:
        self._hits = [Hit(passage, 1.0 - n / 20) for n, passage in enumerate(passages)]

    def search(self, _: str, k: int = 10, studies: Collection[str] | None = None) -> Sequence[Hit]:
        """Return the first ``k`` hits, whatever the query."""
        return [hit for hit in self._hits if studies is None or hit.chunk.study in studies][:k]


def passage(n: int, *section: str, study: str = "etude") -> Chunk:
    """Return the n-th passage."""
    return chunk(f"Passage {n}.", *section, identity=str(n), study=study)


def ranked(*passages: Chunk, k: int = 10, **named: Collection[str]) -> list[str]:
    """Return the ids of the passages found, best first."""
    return [found.id for found in StudySearch(_Index(*passages)).search("?", k=k, **named)]


def test_without_names_the_ranking_of_the_index_holds() -> None:
    """The best k, in order, each once."""
    assert ranked(*(passage(n) for n in range(6)), k=3) == ["0", "1", "2"]


def test_a_study_named_raises_its_passages() -> None:
    """They come first among the near, and none is lost: the filter is soft."""
    passages = [passage(0), passage(1), passage(2, study="autre"), passage(3)]
    assert ranked(*passages, studies=("autre",)) == ["2", "0", "1", "3"]


def test_a_job_named_raises_the_passages_of_its_sheet() -> None:
    """What stands under a heading with the name of the job comes first."""
    sheet = passage(2, "4. Fiches", "4.2.4. Médecin d'assistance")
    assert ranked(passage(0), passage(1), sheet, jobs=("Médecin d'assistance",))[0] == "2"


def test_a_study_named_is_searched_beyond_the_first_ranks() -> None:
    """A passage that the others crowd out is still found when its study is named."""
    crowd = [passage(n) for n in range(60)]
    last = passage(99, study="autre")
    assert "99" not in ranked(*crowd, last)
    found = ranked(*crowd, last, studies=("autre",), k=60)
    assert found.count("99") == 1


@pytest.mark.parametrize("k", [1, 5, 10])
def test_the_real_search_gives_the_k_best(vigie: Vigie, k: int) -> None:
    """Asking for more keeps the order of the first."""
    ten = vigie.search.search("formation des salariés à l'IA générative", k=10)
    assert vigie.search.search("formation des salariés à l'IA générative", k=k) == ten[:k]
    assert len({found.id for found in ten}) == len(ten) == 10


def test_the_sheet_of_a_job_is_found_first(vigie: Vigie) -> None:
    """A question on a job brings a passage of its own section."""
    job = "Infirmier d'assistance"
    (best,) = vigie.search.search(f"Que change l'IA pour le métier {job} ?", jobs=(job,), k=1)
    assert any("infirmier" in heading.lower() for heading in best.section)
