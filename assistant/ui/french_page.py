"""The page as the server sends it: in French from its first byte, with nothing from outside."""

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# Gradio takes its own words (tooltips, errors) in the language of the browser.
_SPEAK_FRENCH = (
    "<script>"
    'Object.defineProperty(navigator, "language", { get: () => "fr" });'
    'Object.defineProperty(navigator, "languages", { get: () => ["fr"] });'
    "</script>"
)
_SOCIAL_TAGS = re.compile(rb'<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*')
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",  # Gradio compiles its templates
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)


class FrenchPage:
    """ASGI middleware that mends the HTML pages on their way out; all else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        await self._app(scope, receive, _Mender(send))


class _Mender:
    """Holds an HTML response back until it is whole, then sends it mended."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_html(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_mended(self._start)

    async def _send_mended(self, start: Message) -> None:
        body = mend(self._body)
        headers = MutableHeaders(scope=start)
        headers["content-length"] = str(len(body))
        headers["content-security-policy"] = _POLICY
        headers["referrer-policy"] = "no-referrer"
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def mend(page: bytes) -> bytes:
    """Return the page in French, without the tags that name other hosts."""
    page = page.replace(b'lang="en"', b'lang="fr"', 1)
    page = page.replace(b"<head>", b"<head>" + _SPEAK_FRENCH.encode(), 1)
    return _SOCIAL_TAGS.sub(b"", page)


def _is_html(start: Message) -> bool:
    content_type = MutableHeaders(scope=start).get("content-type", "")
    return content_type.startswith("text/html")
