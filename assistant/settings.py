"""The settings of the assistant: those of the storage, and the model's."""

from pydantic import Field

from ingest.settings import StorageSettings


class Settings(StorageSettings):
    """Settings from ``VIGIE_*`` and ``OPENAI_*`` variables and ``.env``.

    ``model`` names the chat model; without it Vigie answers from its templates.
    """

    model: str | None = Field(default=None)
