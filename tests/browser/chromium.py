"""Finding and starting the Chromium of the machine."""

import os
import shutil

import pytest
from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",  # the tests may run as root
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


def start(playwright: Playwright) -> Browser:
    """Return a browser; skip when there is none, or fail where everything is required."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        reason = f"no browser on this machine ({', '.join(NAMES)})"
        if os.environ.get("VIGIE_REQUIRE_ALL") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
