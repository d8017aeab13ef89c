"""What the server sends before any script runs."""

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant.ui.lending import VigieLender
from assistant.ui.web_app import build_web_app


class _Index:
    documents = ()

    def fresh(self) -> bool:
        return True


class _Vigie:
    index = _Index()


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """A client of the app, whose Vigie is never asked."""
    lender = VigieLender(_Vigie)  # type: ignore[arg-type]
    with TestClient(build_web_app(lender)) as client:
        yield client


def test_the_page_is_french_from_its_first_byte(client: TestClient) -> None:
    """The language does not wait for a script, nor depend on the browser's."""
    page = client.get("/").text
    assert re.search(r'<html\s+lang="fr"', page)
    assert '"language", { get: () => "fr" }' in page


def test_the_page_names_no_other_host(client: TestClient) -> None:
    """No tag of the page loads from, or links to, another host."""
    page = client.get("/").text
    assert not re.findall(r'<[^>]+(?:href|src|content)="(?:https?:)?//[^"]*"', page)
    assert "googleapis" not in page


def test_the_browser_is_told_to_load_nothing_from_outside(client: TestClient) -> None:
    """The policy of the page allows this server only."""
    policy = client.get("/").headers["content-security-policy"]
    assert policy.startswith("default-src 'self'")
    assert "http" not in policy


def test_the_length_is_that_of_the_mended_page(client: TestClient) -> None:
    """A browser that trusts the length gets the whole page."""
    response = client.get("/", headers={"accept-encoding": "identity"})
    assert int(response.headers["content-length"]) == len(response.content)


@pytest.mark.parametrize(
    "path", ["/monitoring/summary", "/gradio_api/runs", "/docs", "/openapi.json"]
)
def test_what_gradio_and_fastapi_add_is_off(client: TestClient, path: str) -> None:
    """No monitoring, no run history, no API pages."""
    assert client.get(path).status_code in {401, 403, 404}


def test_no_file_can_be_uploaded(client: TestClient) -> None:
    """These pages take no file, and neither does the server."""
    response = client.post("/gradio_api/upload", files={"files": ("a.txt", b"trop long")})
    assert response.status_code >= 400
