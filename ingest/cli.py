"""The command line of the index: ``python -m ingest sync|list|check|digests``."""

from pathlib import Path
from typing import Annotated

import typer

from corpus.locate import CORPUS_ROOT
from ingest.check import check_corpus
from ingest.manifest import IndexedDocument, read_manifest
from ingest.progress import shown_progress
from ingest.report import SyncReport
from ingest.settings import StorageSettings
from ingest.snapshots import SnapshotFolder
from ingest.sync import sync as run_sync
from prompts.errors import VigieError
from prompts.wording import sentence

app = typer.Typer(
    help=sentence("ingest.help"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.command(help=sentence("ingest.help_sync"))
def sync(
    studies: Annotated[
        Path | None, typer.Option(help=sentence("ingest.option_studies"), show_default=False)
    ] = None,
) -> None:
    """Bring the index up to date."""
    settings = StorageSettings()
    if studies is not None:
        settings = settings.model_copy(update={"studies": studies})
    with shown_progress() as progress:
        report = run_sync(settings, progress)
    _tell(report)


@app.command("list", help=sentence("ingest.help_list"))
def list_documents() -> None:
    """List the documents of the index."""
    folder = SnapshotFolder(StorageSettings().home)
    snapshot = folder.current()
    if snapshot is None:
        raise VigieError("ingest.no_index")
    manifest = read_manifest(folder.path(snapshot))
    for document in manifest.documents:
        typer.echo(_described(document))
        for warning in document.warnings:
            typer.echo(f"  {warning}")
    for failure in manifest.failures:
        typer.echo(str(failure.reason))
    typer.echo(sentence("ingest.list_total", count=len(manifest.documents), snapshot=snapshot))


@app.command(help=sentence("ingest.help_check"))
def check() -> None:
    """Check the corpus."""
    problems = check_corpus(CORPUS_ROOT)
    for problem in problems:
        place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
        typer.echo(sentence("ingest.check_problem", place=place, reason=problem.reason), err=True)
    if problems:
        raise VigieError("ingest.check_failed", count=len(problems))
    typer.echo(sentence("ingest.check_passed"))


@app.command(help=sentence("ingest.help_digests"))
def digests() -> None:
    """Print the digests of the corpus as PDF."""
    # Imported here: the printer is a tool of those who edit the corpus.
    from ingest.digests import build_digests  # noqa: PLC0415

    for path in build_digests(CORPUS_ROOT):
        name = path.relative_to(CORPUS_ROOT)
        typer.echo(sentence("ingest.digest_written", file=name))


def _tell(report: SyncReport) -> None:
    for verdict in report.verdicts:
        typer.echo(str(verdict))
    key = "ingest.sync_done" if report.changed else "ingest.sync_unchanged"
    seconds = f"{report.seconds:.1f}".replace(".", ",")
    typer.echo(sentence(key, seconds=seconds, snapshot=report.snapshot))


def _described(document: IndexedDocument) -> str:
    return sentence(
        "ingest.list_document",
        study=document.study,
        title=document.title,
        source=sentence(f"ingest.source_{document.source.value}"),
        file=document.file,
        pages=document.pages,
        chunks=document.chunks,
        date=f"{document.read_at.astimezone():%d/%m/%Y %H:%M}",
        seconds=f"{document.seconds:.1f}".replace(".", ","),
    )
