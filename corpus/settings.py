"""Settings of a Footnote installation: one flat model read from ``FOOTNOTE_…`` variables.

An unknown ``FOOTNOTE_…`` variable is an error, so that a misspelt setting cannot pass for the default. An empty one is
not set.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from corpus.errors import BadInputError

PREFIX = "FOOTNOTE_"
# Variables of the tests and of the installation, which are not the program's settings.
_OTHERS = ("FOOTNOTE_TEST_", "FOOTNOTE_TORCH_")


class Settings(BaseSettings):
    """Everything that can be set. Each field is the variable ``FOOTNOTE_<FIELD>`` in upper case."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="forbid", frozen=True)

    # Where things are
    data: Path = Field(
        Path("data"), description="Data directory: the shelf of editions and the service's own database."
    )
    model_cache: Path | None = Field(
        None,
        description="Where prepared embedding models are kept; default: footnote/models in the user's cache directory.",
    )
    chroma_url: str | None = Field(
        None, description="A Chroma server to keep vectors in, instead of a directory per edition."
    )
    database_url: str | None = Field(
        None, description="SQLAlchemy URL of the service's database; default: SQLite in the data directory."
    )

    # The library
    embedder: str = Field(
        "default", description="'default' (all-MiniLM-L6-v2 as shipped) or any sentence-transformers model."
    )
    embed_threads: int = Field(0, ge=0, le=256, description="Threads that embed; 0: one per core.")
    passage_tokens: int = Field(
        256, ge=32, le=8192, description="Largest passage in the model's tokens, title and heading included."
    )
    keep_editions: int = Field(5, ge=1, description="How many editions pruning keeps for rollback.")
    max_failed_share: float = Field(
        0.5, ge=0, le=1, description="Ingest publishes nothing when a larger share of the files cannot be read."
    )
    max_lost_share: float = Field(
        0.3,
        ge=0,
        le=1,
        description="Ingest publishes nothing when a larger share of what its paths gave before (and more than one "
        "document) would vanish.",
    )

    # Answers
    llm: str | None = Field(
        None, description="'provider:model' for the generative composer, as LangChain's init_chat_model names it."
    )
    llm_base_url: str | None = Field(
        None, description="Base URL of that provider, e.g. of a local OpenAI-compatible server."
    )
    llm_timeout: float = Field(60, gt=0, description="Seconds to wait for the language model.")
    patient_audience: bool = Field(True, description="Whether audience=patient may be asked for.")
    emergency_number: str | None = Field(
        None, description="The emergency number to name (112, 911 …); default: none is named."
    )

    # The service
    host: str = Field("127.0.0.1", description="Address to listen on; another than loopback needs an API key.")
    port: int = Field(8000, ge=0, le=65535, description="Port to listen on.")
    workers: int = Field(1, ge=1, le=64, description="Server processes.")
    allowed_hosts: str = Field(
        "localhost,127.0.0.1,[::1]", description="Host headers that are answered, separated by commas; '*' for any."
    )
    max_message_chars: int = Field(4000, ge=1, description="Longest message in characters.")
    max_body_bytes: int = Field(65536, ge=1024, description="Largest request body in bytes.")
    retention_days: int | None = Field(
        None, ge=1, description="Conversations older than this are removed; default: kept."
    )
    bootstrap_key_file: Path | None = Field(None, description="File with the first administrator's API key.")

    @property
    def shelf_directory(self) -> Path:
        """Where the editions stand."""
        return self.data / "shelf"

    @property
    def models_directory(self) -> Path:
        """Where prepared embedding models are kept."""
        if self.model_cache is not None:
            return self.model_cache
        cache = os.environ.get("XDG_CACHE_HOME")
        return (Path(cache) if cache else Path.home() / ".cache") / "footnote" / "models"


def load_settings(**overrides: Any) -> Settings:
    """The settings of this process: environment, then ``overrides`` that are not None.

    Raises BadInputError naming the variable that is unknown or wrong.
    """
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    for variable in os.environ:
        if variable.startswith(PREFIX) and variable not in known and not variable.startswith(_OTHERS):
            raise BadInputError(f"Unknown setting {variable}; the settings are listed in docs/settings.md.")
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper() if first["loc"] else PREFIX
        raise BadInputError(f"{name}: {first['msg']}.") from None


def settings_of_library(**overrides: Any) -> Settings:
    """:func:`load_settings` for what needs a data directory that is there already, and must not make one by itself.

    Raises BadInputError also where there is no such directory.
    """
    settings = load_settings(**overrides)
    require_data(settings)
    return settings


def require_data(settings: Settings) -> None:
    """Raises BadInputError, naming it, where the data directory does not exist."""
    if not settings.data.exists():  # what is there and no directory is told by whoever opens it
        raise BadInputError(
            f"There is no data directory {settings.data}: name another (--data or FOOTNOTE_DATA), or make it with "
            "'footnote ingest'."
        )
