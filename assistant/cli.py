"""The command line: ``python -m assistant ask|batch|score|usecases``."""

import json
import sys
from typing import Annotated, Any

import typer

from assistant.batch import answer_lines, answer_question, read_persona
from assistant.job_lookup import find_job
from assistant.question import Persona, Question, clean_question
from assistant.rendering import markdown
from assistant.request import Filters, Intent, Request
from assistant.scoring import job_exposure, job_use_cases, serialise, shared_use_cases
from assistant.settings import Settings
from assistant.vigie import Vigie, open_vigie
from ingest.progress import shown_progress
from ingest.sync import ensure_index, has_index
from prompts.wording import sentence

app = typer.Typer(
    help=sentence("cli.help"),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
AsJson = Annotated[bool, typer.Option("--json", help=sentence("cli.option_json"))]
Job = Annotated[str, typer.Argument(help=sentence("cli.argument_job"))]


@app.command(help=sentence("cli.help_ask"))
def ask(
    question: Annotated[str, typer.Argument(help=sentence("cli.argument_question"))],
    as_json: AsJson = False,
    persona: Annotated[
        str, typer.Option(help=sentence("cli.option_persona"))
    ] = Persona.EMPLOYE.value,
) -> None:
    """Answer one question."""
    asked = Question(clean_question(question), read_persona(persona))
    vigie = _open()
    if as_json:
        _print_json(answer_question(vigie, "", asked))
        return
    answer = vigie.answer(asked)
    typer.echo(f"{sentence('cli.disclosure')}\n", err=True)
    typer.echo(markdown(answer))
    if answer.followups:
        lines = [f"\n{sentence('cli.followups')}", *(f"- {line}" for line in answer.followups)]
        typer.echo("\n".join(lines))


@app.command(help=sentence("cli.help_batch"))
def batch() -> None:
    """Answer JSON lines from standard input."""
    vigie = _open()
    lines = sys.stdin.buffer
    decoded = (raw.decode("utf-8", errors="replace") for raw in lines)
    for record in answer_lines(vigie, decoded):
        sys.stdout.write(_one_line(record) + "\n")
        sys.stdout.flush()


@app.command(help=sentence("cli.help_score"))
def score(job: Job, as_json: AsJson = False) -> None:
    """Give the published exposure of a job."""
    vigie = _open()
    name = find_job(vigie.jobs, job)
    if as_json:
        _print_json(serialise(job_exposure(vigie.tables, name)))
        return
    _tell(vigie, Intent.SCORE, name)


@app.command(help=sentence("cli.help_usecases"))
def usecases(
    job: Annotated[str | None, typer.Argument(help=sentence("cli.argument_job"))] = None,
    as_json: AsJson = False,
) -> None:
    """Give the use cases of a job, or those that several jobs share."""
    vigie = _open()
    name = find_job(vigie.jobs, job) if job is not None else None
    if as_json:
        result = job_use_cases(vigie.tables, name) if name else shared_use_cases(vigie.tables)
        _print_json(serialise(result))
        return
    _tell(vigie, Intent.USE_CASES if name else Intent.SHARED_USE_CASES, name)


def _open() -> Vigie:
    """Open Vigie over the published index; the first command of all builds it."""
    settings = Settings()
    if not has_index(settings):
        with shown_progress() as progress:
            ensure_index(settings, progress)
    return open_vigie(settings)


def _tell(vigie: Vigie, intent: Intent, job: str | None) -> None:
    question = Question(job or intent.value)
    jobs = (job,) if job else ()
    request = Request(question, intent, query=question.text, jobs=jobs, filters=Filters())
    typer.echo(markdown(vigie.tell(request)))


def _one_line(record: dict[str, Any]) -> str:
    """The record in JSON, escaped when it holds what UTF-8 cannot write (a lone surrogate)."""
    text = json.dumps(record, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(record)
    return text


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))
