"""The figures count what they say they count."""

from .judge import judge
from .questions import Question
from .quotes import quotations, unsupported
from .retrieval import evidence_rank
from .samples import CITATION, PASSAGE, REPLY, TEXT
from .summary import Rate, summarise
from .thresholds import load_thresholds, shortfalls

REFUSAL = Question(
    id="refusal-sample-01",
    split="open",
    persona="employe",
    kind="refusal",
    study=None,
    question="la météo ?",
    expect="refusal",
)
REFUSED = REPLY.model_copy(
    update={"kind": "refusal", "answer": "Non.", "citations": (), "elapsed_ms": 2.0}
)
OTHER = PASSAGE.model_copy(update={"page": 3, "text": "autre chose"})


def test_evidence_is_found_by_its_words_or_by_its_page() -> None:
    """The rank is that of the first passage holding the snippet, or from the right page."""
    same_page = OTHER.model_copy(update={"page": 46})
    reply = REPLY.model_copy(update={"passages": (OTHER, same_page, PASSAGE)})
    assert evidence_rank(TEXT, reply, by_page=False) == 3
    assert evidence_rank(TEXT, reply, by_page=True) == 2
    assert evidence_rank(TEXT, REPLY.model_copy(update={"passages": ()}), by_page=True) is None


def test_quotation_must_be_in_the_evidence() -> None:
    """Each piece of a quotation is looked for; short quoted names are left alone."""
    answer = "« est envisagée à 3 ou 5 ans […] mais jamais avant l'an 2099 », classe « Émergent »"
    reply = REPLY.model_copy(update={"answer": answer})
    assert len(quotations(reply)) == 2
    assert unsupported(reply) == ("mais jamais avant l'an 2099",)


def test_quotation_of_a_table_cannot_be_checked() -> None:
    """A citation without a quote leaves nothing to look a quotation up in."""
    row = CITATION.model_copy(update={"kind": "table", "quote": None})
    answer = "« Non impacté ou de manière négligeable »"
    reply = REPLY.model_copy(update={"answer": answer, "citations": (row,)})
    assert quotations(reply) == ()


def test_summary_counts_passes_and_refusals() -> None:
    """One right answer and one question wrongly refused give half marks and a false refusal."""
    verdicts = [judge(TEXT, REPLY), judge(TEXT, REFUSED), judge(REFUSAL, REFUSED)]
    summary = summarise(verdicts)
    assert summary.by_kind == {"refusal": Rate(1, 1), "text": Rate(1, 2)}
    assert summary.refusal_recall == Rate(1, 1)
    assert summary.false_refusals == Rate(1, 2)
    assert summary.snippet_at[1] == Rate(2, 2)
    assert summary.words == 7
    assert (summary.latency_median, summary.latency_p95) == (2.0, 12.0)


def test_shortfall_is_reported() -> None:
    """A figure under its threshold is named with both values."""
    summary = summarise([judge(TEXT, REPLY), judge(TEXT, REFUSED)])
    wanted = load_thresholds().model_copy(
        update={"pass_rate": {"text": 0.9}, "false_refusals_at_most": 0.05}
    )
    assert shortfalls(summary, wanted)[0] == "pass rate of text: 50.0% < 90.0%"
    assert shortfalls(summary, wanted)[-1] == "false refusals: 50.0% > 5.0%"
