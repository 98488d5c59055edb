"""No secret reaches a log line, wherever in it it stood."""

import json
import logging

import pytest
import structlog

from bot import log

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> object:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


@pytest.mark.parametrize("log_format", ["console", "json"])
def test_secrets_are_masked_in_messages_values_and_tracebacks(
    capsys: pytest.CaptureFixture[str], log_format: str
) -> None:
    log.configure(log_format, {"hunter2", "42:SHORT"})
    ours, theirs = structlog.get_logger("ours"), logging.getLogger("theirs")
    try:
        raise RuntimeError(f"https://api.telegram.org/bot{TOKEN}/getMe hunter2")
    except RuntimeError:
        ours.exception("it failed", address=f"/bot{TOKEN}/sendMessage")
        theirs.exception("it failed with %s", "42:SHORT")
    printed = capsys.readouterr().err
    assert printed.count("it failed") == 2
    assert "RuntimeError" in printed
    for secret in (TOKEN, "hunter2", "42:SHORT"):
        assert secret not in printed


def test_json_keeps_letters_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure("json", ())
    structlog.get_logger("ours").info("Қазақстан", source="Егемен")
    line = capsys.readouterr().err
    assert "Қазақстан" in line
    assert json.loads(line)["source"] == "Егемен"


def test_a_token_that_nobody_told_us_of_is_masked() -> None:
    assert log.mask(f"GET /file/bot{TOKEN}/a.jpg") == "GET /file/bot***/a.jpg"
    assert log.mask("POST http://127.0.0.1:1/bot42:TEST/getMe") == (
        "POST http://127.0.0.1:1/bot***/getMe"
    )
