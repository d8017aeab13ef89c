"""The runner keeps to the public contract of the batch command."""

import sys

import pytest

from .batch import BatchError, ask
from .samples import REPLY, TEXT

OTHER = TEXT.model_copy(update={"id": "text-sample-02"})
ECHO = """
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    reply = json.loads(sys.argv[1]) | {"id": request["id"], "answer": request["question"]}
    print(json.dumps(reply))
"""


def _command(program: str) -> list[str]:
    return [sys.executable, "-c", program, REPLY.model_dump_json()]


def test_each_question_gets_its_reply_in_order() -> None:
    """Requests go out as JSON lines and replies come back one for each."""
    replies = list(ask([TEXT, OTHER], _command(ECHO)))
    assert [reply.id for reply in replies] == [TEXT.id, OTHER.id]
    assert replies[0].answer == TEXT.question


@pytest.mark.parametrize(
    "program",
    [
        ECHO + "    break\n",
        ECHO.replace('request["id"]', '"text-sample-02"'),
        ECHO + "sys.exit(3)\n",
        ECHO + "print(json.dumps(reply))\n",
    ],
    ids=["missing", "out of order", "failed", "too many"],
)
def test_broken_contract_is_an_error(program: str) -> None:
    """Missing, misplaced or surplus replies, and a failure, are not scored in silence."""
    with pytest.raises(BatchError):
        list(ask([TEXT, OTHER], _command(program)))
