"""What a message leaves unsaid, taken from the request before it.

Tried in order: a comparison of the jobs spoken of (« compare les deux »), a new job for the same
question (« et le médecin ? »), a new question on the same job (« ses cas d'usage ? »), the same
question with another filter (« et selon PwC ? »), and the reason or the source of what was said.
A message that stands on its own owes nothing to the one before.
"""

import re
from collections.abc import Callable
from dataclasses import fields, replace

from assistant.request import Filters, Intent, Request
from assistant.understand.cues import Cues
from assistant.understand.jobs import Mention
from assistant.understand.parse import Parse
from assistant.understand.reading import content_words

_CLOSED = frozenset({Intent.REFUSE, Intent.CLARIFY, Intent.HELP, Intent.STUDIES})
_JOB_INTENTS = frozenset(
    {Intent.OVERVIEW, Intent.SCORE, Intent.LEVELS, Intent.USE_CASES, Intent.RATERS}
)
TABLE_INTENTS = _JOB_INTENTS | {
    Intent.RANKING, Intent.COUNTS, Intent.SHARED_USE_CASES, Intent.COMPARE, Intent.CLASS_CHANGES,
    Intent.RECOMMENDATIONS, Intent.FAMILIES,
}  # fmt: skip
_ALSO_OF_ONE_JOB = frozenset({None, Intent.SHARED_USE_CASES, Intent.RATERS, Intent.LEVELS})
_LONE_NUMBER = re.compile(r" ([1-5]) $")
_SHORT = 3


class Conversation:
    """Completes a parse from the previous request of the same conversation."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._openings = tuple(f" {phrase} " for phrase in cues.phrases("follow.opening"))
        self._steps: tuple[Callable[[Parse, Request], Parse | None], ...] = (
            self._compares_mentioned,
            self._another_job,
            self._another_question,
            self._another_filter,
            self._same_question,
            self._reason_or_source,
        )

    def follows(self, parse: Parse) -> bool:
        """Return whether a message leans on the one before: its opening, a pronoun, its brevity."""
        joined = parse.reading.joined
        opening = any(joined.startswith(o) for o in self._openings)
        pronoun = self._cues.found("follow.pronoun", parse.reading) and not parse.jobs
        defines = self._cues.found("topic.definition", parse.reading)
        short = len(content_words(parse.reading)) <= 1 and not defines
        only_filters = parse.filters != Filters() and not parse.rest and not parse.jobs
        return opening or pronoun or short or only_filters

    def complete(self, parse: Parse, previous: Request) -> Parse | None:
        """Return the parse completed from the previous request, ``None`` if it needs nothing."""
        if previous.intent in _CLOSED or parse.ambiguous:
            return None
        found = (step(parse, previous) for step in self._steps)
        return next((completed for completed in found if completed is not None), None)

    def _compares_mentioned(self, parse: Parse, previous: Request) -> Parse | None:
        if not self._cues.found("intent.compare", parse.reading) or parse.rest:
            return None
        if previous.intent is Intent.COMPARE and not parse.jobs:
            return _as(parse, previous.jobs, Intent.COMPARE, parse.filters)
        jobs = tuple(dict.fromkeys((*previous.mentioned, *parse.jobs)))[-2:]
        if len(jobs) < 2 or len(parse.jobs) > 1 or previous.intent not in _JOB_INTENTS:
            return None
        return _as(parse, jobs, Intent.COMPARE, parse.filters)

    def _another_job(self, parse: Parse, previous: Request) -> Parse | None:
        same = previous.intent in _JOB_INTENTS | {Intent.TEXT}
        if not parse.jobs or not same or parse.rest or not self.follows(parse):
            return None
        if parse.intent not in {None, Intent.OVERVIEW}:
            return None
        filters = _merged(previous.filters, parse.filters)
        return replace(parse, intent=previous.intent, filters=filters)

    def _another_question(self, parse: Parse, previous: Request) -> Parse | None:
        """« ses cas d'usage ? », « et son score ? », « c'est quoi l'écart avec PwC ? »."""
        intent = parse.job_intent
        if parse.jobs or not previous.jobs or intent not in _JOB_INTENTS - {Intent.OVERVIEW}:
            return None
        if len(parse.rest) > _SHORT or parse.filters.family is not None:
            return None
        own = self._cues.found("job.own", parse.reading)
        if own or (self.follows(parse) and parse.intent is None):
            return _as(parse, previous.jobs, intent, parse.filters)
        shared = self._cues.found("intent.shared", parse.reading)
        if parse.rest or shared or parse.intent not in _ALSO_OF_ONE_JOB:
            return None
        return _as(parse, previous.jobs, intent, parse.filters)

    def _another_filter(self, parse: Parse, previous: Request) -> Parse | None:
        number = _LONE_NUMBER.search(parse.reading.joined)
        leans = self.follows(parse) or (number and len(parse.reading.words) <= _SHORT)
        if parse.jobs or parse.studies or not leans:
            return None
        # « et en forte transformation ? » lists jobs by itself, and counts them after a count.
        counted = previous.intent is Intent.COUNTS and parse.intent is Intent.RANKING
        same = counted or parse.intent in {None, previous.intent}
        if previous.intent not in TABLE_INTENTS or not same:
            return None
        stated = parse.filters
        if number and previous.intent is Intent.RECOMMENDATIONS:
            stated = replace(stated, axis=int(number.group(1)))
        elif number and previous.intent is Intent.USE_CASES:
            stated = replace(stated, priority=int(number.group(1)))
        if self._cues.found("follow.opposite", parse.reading):
            turned = replace(previous.filters, lowest=not previous.filters.lowest)
            return _as(parse, previous.jobs, previous.intent, turned)
        if stated == Filters() or (parse.rest and not number and not stated.axis):
            return None
        return _as(parse, previous.jobs, previous.intent, _merged(previous.filters, stated))

    def _same_question(self, parse: Parse, previous: Request) -> Parse | None:
        """« et aucune formation ? » after another question of the consultation."""
        if previous.intent is not Intent.CONSULTATION or parse.intent is not None:
            return None
        opening = parse.reading.joined.startswith(self._openings)
        return replace(parse, intent=Intent.CONSULTATION) if opening and not parse.jobs else None

    def _reason_or_source(self, parse: Parse, previous: Request) -> Parse | None:
        if parse.intent is not None or parse.jobs or parse.rest:
            return None
        if previous.intent in _JOB_INTENTS and self._cues.found("topic.why", parse.reading):
            return _as(parse, previous.jobs, Intent.RATERS, previous.filters)
        return None

    def repeats(self, parse: Parse, previous: Request) -> Request | None:
        """Return the previous request told again: its source is asked, or a shorter answer."""
        if previous.intent in _CLOSED or parse.jobs or parse.rest:
            return None
        if self._cues.found("follow.again", parse.reading):
            return replace(previous, brief=True)
        if self._cues.found("follow.source", parse.reading):
            return replace(previous, sourced=True)
        return None


def _merged(before: Filters, now: Filters) -> Filters:
    stated = {
        f.name: value for f in fields(Filters) if (value := getattr(now, f.name)) != f.default
    }
    return replace(before, **stated)


def _as(parse: Parse, jobs: tuple[str, ...], intent: Intent, filters: Filters) -> Parse:
    carried = tuple(Mention((job,), frozenset()) for job in jobs)
    return replace(parse, intent=intent, mentions=carried, filters=filters)
