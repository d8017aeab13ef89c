"""Nothing leaves the machine but calls to the model that the user configures."""

import os

_OFF = {
    "ANONYMIZED_TELEMETRY": "False",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "LANGCHAIN_TRACING_V2": "false",
    "LANGSMITH_TRACING": "false",
}


def switch_off_telemetry() -> None:
    """Switch off what the libraries would send; call it before they are imported."""
    os.environ.update(_OFF)
