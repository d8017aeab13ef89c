"""Requests of every intent, as the understanding makes them, for the tests of the templates."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from assistant.question import Persona, Question
from assistant.request import Filters, Intent, Refusal, Request
from assistant.scoring.ratings import rated_jobs
from corpus.assistance import AssistanceTables, ExposureClass, Qualification
from prompts.wording import entries

PRIORITIES = (1, 2, 3)
AXES = (1, 2, 3, 4, 5)


def ask(
    intent: Intent,
    *jobs: str,
    persona: Persona = Persona.EMPLOYE,
    query: str = "x",
    **named: object,
) -> Request:
    """Return a request; ``named`` are filters, and the topic."""
    topic = str(named.pop("topic", ""))
    filters = Filters(**named)  # type: ignore[arg-type]
    question = Question(query, persona)
    return Request(question, intent, query=query, jobs=jobs, filters=filters, topic=topic)


def for_persona(request: Request, persona: Persona) -> Request:
    """Return the same request from somebody else."""
    return replace(request, question=replace(request.question, persona=persona))


def jobs(tables: AssistanceTables, *, core: bool | None = None) -> list[str]:
    """Return the names of the jobs, all of them or those that are (not) core."""
    return [rated.job for rated in rated_jobs(tables) if core in {None, rated.core}]


def families(tables: AssistanceTables) -> list[str]:
    """Return the codes of the families."""
    return sorted({row.family_code for row in tables.exposure})


def classes(tables: AssistanceTables) -> list[ExposureClass | None]:
    """Return no class, then each."""
    return [None, *ExposureClass]


def of_jobs(tables: AssistanceTables, *intents: Intent) -> Iterator[Request]:
    """Yield each intent for each job."""
    return (ask(intent, job) for intent in intents for job in jobs(tables))


def of_scores(tables: AssistanceTables) -> Iterator[Request]:
    """Yield the score of each job, whoever is asked for."""
    for job in jobs(tables):
        for qualification in (None, *Qualification):
            yield ask(Intent.SCORE, job, qualification=qualification)


def of_levels(tables: AssistanceTables) -> Iterator[Request]:
    """Yield the levels of each core job in each qualification."""
    for job in jobs(tables, core=True):
        for qualification in (None, *Qualification):
            yield ask(Intent.LEVELS, job, qualification=qualification)


def of_use_cases(tables: AssistanceTables, *, some: bool) -> Iterator[Request]:
    """Yield the use cases of each core job by priority, there being some or none."""
    for job in jobs(tables, core=True):
        for priority in (None, *PRIORITIES):
            rows = [r for r in tables.use_cases if r.job == job and priority in {None, r.priority}]
            if bool(rows) is some:
                yield ask(Intent.USE_CASES, job, priority=priority)


def of_limits(tables: AssistanceTables) -> Iterator[Request]:
    """Yield the limits and the prerequisites of the use cases of each core job."""
    for job in jobs(tables, core=True):
        for priority in (None, *PRIORITIES):
            yield ask(Intent.USE_CASES, job, priority=priority, limit=True)
            yield ask(Intent.USE_CASES, job, priority=priority, prerequisite=True)


def of_pairs(tables: AssistanceTables, intent: Intent) -> Iterator[Request]:
    """Yield each pair of core jobs."""
    return (ask(intent, *pair) for pair in combinations(jobs(tables, core=True), 2))


def _matches(
    tables: AssistanceTables, qualification: Qualification | None, filters: Mapping[str, object]
) -> bool:
    wanted = {k: v for k, v in filters.items() if v is not None}
    asked = qualification or Qualification.EXPERTS
    rows = [row for row in tables.exposure if row.qualification is asked]
    named = {"family": "family_code"}
    return any(all(getattr(r, named.get(k, k)) == v for k, v in wanted.items()) for r in rows)


def of_rankings(tables: AssistanceTables, *, some: bool) -> Iterator[Request]:
    """Yield rankings by class, family and core, there being such jobs or none."""
    for family in (None, *families(tables)):
        for exposure_class in classes(tables):
            for core in (None, True, False):
                filters = {"family": family, "exposure_class": exposure_class, "core": core}
                if _matches(tables, None, filters) is some:
                    yield ask(Intent.RANKING, **filters)


def of_tops(tables: AssistanceTables) -> Iterator[Request]:
    """Yield both ends of the ranking in each qualification, and each rank."""
    for qualification in (None, *Qualification):
        for lowest in (False, True):
            for top in (None, 1, 2, 58):
                yield ask(Intent.RANKING, qualification=qualification, lowest=lowest, top=top)
    yield from (ask(Intent.RANKING, rank=rank) for rank in (1, 17, 58))


def of_scores_between(tables: AssistanceTables) -> Iterator[Request]:
    """Yield the jobs of a score, above one, below one and between two, there being some."""
    low, high = Decimal("0.10"), Decimal("0.50")
    for qualification in (None, *Qualification):
        yield ask(Intent.RANKING, qualification=qualification, above=high)
        yield ask(Intent.RANKING, qualification=qualification, below=low)
        yield ask(Intent.RANKING, qualification=qualification, above=low, below=high)
        yield ask(Intent.RANKING, qualification=qualification, score=Decimal("1.00"))


def of_places(tables: AssistanceTables) -> Iterator[Request]:
    """Yield the jobs that gain or lose places from one rater to the other."""
    for query in ("quels métiers gagnent des places", "quels métiers perdent des places"):
        for core in (None, True, False):
            for top in (None, 1, 3):
                yield ask(Intent.RATERS, query=query, core=core, top=top)


def of_sources(tables: AssistanceTables) -> Iterator[Request]:
    """Yield answers that say first where they come from."""
    for intent in (Intent.SCORE, Intent.OVERVIEW, Intent.RATERS, Intent.USE_CASES):
        yield from (replace(ask(intent, job), sourced=True) for job in jobs(tables, core=True))
    yield replace(ask(Intent.CLASS_CHANGES), sourced=True)
    yield from (replace(ask(Intent.RECOMMENDATIONS, axis=axis), sourced=True) for axis in AXES)


def of_themes(tables: AssistanceTables) -> Iterator[Request]:
    """Yield the recommendations on a theme."""
    for theme in ("formation", "données", "partenaires sociaux", "managers", "compétences"):
        yield replace(ask(Intent.RECOMMENDATIONS, query=theme), rest=tuple(theme.split()))


def of_counts(tables: AssistanceTables, *, some: bool) -> Iterator[Request]:
    """Yield the counts by class, of all jobs and of the core ones, there being some or none."""
    for family in (None, *families(tables)):
        for core in (None, True, False):
            if _matches(tables, None, {"family": family, "core": core}) is some:
                for each in classes(tables):
                    yield ask(Intent.COUNTS, family=family, core=core, exposure_class=each)


def of_general(tables: AssistanceTables) -> Iterator[Request]:
    """Yield what is asked of no job in particular."""
    for core in (None, True, False):
        for top in (None, 1, 3, 58):
            yield ask(Intent.RATERS, core=core, top=top)
    yield ask(Intent.CLASS_CHANGES)
    yield from (ask(Intent.FAMILIES, exposure_class=each) for each in classes(tables))
    yield from (ask(Intent.SHARED_USE_CASES, priority=each) for each in (None, *PRIORITIES))
    yield from (ask(Intent.SHARED_USE_CASES, top=each) for each in (1, 3, 40))
    yield ask(Intent.SHARED_USE_CASES, limit=True)
    yield ask(Intent.SHARED_USE_CASES, prerequisite=True)
    yield ask(Intent.SHARED_USE_CASES, query="Combien de cas d'usage en tout ?")


def of_titles(tables: AssistanceTables) -> Iterator[Request]:
    """Yield each use case by its title."""
    titles = sorted({row.use_case for row in tables.use_cases})
    return (ask(Intent.FIND_USE_CASE, topic=title) for title in titles)


def of_axes(tables: AssistanceTables) -> Iterator[Request]:
    """Yield all the recommendations, then those of each axis."""
    return (ask(Intent.RECOMMENDATIONS, axis=axis) for axis in (None, *AXES))


def of_consultation(tables: AssistanceTables) -> Iterator[Request]:
    """Yield each question of the consultation."""
    questions = dict.fromkeys(row.question for row in tables.consultation)
    return (ask(Intent.CONSULTATION, query=question) for question in questions)


def of_refusals(tables: AssistanceTables, *, years: bool) -> Iterator[Request]:
    """Yield each refusal, with and without a job, those whose sentence names a year apart."""
    known = {
        topic: any(character.isdigit() for character in text)
        for topic, text in entries("absent").items()
    }
    for named in ((), ("Médecin d'assistance",)):
        for refusal in (Refusal.NOT_IN_STUDIES, Refusal.NOT_COMPUTABLE):
            for topic in (topic for topic, year in known.items() if year is years):
                yield replace(ask(Intent.REFUSE, *named), refusal=refusal, absent=topic)
        if not years:
            others = set(Refusal) - {Refusal.NOT_COMPUTABLE}
            for refusal in sorted(others):
                yield replace(ask(Intent.REFUSE, *named, topic="boulanger"), refusal=refusal)
