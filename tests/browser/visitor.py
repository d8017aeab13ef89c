"""A user before the Assistant page, who remembers every request and every script error."""

import re

from playwright.sync_api import Locator, Page, Request, expect

SETTLED = '.vg-conversation[aria-busy="false"]'


class Visitor:
    """Drives one tab."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._on_request)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.goto(address)
        expect(self.box).to_be_visible()
        expect(page.locator(".vg-welcome")).to_be_visible()

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)

    @property
    def box(self) -> Locator:
        """The question box."""
        return self.page.get_by_label("Votre question", exact=True)

    @property
    def turns(self) -> Locator:
        """The turns of the conversation."""
        return self.page.locator(".vg-turn")

    def send(self, question: str) -> None:
        """Type a question and send it, without waiting."""
        self.box.fill(question)
        self.box.press("Enter")

    def ask(self, question: str) -> Locator:
        """Send a question and return its turn once answered."""
        count = self.turns.count()
        self.send(question)
        return self.answered(count + 1)

    def answered(self, count: int) -> Locator:
        """Wait until the turn ``count`` (from 1) is answered, and return it."""
        expect(self.turns).to_have_count(count, timeout=20_000)
        expect(self.page.locator(SETTLED)).to_have_count(1, timeout=20_000)
        return self.turns.nth(count - 1)

    def outside_requests(self) -> list[str]:
        """Return the requests that left this machine."""
        inside = re.compile(rf"^(?:{re.escape(self.address)}/|data:|blob:)")
        return [url for url in self.requests if not inside.match(url)]
