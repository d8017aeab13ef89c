"""Why a value of the corpus was refused: pydantic's findings said in French."""

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from prompts.wording import entries, sentence


def reason_of(error: ValidationError) -> str:
    """Return one French phrase that names each refused field and what is wrong with it."""
    return " ; ".join(_phrase(detail) for detail in error.errors(include_url=False))


def _phrase(detail: ErrorDetails) -> str:
    field = ".".join(str(part) for part in detail["loc"])
    context = {name: _in_french(value) for name, value in detail.get("ctx", {}).items()}
    entry = f"reason_{detail['type']}"
    known = entry in entries("corpus")
    return sentence(
        f"corpus.{entry if known else 'reason_other'}",
        **{**context, "field": field, "value": detail["input"]},
    )


def _in_french(value: object) -> str:
    """Pydantic lists the accepted values in English (« 'a', 'b' or 'c' »)."""
    return str(value).replace("' or '", "' ou '")
