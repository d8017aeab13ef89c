"""Runs a command line so that a user reads one French sentence, never a traceback."""

import os
import sys

import typer

from prompts.errors import VigieError
from prompts.wording import sentence

EXIT_FAILURE = 1
EXIT_USAGE = 2
EXIT_INTERRUPTED = 130

_UsageError: type[Exception] = typer.BadParameter.__mro__[1]  # not exported under its name


def run(app: typer.Typer) -> None:
    """Run the app on the process's arguments and exit; ``VIGIE_DEBUG=1`` shows tracebacks."""
    sys.exit(_run(app))


def _run(app: typer.Typer) -> int:
    try:
        code = app(standalone_mode=False)
    except VigieError as error:
        return _say(str(error))
    except _UsageError as error:
        return _say(sentence("cli.usage", detail=_detail(error)), EXIT_USAGE)
    except (KeyboardInterrupt, typer.Abort):
        return EXIT_INTERRUPTED
    except BrokenPipeError:  # the reader left (« | head »): nothing more to say, and to nobody
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FAILURE
    except OSError as error:
        return _say(sentence("cli.system", reason=error.strerror or "", path=error.filename or ""))
    except Exception as error:
        if os.environ.get("VIGIE_DEBUG"):
            raise
        return _say(sentence("cli.unexpected", kind=type(error).__name__))
    return code if isinstance(code, int) else 0


def _detail(error: BaseException) -> str:
    context = getattr(error, "ctx", None)
    name = getattr(error, "option_name", None) or getattr(error, "param_hint", None)
    parameter = getattr(getattr(error, "param", None), "name", None)
    return str(name or parameter or getattr(context, "info_name", None) or "?")


def _say(text: str, code: int = EXIT_FAILURE) -> int:
    typer.echo(text, err=True)
    return code
