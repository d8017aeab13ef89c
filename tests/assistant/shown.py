"""What must be true of any answer that is shown."""

import re

from assistant.answer import Answer
from assistant.rendering import body

_NUMBER = re.compile(r"\[(\d+)\]")
_RAW = re.compile(r"\[\[|\]\]|\{\{|\{%|\bNone\b|\bnan\b|Decimal\(")


def figures_cited(answer: Answer) -> list[str]:
    """Return the citation numbers of the text, in the order in which they first appear."""
    return list(dict.fromkeys(_NUMBER.findall(body(answer))))


def check(answer: Answer) -> None:
    """Check that an answer says something, that it is clean, and that its citations are its own."""
    assert body(answer).strip()
    assert all(block.markdown.strip() for block in answer.blocks)
    assert not _RAW.search(body(answer))
    keys = [citation.key for citation in answer.citations]
    assert figures_cited(answer) == keys
    assert keys == [str(n) for n in range(1, len(keys) + 1)]
    for citation in answer.citations:
        assert citation.study
        assert citation.study_name
        assert citation.page is None or citation.page >= 1


def check_quotations(answer: Answer) -> int:
    """Check that what is quoted stands in the passage of its study and page; return how many."""
    count = 0
    for citation in answer.citations:
        if citation.kind != "cite":
            continue
        assert citation.quote, citation
        for part in citation.quote.split(" […] "):
            holders = [p for p in answer.passages if part in " ".join(p.text.split())]
            places = {(passage.study, passage.page) for passage in holders}
            assert (citation.study, citation.page) in places, part
            assert part in body(answer)
            count += 1
    return count
