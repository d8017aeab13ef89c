"""Serves Vigie in the browser: ``python app.py``."""

from assistant.privacy import switch_off_telemetry

switch_off_telemetry()

# The libraries read the switches when they are imported: the imports come after.
from typing import Annotated  # noqa: E402

import typer  # noqa: E402

from assistant.settings import Settings  # noqa: E402
from assistant.ui.lending import VigieLender  # noqa: E402
from assistant.ui.serving import address, listen, serve  # noqa: E402
from assistant.ui.web_app import build_web_app  # noqa: E402
from assistant.vigie import open_vigie  # noqa: E402
from ingest.command import run  # noqa: E402
from ingest.progress import shown_progress  # noqa: E402
from ingest.sync import ensure_index  # noqa: E402
from prompts.wording import sentence  # noqa: E402

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command(help=sentence("app.help"))
def main(
    port: Annotated[int, typer.Option(min=0, max=65535, help=sentence("app.option_port"))] = 7860,
    host: Annotated[str, typer.Option(help=sentence("app.option_host"))] = "127.0.0.1",
) -> None:
    """Build the index if it is missing or stale, then serve the app until it is stopped."""
    settings = Settings()
    with listen(host, port) as listener:
        typer.echo(sentence("app.checking"))
        with shown_progress() as progress:
            ensure_index(settings, progress)
        typer.echo(sentence("app.opening"))
        web_app = build_web_app(VigieLender(lambda: open_vigie(settings)))
        try:
            typer.echo(sentence("app.ready", address=address(listener)))
            serve(web_app, listener)
        except KeyboardInterrupt:
            typer.echo(sentence("app.stopped"))


if __name__ == "__main__":
    run(app)
