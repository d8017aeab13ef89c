"""Runs the command line of the index."""

from ingest.cli import app
from ingest.command import run

if __name__ == "__main__":
    run(app)
