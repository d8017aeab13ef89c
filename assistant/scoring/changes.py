"""The jobs whose class changes from PwC revised to the experts."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.scoring import contradictions as known
from assistant.scoring import figures, sources
from assistant.scoring.ratings import RatedJob, RaterGap, rated_jobs
from assistant.scoring.trace import Source, Trace
from assistant.scoring.version import data_version
from corpus.assistance import (
    AssistanceTables,
    ContradictionRow,
    DistributionRow,
    ExposureClass,
    Qualification,
)

OPERATION = "class_changes"

BEFORE, AFTER = Qualification.PWC_REVISED, Qualification.EXPERTS


@dataclass(frozen=True, slots=True)
class ClassChange:
    """A job whose class differs between PwC revised (``before``) and the experts (``after``)."""

    job: str
    family: str
    core: bool
    before: ExposureClass
    after: ExposureClass
    gap: RaterGap


@dataclass(frozen=True, slots=True)
class ClassChanges:
    """The jobs that change class, largest score difference first.

    ``changes`` are those of the score tables. ``disputed`` are the jobs for which the score
    table and the job's own sheet do not agree that the class changes; their ``before`` and
    ``after`` are those of the sheet. ``unchanged`` counts the jobs that are not in ``changes``.
    """

    changes: tuple[ClassChange, ...]
    disputed: tuple[ClassChange, ...]
    unchanged: int
    contradictions: tuple[ContradictionRow, ...]
    trace: Trace


def class_changes(tables: AssistanceTables) -> ClassChanges:
    """Return the jobs whose class differs between PwC revised and the experts."""
    population = rated_jobs(tables)
    changed = _largest_first(rated for rated in population if rated.gap.class_changed)
    sheets = {(row.job, row.qualification): row for row in tables.distributions}
    disputed = _largest_first(rated for rated in population if _disputed(rated, sheets))
    shown = (*changed, *disputed)
    contradictions = known.of_jobs(tables, shown)
    unchanged = len(population) - len(changed)
    return ClassChanges(
        changes=tuple(_by_table(rated) for rated in changed),
        disputed=tuple(_by_sheet(rated, sheets) for rated in disputed),
        unchanged=unchanged,
        contradictions=contradictions,
        trace=Trace(
            operation=OPERATION,
            figures=(
                *(figure for rated in shown for figure in figures.of_job(rated)),
                *figures.of_contradictions(contradictions),
                *figures.totals(changes=len(changed), disputed=len(disputed), unchanged=unchanged),
            ),
            sources=_sources(shown, disputed, sheets),
            version=data_version(tables),
        ),
    )


_Sheets = dict[tuple[str, Qualification], DistributionRow]


def _largest_first(jobs: Iterable[RatedJob]) -> list[RatedJob]:
    return sorted(jobs, key=lambda rated: (-abs(rated.gap.score_difference), rated.job))


def _disputed(rated: RatedJob, sheets: _Sheets) -> bool:
    if (rated.job, BEFORE) not in sheets:
        return False
    by_sheet = _by_sheet(rated, sheets)
    return (by_sheet.before is not by_sheet.after) is not rated.gap.class_changed


def _by_table(rated: RatedJob) -> ClassChange:
    before, after = rated.rating(BEFORE).exposure_class, rated.rating(AFTER).exposure_class
    return _change(rated, before, after)


def _by_sheet(rated: RatedJob, sheets: _Sheets) -> ClassChange:
    before, after = (sheets[rated.job, each].exposure_class for each in (BEFORE, AFTER))
    return _change(rated, before, after)


def _change(rated: RatedJob, before: ExposureClass, after: ExposureClass) -> ClassChange:
    return ClassChange(rated.job, rated.family, rated.core, before, after, rated.gap)


def _sources(
    shown: Iterable[RatedJob], disputed: Iterable[RatedJob], sheets: _Sheets
) -> tuple[Source, ...]:
    tables = (sources.of_exposure(rated.row(each)) for rated in shown for each in (BEFORE, AFTER))
    printed = (
        sources.of_distribution(sheets[rated.job, each])
        for rated in disputed
        for each in (BEFORE, AFTER)
    )
    return (*tables, *printed)
