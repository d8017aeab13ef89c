"""The figures of an evaluation, from its verdicts."""

import math
import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from .judge import Verdict, body
from .quotes import quotations, unsupported
from .retrieval import evidence_rank

DEPTHS = (1, 5, 10)


@dataclass(frozen=True)
class Rate:
    """``hits`` out of ``total``."""

    hits: int
    total: int

    @property
    def share(self) -> float:
        """The share between 0 and 1; 1 when there was nothing to count."""
        return self.hits / self.total if self.total else 1.0


@dataclass(frozen=True)
class Summary:
    """The figures of an evaluation.

    ``snippet_at`` and ``page_at`` count, for the questions on texts, those whose evidence stands
    in the first 1, 5 and 10 passages: its very words, or at least the right page. ``words`` is
    the median length of the answers without their sources; times are in milliseconds.
    """

    overall: Rate
    by_kind: Mapping[str, Rate]
    by_study: Mapping[str, Rate]
    by_persona: Mapping[str, Rate]
    refusal_recall: Rate
    false_refusals: Rate
    snippet_at: Mapping[int, Rate]
    page_at: Mapping[int, Rate]
    quotes: Rate
    words: float
    latency_median: float
    latency_p95: float


def summarise(verdicts: Sequence[Verdict]) -> Summary:
    """Return the figures of ``verdicts``, of which there is at least one."""
    latencies = sorted(verdict.reply.elapsed_ms for verdict in verdicts)
    return Summary(
        overall=_pass_rate(verdicts),
        by_kind=_grouped(verdicts, lambda verdict: verdict.question.kind),
        by_study=_grouped(verdicts, lambda verdict: verdict.question.study or "—"),
        by_persona=_grouped(verdicts, lambda verdict: verdict.question.persona),
        refusal_recall=_refused(verdicts, "refusal"),
        false_refusals=_refused(verdicts, "answer"),
        snippet_at=_evidence_at(verdicts, by_page=False),
        page_at=_evidence_at(verdicts, by_page=True),
        quotes=_quotes(verdicts),
        words=_median_words(verdicts),
        latency_median=statistics.median(latencies),
        latency_p95=latencies[math.ceil(0.95 * len(latencies)) - 1],
    )


def _pass_rate(verdicts: Sequence[Verdict]) -> Rate:
    return Rate(sum(verdict.passed for verdict in verdicts), len(verdicts))


def _grouped(verdicts: Iterable[Verdict], key: Callable[[Verdict], str]) -> dict[str, Rate]:
    groups: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        groups.setdefault(key(verdict), []).append(verdict)
    return {name: _pass_rate(group) for name, group in sorted(groups.items())}


def _refused(verdicts: Iterable[Verdict], expected: str) -> Rate:
    kinds = [verdict.reply.kind for verdict in verdicts if verdict.question.expect == expected]
    return Rate(kinds.count("refusal"), len(kinds))


def _evidence_at(verdicts: Iterable[Verdict], *, by_page: bool) -> dict[int, Rate]:
    ranks = [
        evidence_rank(verdict.question, verdict.reply, by_page=by_page) or math.inf
        for verdict in verdicts
        if verdict.question.on_text
    ]
    return {depth: Rate(sum(rank <= depth for rank in ranks), len(ranks)) for depth in DEPTHS}


def _quotes(verdicts: Sequence[Verdict]) -> Rate:
    total = sum(len(quotations(verdict.reply)) for verdict in verdicts)
    return Rate(total - sum(len(unsupported(verdict.reply)) for verdict in verdicts), total)


def _median_words(verdicts: Iterable[Verdict]) -> float:
    answers = [verdict.reply.answer for verdict in verdicts if verdict.reply.kind == "answer"]
    return statistics.median([len(body(answer).split()) for answer in answers] or [0])
