"""From a request to evidence: tables, passages, or neither."""

from dataclasses import dataclass, replace

import pytest

from assistant.evidence import EvidenceKind, Finding
from assistant.gather.gatherer import Gatherer
from assistant.request import Intent, Refusal, Request
from assistant.vigie import Vigie
from ingest.chunk import Chunk
from tests.assistant.evidence_samples import chunk, request

PASSAGES = (chunk("Un passage."), chunk("Un autre.", identity="c2"))


@dataclass
class _Tables:
    found: tuple[Finding, ...] = ()

    def gather(self, _: Request) -> tuple[Finding, ...]:
        return self.found


@dataclass
class _Texts:
    treated: bool = True
    found: tuple[Finding, ...] = (Finding("extracts", {}),)

    def treats(self, *_: object) -> bool:
        return self.treated

    def gather(self, *_: object) -> tuple[Finding, ...]:
        return self.found


class _Search:
    def search(self, *_: object, **__: object) -> tuple[Chunk, ...]:
        return PASSAGES


def gatherer(tables: _Tables, texts: _Texts) -> Gatherer:
    """Return a gatherer of what these give."""
    return Gatherer(tables, texts, _Search(), ({"title": "Une étude"},))  # type: ignore[arg-type]


TOLD = Finding("score", {})


def test_tables_answer_first() -> None:
    """When the tables answer, the texts are not quoted; the passages come all the same."""
    found = gatherer(_Tables((TOLD,)), _Texts()).gather(request(Intent.SCORE))
    assert found.findings == (TOLD,)
    assert found.passages == PASSAGES
    assert found.refusal is None


def test_texts_answer_what_tables_do_not() -> None:
    """No row, then extracts."""
    found = gatherer(_Tables(), _Texts()).gather(request())
    assert [finding.template for finding in found.findings] == ["extracts"]


@pytest.mark.parametrize("texts", [_Texts(treated=False), _Texts(found=())])
def test_what_nothing_answers_is_refused(texts: _Texts) -> None:
    """Passages that do not treat the subject are not quoted, and are still reported."""
    found = gatherer(_Tables(), texts).gather(request())
    assert found.findings == ()
    assert found.refusal is Refusal.OFF_TOPIC
    assert found.passages == PASSAGES


@pytest.mark.parametrize("intent", [Intent.REFUSE, Intent.CLARIFY])
def test_what_is_not_answered_is_not_gathered(intent: Intent) -> None:
    """A refusal or a question back needs no evidence; retrieval is still reported."""
    found = gatherer(_Tables((TOLD,)), _Texts()).gather(request(intent))
    assert found.findings == ()
    assert found.passages == PASSAGES


def test_the_keys_of_two_parts_do_not_clash(vigie: Vigie) -> None:
    """Each part of a message cites its own lines."""
    part = replace(request(Intent.SCORE), jobs=("Médecin d'assistance",))
    other = replace(part, jobs=("Infirmier d'assistance",))
    answer = vigie.tell(replace(part, parts=(part, other)))
    assert answer.dropped == 0
    places = [(citation.section, citation.page) for citation in answer.citations]
    assert len(places) == 4


def test_an_extract_is_evidence_of_its_own_words(vigie: Vigie) -> None:
    """An extract is cited, with the passage that holds it, never calculated."""
    asked = "Que pensent les salariés de l'IA générative ?"
    answer = vigie.tell(replace(request(), query=asked))
    assert {citation.kind for citation in answer.citations} == {str(EvidenceKind.CITE)}
