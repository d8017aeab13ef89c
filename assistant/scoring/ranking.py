"""The jobs by exposure in one qualification, filtered, from either end of the list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.scoring import contradictions as known
from assistant.scoring import sources
from assistant.scoring.family_names import family_named
from assistant.scoring.figures import of_contradictions, of_gap, of_ratings, totals
from assistant.scoring.ratings import RatedJob, Rating, rated_jobs
from assistant.scoring.trace import Figure, Source, Trace
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables, ContradictionRow, ExposureClass, Qualification
from prompts.errors import VigieError

OPERATION = "ranking"


@dataclass(frozen=True, slots=True)
class RankedJob:
    """A job in a ranking, with the other rater's opinion beside."""

    job: str
    family: str
    core: bool
    rating: Rating
    other: Rating


@dataclass(frozen=True, slots=True)
class Selection:
    """What narrows a ranking; ``None`` and ``False`` mean no filter.

    ``top`` is how many jobs to list, ``bottom`` says to list them from the least exposed.
    ``family`` is a family's code (« 02 ») or name, case and accents aside, and so are the
    ``excluded`` families; a ``Ranking`` carries the names. ``exposure_class``, ``rank`` (1 to 58)
    and ``score`` are those of the ranking's own qualification, as are the scores ``above`` and
    ``below`` which (neither included) a job must be.
    """

    top: int | None = None
    bottom: bool = False
    family: str | None = None
    exposure_class: ExposureClass | None = None
    core: bool | None = None
    excluded: tuple[str, ...] = ()
    rank: int | None = None
    score: Decimal | None = None
    above: Decimal | None = None
    below: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The jobs that match ``selection``, in the printed order of ``qualification``.

    ``other_qualification`` is that of ``RankedJob.other``: PwC revised beside the experts, the
    experts beside PwC. ``matching`` counts the jobs before ``top`` cut the list, ``population``
    all the jobs. ``tied_at_cut`` names jobs left out although they have the score of the last
    one listed.
    """

    qualification: Qualification
    other_qualification: Qualification
    selection: Selection
    population: int
    matching: int
    entries: tuple[RankedJob, ...]
    tied_at_cut: tuple[str, ...]
    contradictions: tuple[ContradictionRow, ...]
    trace: Trace


def rank(
    tables: AssistanceTables, qualification: Qualification, selection: Selection | None = None
) -> Ranking:
    """Return the jobs that match ``selection`` (all of them by default), in order.

    Raises:
        VigieError: ``scoring.bad_top`` (``top`` below 1) or ``scoring.unknown_family``.

    """
    jobs = rated_jobs(tables)
    wanted = _checked(selection or Selection(), jobs)
    matching = _matching(jobs, qualification, wanted)
    listed = matching[: wanted.top]
    shown = (qualification, other_rater(qualification))
    contradictions = _contradictions(tables, listed, wanted)
    figures = (*_figures(listed, shown), *of_contradictions(contradictions))
    counts = totals(listed=len(listed), matching=len(matching), population=len(jobs))
    return Ranking(
        qualification=shown[0],
        other_qualification=shown[1],
        selection=wanted,
        population=len(jobs),
        matching=len(matching),
        entries=tuple(_entry(rated, *shown) for rated in listed),
        tied_at_cut=_tied_at_cut(matching, len(listed), qualification),
        contradictions=contradictions,
        trace=Trace(OPERATION, (*figures, *counts), _sources(listed, shown), data_version(tables)),
    )


def other_rater(qualification: Qualification) -> Qualification:
    """Return the qualification to show beside: the experts', or PwC revised for the experts."""
    if qualification is Qualification.EXPERTS:
        return Qualification.PWC_REVISED
    return Qualification.EXPERTS


def _checked(selection: Selection, jobs: Iterable[RatedJob]) -> Selection:
    if selection.top is not None and selection.top < 1:
        raise VigieError("scoring.bad_top", top=selection.top)
    known = list(jobs)
    family = selection.family and family_named(known, selection.family)
    excluded = tuple(family_named(known, name) for name in selection.excluded)
    return replace(selection, family=family, excluded=excluded)


def _matching(
    jobs: Iterable[RatedJob], qualification: Qualification, wanted: Selection
) -> list[RatedJob]:
    return sorted(
        (rated for rated in jobs if _matches(rated, qualification, wanted)),
        key=lambda rated: rated.rating(qualification).rank,
        reverse=wanted.bottom,
    )


def _matches(rated: RatedJob, qualification: Qualification, wanted: Selection) -> bool:
    return (
        (wanted.family is None or rated.family == wanted.family)
        and rated.family not in wanted.excluded
        and (wanted.core is None or rated.core is wanted.core)
        and wanted.rank in {None, rated.rating(qualification).rank}
        and wanted.score in {None, rated.rating(qualification).score}
        and (wanted.above is None or rated.rating(qualification).score > wanted.above)
        and (wanted.below is None or rated.rating(qualification).score < wanted.below)
        and wanted.exposure_class in {None, rated.rating(qualification).exposure_class}
    )


def _entry(rated: RatedJob, qualification: Qualification, other: Qualification) -> RankedJob:
    return RankedJob(
        job=rated.job,
        family=rated.family,
        core=rated.core,
        rating=rated.rating(qualification),
        other=rated.rating(other),
    )


def _tied_at_cut(
    matching: Sequence[RatedJob], listed: int, qualification: Qualification
) -> tuple[str, ...]:
    if listed == len(matching):
        return ()
    last = matching[listed - 1].rating(qualification).score
    left_out = matching[listed:]
    return tuple(rated.job for rated in left_out if rated.rating(qualification).score == last)


def _contradictions(
    tables: AssistanceTables, listed: Sequence[RatedJob], wanted: Selection
) -> tuple[ContradictionRow, ...]:
    """Return what contradicts itself on these jobs, after class counts for a list of one class."""
    own = known.of_jobs(tables, listed)
    if wanted.exposure_class is None:
        return own
    on_classes = known.of_classes(tables, {rated.job for rated in listed})
    return (*on_classes, *(row for row in own if row not in on_classes))


def _figures(listed: Iterable[RatedJob], shown: tuple[Qualification, ...]) -> tuple[Figure, ...]:
    found: list[Figure] = []
    for rated in listed:
        found += of_ratings(rated.job, (rated.rating(each) for each in shown))
        found += of_gap(rated.job, rated.gap)
    return tuple(found)


def _sources(listed: Iterable[RatedJob], shown: tuple[Qualification, ...]) -> tuple[Source, ...]:
    return tuple(sources.of_exposure(rated.row(each)) for rated in listed for each in shown)
