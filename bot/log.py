"""Logging: structlog on stderr, with secrets masked in everything that is printed."""

import logging
import re
import sys
from collections.abc import Collection
from typing import Any

import structlog

MASK = "***"
# A token of Telegram's anywhere, in an address of the Bot API too, even one we do not know.
_TOKEN = re.compile(r"\b\d{3,}:[A-Za-z0-9_-]{30,}|(?<=/bot)\d+:[A-Za-z0-9_-]+")
_QUIET = (
    "alembic",
    "aiogram.event",
    "apscheduler.executors",
    "apscheduler.scheduler",
    "aiohttp.access",
)


class _MaskingFormatter(structlog.stdlib.ProcessorFormatter):
    """Masks the finished line: messages, values and tracebacks alike."""

    def __init__(self, secrets: Collection[str], **options: Any) -> None:
        super().__init__(**options)
        self._secrets = sorted((s for s in secrets if len(s) > 3), key=len, reverse=True)

    def format(self, record: logging.LogRecord) -> str:
        return mask(super().format(record), self._secrets)


def mask(text: str, secrets: Collection[str] = ()) -> str:
    """The text without the secrets, and without anything that looks like a bot's token."""
    for secret in secrets:
        text = text.replace(secret, MASK)
    return _TOKEN.sub(MASK, text)


def configure(log_format: str, secrets: Collection[str]) -> None:
    """Send every log, ours and the libraries', to stderr as lines or as JSON."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    if log_format == "json":
        shared.append(structlog.processors.format_exc_info)
        renderer: Any = structlog.processors.JSONRenderer(ensure_ascii=False)
    else:
        renderer = structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        _MaskingFormatter(
            secrets,
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
