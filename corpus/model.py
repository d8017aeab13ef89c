"""The strict base of every value read from the corpus, and the field types they share."""

from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

_HUNDREDTHS = -2


class CorpusModel(BaseModel):
    """A frozen value that refuses unknown fields and text with stray white space."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _refuse_stray_space(cls, value: object) -> object:
        if isinstance(value, str) and value != " ".join(value.split()):
            raise PydanticCustomError("stray_space", "stray white space")
        return value


def _two_decimals(score: Decimal) -> Decimal:
    if score.as_tuple().exponent != _HUNDREDTHS:
        raise PydanticCustomError("two_decimals", "a score has exactly two decimals")
    return score


Text = Annotated[str, Field(min_length=1)]
Score = Annotated[Decimal, Field(ge=0, le=1), AfterValidator(_two_decimals)]
"""An exposure score as printed: 0.00 to 1.00, always two decimals."""

Section = Annotated[str, Field(pattern=r"^(\d{1,2}(\.\d{1,2})*|Annexe \d)$")]
"""A section number as the study prints it, such as « 3.2.2.2 » or « Annexe 1 »."""
