"""Printing an evaluation, and writing it as JSON."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from .judge import Verdict
from .quotes import unsupported
from .summary import Rate, Summary


def print_summary(summary: Summary, console: Console) -> None:
    """Print pass rates by kind, study and persona, then every other figure."""
    _print_rates("pass rate", {"all": summary.overall, **summary.by_kind}, console)
    _print_rates("by study", summary.by_study, console)
    _print_rates("by persona", summary.by_persona, console)
    refusals = {"recall": summary.refusal_recall, "false refusals": summary.false_refusals}
    _print_rates("refusals", refusals, console)
    places = {f"snippet in first {depth}": rate for depth, rate in summary.snippet_at.items()}
    places |= {f"or page in first {depth}": rate for depth, rate in summary.page_at.items()}
    _print_rates("evidence of texts", places, console)
    _print_rates("quoted strings", {"found in the evidence": summary.quotes}, console)
    console.print(f"median answer: {summary.words:.0f} words, sources excluded")
    console.print(f"latency: median {summary.latency_median:.0f} ms, p95 {summary.latency_p95:.0f}")


def _print_rates(title: str, rates: Mapping[str, Rate], console: Console) -> None:
    table = Table(title=title, title_justify="left", min_width=44)
    table.add_column("")
    for heading in ("hits", "of", "share"):
        table.add_column(heading, justify="right")
    for name, rate in rates.items():
        table.add_row(
            name, str(rate.hits), str(rate.total), f"{rate.share:.1%}" if rate.total else "—"
        )
    console.print(table)


def print_failures(verdicts: Iterable[Verdict], console: Console, *, reveal: bool) -> None:
    """Print each failing question with its faults and its answer.

    Of a kept question only the id is printed, unless ``reveal``.
    """
    for verdict in verdicts:
        if verdict.passed:
            continue
        console.rule(verdict.question.id, align="left")
        if reveal or verdict.question.split == "open":
            console.print(escape(_failure(verdict)), soft_wrap=True, highlight=False)


def _failure(verdict: Verdict) -> str:
    question = verdict.question
    asked = " → ".join((*question.history, question.question))
    faults = [f"  ✗ {fault}" for fault in verdict.faults]
    faults += [f"  ✗ quotes what is not in its evidence: {q}" for q in unsupported(verdict.reply)]
    return "\n".join((f"[{question.persona}] {asked}", *faults, verdict.reply.answer))


def write_json(path: Path, summary: Summary, verdicts: Sequence[Verdict], *, reveal: bool) -> None:
    """Write the figures and the verdicts to ``path``; of kept questions whether they passed."""
    results = [_result(verdict, reveal=reveal) for verdict in verdicts]
    document = {"summary": asdict(summary), "questions": results}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _result(verdict: Verdict, *, reveal: bool) -> dict[str, object]:
    question, reply = verdict.question, verdict.reply
    result: dict[str, object] = {"id": question.id, "passed": verdict.passed}
    if reveal or question.split == "open":
        result |= {"faults": verdict.faults, "kind": reply.kind, "answer": reply.answer}
    return result
