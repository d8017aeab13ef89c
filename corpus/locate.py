"""Where the corpus stands on disk."""

from pathlib import Path

CORPUS_ROOT: Path = Path(__file__).resolve().parent
