"""The same bytes on every run, whatever the order of rows, the hash seed or the locale."""

import json
import os
import random
import subprocess
import sys
from dataclasses import fields, replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.scoring import data_version, serialise
from corpus.assistance import AssistanceTables, load_assistance
from tests.scoring.results import results

ROOT = Path(__file__).parents[2]

PRINT = """
import sys
from corpus.assistance import load_assistance
from tests.scoring.test_determinism import written
sys.stdout.buffer.write(written(load_assistance()).encode())
"""


def written(tables: AssistanceTables) -> str:
    """Return every result of the tools as one JSON text."""
    return json.dumps({name: serialise(result) for name, result in results(tables).items()})


def _shuffled(tables: AssistanceTables, seed: int) -> AssistanceTables:
    order = random.Random(seed)  # noqa: S311 - a permutation to test with, nothing to protect
    parts = {field.name: list(getattr(tables, field.name)) for field in fields(tables)}
    for rows in parts.values():
        order.shuffle(rows)
    return replace(tables, **{name: tuple(rows) for name, rows in parts.items()})


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_permuted_rows_give_the_same_bytes(tables: AssistanceTables, seed: int) -> None:
    """No result depends on the order in which the rows stand in the files."""
    assert written(_shuffled(tables, seed)) == written(tables)


@pytest.mark.parametrize(("seed", "locale"), [("0", "C"), ("42", "tr_TR.UTF-8")])
def test_another_process_gives_the_same_bytes(
    tables: AssistanceTables, seed: str, locale: str
) -> None:
    """Hash seed and locale change nothing."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale}
    run = subprocess.run(
        [sys.executable, "-c", PRINT], cwd=ROOT, env=environment, capture_output=True, check=True
    )

    assert run.stdout.decode() == written(tables)


@given(st.integers(0, 173), st.sampled_from([Decimal("0.55"), Decimal("0.66")]))
def test_any_changed_figure_changes_the_version(index: int, score: Decimal) -> None:
    """The version of the data is that of these very rows."""
    tables = load_assistance()
    rows = list(tables.exposure)
    changed = rows[index].model_copy(update={"score": score})
    same = changed == rows[index]
    rows[index] = changed

    version = data_version(replace(tables, exposure=tuple(rows)))
    assert (version == data_version(tables)) is same
