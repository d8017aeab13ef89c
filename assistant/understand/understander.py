"""The first step of the road: a question and what was asked before it become a request."""

from dataclasses import replace

from assistant.question import Question, clean_question
from assistant.request import Choice, Intent, Refusal, Request
from assistant.understand.conversation import Conversation
from assistant.understand.filters import find_filters
from assistant.understand.intents import IntentRules
from assistant.understand.jobs import Mention
from assistant.understand.lexicon import Lexicon
from assistant.understand.parse import Parse
from assistant.understand.reading import Reading, read
from ingest.french import word_terms
from prompts.errors import VigieError

_NEEDS_ONE_JOB = frozenset(
    {Intent.OVERVIEW, Intent.SCORE, Intent.USE_CASES, Intent.RATERS, Intent.COMPARE, None}
)
_SET_ASIDE = (
    "intent.overview", "intent.score", "intent.use_cases", "intent.compare", "intent.raters",
    "intent.ranking", "intent.counts", "intent.recommendations", "intent.shared",
    "intent.class_changes", "intent.families", "intent.consultation", "rules.help",
    "follow.opening", "follow.source", "topic.why",
)  # fmt: skip


class Understander:
    """Reads questions; holds no state between them: a conversation is its list of questions."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._rules = IntentRules(lexicon.cues)
        self._conversation = Conversation(lexicon.cues)

    def understand(self, question: Question) -> Request:
        """Return what the question asks, once the earlier ones are understood in turn.

        Raises:
            VigieError: the question itself is empty, too long or holds no word. Unreadable
                questions of the history are passed over.
        """
        previous: Request | None = None
        for text in question.history:
            earlier = replace(question, text=text, history=())
            try:
                previous = self._next(earlier, previous)
            except VigieError:
                continue
        return self._next(question, previous)

    def _next(self, question: Question, previous: Request | None) -> Request:
        question = replace(question, text=clean_question(question.text))
        parse = self._parse(read(question.text))
        if parse.refusal is not None:
            return _request(question, parse, Intent.REFUSE)
        if previous is not None:
            settled = self._conversation.chosen(parse, previous)
            if settled is not None:
                return replace(settled, question=question)
            completed = self._conversation.complete(parse, previous)
            if completed is not None:
                return self._settle(question, completed, previous, carried_over=True)
        follows = previous is not None and self._conversation.follows(parse)
        return self._settle(question, parse, previous if follows else None, carried_over=follows)

    def _parse(self, reading: Reading) -> Parse:
        cues = self._lexicon.cues
        mentions = self._confirmed(reading, self._lexicon.jobs.find(reading))
        filters = find_filters(reading, cues)
        studies = tuple(
            name.removeprefix("study.")
            for name in cues.names("study.")
            if cues.found(name, reading)
        )
        rest = self._rest(reading, mentions)
        topic = self._lexicon.use_cases.find(reading)
        intent = self._rules.decide(
            reading,
            job_count=len(mentions),
            filters=filters,
            studies=studies,
            rest=rest,
            topic=topic,
        )
        refusal = self._lexicon.boundaries.refusal(reading)
        return Parse(reading, intent, mentions, filters, studies, rest, topic, refusal)

    def _confirmed(self, reading: Reading, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Drop the weak mentions that nothing else in the message confirms."""
        speaks = self._lexicon.cues.found("job.speaks_of_a_job", reading)
        return tuple(m for m in found if speaks or not m.weak)

    def _rest(self, reading: Reading, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
        named = {position for mention in mentions for position in mention.positions}
        kept = " ".join(w for i, w in enumerate(reading.words) if i not in named)
        names = (*_SET_ASIDE, *self._lexicon.cues.names("filter."))
        left = self._lexicon.cues.strip(f" {kept} ", *names)
        return tuple(word for word in left.split() if word_terms(word))

    def _settle(
        self, question: Question, parse: Parse, previous: Request | None, *, carried_over: bool
    ) -> Request:
        if parse.ambiguous and parse.intent in _NEEDS_ONE_JOB and not parse.rest[2:]:
            return _clarification(question, parse)
        if parse.intent is None and not parse.jobs:
            unknown = self._rules.unknown_job(parse.reading)
            if unknown and previous is None:
                request = _request(question, parse, Intent.REFUSE)
                closest = self._lexicon.jobs.closest(unknown)
                choices = tuple(Choice(job, job) for job in closest)
                return replace(request, refusal=Refusal.UNKNOWN_JOB, topic=unknown, choices=choices)
        intent = parse.intent or Intent.TEXT
        request = replace(_request(question, parse, intent), carried_over=carried_over)
        return _with_thread(request, previous) if previous is not None else request


def _request(question: Question, parse: Parse, intent: Intent) -> Request:
    return Request(
        question=question,
        intent=intent,
        query=question.text,
        jobs=parse.jobs,
        filters=parse.filters,
        studies=parse.studies,
        topic=parse.topic,
        refusal=parse.refusal,
    )


def _clarification(question: Question, parse: Parse) -> Request:
    """Offer the readings of an ambiguous name; ``topic`` keeps the intent to come back to."""
    request = _request(question, parse, Intent.CLARIFY)
    mention = parse.ambiguous
    jobs = mention.jobs if mention else ()
    intent = parse.intent or Intent.OVERVIEW
    return replace(request, choices=tuple(Choice(job, job) for job in jobs), topic=str(intent))


def _with_thread(request: Request, previous: Request) -> Request:
    """Search for the words of both questions when the second leans on the first."""
    query = request.query
    if request.intent is Intent.TEXT or not request.jobs:
        query = f"{previous.query} {request.query}"
    return replace(
        request,
        query=query,
        jobs=request.jobs or previous.jobs,
        studies=request.studies or previous.studies,
    )
