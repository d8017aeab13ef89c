"""The third step of the road, without a model: evidence becomes a draft through templates."""

import re

from assistant.answer import AnswerKind
from assistant.compose.templates import render_block, template
from assistant.draft import Draft, cited_keys
from assistant.evidence import Evidence, Finding
from assistant.request import Intent, Refusal

MAX_FOLLOWUPS = 3
_MAX_SOURCES = 3
_PARAGRAPHS = re.compile(r"\n\s*\n")


class Composer:
    """Writes drafts from templates."""

    def compose(self, evidence: Evidence) -> Draft:
        """Return the draft of an answer, of a refusal or of a question back to the user."""
        request = evidence.request
        refusal = evidence.refusal or request.refusal
        if refusal is not None:
            return self._refusal(evidence, refusal)
        if request.intent is Intent.CLARIFY:
            return self._clarification(evidence)
        blocks: list[str] = []
        followups: list[str] = []
        for finding in evidence.findings:
            values = _values(evidence, finding)
            source = template(finding.template)
            blocks += _split(render_block(source, "body", values))
            followups += render_block(source, "followups", values).splitlines()
        if request.sourced:
            blocks = [*_source_blocks(evidence, blocks), *blocks]
        return Draft(
            evidence=evidence,
            kind=AnswerKind.ANSWER,
            blocks=tuple(blocks),
            followups=_distinct(followups, request.question.text),
        )

    def _refusal(self, evidence: Evidence, refusal: Refusal) -> Draft:
        values: dict[str, object] = {"request": evidence.request, "evidence": evidence}
        source = template(f"refus_{refusal}")
        return Draft(
            evidence=evidence,
            kind=AnswerKind.REFUSAL,
            reason=str(refusal),
            blocks=tuple(_split(render_block(source, "body", values))),
            choices=tuple(choice.label for choice in evidence.request.choices),
            followups=_distinct(render_block(source, "followups", values).splitlines(), ""),
        )

    def _clarification(self, evidence: Evidence) -> Draft:
        request = evidence.request
        values: dict[str, object] = {"request": request}
        source = template("clarification" if request.choices else "clarification_metier")
        return Draft(
            evidence=evidence,
            kind=AnswerKind.CLARIFICATION,
            reason="nom_ambigu" if request.choices else "metier_manquant",
            blocks=tuple(_split(render_block(source, "body", values))),
            choices=tuple(choice.label for choice in request.choices),
            followups=_distinct(render_block(source, "followups", values).splitlines(), ""),
        )


def _source_blocks(evidence: Evidence, blocks: list[str]) -> list[str]:
    """One sentence for each place that these blocks cite, three at most."""
    found = [evidence.item(key) for key in cited_keys("\n".join(blocks))]
    values: dict[str, object] = {"items": [item for item in found if item][:_MAX_SOURCES]}
    return _split(render_block(template("source"), "body", values))


def _values(evidence: Evidence, finding: Finding) -> dict[str, object]:
    request = finding.request or evidence.request
    return {
        "request": request,
        "persona": str(request.question.persona),
        "first": finding is evidence.findings[0],
        "alone": len(evidence.findings) == 1,
        **finding.values,
    }


def _split(markdown: str) -> list[str]:
    return [block.strip() for block in _PARAGRAPHS.split(markdown) if block.strip()]


def _distinct(followups: list[str], asked: str) -> tuple[str, ...]:
    lines = (line.strip() for line in followups)
    return tuple(dict.fromkeys(line for line in lines if line and line != asked))[:MAX_FOLLOWUPS]
