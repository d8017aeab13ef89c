from typing import Annotated, Literal

import pytest
from pydantic import Field, ValidationError

from corpus.model import CorpusModel, Text
from corpus.reasons import reason_of


class Model(CorpusModel):
    """A field for each kind of refusal."""

    name: Text = "x"
    kind: Literal["a", "b", "c"] = "a"
    count: Annotated[int, Field(ge=1, le=3, strict=True)] = 1
    tags: Annotated[tuple[Text, ...], Field(min_length=1)] = ("x",)
    code: Annotated[str, Field(pattern=r"^\d+$")] = "1"
    ratio: Annotated[float, Field(multiple_of=0.5)] = 0.5


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"kind": "z"}, "« kind » vaut « z » au lieu de 'a', 'b' ou 'c'"),
        ({"count": 4}, "« count » vaut 4, plus que le maximum 3"),
        ({"count": "4"}, "pas un nombre entier"),
        ({"tags": []}, "la liste « tags » est trop courte"),
        ({"tags": "x"}, "« tags » n'est pas une liste"),
        ({"tags": ["x", 3]}, "« tags.1 » n'est pas un texte"),
        ({"code": "a"}, "n'a pas la forme attendue"),
        ({"name": ""}, "« name » est vide"),
        ({"other": 1}, "« other » n'est pas un champ connu"),
        ({"ratio": 0.3}, "la valeur « 0.3 » de « ratio » n'est pas admise"),
    ],
)
def test_a_refusal_is_said_in_french(values: dict[str, object], said: str) -> None:
    """Each kind of refusal has its French phrase, and an unforeseen one a sensible generic."""
    with pytest.raises(ValidationError) as caught:
        Model.model_validate(values)
    assert said in reason_of(caught.value)


def test_every_refused_field_is_named() -> None:
    """Two wrong fields give two phrases."""
    with pytest.raises(ValidationError) as caught:
        Model.model_validate({"name": "", "count": 9})
    assert reason_of(caught.value).count(" ; ") == 1
