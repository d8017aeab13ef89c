"""The first step of the road: a question and what was asked before it become a request."""

import re
from dataclasses import replace
from functools import partial

from assistant.question import Question, clean_question
from assistant.request import Choice, Filters, Intent, Refusal, Request
from assistant.understand.choices import chosen
from assistant.understand.conversation import TABLE_INTENTS, Conversation
from assistant.understand.filters import find_filters
from assistant.understand.intents import IntentRules
from assistant.understand.jobs import Mention
from assistant.understand.lexicon import Lexicon
from assistant.understand.parse import Parse
from assistant.understand.reading import Reading, read
from corpus.assistance import STUDY_ID
from ingest.french import word_terms
from prompts.errors import VigieError

_NEEDS_ONE_JOB = frozenset(
    {Intent.OVERVIEW, Intent.SCORE, Intent.LEVELS, Intent.USE_CASES, Intent.RATERS, Intent.COMPARE}
)
_ARTICLES = frozenset({"le", "la", "les", "l", "du", "de", "d", "des", "un", "une"})
_CLOSED = frozenset({Intent.REFUSE, Intent.CLARIFY, Intent.HELP, Intent.STUDIES})
_MAY_BE_OUTSIDE = frozenset(
    {
        None, Intent.TEXT, Intent.SCORE, Intent.OVERVIEW, Intent.USE_CASES, Intent.COMPARE,
        Intent.LEVELS, Intent.SHARED_USE_CASES,
    }
)  # fmt: skip
_MOST_PARTS = 3
_MOST_CHOICES = 6
_FEW_WORDS = 3
_PARTS = re.compile(
    r"\?+\s+|;\s+|\.\s+|,?\s+et\s+(?=(?:aussi|quels?|quelles?|combien|pourquoi|comment|qui)\b)"
)
_SET_ASIDE = (
    "intent.overview", "intent.score", "intent.use_cases", "intent.compare", "intent.raters",
    "intent.ranking", "intent.counts", "intent.recommendations", "intent.shared",
    "intent.class_changes", "intent.families", "intent.consultation", "rules.help",
    "intent.figure", "intent.priority", "intent.levels", "follow.opening", "follow.source",
    "follow.again", "follow.pronoun", "topic.why", "job.own", "rules.filler",
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
        return self._several(question, self._one(question, previous), previous)

    def _one(self, question: Question, previous: Request | None) -> Request:
        parse = self._parse(read(question.text))
        if parse.refusal is not None:
            return _request(question, parse, Intent.REFUSE)
        if previous is not None:
            settled = chosen(parse.reading, previous)
            if settled is not None:
                return replace(settled, question=question)
            repeated = self._conversation.repeats(parse, previous)
            if repeated is not None:
                return replace(repeated, question=question, carried_over=True)
            completed = self._conversation.complete(parse, previous)
            if completed is not None:
                return self._settle(question, completed, previous, carried_over=True)
        follows = previous is not None and self._conversation.follows(parse)
        request = self._settle(question, parse, previous if follows else None, carried_over=follows)
        if previous is None or follows:
            return request
        mentioned = tuple(dict.fromkeys((*previous.mentioned, *request.jobs)))
        return replace(request, mentioned=mentioned)

    def _several(self, question: Question, whole: Request, previous: Request | None) -> Request:
        """Return the request of a message that asks several things of the tables, part by part."""
        texts = [text.strip() for text in _PARTS.split(question.text) if text and text.strip()]
        if not 1 < len(texts) <= _MOST_PARTS or whole.intent in _CLOSED:
            return whole
        parts: list[Request] = []
        for text in texts:
            before = parts[-1] if parts else previous
            parts.append(self._one(replace(question, text=text, history=()), before))
        if any(part.intent not in TABLE_INTENTS for part in parts):
            return whole
        told = {(part.intent, part.jobs, part.filters, part.topic) for part in parts}
        if len(told) < len(parts):
            return whole
        return replace(parts[-1], question=question, query=question.text, parts=tuple(parts))

    def _parse(self, typed: Reading) -> Parse:
        """Parse a message: names of people and jobs as typed, the rest with its typos mended."""
        cues = self._lexicon.cues
        reading = self._lexicon.speller.mend(typed)
        found = self._lexicon.jobs.find(typed)
        mentions = self._confirmed(reading, found)
        rest = self._rest(reading, mentions)
        mentions = tuple(m for m in mentions if not _ruled_out(m, typed))
        filters = find_filters(reading, cues)
        if filters.family and cues.found("intent.families", reading):
            mentions = tuple(m for m in mentions if m.certain)  # the family's name, not a job's
        studies = tuple(
            name.removeprefix("study.")
            for name in cues.names("study.")
            if cues.found(name, reading)
        )
        topic = self._lexicon.use_cases.find(reading)
        if not topic and cues.first(reading, ("intent.use_cases", "intent.priority")):
            topic = self._lexicon.use_cases.find_short(rest)
        decide = partial(
            self._rules.decide, reading, filters=filters, studies=studies, rest=rest, topic=topic
        )
        jobs = {mention.jobs for mention in mentions}
        intent = decide(job_count=len(jobs))
        job_intent = intent if jobs else decide(job_count=1)
        refusal = self._lexicon.boundaries.refusal(typed)
        return Parse(reading, intent, job_intent, mentions, filters, studies, rest, topic, refusal)

    def _confirmed(self, reading: Reading, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Drop the weak mentions, unless the message speaks of a job or says nothing else."""
        cues = ("job.speaks_of_a_job", "intent.figure", "intent.use_cases")
        speaks = self._lexicon.cues.first(reading, cues) is not None
        speaks = speaks or not self._rest(reading, found)
        return tuple(m for m in found if speaks or not m.weak)

    def _rest(self, reading: Reading, mentions: tuple[Mention, ...]) -> tuple[str, ...]:
        named = {position for mention in mentions for position in mention.positions}
        kept = " ".join(w for i, w in enumerate(reading.words) if i not in named)
        cues = self._lexicon.cues
        names = (*cues.names("filter."), *cues.names("family."), *_SET_ASIDE)
        left = cues.strip(f" {kept} ", *names)
        return tuple(word for word in left.split() if word_terms(word))

    def _settle(
        self, question: Question, parse: Parse, previous: Request | None, *, carried_over: bool
    ) -> Request:
        parse = self._with_loose_names(parse)
        outside = self._outside(parse)
        if outside is not None:
            refusal, topic = outside
            request = _request(question, parse, Intent.REFUSE)
            return replace(request, refusal=refusal, absent=topic)
        if previous is None and self._is_on_an_unnamed_job(parse):
            return replace(_request(question, parse, Intent.CLARIFY), topic=str(Intent.OVERVIEW))
        one_job = (parse.intent or Intent.OVERVIEW) in _NEEDS_ONE_JOB
        if parse.ambiguous and one_job and not parse.rest[2:]:
            return self._clarification(question, parse)
        brief = len(parse.rest) <= _FEW_WORDS and parse.filters == Filters()
        if not parse.mentions and previous is None and brief:
            unknown = self._rules.unknown_job(parse.reading, self._lexicon.is_word)
            if unknown:
                return self._unknown_job(question, parse, unknown)
        request = _request(question, parse, parse.intent or Intent.TEXT)
        return replace(_with_thread(request, previous), carried_over=carried_over)

    def _is_on_an_unnamed_job(self, parse: Parse) -> bool:
        """Whether somebody asks what becomes of their job without saying which it is."""
        if parse.mentions or parse.studies or parse.intent is not None or parse.rest[1:]:
            return False
        cues = self._lexicon.cues
        defines = cues.found("topic.definition", parse.reading)
        mine = cues.found("job.mine", parse.reading)
        return mine and not defines and cues.found("intent.overview", parse.reading)

    def _outside(self, parse: Parse) -> tuple[Refusal, str] | None:
        """What the studies are known not to say, unless a table answers after all."""
        if parse.intent not in _MAY_BE_OUTSIDE:
            return None
        cues = self._lexicon.cues
        elsewhere = bool(parse.studies) and STUDY_ID not in parse.studies
        if not elsewhere and not parse.jobs:
            elsewhere = cues.found("intent.other_sectors", parse.reading)
        if cues.found("intent.not_graded", parse.reading):
            elsewhere = False
        if elsewhere and cues.found("intent.graded", parse.reading):
            return Refusal.NOT_COMPUTABLE, "score_hors_assistance"
        return self._lexicon.boundaries.outside(parse.reading)

    def _with_loose_names(self, parse: Parse) -> Parse:
        """Offer the jobs of which a name holds the one word that a bare « score … » gives."""
        if parse.mentions or parse.intent or len(parse.rest) != 1 or parse.studies:
            return parse
        if not self._lexicon.cues.found("intent.figure", parse.reading):
            return parse
        jobs = self._lexicon.jobs.named_with(parse.rest[0])
        mentions = (Mention(jobs, frozenset()),) if jobs else ()
        return replace(parse, mentions=mentions, intent=Intent.SCORE if jobs else None, rest=())

    def _clarification(self, question: Question, parse: Parse) -> Request:
        """Offer the readings of an ambiguous name; ``topic`` keeps the intent to come back to."""
        mention = parse.ambiguous
        jobs = mention.jobs if mention else ()
        jobs = self._lexicon.jobs.nearest_names(jobs, question.text, _MOST_CHOICES)
        request = _request(question, parse, Intent.CLARIFY)
        choices = tuple(Choice(job, job) for job in jobs)
        return replace(request, choices=choices, topic=str(parse.intent or Intent.OVERVIEW))

    def _unknown_job(self, question: Question, parse: Parse, word: str) -> Request:
        choices = tuple(Choice(job, job) for job in self._lexicon.jobs.closest(word))
        request = _request(question, parse, Intent.REFUSE)
        return replace(request, refusal=Refusal.UNKNOWN_JOB, topic=word, choices=choices)


def _ruled_out(mention: Mention, reading: Reading) -> bool:
    """Whether a name is said to be the wrong one (« pas l'accueil, le chargé d'assistance »)."""
    start = min(mention.positions)
    before = [word for word in reading.words[max(0, start - 3) : start] if word not in _ARTICLES]
    return bool(before) and before[-1] == "pas"


def _request(question: Question, parse: Parse, intent: Intent) -> Request:
    return Request(
        question=question,
        intent=intent,
        query=question.text,
        jobs=parse.jobs,
        mentioned=parse.jobs,
        filters=parse.filters,
        studies=parse.studies,
        topic=parse.topic,
        rest=parse.rest,
        refusal=parse.refusal,
    )


def _with_thread(request: Request, previous: Request | None) -> Request:
    """Keep what a question that leans on another was about before, for the search."""
    if previous is None:
        return request
    mentioned = tuple(dict.fromkeys((*previous.mentioned, *request.jobs)))
    if request.intent is not Intent.TEXT:
        return replace(request, mentioned=mentioned)
    return replace(
        request,
        thread=f"{previous.thread} {previous.query}".strip(),
        mentioned=mentioned,
        jobs=request.jobs or previous.jobs,
        studies=request.studies or previous.studies,
    )
