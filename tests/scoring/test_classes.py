"""Class counts."""

import pytest

from assistant.scoring import class_counts
from assistant.scoring.classes import CLASSES
from corpus.assistance import AssistanceTables, ExposureClass, Qualification

TRANSFORMING, EVOLVING, UNAFFECTED, EMERGING = CLASSES


def _counts(
    tables: AssistanceTables, *, family: str | None = None, core: bool | None = None
) -> dict[Qualification, dict[ExposureClass, int]]:
    return {
        part.qualification: {each.exposure_class: each.count for each in part.classes}
        for part in class_counts(tables, family=family, core=core).qualifications
    }


def test_counts_of_the_score_tables(tables: AssistanceTables) -> None:
    """The tables hold 10/30/8/10 jobs for the experts and 6/33/8/11 for PwC revised."""
    counts = _counts(tables)

    assert counts[Qualification.EXPERTS] == {
        TRANSFORMING: 10,
        EVOLVING: 30,
        EMERGING: 8,
        UNAFFECTED: 10,
    }
    assert counts[Qualification.PWC_REVISED] == {
        TRANSFORMING: 6,
        EVOLVING: 33,
        EMERGING: 8,
        UNAFFECTED: 11,
    }


@pytest.mark.parametrize("core", [None, True, False])
def test_classes_add_up_to_the_jobs_that_match(
    tables: AssistanceTables, *, core: bool | None
) -> None:
    """Each job stands in exactly one class of each qualification."""
    counted = class_counts(tables, core=core)

    assert counted.total == {None: 58, True: 10, False: 48}[core]
    for part in counted.qualifications:
        assert sum(each.count for each in part.classes) == counted.total
        assert len({job for each in part.classes for job in each.jobs}) == counted.total


def test_core_jobs_as_the_study_counts_them(tables: AssistanceTables) -> None:
    """Six core jobs are in strong transformation for the experts, three for PwC revised."""
    counts = _counts(tables, core=True)

    assert counts[Qualification.EXPERTS][TRANSFORMING] == 6
    assert counts[Qualification.PWC_REVISED][TRANSFORMING] == 3


def test_family_filter_keeps_empty_classes(tables: AssistanceTables) -> None:
    """A family is counted over the four classes, those without any job included."""
    counted = class_counts(tables, family="02")

    assert counted.family == "Activités médicales"
    assert _counts(tables, family="02")[Qualification.EXPERTS] == {
        TRANSFORMING: 0,
        EVOLVING: 3,
        UNAFFECTED: 0,
        EMERGING: 0,
    }


def test_contradictions_on_classes_come_with_the_counts(tables: AssistanceTables) -> None:
    """The double count of the figure comes first, then the jobs whose class is printed twice."""
    assert [row.id for row in class_counts(tables).contradictions] == [6, 4, 5]
    assert [row.id for row in class_counts(tables, family="02").contradictions] == [6, 4]
    figures = {figure.value for figure in class_counts(tables).trace.figures}
    assert {31, 9, 30, 10, 33, 58} <= figures
