"""Jobs side by side."""

from decimal import Decimal

from assistant.scoring import compare
from corpus.assistance import AssistanceTables
from tests.scoring.refusals import refused


def test_two_jobs_in_each_qualification(tables: AssistanceTables) -> None:
    """The order, the difference of score and of rank are those of each qualification."""
    found = compare(tables, ["Infirmier d'assistance", "Chargé d'assistance"])
    rome, revised, experts = found.sides

    assert rome.order == revised.order == (("Chargé d'assistance",), ("Infirmier d'assistance",))
    assert experts.order == (("Infirmier d'assistance",), ("Chargé d'assistance",))
    assert (revised.score_difference, revised.rank_difference) == (Decimal("0.16"), 19)
    assert (experts.score_difference, experts.rank_difference) == (Decimal("0.24"), 28)
    assert not revised.same_class
    assert experts.same_class
    assert not found.raters_agree


def test_jobs_of_one_score_stand_together(tables: AssistanceTables) -> None:
    """A tie is shown as a tie, not as an order of ranks."""
    found = compare(
        tables,
        ["Gestionnaire de réseau prestataires", "Juriste", "Animateur de réseau de prestataire"],
    )

    assert found.sides[2].order == (
        ("Animateur de réseau de prestataire", "Gestionnaire de réseau prestataires"),
        ("Juriste",),
    )
    assert not found.raters_agree
    tie = compare(tables, ["Chargé de recrutement", "Chargé de formation"])
    assert tie.sides[2].score_difference == 0
    assert tie.raters_agree


def test_jobs_keep_the_order_in_which_they_were_asked(tables: AssistanceTables) -> None:
    """The exposures come as asked, each once."""
    names = ["Juriste", "Auditeur", "Juriste", "Acheteur"]

    assert [job.job for job in compare(tables, names).jobs] == ["Juriste", "Auditeur", "Acheteur"]


def test_trace_holds_the_figures_of_all_jobs(tables: AssistanceTables) -> None:
    """Each job's own figures and the differences between jobs are in the trace."""
    trace = compare(tables, ["Infirmier d'assistance", "Chargé d'assistance"]).trace

    assert {Decimal("0.41"), Decimal("0.17"), Decimal("0.24"), 28} <= {
        figure.value for figure in trace.figures
    }


def test_one_job_cannot_be_compared(tables: AssistanceTables) -> None:
    """Fewer than two different jobs are refused, and so is an unknown one."""
    with refused("scoring.compare_too_few"):
        compare(tables, ["Juriste", "Juriste"])
    with refused("scoring.unknown_job"):
        compare(tables, ["Juriste", "Plombier"])
