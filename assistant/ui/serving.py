"""Serving the web app on a port that is taken before anything slow begins."""

import errno
import socket

import uvicorn
from fastapi import FastAPI

from prompts.errors import VigieError

GRACE_SECONDS = 1  # open pages hold a connection each, and would hold the server back
_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - how it is asked for, no default


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens; port 0 takes a free one.

    Raises:
        VigieError: the port is taken or refused, or the host is no address of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise VigieError("app.port_in_use", port=port) from None
        if error.errno == errno.EACCES:
            raise VigieError("app.port_refused", port=port) from None
        raise VigieError("app.bad_host", host=host) from None


def address(listener: socket.socket) -> str:
    """Return where a browser of this machine finds the app."""
    host, port = listener.getsockname()[:2]
    host = _ANYWHERE.get(host, host)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def serve(app: FastAPI, listener: socket.socket) -> None:
    """Serve the app until the process is asked to stop."""
    # At the end uvicorn logs every page still open as an error; what goes wrong before is told by
    # the pages.
    config = uvicorn.Config(
        app, log_level="critical", access_log=False, timeout_graceful_shutdown=GRACE_SECONDS
    )
    uvicorn.Server(config).run(sockets=[listener])
