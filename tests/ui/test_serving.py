"""The app says at once when it cannot listen."""

import socket

import pytest

from assistant.ui.serving import address, listen
from prompts.errors import VigieError


def test_a_free_port_is_found_and_told() -> None:
    """Port 0 takes a free one, and the address names it."""
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        assert port > 0
        assert address(listener) == f"http://127.0.0.1:{port}"


def test_a_port_in_use_is_refused_in_a_sentence() -> None:
    """The sentence names the port and the option that changes it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(VigieError) as refused:
            listen("127.0.0.1", port)
    assert refused.value.key == "app.port_in_use"
    assert str(port) in str(refused.value)


@pytest.mark.parametrize("host", ["192.0.2.1", "pas une adresse"])
def test_a_host_that_is_not_ours_is_refused(host: str) -> None:
    """An address of another machine, or none at all, is told as such."""
    with pytest.raises(VigieError) as refused:
        listen(host, 0)
    assert refused.value.key == "app.bad_host"


def test_listening_everywhere_is_reached_on_this_machine() -> None:
    """0.0.0.0 is no address to type in a browser."""
    with listen("0.0.0.0", 0) as listener:  # noqa: S104 - what is tested
        assert address(listener).startswith("http://127.0.0.1:")
