"""Settings: the environment and `.env`, prefix KERUEN_. The only reader of the environment.

A wrong value stops the start with one line that names the setting and what it accepts.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from common.errors import OperatorError
from model.people import Language
from model.projects import DEFAULT_OC4IDS_PREFIX
from storage.database import can_be_opened

PREFIX = "KERUEN_"
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_OC4IDS_PREFIX = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_CHANNEL = re.compile(r"(?P<chat>-\d+|@\w+)(:(?P<language>\w+))?")


class SettingsError(OperatorError):
    """A setting that cannot be used; its text is one line for the operator."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel that is a subscriber from the start: its id or @name, and its language."""

    chat: int | str
    language: Language | None


class Settings(BaseSettings):
    """Every setting; each description says what is accepted, in the words of the error line."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore")

    bot_token: SecretStr | None = Field(
        None, description="the token that @BotFather gave, like 123456:ABC-DEF"
    )
    bot_api_url: str = Field(
        "https://api.telegram.org", description="an http(s) address without /bot at its end"
    )
    database_url: SecretStr = Field(
        SecretStr("sqlite+aiosqlite:///keruen.db"),
        description="sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER:PASSWORD@HOST/NAME",
    )
    redis_url: SecretStr | None = Field(None, description="redis://HOST:PORT/NUMBER")
    admin_ids: Annotated[frozenset[int], NoDecode] = Field(
        frozenset(), description="Telegram ids of people, separated by commas: 1,2"
    )
    channel_id: Annotated[tuple[Channel, ...], NoDecode] = Field(
        (),
        description="channels separated by commas, each with a language or without: "
        "-1001234567890:ru,@keruen_kk:kk",
    )
    timezone: str = Field("Asia/Almaty", description="an IANA name, like Asia/Almaty")
    default_language: Language = Field(Language.RUSSIAN, description="one of kk, ru, en, zh")
    webhook_url: str | None = Field(None, description="an https address")
    webhook_secret: SecretStr | None = Field(
        None, description="1 to 256 characters of A-Z, a-z, 0-9, _ and -"
    )
    http_host: str = Field("127.0.0.1", description="an address of this machine")
    http_port: int | None = Field(None, ge=1, le=65535, description="a number from 1 to 65535")
    messages_per_second: int = Field(25, ge=1, le=1000, description="a number from 1 to 1000")
    fetch_allow: Annotated[frozenset[tuple[str, int]], NoDecode] = Field(
        frozenset(), description="host:port pairs separated by commas: 127.0.0.1:8081"
    )
    oc4ids_prefix: str = Field(
        DEFAULT_OC4IDS_PREFIX, description="letters and digits, with hyphens between: oc4ids-bu3kcz"
    )
    backup_dir: Path = Field(Path("backups"), description="a folder")
    log_format: Literal["console", "json"] = Field("console", description="console or json")

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("bot_api_url")
    @classmethod
    def _api_url(cls, value: str) -> str:
        if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
            raise ValueError
        return value.rstrip("/")

    @field_validator("database_url")
    @classmethod
    def _database_url(cls, value: SecretStr) -> SecretStr:
        if not can_be_opened(value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("redis_url")
    @classmethod
    def _redis_url(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not re.match(r"(rediss?|unix)://.", value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _numbers(cls, value: Any) -> Any:
        return [int(part) for part in _parts(value)] if isinstance(value, str) else value

    @field_validator("channel_id", mode="before")
    @classmethod
    def _channels(cls, value: Any) -> Any:
        return tuple(map(_channel, _parts(value))) if isinstance(value, str) else value

    @field_validator("fetch_allow", mode="before")
    @classmethod
    def _hosts(cls, value: Any) -> Any:
        return [_host_and_port(part) for part in _parts(value)] if isinstance(value, str) else value

    @field_validator("timezone")
    @classmethod
    def _timezone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError
        return value

    @field_validator("oc4ids_prefix")
    @classmethod
    def _oc4ids_prefix(cls, value: str) -> str:
        if not _OC4IDS_PREFIX.fullmatch(value):
            raise ValueError
        return value

    @field_validator("webhook_url")
    @classmethod
    def _webhook_url(cls, value: str | None) -> str | None:
        # http is for a local Bot API server; Telegram itself refuses it, and says so.
        if value is not None and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
            raise ValueError
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _webhook_secret(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value.get_secret_value()):
            raise ValueError
        return value

    def secrets(self) -> frozenset[str]:
        """What must never be printed: whole values, and passwords inside addresses."""
        kept = (self.bot_token, self.webhook_secret)
        values = {secret.get_secret_value() for secret in kept if secret}
        for address in filter(None, (self.database_url, self.redis_url)):
            if found := re.search(r"//[^/@]*:([^/@]+)@", address.get_secret_value()):
                values.add(found[1])
        return frozenset(values)

    def token(self) -> str:
        """The bot's token; SettingsError where there is none."""
        if self.bot_token is None:
            raise SettingsError(f"{_name('bot_token')} is not set: {_accepts('bot_token')}")
        return self.bot_token.get_secret_value()


def load(env_file: str | Path | None = ".env") -> Settings:
    """The settings as they stand; SettingsError names the first that is wrong."""
    try:
        # Arguments that pydantic-settings takes and does not declare.
        settings = Settings(_env_file=env_file, _env_file_encoding="utf-8")  # type: ignore[call-arg]
    except ValidationError as error:
        field = str(error.errors()[0]["loc"][0])
        raise SettingsError(f"{_name(field)} is wrong: it accepts {_accepts(field)}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{env_file} is not UTF-8 text") from None
    if settings.webhook_url and not settings.webhook_secret:
        raise SettingsError(
            f"{_name('webhook_secret')} is not set, and {_name('webhook_url')} needs it: "
            f"{_accepts('webhook_secret')}"
        )
    return settings


def unknown(
    env_file: str | Path | None = ".env", environ: Mapping[str, str] = os.environ
) -> list[str]:
    """Names that begin with KERUEN_ and mean nothing: misspelt, most likely."""
    known = {_name(field) for field in Settings.model_fields}
    found = set(environ) | set(dotenv_values(env_file) if env_file else ())
    return sorted(
        name for name in found if name.upper().startswith(PREFIX) and name.upper() not in known
    )


def _name(field: str) -> str:
    return PREFIX + field.upper()


def _accepts(field: str) -> str:
    return str(Settings.model_fields[field].description)


def _parts(value: str) -> list[str]:
    return [part.strip() for part in value.split(",") if part.strip()]


def _channel(part: str) -> Channel:
    found = _CHANNEL.fullmatch(part)
    if not found:
        raise ValueError(part)
    chat, language = found["chat"], found["language"]
    return Channel(
        chat if chat.startswith("@") else int(chat), Language(language) if language else None
    )


def _host_and_port(part: str) -> tuple[str, int]:
    host, colon, port = part.rpartition(":")
    if not host or not colon:
        raise ValueError(part)
    return host.strip("[]"), int(port)
