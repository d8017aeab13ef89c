"""A reply passes when its kind, its facts and its citations are right, and only then."""

import pytest

from .judge import body, judge
from .samples import CITATION, REPLY, TABLE, TEXT


def test_right_reply_passes() -> None:
    """The right kind, every fact and the right page make a right answer."""
    assert judge(TEXT, REPLY).passed


def test_other_kind_fails() -> None:
    """A refusal of what the studies answer is wrong, whatever it says."""
    refusal = REPLY.model_copy(update={"kind": "refusal", "reason": "off_topic"})
    assert judge(TEXT, refusal).faults == ("refusal (off_topic) instead of answer",)


def test_fact_in_the_sources_only_is_missing() -> None:
    """The list of sources does not answer."""
    reply = REPLY.model_copy(update={"answer": "Un jour.\n\n**Sources :** « 3 ou 5 ans »"})
    assert judge(TEXT, reply).faults == ("missing: 3 ou 5 ans | trois ou cinq ans",)


def test_forbidden_fact_fails() -> None:
    """An answer that says what it must not say is wrong."""
    question = TEXT.model_copy(update={"must_not": ("pas avant",)})
    assert judge(question, REPLY).faults == ("forbidden: pas avant",)


@pytest.mark.parametrize("change", [{"page": 45}, {"page": None}, {"study": "omt-2014"}])
def test_wrong_citation_of_a_text_fails(change: dict[str, object]) -> None:
    """A text must be cited with its study and its page."""
    reply = REPLY.model_copy(update={"citations": (CITATION.model_copy(update=change),)})
    assert not judge(TEXT, reply).passed


@pytest.mark.parametrize(("page", "passed"), [(None, True), (47, True), (48, False)])
def test_table_may_be_cited_without_a_page(page: int | None, *, passed: bool) -> None:
    """A row of a table needs its study and, if a page is given, the right one."""
    row = CITATION.model_copy(update={"kind": "table", "page": page})
    reply = REPLY.model_copy(update={"citations": (row,)})
    assert judge(TABLE, reply).passed == passed


def test_body_stops_at_a_line_of_sources() -> None:
    """The word « sources » inside a sentence is part of the answer."""
    assert body("Les sources\nsont là.\n\n### Sources\n[1]") == "Les sources\nsont là.\n\n"
