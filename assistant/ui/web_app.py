"""The whole web app: its pages, its look, and the server's side of them."""

from pathlib import Path
from typing import Any

import gradio as gr
from fastapi import FastAPI
from starlette.middleware import Middleware

from assistant.ui.assistant_page import build_assistant_page
from assistant.ui.chat import Chat
from assistant.ui.french_page import FrenchPage
from assistant.ui.lending import VigieLender
from assistant.ui.rendering import label
from assistant.ui.theme import build_theme
from prompts.wording import entries

FOLDER = Path(__file__).parent
STYLES = ("page.css", "conversation.css", "composer.css")
WAITING_QUESTIONS = 64
_GRADIO_WORDS = "gradio."
_NO_API_PAGES: dict[str, Any] = {"docs_url": None, "redoc_url": None, "openapi_url": None}


def build_web_app(lender: VigieLender) -> FastAPI:
    """Return the app, ready to be served; it keeps no question and asks nothing of other hosts."""
    with gr.Blocks(title=label("ui.page_title"), analytics_enabled=False, fill_width=True) as pages:
        build_assistant_page(Chat(lender.lend))
    pages.queue(max_size=WAITING_QUESTIONS, api_open=False)
    app = FastAPI(**_NO_API_PAGES)
    gr.mount_gradio_app(
        app,
        pages,
        path="/",
        theme=build_theme(),
        i18n=_missing_words(),
        css_paths=[FOLDER / name for name in STYLES],
        js=(FOLDER / "page.js").read_text(encoding="utf-8"),
        favicon_path=str(FOLDER / "favicon.svg"),
        footer_links=[],
        run_history=False,
        enable_monitoring=False,
        show_error=False,
        ssr_mode=False,
        pwa=False,
        mcp_server=False,
        max_file_size=1,  # nothing is uploaded on these pages
        app_kwargs=_NO_API_PAGES | {"middleware": [Middleware(FrenchPage)]},
    )
    return app


def _missing_words() -> gr.I18n:
    """Return what Gradio's French lacks, which it would show as raw keys."""
    words = entries("ui").items()
    return gr.I18n(
        fr={k.removeprefix(_GRADIO_WORDS): v for k, v in words if k.startswith(_GRADIO_WORDS)}
    )
