"""The second step of the road: a request is answered by tables, by passages, or by neither."""

from collections.abc import Mapping, Sequence

from assistant.evidence import Evidence, EvidenceItem, EvidenceKind, Finding
from assistant.gather.items import Cited
from assistant.gather.tables import TableGatherer
from assistant.gather.texts import TextGatherer
from assistant.request import Intent, Refusal, Request
from assistant.search.study_search import StudySearch

_NEEDS_NOTHING = frozenset({Intent.HELP, Intent.CLARIFY, Intent.REFUSE})


class Gatherer:
    """Brings evidence together; passages are searched for every question."""

    def __init__(
        self,
        tables: TableGatherer,
        texts: TextGatherer,
        search: StudySearch,
        loaded: Sequence[Mapping[str, object]],
    ) -> None:
        self._tables = tables
        self._texts = texts
        self._search = search
        self._loaded = loaded

    def gather(self, request: Request) -> Evidence:
        """Return the evidence for a request; ``refusal`` is set when nothing answers it."""
        # Said twice, the question's own words outweigh those of the thread it continues.
        query = f"{request.query} {request.query} {request.thread}" if request.thread else None
        passages = self._search.search(
            query or request.query, studies=request.studies, jobs=request.jobs
        )
        findings: tuple[Finding, ...]
        if request.intent in _NEEDS_NOTHING:
            findings = (Finding("help", {}),) if request.intent is Intent.HELP else ()
            return Evidence(request, findings=findings, passages=passages)
        if request.intent is Intent.STUDIES:
            items = tuple(map(_loaded_item, self._loaded))
            finding = Finding("studies", {"studies": self._loaded}, items)
            return Evidence(request, findings=(finding,), passages=passages)
        findings = self._several(request) if request.parts else self._tables.gather(request)
        if findings:
            return Evidence(request, findings=findings, passages=passages)
        treated = self._texts.treats(request, passages)
        findings = self._texts.gather(request, passages) if treated else ()
        refusal = None if findings else Refusal.OFF_TOPIC
        return Evidence(request, findings=findings, passages=passages, refusal=refusal)

    def _several(self, request: Request) -> tuple[Finding, ...]:
        """The findings of each part of a message, under keys of their own."""
        return tuple(
            _renamed(finding, part, f"-{n}")
            for n, part in enumerate(request.parts)
            for finding in self._tables.gather(part)
        )


def _loaded_item(study: Mapping[str, object]) -> EvidenceItem:
    """A study as evidence of its own name, publisher and year."""
    return EvidenceItem(
        key=str(study["key"]),
        kind=EvidenceKind.TABLE,
        study=str(study["id"]),
        study_name=str(study["title"]),
        section="",
        page=None,
        text=f"{study['title']} {study['publisher']} {study['year_label']}",
    )


def _renamed(finding: Finding, part: Request, suffix: str) -> Finding:
    cited = finding.values["cited"]
    if not isinstance(cited, Cited):
        return finding
    cited = cited.renamed(suffix)
    values = {**finding.values, "cited": cited}
    return Finding(finding.template, values, cited.items, request=part)
