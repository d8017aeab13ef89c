"""Finding the jobs that a question names, however spelled; ambiguity is kept, not guessed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from assistant.understand.job_names import JobName, JobNames
from assistant.understand.reading import Reading, root
from ingest.french import fold, word_terms

_GENERIC = frozenset({"assistance"})
_MIN_FUZZY_LENGTH = 5
_MIN_FUZZY_RATIO = 84.0
_MIN_NEAR_RATIO = 70.0
_MIN_COVERAGE = 0.4
_MAX_GAP = 3
_COMMON_START = 5


@dataclass(frozen=True, slots=True)
class Mention:
    """A job named in a text: one job when the name is clear, several when it is not.

    ``weak`` means that only the first word of a name was said (« le gestionnaire »), or all but
    the first (« les réclamations clients »), which may well be ordinary words: it counts when the
    rest of the question speaks of a job.
    """

    jobs: tuple[str, ...]
    positions: frozenset[int]
    weak: bool = False

    @property
    def certain(self) -> bool:
        """Whether the name means a single job."""
        return len(self.jobs) == 1


@dataclass(frozen=True, slots=True)
class _Candidate:
    name: JobName
    positions: frozenset[int]
    weight: float
    whole: bool
    partial: bool


class JobFinder:
    """Finds names of jobs in a reading.

    A word is compared by its root; one that ``is_word`` does not know is taken for a typo and
    compared loosely. ``is_word`` receives a folded word.
    """

    def __init__(self, names: JobNames, is_word: Callable[[str], bool]) -> None:
        self._names = names
        self._is_word = is_word

    def find(self, reading: Reading) -> tuple[Mention, ...]:
        """Return the mentions in the order in which they stand in the text."""
        roots_at = [self._roots_meant(word) for word in reading.words]
        candidates = [c for name in self._names.names for c in self._match(name, reading, roots_at)]
        mentions: list[Mention] = []
        claimed: set[int] = set()
        for best in sorted(candidates, key=lambda c: (-c.weight, not c.whole)):
            if claimed & best.positions:
                continue
            claimed |= best.positions
            mentions.append(self._mention(best, candidates))
        return tuple(sorted(mentions, key=lambda m: min(m.positions)))

    def named_exactly(self, text: str) -> str | None:
        """Return the job of which a text is the name exactly as it is printed, capital included."""
        return text if text in self._names.jobs else None

    def nearest_names(self, jobs: Sequence[str], text: str, limit: int) -> tuple[str, ...]:
        """Return the jobs named most like a text, ``limit`` at most, in the order given."""
        likeness = {job: fuzz.token_set_ratio(fold(job), fold(text)) for job in jobs}
        kept = sorted(jobs, key=lambda job: (-likeness[job], jobs.index(job)))[:limit]
        return tuple(job for job in jobs if job in kept)

    def closest(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """Return the jobs of which a name looks like this word, best first; maybe none."""
        scored: dict[str, float] = {}
        for name in self._names.names:
            likeness = max(fuzz.ratio(root(word), r) for r in name.roots)
            scored[name.job] = max(scored.get(name.job, 0.0), likeness)
        near = [job for job, ratio in scored.items() if ratio >= _MIN_NEAR_RATIO]
        return tuple(sorted(near, key=lambda job: (-scored[job], job))[:limit])

    def named_with(self, word: str) -> tuple[str, ...]:
        """Return the jobs of which a name holds this word or one that starts like it."""
        meant = self._roots_meant(word) or {root(word)}
        starts = tuple(r[:_COMMON_START] for r in meant)
        found = (n.job for n in self._names.names if any(r.startswith(starts) for r in n.roots))
        return tuple(dict.fromkeys(found))

    def _roots_meant(self, word: str) -> frozenset[str]:
        exact = {root(word)}
        if word.endswith("er"):  # « charger d'assistance »: the usual misspelling of a participle
            exact.add(f"{word[:-2]}e")
        known = exact & self._names.roots
        if known or len(word) < _MIN_FUZZY_LENGTH or self._is_word(word):
            return frozenset(known)
        scored = [(fuzz.ratio(root(word), r), r) for r in self._names.roots if len(r) > 3]
        best = max(scored, default=(0.0, ""))
        return frozenset({best[1]}) if best[0] >= _MIN_FUZZY_RATIO else frozenset()

    def _match(
        self, name: JobName, reading: Reading, roots_at: list[frozenset[str]]
    ) -> Iterator[_Candidate]:
        wanted = set(name.roots)
        hits = [i for i, roots in enumerate(roots_at) if roots & wanted]
        heads = {i for i in hits if name.head in roots_at[i]}
        for run in _runs(hits, heads, reading.words):
            matched = set().union(*(roots_at[i] & wanted for i in run))
            coverage = self._names.weight(matched) / self._names.weight(wanted)
            whole = matched == wanted
            partial = not whole and (matched == {name.head} or name.head not in matched)
            if whole or (not name.alias and self._enough(name, matched, coverage)):
                weight = self._names.weight(matched)
                yield _Candidate(name, frozenset(run), weight, whole, partial)

    @staticmethod
    def _enough(name: JobName, matched: set[str], coverage: float) -> bool:
        """Whether a part of a name may stand for it: its head, or all that follows its head."""
        if matched <= _GENERIC:
            return False
        if name.head not in matched:
            told = set(name.roots[1:]) - _GENERIC
            return told <= matched and (len(told) > 1 or bool(told and matched & _GENERIC))
        return matched == {name.head} or coverage >= _MIN_COVERAGE

    def _mention(self, best: _Candidate, candidates: list[_Candidate]) -> Mention:
        rivals = [c for c in candidates if c.positions >= best.positions or c is best]
        rivals = [c for c in rivals if c.weight >= best.weight - 1e-9]
        whole = [c for c in rivals if c.whole]
        if whole:
            jobs = tuple(dict.fromkeys(c.name.job for c in whole))
            if len(jobs) == 1:
                jobs += self._confusable(whole[0].name)
            return Mention(jobs, best.positions, weak=len(whole[0].name.roots) == 1 < len(jobs))
        jobs = tuple(dict.fromkeys(c.name.job for c in rivals))
        return Mention(jobs, best.positions, weak=best.partial)

    def _confusable(self, name: JobName) -> tuple[str, ...]:
        """Jobs that the same words may mean: « assistant », « manager de proximité »."""
        if len(name.roots) == 1 and self._names.is_one_word(name.job):
            head = self._names.head_of(name.job)
            if not name.head.startswith(head):  # « la secrétaire » is no form of « l'assistant »
                return ()
            return tuple(job for job in self._names.with_head(head) if job != name.job)
        return () if name.alias else self._names.extended_by(name, _GENERIC)


def _runs(hits: list[int], heads: set[int], words: tuple[str, ...]) -> Iterator[list[int]]:
    """Group positions that only function words separate; a head starts a name."""
    run: list[int] = []
    for i in hits:
        if run and (i in heads or not _adjacent(run[-1], i, words)):
            yield run
            run = []
        run.append(i)
    if run:
        yield run


def _adjacent(left: int, right: int, words: tuple[str, ...]) -> bool:
    between = words[left + 1 : right]
    return len(between) <= _MAX_GAP and not any(word_terms(word) for word in between)
