"""Where the data folder is, where the official PDFs are, and what embeds them."""

from pathlib import Path

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class StorageSettings(BaseSettings):
    """Storage settings, from ``VIGIE_*`` variables and ``.env``; an empty variable counts as unset.

    ``home`` is the data folder (indexes, uploaded studies), ``studies`` a folder of official PDFs
    read as well, ``chroma_url`` a Chroma server used instead of the embedded one, and
    ``embedding_model`` a model of the OpenAI-compatible endpoint used instead of the default
    embedding, which needs neither network nor model file.
    """

    model_config = SettingsConfigDict(
        env_prefix="VIGIE_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        populate_by_name=True,
    )

    home: Path = Field(default_factory=lambda: user_data_path("vigie", appauthor=False))
    studies: Path | None = None
    chroma_url: str | None = None
    embedding_model: str | None = None
    openai_base_url: str | None = Field(default=None, validation_alias="OPENAI_BASE_URL")
    openai_api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
