"""Reading one text file of the corpus, with a French sentence for whatever can go wrong."""

from pathlib import Path

from prompts.errors import VigieError


def label_of(path: Path) -> str:
    """Return the file's name within the corpus, with its folder: « assistance-2025/study.toml »."""
    return f"{path.parent.name}/{path.name}"


def read_text(path: Path) -> str:
    """Return the text of a non-empty UTF-8 file, without its byte order mark if it has one.

    Raises:
        VigieError: ``corpus.missing_file``, ``corpus.unreadable_file``, ``corpus.bad_encoding``
            (with the ``line`` of the first bad byte) or ``corpus.empty_file``.

    """
    name = label_of(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise VigieError("corpus.missing_file", file=name, folder=path.parent) from error
    except OSError as error:
        raise VigieError("corpus.unreadable_file", file=name, folder=path.parent) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise VigieError("corpus.bad_encoding", file=name, line=line) from error
    if not text.strip():
        raise VigieError("corpus.empty_file", file=name)
    return text
