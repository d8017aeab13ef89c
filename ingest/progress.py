"""Shows a sync at work: a bar on a terminal, a line per file elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from ingest.report import Progress, ProgressCallback
from prompts.wording import sentence


@contextmanager
def shown_progress() -> Iterator[ProgressCallback]:
    """Give a callback that shows progress on standard error."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Lines()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=console, transient=True) as bar:
        yield _Bar(bar)


class _Bar:
    """One bar for the whole sync; each file counts the same, its pages in proportion."""

    def __init__(self, bar: Bar) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=1.0)

    def __call__(self, progress: Progress) -> None:
        part = progress.page / max(progress.pages, 1) if progress.page < progress.pages else 0.0
        self._bar.update(
            self._task,
            total=float(max(progress.files, 1)),
            completed=progress.done + part,
            description=sentence("ingest.reading", file=progress.file, pages=progress.pages),
        )


class _Lines:
    """A line when a file begins."""

    def __call__(self, progress: Progress) -> None:
        if progress.page == 1:
            text = sentence("ingest.reading", file=progress.file, pages=progress.pages)
            typer.echo(text, err=True)
