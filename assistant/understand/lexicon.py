"""Everything the understanding knows of words: cues, names of jobs, titles, first names."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.understand.boundaries import Boundaries
from assistant.understand.cues import Cues, load_cues
from assistant.understand.job_names import JobNames
from assistant.understand.jobs import JobFinder
from assistant.understand.spelling import Speller
from assistant.understand.titles import TitleFinder
from corpus.assistance import AssistanceTables
from corpus.lexicon import load_job_aliases
from corpus.locate import CORPUS_ROOT
from ingest.french import fold

FIRST_NAMES_FILE = CORPUS_ROOT / "lexicon" / "first_names.txt"
SURNAMES_FILE = CORPUS_ROOT / "lexicon" / "surnames.txt"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The finders that read a question, built once."""

    cues: Cues
    jobs: JobFinder
    boundaries: Boundaries
    use_cases: TitleFinder
    speller: Speller
    is_word: Callable[[str], bool]


def build_lexicon(
    tables: AssistanceTables, use_case_titles: Iterable[str], is_word: Callable[[str], bool]
) -> Lexicon:
    """Return the lexicon of the corpus.

    ``use_case_titles`` are the titles of the use cases, each once. ``is_word`` tells whether a
    folded word stands in the studies: such a word is never taken for a typo.
    """
    cues = load_cues()
    aliases = [(alias.job, alias.alias) for alias in load_job_aliases()]
    names = JobNames((row.job for row in tables.exposure), aliases)
    return Lexicon(
        cues=cues,
        jobs=JobFinder(names, is_word),
        boundaries=Boundaries(cues, load_first_names(), load_surnames(), is_word),
        use_cases=TitleFinder(use_case_titles),
        speller=Speller(cues.words(), is_word),
        is_word=is_word,
    )


@lru_cache
def load_first_names() -> frozenset[str]:
    """Return common first names, folded."""
    return frozenset(fold(name) for name in FIRST_NAMES_FILE.read_text("utf-8").split())


@lru_cache
def load_surnames() -> frozenset[str]:
    """Return the surnames of the people whom the studies quote by name, folded."""
    return frozenset(fold(name) for name in SURNAMES_FILE.read_text("utf-8").split())
