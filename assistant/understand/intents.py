"""From cues to an intent: the first rule that applies decides."""

import re
from collections.abc import Callable

from assistant.request import Filters, Intent
from assistant.understand.cues import Cues
from assistant.understand.reading import Reading
from corpus.assistance import STUDY_ID

_MAX_SMALL_TALK = 2
_UNKNOWN_JOB = re.compile(
    r" (?:scores?|rangs?|exposition|note)(?: d exposition)? "
    r"(?:des?|du|d un|d une|de l|de la|pour|pour le|pour la|pour un|pour une|d) "
    r"(?:metier (?:de |d |du )?)?(\w{4,}) "
)


class IntentRules:
    """Decides what a message asks, from its cues, the jobs it names and its filters."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    def decide(
        self,
        reading: Reading,
        *,
        job_count: int,
        filters: Filters,
        studies: tuple[str, ...],
        rest: tuple[str, ...],
        topic: str,
    ) -> Intent | None:
        """Return the intent, or ``None`` when nothing shows one (the studies then answer)."""

        def cue(name: str) -> bool:
            return self._cues.found(name, reading)

        if cue("rules.help") and len(rest) <= _MAX_SMALL_TALK and not job_count:
            return Intent.HELP
        if cue("intent.studies"):
            return Intent.STUDIES
        if studies and STUDY_ID not in studies:
            return Intent.TEXT
        if job_count:
            return self._about_jobs(cue, job_count, rest)
        return self._about_tables(cue, filters, topic)

    def _about_jobs(
        self, cue: Callable[[str], bool], job_count: int, rest: tuple[str, ...]
    ) -> Intent | None:
        if cue("topic.five_years"):
            return Intent.TEXT
        if cue("intent.use_cases"):
            return Intent.USE_CASES
        if cue("intent.raters"):
            return Intent.RATERS
        if job_count > 1 and (cue("intent.compare") or cue("intent.score") or not rest):
            return Intent.COMPARE
        if cue("intent.score") and not cue("topic.training"):
            return Intent.SCORE
        if cue("topic.training") or cue("intent.recommendations"):
            return Intent.TEXT
        if cue("filter.priority_1") or cue("filter.priority_2") or cue("filter.priority_3"):
            return Intent.USE_CASES
        if cue("intent.overview") and len(rest) <= 1:
            return Intent.OVERVIEW
        return None if rest else Intent.OVERVIEW

    def _about_tables(
        self, cue: Callable[[str], bool], filters: Filters, topic: str
    ) -> Intent | None:
        asks_of_use_case = any(
            cue(name) for name in ("intent.use_cases", "intent.ranking", "filter.priority_1")
        )
        asks_of_axis = cue("intent.recommendations") or cue("topic.definition")
        asks_of_family = cue("intent.families") and (cue("intent.score") or cue("intent.ranking"))
        rules: tuple[tuple[bool, Intent], ...] = (
            (bool(topic) and asks_of_use_case, Intent.FIND_USE_CASE),
            (bool(filters.axis) and asks_of_axis, Intent.RECOMMENDATIONS),
            (cue("intent.use_cases"), Intent.SHARED_USE_CASES),
            (cue("intent.class_changes"), Intent.CLASS_CHANGES),
            (cue("intent.raters"), Intent.RATERS),
            (cue("intent.counts"), Intent.COUNTS),
            (asks_of_family and filters.family is None, Intent.FAMILIES),
            (asks_of_family or self._asks_for_ranking(cue, filters), Intent.RANKING),
            (cue("intent.recommendations"), Intent.RECOMMENDATIONS),
            (cue("intent.consultation"), Intent.CONSULTATION),
        )
        return next((intent for applies, intent in rules if applies), None)

    @staticmethod
    def _asks_for_ranking(cue: Callable[[str], bool], filters: Filters) -> bool:
        if not cue("intent.ranking"):
            return False
        narrowed = filters.exposure_class or filters.family or filters.core is not None
        return bool(cue("intent.score") or narrowed or filters.top or filters.lowest)

    def unknown_job(self, reading: Reading) -> str | None:
        """Return the word used where a job's name was expected, if that is all there is."""
        match = _UNKNOWN_JOB.search(reading.joined)
        if match is None:
            return None
        rest = self._cues.strip(f" {match.group(1)} ", *self._cues.names("filter."), "intent.score")
        return match.group(1) if rest.strip() not in {"", "metier", "metiers", "tous"} else None
