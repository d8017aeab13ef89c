"""From cues to an intent: the first rule that applies decides."""

import re
from collections.abc import Callable

from assistant.request import Filters, Intent
from assistant.understand.cues import Cues
from assistant.understand.reading import Reading, root
from corpus.assistance import STUDY_ID

_MAX_SMALL_TALK = 2
_SCORE_OF = re.compile(
    r" (?:scores?|rangs?|exposition|note)(?: d exposition)? "
    r"(?:des?|du|d un|d une|de l|de la|pour|pour le|pour la|pour un|pour une|d) "
    r"(?:metier (?:de |d |du )?)?(\w{4,}) "
)
_TRADE = re.compile(
    r" (?:je suis(?: une?)?|metiers? (?:des?|du|d un|d une|d|de l|de la)"
    r"|secteur (?:des?|du|d|de l|de la)|sur les|pour les|chez les|le metier) (\w{5,}) "
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

        if cue("intent.studies"):
            return Intent.STUDIES
        if studies and STUDY_ID not in studies and not (topic and cue("intent.use_cases")):
            return Intent.TEXT
        if job_count:
            return self._about_jobs(cue, job_count, rest, topic)
        asked = self._about_tables(cue, filters, rest, topic)
        small_talk = cue("rules.help") and len(rest) <= _MAX_SMALL_TALK
        return Intent.HELP if small_talk and asked is None else asked

    @staticmethod
    def _about_jobs(
        cue: Callable[[str], bool], job_count: int, rest: tuple[str, ...], topic: str
    ) -> Intent | None:
        priority = cue("intent.priority")
        compares = cue("intent.compare") or cue("intent.score") or not rest
        text = cue("topic.training") or cue("intent.recommendations")
        rules: tuple[tuple[bool, Intent], ...] = (
            (cue("topic.five_years"), Intent.TEXT),
            (bool(topic) and priority, Intent.FIND_USE_CASE),
            (cue("intent.use_cases"), Intent.USE_CASES),
            (cue("intent.levels"), Intent.LEVELS),
            (cue("intent.raters"), Intent.RATERS),
            (job_count > 1 and compares, Intent.COMPARE),
            (cue("intent.figure"), Intent.SCORE),
            (text, Intent.TEXT),
            (cue("intent.score"), Intent.SCORE),
            (priority, Intent.USE_CASES),
            (cue("intent.overview") and len(rest) <= 1, Intent.OVERVIEW),
            (not rest, Intent.OVERVIEW),
        )
        return next((intent for applies, intent in rules if applies), None)

    def _about_tables(
        self, cue: Callable[[str], bool], filters: Filters, rest: tuple[str, ...], topic: str
    ) -> Intent | None:
        asks_of_use_case = any(
            cue(name) for name in ("intent.use_cases", "intent.ranking", "intent.priority")
        )
        asks_of_axis = cue("intent.recommendations") or cue("topic.definition")
        asks_of_family = cue("intent.families") and (cue("intent.score") or cue("intent.ranking"))
        by_score = (filters.score or filters.above or filters.below) is not None
        asks_of_axes = cue("intent.recommendations") and not cue("topic.training")
        rules: tuple[tuple[bool, Intent], ...] = (
            (bool(topic) and asks_of_use_case, Intent.FIND_USE_CASE),
            (bool(filters.axis) and asks_of_axis, Intent.RECOMMENDATIONS),
            (cue("intent.use_cases"), Intent.SHARED_USE_CASES),
            (cue("intent.class_changes"), Intent.CLASS_CHANGES),
            (cue("intent.how_many") and bool(filters.exposure_class), Intent.COUNTS),
            (cue("intent.raters"), Intent.RATERS),
            (cue("intent.counts") and cue("intent.families"), Intent.FAMILIES),
            (cue("intent.counts") and not by_score, Intent.COUNTS),
            (cue("intent.families") and bool(filters.exposure_class), Intent.FAMILIES),
            (asks_of_family and filters.family is None, Intent.FAMILIES),
            (asks_of_family or self._asks_for_ranking(cue, filters, rest), Intent.RANKING),
            (cue("intent.axis") or asks_of_axes, Intent.RECOMMENDATIONS),
            (cue("intent.consultation"), Intent.CONSULTATION),
        )
        return next((intent for applies, intent in rules if applies), None)

    @staticmethod
    def _asks_for_ranking(
        cue: Callable[[str], bool], filters: Filters, rest: tuple[str, ...]
    ) -> bool:
        if (filters.score or filters.above or filters.below) is not None:
            return True
        if filters.rank and (cue("intent.figure") or cue("intent.ranking") or len(rest) <= 1):
            return True
        narrowed = filters.exposure_class or filters.family or filters.core is not None
        if cue("topic.definition") and filters.exposure_class and not cue("intent.score"):
            return False
        if cue("intent.other_things") and not cue("job.word") and not narrowed:
            return False
        if cue("intent.ranking"):
            return bool(cue("intent.score") or narrowed or filters.top or filters.lowest)
        if cue("topic.definition") or cue("topic.why"):
            return False
        listed = filters.exposure_class or (narrowed and cue("intent.score"))
        return bool(listed) and len(rest) <= _MAX_SMALL_TALK

    def unknown_job(self, reading: Reading, is_word: Callable[[str], bool]) -> str | None:
        """Return the word given where a job or a trade was expected, when no study knows it.

        « Score du boulanger » asks for a score: any word that is no cue is then meant as a job.
        « Je suis avocate », « les métiers de l'hôtellerie » count when the word is in no study.
        """
        scored = _SCORE_OF.search(reading.joined)
        if scored is not None:
            names = (*self._cues.names("filter."), *self._cues.names("intent."), "rules.filler")
            if self._cues.strip(f" {scored.group(1)} ", *names).strip():
                return scored.group(1)
        unknown = (m.group(1) for m in _TRADE.finditer(reading.joined))
        return next((word for word in unknown if not _known(word, is_word)), None)


def _known(word: str, is_word: Callable[[str], bool]) -> bool:
    """Whether a word stands in the studies in one of its forms."""
    singular = word.rstrip("sx")
    forms = {word, singular, f"{singular}s", root(word), f"{root(word)}s"}
    return any(is_word(form) for form in forms)
