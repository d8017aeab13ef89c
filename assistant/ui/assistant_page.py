"""The page « Assistant »: who asks, the conversation, and the box that questions are typed in."""

from pathlib import Path

import gradio as gr

from assistant.question import Persona
from assistant.ui.chat import Chat
from assistant.ui.conversation import Conversation
from assistant.ui.rendering import label, render_footer, render_header

SCRIPT = Path(__file__).parent / "conversation.js"
SIMULTANEOUS_ANSWERS = 8


def build_assistant_page(chat: Chat) -> None:
    """Add the page to the app being built."""
    gr.HTML(render_header(), js_on_load=None, apply_default_css=False)
    with gr.Row(elem_classes="vg-toolbar"):
        persona = _persona()
        clear = gr.Button(label("ui.new"), elem_classes="vg-new", size="sm", scale=0)
    conversation = gr.HTML(
        chat.welcome,  # called at each load of the page
        js_on_load=SCRIPT.read_text(encoding="utf-8"),
        apply_default_css=False,
        elem_id="conversation",
    )
    with gr.Column(elem_classes="vg-composer"):
        with gr.Row(elem_classes="vg-line"):
            box = _box()
            send = gr.Button(label("ui.send"), variant="primary", elem_classes="vg-send")
            stop = gr.Button(label("ui.stop"), elem_classes="vg-stop")
        gr.HTML(
            f'<p id="personal-data" class="vg-warning">{label("ui.personal_data")}</p>',
            js_on_load=None,
            apply_default_css=False,
        )
    gr.HTML(render_footer(), js_on_load=None, apply_default_css=False)

    state = gr.State(Conversation())
    gr.on(
        [send.click, box.submit, conversation.select],
        chat.ask,
        inputs=[box, persona, state],
        outputs=[conversation, state, box],
        show_progress="hidden",
        trigger_mode="once",
        concurrency_limit=SIMULTANEOUS_ANSWERS,
        api_visibility="private",
    )
    stop.click(chat.stop, queue=False, show_progress="hidden", api_visibility="private")
    clear.click(
        chat.clear,
        outputs=[conversation, state, box],
        concurrency_limit=None,
        show_progress="hidden",
        api_visibility="private",
    )


def _persona() -> gr.Radio:
    return gr.Radio(
        [(label(f"ui.persona_{persona}"), persona.value) for persona in Persona],
        value=Persona.EMPLOYE.value,
        label=label("ui.persona"),
        elem_classes="vg-persona",
    )


def _box() -> gr.Textbox:
    return gr.Textbox(
        label=label("ui.question"),
        placeholder=label("ui.placeholder"),
        lines=1,
        max_lines=6,
        show_label=False,
        container=False,
        elem_classes="vg-box",
        elem_id="question",
        html_attributes=gr.InputHTMLAttributes(autocomplete="off", spellcheck=True, lang="fr"),
    )
