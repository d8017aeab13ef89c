"""Any result as plain JSON-able values, the same bytes on every run."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel

from assistant.scoring.rounding import half_up
from assistant.scoring.trace import Figure


def serialise(result: object) -> dict[str, Any]:
    """Return a result as a dictionary of JSON values, its keys sorted at every level.

    A ``Decimal`` becomes a string of two decimals, rounded half up (the one rounding of the
    package), or of all its digits where the figure is exact (weights, divisors); an enumeration
    becomes its value, a tuple a list.

    Raises:
        TypeError: ``result`` is not a dataclass instance, or holds a value of another kind.

    """
    if not is_dataclass(result) or isinstance(result, type):
        raise TypeError(type(result).__name__)
    exact = {field.name for field in fields(result) if field.metadata.get("exact")}
    if isinstance(result, Figure) and result.exact:
        exact.add("value")
    return {
        field.name: _json(getattr(result, field.name), exact=field.name in exact)
        for field in sorted(fields(result), key=lambda field: field.name)
    }


def _json(value: object, *, exact: bool = False) -> Any:
    if isinstance(value, Decimal):
        return format(value.normalize() if exact else half_up(value), "f")
    if isinstance(value, Enum):
        return _json(value.value)
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, tuple):
        return [_json(item) for item in value]
    if isinstance(value, BaseModel):
        return _mapping(dict(value))
    return serialise(value)


def _mapping(values: Mapping[str, object]) -> dict[str, Any]:
    return {name: _json(values[name]) for name in sorted(values)}
