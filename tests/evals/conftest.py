"""What the tests of the evaluation share: the official PDFs."""

import os
from pathlib import Path

import pytest

from .batch import CHECKOUT


@pytest.fixture(scope="session")
def studies_dir() -> Path:
    """Return the folder of the official PDFs: ``VIGIE_STUDIES``, else beside the checkout."""
    folder = Path(os.environ.get("VIGIE_STUDIES") or CHECKOUT.parent / "shared" / "studies")
    if not any(folder.glob("*.pdf")):
        pytest.skip(f"no official PDF in {folder} (set VIGIE_STUDIES)")
    return folder.resolve()
