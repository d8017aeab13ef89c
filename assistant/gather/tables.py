"""What the scoring tools say to each intent that the tables can answer."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from assistant.evidence import EvidenceKind, Finding
from assistant.gather.items import Cited, ItemMaker
from assistant.request import Intent, Request
from assistant.scoring import (
    GapMeasure,
    Selection,
    class_changes,
    class_counts,
    common_use_cases,
    compare,
    consultation,
    families,
    find_use_case,
    job_exposure,
    job_use_cases,
    largest_gaps,
    rank,
    recommendations,
    recompute,
    select_use_cases,
    shared_use_cases,
)
from assistant.scoring.trace import Figure, Trace
from assistant.understand.cues import load_cues
from assistant.understand.reading import read
from assistant.understand.titles import TopicFinder
from corpus.assistance import AssistanceTables, Qualification
from ingest.french import index_terms

DEFAULT_TOP = 10
MAX_TOP = 58
_SHARED_MINIMUM = 2


class TableGatherer:
    """Runs the scoring tool that a request calls for."""

    def __init__(self, tables: AssistanceTables, items: ItemMaker) -> None:
        self._tables = tables
        self._items = items
        self._survey = _survey_finder(tables)
        self._axes = _axis_finder(tables)
        self._by_intent: Mapping[Intent, Callable[[Request], list[Finding]]] = {
            Intent.OVERVIEW: self._overview,
            Intent.SCORE: self._scores,
            Intent.LEVELS: self._levels,
            Intent.RATERS: self._raters,
            Intent.COMPARE: self._comparison,
            Intent.RANKING: self._ranking,
            Intent.COUNTS: self._counts,
            Intent.CLASS_CHANGES: self._class_changes,
            Intent.FAMILIES: self._families,
            Intent.USE_CASES: self._use_cases,
            Intent.SHARED_USE_CASES: self._shared,
            Intent.FIND_USE_CASE: self._find,
            Intent.RECOMMENDATIONS: self._recommendations,
            Intent.CONSULTATION: self._consultation,
        }

    def gather(self, request: Request) -> tuple[Finding, ...]:
        """Return the findings of the tables; none when the intent is not theirs to answer."""
        build = self._by_intent.get(request.intent)
        return tuple(build(request)) if build else ()

    def _finding(
        self, template: str, result: object, trace: Trace, *, kind: EvidenceKind, n: int = 0
    ) -> Finding:
        prefix = f"{template.replace('_', '')}{n or ''}."
        cited: Cited = self._items.from_trace(trace, result, kind, prefix)
        return Finding(template, {"result": result, "cited": cited}, cited.items)

    def _exposure(self, job: str, template: str, n: int = 0) -> Finding:
        result = job_exposure(self._tables, job)
        return self._finding(template, result, result.trace, kind=EvidenceKind.CALCUL, n=n)

    def _scores(self, request: Request) -> list[Finding]:
        return [self._exposure(job, "score", n) for n, job in enumerate(request.jobs)]

    def _overview(self, request: Request) -> list[Finding]:
        findings = []
        for n, job in enumerate(request.jobs):
            findings.append(self._exposure(job, "overview", n))
            result = job_use_cases(self._tables, job, priority=1)
            if result.total:
                findings.append(
                    self._finding(
                        "first_use_cases", result, result.trace, kind=EvidenceKind.TABLE, n=n
                    )
                )
        return findings

    def _levels(self, request: Request) -> list[Finding]:
        if not request.jobs:
            return []
        job = request.jobs[0]
        if not job_exposure(self._tables, job).core:
            return self._scores(request)
        qualification = request.filters.qualification or Qualification.EXPERTS
        result = recompute(self._tables, job, qualification)
        return [self._finding("levels", result, result.trace, kind=EvidenceKind.CALCUL)]

    def _raters(self, request: Request) -> list[Finding]:
        if request.jobs:
            return [self._exposure(job, "raters", n) for n, job in enumerate(request.jobs)]
        moved = _moved(request)
        measure = GapMeasure.SCORE if moved is None else GapMeasure.RANK
        everyone = largest_gaps(
            self._tables, top=MAX_TOP, measure=measure, core=request.filters.core
        )
        entries = [e for e in everyone.entries if not moved or e.gap.rank_shift * moved > 0]
        result = replace(everyone, entries=tuple(entries[: request.filters.top or DEFAULT_TOP]))
        return [self._finding("gaps", result, result.trace, kind=EvidenceKind.CALCUL)]

    def _comparison(self, request: Request) -> list[Finding]:
        if len(request.jobs) == 1:
            return self._raters(request)
        result = compare(self._tables, request.jobs)
        return [self._finding("comparison", result, result.trace, kind=EvidenceKind.CALCUL)]

    def _ranking(self, request: Request) -> list[Finding]:
        filters = request.filters
        narrowed = filters.exposure_class or filters.family or filters.rank or filters.score
        everything = bool(narrowed or filters.above or filters.below) or filters.core is not None
        selection = Selection(
            top=filters.top or (None if everything else DEFAULT_TOP),
            bottom=filters.lowest,
            family=filters.family,
            exposure_class=filters.exposure_class,
            core=filters.core,
            excluded=filters.excluded,
            rank=filters.rank,
            score=filters.score,
            above=filters.above,
            below=filters.below,
        )
        qualification = filters.qualification or Qualification.EXPERTS
        result = rank(self._tables, qualification, selection)
        return [self._finding("ranking", result, result.trace, kind=EvidenceKind.CALCUL)]

    def _counts(self, request: Request) -> list[Finding]:
        result = class_counts(
            self._tables, family=request.filters.family, core=request.filters.core
        )
        return [self._finding("counts", result, result.trace, kind=EvidenceKind.CALCUL)]

    def _class_changes(self, _request: Request) -> list[Finding]:
        result = class_changes(self._tables)
        return [self._finding("class_changes", result, result.trace, kind=EvidenceKind.CALCUL)]

    def _families(self, _request: Request) -> list[Finding]:
        result = families(self._tables)
        return [self._finding("families", result, result.trace, kind=EvidenceKind.CALCUL)]

    def _use_cases(self, request: Request) -> list[Finding]:
        filters = request.filters
        if len(request.jobs) > 1:
            shared = common_use_cases(self._tables, request.jobs, priority=filters.priority)
            return [
                self._finding("common_use_cases", shared, shared.trace, kind=EvidenceKind.TABLE)
            ]
        findings = []
        for n, job in enumerate(request.jobs):
            if filters.limit or filters.prerequisite:
                findings.append(self._selected(request, job, n))
                continue
            result = job_use_cases(self._tables, job, priority=filters.priority)
            findings.append(
                self._finding("use_cases", result, result.trace, kind=EvidenceKind.TABLE, n=n)
            )
        return findings

    def _shared(self, request: Request) -> list[Finding]:
        filters = request.filters
        if filters.limit or filters.prerequisite:
            return [self._selected(request, None, 0)]
        if load_cues().found("intent.how_many", read(request.question.text)):
            return [self._use_case_counts()]
        result = shared_use_cases(
            self._tables, priority=request.filters.priority, minimum_jobs=_SHARED_MINIMUM
        )
        top = request.filters.top or DEFAULT_TOP
        result = replace(result, use_cases=result.use_cases[:top])
        return [self._finding("shared_use_cases", result, result.trace, kind=EvidenceKind.TABLE)]

    def _selected(self, request: Request, job: str | None, n: int) -> Finding:
        """The use cases for which the experts gave a limit or a prerequisite."""
        filters = request.filters
        chosen = select_use_cases(
            self._tables,
            job=job,
            priority=filters.priority,
            limit=filters.limit,
            prerequisite=filters.prerequisite,
        )
        return self._finding(
            "selected_use_cases", chosen, chosen.trace, kind=EvidenceKind.TABLE, n=n
        )

    def _use_case_counts(self) -> Finding:
        """How many rows of use cases there are, in all and by priority."""
        everything = select_use_cases(self._tables)
        by_priority = {p: select_use_cases(self._tables, priority=p) for p in (1, 2, 3)}
        counts = {priority: found.total for priority, found in by_priority.items()}
        figures = [*everything.trace.figures]
        figures += [Figure("total", n, f"priority {p}") for p, n in counts.items()]
        trace = replace(everything.trace, figures=tuple(figures))
        finding = self._finding("use_case_counts", everything, trace, kind=EvidenceKind.CALCUL)
        return replace(finding, values={**finding.values, "counts": counts})

    def _find(self, request: Request) -> list[Finding]:
        result = find_use_case(self._tables, request.topic)
        return [self._finding("use_case", result, result.trace, kind=EvidenceKind.TABLE)]

    def _recommendations(self, request: Request) -> list[Finding]:
        axis = request.filters.axis
        themed = self._on_theme(request)
        if axis is None and themed:
            return themed
        if axis is None:
            name = self._axes.find(read(request.query))
            axis = next((r.axis for r in self._tables.recommendations if r.axis_name == name), None)
        result = recommendations(self._tables, axis=axis)
        return [self._finding("recommendations", result, result.trace, kind=EvidenceKind.TABLE)]

    def _on_theme(self, request: Request) -> list[Finding]:
        """The recommendations whose title speaks of what the question names, if any."""
        ignored = " ".join(load_cues().phrases("topic.axis_words"))
        theme = frozenset(index_terms(" ".join(request.rest))) - frozenset(index_terms(ignored))
        result = recommendations(self._tables)
        told = [
            recommendation
            for axis in result.axes
            for recommendation in axis.recommendations
            if theme & frozenset(index_terms(recommendation.title))
        ]
        if not told:
            return []
        finding = self._finding(
            "themed_recommendations", result, result.trace, kind=EvidenceKind.TABLE
        )
        return [replace(finding, values={**finding.values, "told": told})]

    def _consultation(self, request: Request) -> list[Finding]:
        question = self._survey.find(read(request.query))
        if not question:
            return []
        result = consultation(self._tables, question=question)
        return [self._finding("consultation", result, result.trace, kind=EvidenceKind.TABLE)]


def _moved(request: Request) -> int | None:
    """Which way the places asked about go: 1 for gained, −1 for lost, 0 either, None if no place.

    A place gained is one nearer to the most exposed job.
    """
    cues, reading = load_cues(), read(request.question.text)
    if not cues.found("topic.places", reading):
        return None
    return -1 if cues.found("topic.lost", reading) else int(cues.found("topic.gained", reading))


def _survey_finder(tables: AssistanceTables) -> TopicFinder:
    lines: dict[str, list[str]] = {}
    for row in tables.consultation:
        lines.setdefault(row.question, []).append(f"{row.place} {row.option}")
    ignored = load_cues().phrases("topic.survey_words")
    return TopicFinder(lines, ignored=ignored)


def _axis_finder(tables: AssistanceTables) -> TopicFinder:
    lines: dict[str, list[str]] = {}
    for row in tables.recommendations:
        lines.setdefault(row.axis_name, []).append(row.title)
    return TopicFinder(lines, ignored=load_cues().phrases("topic.axis_words"))
