"""Runs the command line of the assistant."""

from assistant.privacy import switch_off_telemetry

switch_off_telemetry()

from assistant.cli import app  # noqa: E402 - the libraries read the switches when imported
from ingest.command import run  # noqa: E402

if __name__ == "__main__":
    run(app)
