"""The study's recommendations, by axis."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from assistant.scoring import sources
from assistant.scoring.trace import Figure, Trace, subject
from assistant.scoring.version import data_version
from corpus.assistance import AssistanceTables, RecommendationRow
from prompts.errors import VigieError

OPERATION = "recommendations"


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation: its axis, its number within the axis, its short title."""

    axis: int
    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Axis:
    """An axis with its recommendations, by number; ``size`` counts those the study gives it."""

    number: int
    name: str
    size: int
    recommendations: tuple[Recommendation, ...]


@dataclass(frozen=True, slots=True)
class Recommendations:
    """The axes asked for, by number; ``total`` counts the recommendations listed."""

    axes: tuple[Axis, ...]
    total: int
    trace: Trace


def recommendations(
    tables: AssistanceTables, axis: int | None = None, number: int | None = None
) -> Recommendations:
    """Return the recommendations of every axis, of one, or a single one of an axis.

    Raises:
        VigieError: ``scoring.unknown_axis`` (with ``axis`` and ``last``),
            ``scoring.unknown_recommendation`` (with ``axis``, ``number`` and ``last``).
        TypeError: ``number`` is given without ``axis``.

    """
    rows = sorted(tables.recommendations, key=lambda row: (row.axis, row.number))
    _check(rows, axis, number)
    listed = [row for row in rows if axis in {None, row.axis} and number in {None, row.number}]
    axes = tuple(
        _axis(tuple(part), sum(row.axis == each for row in rows))
        for each, part in groupby(listed, key=lambda row: row.axis)
    )
    return Recommendations(
        axes=axes,
        total=len(listed),
        trace=Trace(
            operation=OPERATION,
            figures=(*_figures(axes), Figure("listed", len(listed)), Figure("rows", len(rows))),
            sources=tuple(sources.of_recommendation(row) for row in listed),
            version=data_version(tables),
        ),
    )


def _check(rows: Iterable[RecommendationRow], axis: int | None, number: int | None) -> None:
    if axis is None:
        if number is not None:
            raise TypeError("number without axis")
        return
    axes = {row.axis: row.number for row in rows}
    if axis not in axes:
        raise VigieError("scoring.unknown_axis", axis=axis, last=max(axes))
    if number is not None and not 1 <= number <= axes[axis]:
        last = axes[axis]
        raise VigieError("scoring.unknown_recommendation", axis=axis, number=number, last=last)


def _axis(rows: tuple[RecommendationRow, ...], size: int) -> Axis:
    return Axis(
        number=rows[0].axis,
        name=rows[0].axis_name,
        size=size,
        recommendations=tuple(Recommendation(row.axis, row.number, row.title) for row in rows),
    )


def _figures(axes: Iterable[Axis]) -> tuple[Figure, ...]:
    found: list[Figure] = []
    for axis in axes:
        found += [Figure("axis", axis.number, axis.name), Figure("size", axis.size, axis.name)]
        found += [
            Figure("number", each.number, subject(axis.name, each.title))
            for each in axis.recommendations
        ]
    return tuple(found)
