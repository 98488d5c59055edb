"""Settings from the environment and from a file, and what a wrong one says."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from bot import settings
from bot.settings import Channel, Settings, SettingsError
from model.people import Language


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for field in Settings.model_fields:
        monkeypatch.delenv(f"KERUEN_{field.upper()}", raising=False)


def test_nothing_has_to_be_set() -> None:
    loaded = settings.load()
    assert loaded.timezone == "Asia/Almaty"
    assert loaded.default_language is Language.RUSSIAN
    assert loaded.database_url.get_secret_value() == "sqlite+aiosqlite:///keruen.db"
    with pytest.raises(SettingsError, match="KERUEN_BOT_TOKEN is not set"):
        loaded.token()


def test_values_come_from_the_file_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text(
        "KERUEN_BOT_TOKEN=42:FILE\nKERUEN_ADMIN_IDS=1, 2\n"
        "KERUEN_CHANNEL_ID=-1001234567890:ru,@keruen_kk:kk,@plain\n"
        "KERUEN_FETCH_ALLOW=127.0.0.1:8081\nKERUEN_HTTP_PORT=\n"
    )
    monkeypatch.setenv("KERUEN_BOT_TOKEN", "42:ENVIRONMENT")
    loaded = settings.load()
    assert loaded.token() == "42:ENVIRONMENT"
    assert loaded.admin_ids == {1, 2}
    assert loaded.channel_id == (
        Channel(-1001234567890, Language.RUSSIAN),
        Channel("@keruen_kk", Language.KAZAKH),
        Channel("@plain", None),
    )
    assert loaded.fetch_allow == {("127.0.0.1", 8081)}
    assert loaded.http_port is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("BOT_TOKEN", "no token"),
        ("BOT_API_URL", "api.telegram.org"),
        ("DATABASE_URL", "postgresql://keruen@localhost/keruen"),
        ("DATABASE_URL", "postgresql+asyncpg://keruen@localhost:abc/keruen"),
        ("DATABASE_URL", "postgresql+asyncpg://keruen@localhost:99999/keruen"),
        ("DATABASE_URL", "sqlite+aiosqlite://"),
        ("DATABASE_URL", "keruen.db"),
        ("REDIS_URL", "localhost"),
        ("ADMIN_IDS", "1;2"),
        ("CHANNEL_ID", "keruen:ru"),
        ("CHANNEL_ID", "@keruen:fr"),
        ("TIMEZONE", "Almaty"),
        ("DEFAULT_LANGUAGE", "de"),
        ("WEBHOOK_URL", "example.org"),
        ("WEBHOOK_SECRET", "spaces are refused"),
        ("HTTP_PORT", "70000"),
        ("MESSAGES_PER_SECOND", "0"),
        ("FETCH_ALLOW", "127.0.0.1"),
        ("LOG_FORMAT", "xml"),
    ],
)
def test_a_wrong_value_is_one_line_that_names_it(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"KERUEN_{name}", value)
    with pytest.raises(SettingsError, match=f"^KERUEN_{name} is wrong: it accepts .+$") as caught:
        settings.load()
    assert "\n" not in str(caught.value)


def test_a_wrong_secret_is_not_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERUEN_BOT_TOKEN", "hunter2 with a slip")
    with pytest.raises(SettingsError) as caught:
        settings.load()
    assert "hunter2" not in str(caught.value)


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERUEN_WEBHOOK_URL", "https://example.org/hook")
    with pytest.raises(SettingsError, match="KERUEN_WEBHOOK_SECRET is not set"):
        settings.load()


def test_a_misspelt_name_is_found() -> None:
    Path(".env").write_text("KERUEN_ADMIN_ID=1\n")
    environ = {"KERUEN_TIME_ZONE": "UTC", "KERUEN_TIMEZONE": "UTC", "PATH": "/bin"}
    assert settings.unknown(environ=environ) == ["KERUEN_ADMIN_ID", "KERUEN_TIME_ZONE"]


def test_the_secrets_include_passwords_inside_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERUEN_BOT_TOKEN", "42:TOKEN")
    monkeypatch.setenv("KERUEN_DATABASE_URL", "postgresql+asyncpg://keruen:hunter2@db/keruen")
    loaded = settings.load()
    assert loaded.secrets() == {"42:TOKEN", "hunter2"}
    assert "hunter2" not in repr(loaded)
    assert "42:TOKEN" not in repr(loaded)


def test_the_example_explains_every_setting_and_its_default() -> None:
    lines = (Path(__file__).parents[2] / ".env.example").read_text().splitlines()
    named = [match[1] for line in lines if (match := re.match(r"#?KERUEN_(\w+)=", line))]
    assert sorted(named) == sorted(field.upper() for field in Settings.model_fields)
    for above, line in pairwise(lines):
        if re.match(r"#?KERUEN_\w+=", line):
            assert above.startswith("# "), f"{line} has no comment above it"
