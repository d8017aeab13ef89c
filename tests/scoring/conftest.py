"""The tables of the study, as every test of the scoring tools reads them."""

import pytest

from corpus.assistance import AssistanceTables, load_assistance


@pytest.fixture(scope="session")
def tables() -> AssistanceTables:
    """Return the tables shipped with the project."""
    return load_assistance()
