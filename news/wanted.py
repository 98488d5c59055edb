"""What may be a source: the address and the settings that somebody asks for, checked and tidied."""

from dataclasses import replace
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from common.errors import KeruenError
from model.news import SourceKind
from news.opml import Outline
from news.sections import wrong_selector

MAX_URL = 2_000
MAX_TITLE = 200
LONGEST_INTERVAL = 7 * 24 * 60


class SourceError(KeruenError):
    """What was asked of a source cannot be done; `key` says why, to a person."""


def checked_outline(wanted: Outline) -> Outline:
    """What was asked for, tidied; SourceError for what cannot be a source."""
    url = wanted.url.strip()
    try:
        parts = urlsplit(url)
        is_web = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
        _ = parts.port
    except ValueError:
        is_web = False
    if not is_web or not url.isprintable() or " " in url or len(url) > MAX_URL:
        raise SourceError(f"not an address of the web: {url[:100]!r}", "error-source-url")
    if not 1 <= wanted.interval_minutes <= LONGEST_INTERVAL:
        raise SourceError(
            f"the interval must be 1 to {LONGEST_INTERVAL} minutes", "error-source-interval"
        )
    try:
        ZoneInfo(wanted.timezone)
    except (KeyError, ValueError, OSError) as error:
        raise SourceError(
            f"no such time zone: {wanted.timezone[:60]!r}", "error-source-timezone"
        ) from error
    _check_rule(wanted)
    title = " ".join((wanted.title or "").split())[:MAX_TITLE] or None
    language = (wanted.language or "").strip().lower().split("-")[0].split("_")[0][:8] or None
    tidy = parts._replace(
        scheme=parts.scheme.lower(), netloc=_lower_host(parts.netloc), fragment=""
    )
    return replace(wanted, url=tidy.geturl(), title=title, language=language)


def _check_rule(wanted: Outline) -> None:
    """A page has a rule, of selectors that can be used; nothing else has one."""
    if (wanted.rule is not None) != (wanted.kind is SourceKind.PAGE):
        raise SourceError("a page needs a rule, and nothing else has one", "error-source-rule")
    if wanted.rule is not None and (wrong := wrong_selector(wanted.rule)) is not None:
        raise SourceError(
            f"no CSS selector: {wrong[:100]!r}", "error-source-selector", selector=wrong[:100]
        )


def _lower_host(netloc: str) -> str:
    """The host's name in small letters; a password before it as it is."""
    secret, at, host = netloc.rpartition("@")
    return secret + at + host.lower()
