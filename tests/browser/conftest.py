"""A browser, the real app, and a visitor for each test."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import start
from tests.browser.servers import ROOT, real_app
from tests.browser.visitor import Visitor

Visit = Callable[..., Visitor]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as one that needs a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of the machine."""
    with sync_playwright() as playwright:
        browser = start(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def app_address(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real app, over the official studies where they are, else over the digests."""
    beside = ROOT.parent / "shared" / "studies"
    studies = os.environ.get("VIGIE_STUDIES", str(beside) if beside.is_dir() else "")
    with real_app(tmp_path_factory.mktemp("home"), studies) as address:
        yield address


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Open the page at an address; the browser is an English one unless told otherwise."""
    contexts = []

    def open_page(address: str, **options: object) -> Visitor:
        settings = {"locale": "en-US", "viewport": {"width": 1280, "height": 800}, **options}
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        context.set_default_timeout(20_000)
        contexts.append(context)
        return Visitor(context.new_page(), address)

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def visitor(app_address: str, visit: Visit) -> Visitor:
    """A visitor of the real app."""
    return visit(app_address)
