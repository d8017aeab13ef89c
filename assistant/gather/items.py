"""Evidence items out of the traces of the scoring tools, one for each page they were read on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel

from assistant.evidence import EvidenceItem, EvidenceKind, numbers_of
from assistant.gather.naming import StudyNames
from assistant.gather.places import PlaceFinder
from assistant.scoring.rounding import half_up
from assistant.scoring.trace import Source, Trace


@dataclass(frozen=True, slots=True)
class Cited:
    """The items of one trace, and the key that stands for each of its sources."""

    items: tuple[EvidenceItem, ...]
    keys: Mapping[Source, str]

    def renamed(self, suffix: str) -> "Cited":
        """Return the same under other keys, for an answer that tells several results."""
        items = tuple(replace(item, key=f"{item.key}{suffix}") for item in self.items)
        return Cited(items, {source: f"{key}{suffix}" for source, key in self.keys.items()})

    def keys_of(self, section: str = "", needle: str = "") -> tuple[str, ...]:
        """Return the keys of the sources in a section (any by default) that name ``needle``."""
        found = (
            key
            for source, key in self.keys.items()
            if section in ("", source.section) and (not needle or needle in source.needles)
        )
        return tuple(dict.fromkeys(found))


class ItemMaker:
    """Makes items whose keys are unique within one answer."""

    def __init__(self, places: PlaceFinder, names: StudyNames) -> None:
        self._places = places
        self._names = names

    def from_trace(self, trace: Trace, result: object, kind: EvidenceKind, prefix: str) -> Cited:
        """Return the items of a trace; ``result`` gives the words that they may be quoted for."""
        groups: dict[tuple[str, int | None], list[Source]] = {}
        for source in trace.sources:
            groups.setdefault((source.section, self._places.page(source)), []).append(source)
        text = " | ".join(dict.fromkeys(_words(result)))
        keys: dict[Source, str] = {}
        items = []
        for n, ((section, page), sources) in enumerate(groups.items(), start=1):
            key = f"{prefix}{n}"
            keys |= dict.fromkeys(sources, key)
            study = sources[0].study
            items.append(
                EvidenceItem(
                    key=key,
                    kind=kind,
                    study=study,
                    study_name=self._names.name(study),
                    section=_section_label(section, sources[0].place),
                    page=page,
                    text=text,
                    numbers=_figures(trace),
                    trace=trace,
                )
            )
        return Cited(tuple(items), keys)


def _section_label(section: str, place: str) -> str:
    return f"{section}, {place}" if place else section


def _figures(trace: Trace) -> frozenset[Decimal]:
    """Every figure of a trace, exact, as it is written, and in percent for a share."""
    found: set[Decimal | int] = set()
    for figure in trace.figures:
        found.add(figure.value)
        if isinstance(figure.value, Decimal) and not figure.exact:
            found.add(half_up(figure.value))
        if figure.name.endswith("share"):
            found.add(half_up(Decimal(figure.value) * 100, Decimal(1)))
    return numbers_of(found)


def _words(value: object) -> Iterable[str]:
    """Yield every string that a result holds, at any depth."""
    if isinstance(value, str):
        yield str(value.value if isinstance(value, StrEnum) else value)
    elif isinstance(value, Mapping):
        yield from _each(value.values())
    elif isinstance(value, tuple | list):
        yield from _each(value)
    elif is_dataclass(value) and not isinstance(value, type):
        yield from _each(getattr(value, f.name) for f in fields(value) if f.name != "trace")
    elif isinstance(value, BaseModel):
        yield from _each(getattr(value, name) for name in type(value).model_fields)


def _each(values: Iterable[object]) -> Iterable[str]:
    for value in values:
        yield from _words(value)
