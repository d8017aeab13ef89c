"""What a message leaves unsaid, taken from the request before it.

Five cases, tried in order: the answer to a question asked (« lequel ? »), a new job for the same
question (« et le médecin ? »), the same question with another filter (« et selon PwC ? »), a new
question on the same job (« ses cas d'usage ? »), and the rest of a thread of text (« et en
boutique ? »). A message that stands on its own owes nothing to the one before.
"""

from dataclasses import fields, replace

from assistant.request import Filters, Intent, Request
from assistant.understand.cues import Cues
from assistant.understand.jobs import Mention
from assistant.understand.parse import Parse
from assistant.understand.reading import content_words, read, root

_SHORT = 4
_JOB_INTENTS = frozenset({Intent.OVERVIEW, Intent.SCORE, Intent.USE_CASES, Intent.RATERS})
_TABLE_INTENTS = _JOB_INTENTS | {
    Intent.RANKING, Intent.COUNTS, Intent.SHARED_USE_CASES, Intent.COMPARE, Intent.CLASS_CHANGES,
    Intent.RECOMMENDATIONS, Intent.FAMILIES,
}  # fmt: skip
_ORDINALS = {
    "premier": 0, "premiere": 0, "1": 0, "deuxieme": 1, "second": 1, "seconde": 1, "2": 1,
    "troisieme": 2, "3": 2, "quatrieme": 3, "4": 3, "dernier": -1, "derniere": -1,
}  # fmt: skip


class Conversation:
    """Completes a parse from the previous request of the same conversation."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues

    def chosen(self, parse: Parse, previous: Request) -> Request | None:
        """Return the previous request with the choice that this message makes, if it makes one."""
        if previous.intent is not Intent.CLARIFY:
            return None
        said = set(content_words(parse.reading)) or set(parse.reading.words)
        labels = [choice.label for choice in previous.choices]
        for index, label in enumerate(labels):
            if read(label).words == parse.reading.words:
                return _settled(previous, index)
        for word in parse.reading.words:
            if word in _ORDINALS and len(said) <= _SHORT and _ORDINALS[word] < len(labels):
                return _settled(previous, _ORDINALS[word])
        roots = {root(word) for word in said}
        fitting = [
            i for i, label in enumerate(labels) if roots <= {root(w) for w in read(label).words}
        ]
        return _settled(previous, fitting[0]) if roots and len(fitting) == 1 else None

    def follows(self, parse: Parse) -> bool:
        """Return whether a message leans on the one before: its opening, a pronoun, its brevity."""
        joined = parse.reading.joined
        opening = any(joined.startswith(f" {o} ") for o in _openings(self._cues))
        pronoun = self._cues.found("follow.pronoun", parse.reading) and not parse.jobs
        short = len(content_words(parse.reading)) <= 1
        return opening or pronoun or short

    def complete(self, parse: Parse, previous: Request) -> Parse | None:
        """Return the parse completed from the previous request, ``None`` if it needs nothing."""
        if previous.intent in {Intent.REFUSE, Intent.CLARIFY, Intent.HELP} or parse.ambiguous:
            return None
        if not self.follows(parse):
            return None
        if parse.jobs:
            return self._another_job(parse, previous)
        if parse.intent in _JOB_INTENTS and previous.jobs:
            return _on_jobs(parse, previous)
        if parse.intent is None and self._changes_filters(parse, previous):
            filters = _merged(previous.filters, parse.filters)
            return _as(parse, previous, intent=previous.intent, filters=filters)
        if parse.intent is None and previous.intent in _JOB_INTENTS and not parse.rest:
            return self._asks_why(parse, previous)
        return None

    def _another_job(self, parse: Parse, previous: Request) -> Parse | None:
        if self._cues.found("intent.compare", parse.reading) and previous.jobs:
            return replace(parse, intent=Intent.COMPARE)
        same = previous.intent in _JOB_INTENTS | {Intent.TEXT} and parse.intent in {
            None,
            Intent.OVERVIEW,
        }
        if not same or parse.rest:
            return None
        return replace(
            parse, intent=previous.intent, filters=_merged(previous.filters, parse.filters)
        )

    @staticmethod
    def _changes_filters(parse: Parse, previous: Request) -> bool:
        return (
            previous.intent in _TABLE_INTENTS and parse.filters != Filters() and not parse.studies
        )

    def _asks_why(self, parse: Parse, previous: Request) -> Parse | None:
        why = self._cues.found("topic.why", parse.reading)
        source = self._cues.found("follow.source", parse.reading)
        if not (why or source):
            return None
        return _as(parse, previous, intent=Intent.RATERS if why else previous.intent)


def _openings(cues: Cues) -> tuple[str, ...]:
    return cues.phrases("follow.opening")


def _settled(previous: Request, index: int) -> Request:
    job = previous.choices[index].job
    intent = Intent(previous.topic) if previous.topic else Intent.OVERVIEW
    jobs = tuple(dict.fromkeys((*previous.jobs, job)))
    return replace(previous, intent=intent, jobs=jobs, choices=(), topic="", carried_over=True)


def _merged(before: Filters, now: Filters) -> Filters:
    stated = {
        f.name: value
        for f in fields(Filters)
        if (value := getattr(now, f.name)) not in (None, False)
    }
    return replace(before, **stated)


def _on_jobs(parse: Parse, previous: Request) -> Parse:
    return _as(parse, previous, intent=parse.intent, filters=parse.filters)


def _as(
    parse: Parse, previous: Request, *, intent: Intent | None, filters: Filters | None = None
) -> Parse:
    carried = tuple(Mention((job,), frozenset()) for job in previous.jobs)
    return replace(
        parse,
        intent=intent,
        mentions=carried,
        filters=filters or previous.filters,
        topic=parse.topic or previous.topic,
    )
