"""The settings: environment variables ``GOBBET_…``, also from a file ``.env``."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError

PREFIX = "GOBBET_"
SHIPPED_LIBRARY = Path(__file__).parent.parent / "seeds"


class Settings(BaseSettings):
    """What a host can decide. Every secret can also be given as a file (``…_FILE``)."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore")

    bot_token: SecretStr | None = Field(None, description="the token that @BotFather gave you")
    bot_token_file: Path | None = Field(None, description="a file that holds the token instead")
    api_url: str = Field(
        "https://api.telegram.org", description="base address of the Bot API server"
    )
    data_dir: Path = Field(Path("data"), description="folder for the database and derived data")
    library_dir: Path = Field(SHIPPED_LIBRARY, description="folder of articles to study")
    owner_ids: Annotated[tuple[int, ...], NoDecode] = Field(
        (), description="Telegram ids of the hosts, separated by commas"
    )
    link_hosts: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="sites whose links /add may open, separated by commas; * for all"
    )
    health_port: int | None = Field(None, ge=0, le=65535, description="port of /readyz, /metrics")
    health_host: str = Field("127.0.0.1", description="address that the health port listens on")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="how much is logged"
    )

    @field_validator("owner_ids", "link_hosts", mode="before")
    @classmethod
    def _split_by_commas(cls, value: object) -> object:
        return value.replace(",", " ").split() if isinstance(value, str) else value

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _are_numbers(cls, value: object) -> object:
        parts = value.replace(",", " ").split() if isinstance(value, str) else []
        if not all(part.isdecimal() for part in parts):
            raise ValueError("must be numbers, separated by commas")
        return value

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_any_case(cls, value: object) -> object:
        return value.upper() if isinstance(value, str) else value

    @field_validator("api_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must start with http:// or https://")
        return value.rstrip("/")

    @field_validator("bot_token", "bot_token_file", "health_port", mode="before")
    @classmethod
    def _empty_means_unset(cls, value: object) -> object:
        return None if value == "" else value

    @model_validator(mode="after")
    def _read_the_token_file(self) -> Self:
        if self.bot_token is None and self.bot_token_file is not None:
            try:
                self.bot_token = SecretStr(self.bot_token_file.read_text("utf-8").strip())
            except (OSError, UnicodeDecodeError) as error:
                raise ValueError(
                    f"{PREFIX}BOT_TOKEN_FILE can't be read: name a text file that holds the token "
                    f"and that the bot's user may read (it is {str(self.bot_token_file)!r})"
                ) from error
        return self

    def token(self) -> str:
        """The bot's token; ``SettingsError`` where there is none or it cannot be one."""
        token = self.bot_token.get_secret_value() if self.bot_token else ""
        if not token:
            raise SettingsError(
                f"There is no token. Ask @BotFather for one (/newbot) and set {PREFIX}BOT_TOKEN, "
                f"or {PREFIX}BOT_TOKEN_FILE for a file that holds it. "
                "To try the bot without a token, run: gobbet demo"
            )
        number, _, secret = token.partition(":")
        if not (number.isdecimal() and secret) or any(c.isspace() or c == "/" for c in token):
            raise SettingsError(
                f"{PREFIX}BOT_TOKEN does not look like a token (123456:ABC-DEF…). "
                "Copy it again from @BotFather, without quotes or spaces."
            )
        return token

    @property
    def libraries_dir(self) -> Path:
        """Where the articles are kept that chats bring."""
        return self.data_dir / "libraries"

    @property
    def derived_dir(self) -> Path:
        """Where is stored what reading the host's articles gave; it can be deleted at any time."""
        return self.data_dir / "derived"

    @property
    def database_path(self) -> Path:
        """Where everything that must not be lost is kept."""
        return self.data_dir / "gobbet.sqlite3"

    @property
    def backup_dir(self) -> Path:
        """Where copies of the database are kept."""
        return self.data_dir / "backups"

    @property
    def vitals_path(self) -> Path:
        """Where the running bot writes how it is doing."""
        return self.data_dir / "vitals.json"


def load(**given: object) -> Settings:
    """The settings; what is ``given`` (on the command line) wins over the environment."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]  # pydantic checks them
    except ValidationError as error:
        raise SettingsError("\n".join(_sentences(error))) from error


def unknown_names() -> list[str]:
    """Variables that begin with ``GOBBET_`` and mean nothing: most likely misspelt."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    return sorted(name for name in os.environ if name.startswith(PREFIX) and name not in known)


def _sentences(error: ValidationError) -> list[str]:
    sentences = []
    for problem in error.errors():
        name = PREFIX + "".join(str(part) for part in problem["loc"][:1]).upper()
        text = problem["msg"].removeprefix("Value error, ").replace("Input should", "must")
        sentences.append(
            text if PREFIX in text else f"{name}: {text} (it is {problem['input']!r})"
        )
    return sentences
