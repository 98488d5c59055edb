"""What a site's robots.txt allows us (RFC 9309), asked once in half a day for each site.

No such file, or one that is refused, allows everything. A site that fails to answer is left
alone until it can. The file is a stranger's: it is read in the parser's process.
"""

from dataclasses import dataclass
from functools import lru_cache

from protego import Protego
from yarl import URL

from common.clock import Clock
from common.worker import Run, WorkFailed
from news.fetching import ROBOT, Fetch, FetchFailed

KNOWN_SECONDS = 12 * 3600.0
FAILED_SECONDS = 15 * 60.0
"""Before a site that did not answer is asked again."""

MAX_BYTES = 500 * 1024
"""As much of the file as the standard wants read."""

MAX_SITES = 100
_TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class Permission:
    """Whether a page may be fetched. `reason` says why not."""

    is_given: bool
    delay: float = 0.0
    """Seconds that the site wants between two requests."""
    reason: str | None = None
    is_final: bool = True
    """False where the site may answer differently soon."""


@dataclass(frozen=True, slots=True)
class _Known:
    content: bytes
    failure: str | None
    until: float


class Robots:
    """`await robots(url)`: may the page be fetched, and how fast."""

    def __init__(self, fetch: Fetch, run: Run, clock: Clock) -> None:
        self._fetch = fetch
        self._run = run
        self._clock = clock
        self._sites: dict[URL, _Known] = {}

    async def __call__(self, url: str) -> Permission:
        known = await self._known(URL(url).origin())
        if known.failure is not None:
            return Permission(False, reason=f"robots.txt: {known.failure}", is_final=False)
        if not known.content:
            return Permission(True)
        permission = await self._run(ask, known.content, url)
        if isinstance(permission, WorkFailed):
            return Permission(False, reason=f"robots.txt: {permission.reason}", is_final=False)
        return permission

    async def _known(self, site: URL) -> _Known:
        now = self._clock.monotonic()
        known = self._sites.get(site)
        if known is None or known.until <= now:
            known = await self._asked(site, now)
            self._sites.pop(site, None)
            while len(self._sites) >= MAX_SITES:
                del self._sites[next(iter(self._sites))]
            self._sites[site] = known
        return known

    async def _asked(self, site: URL, now: float) -> _Known:
        page = await self._fetch(str(site / "robots.txt"))
        if not isinstance(page, FetchFailed):
            return _Known((page.body or b"")[:MAX_BYTES], None, now + KNOWN_SECONDS)
        status = page.status
        if status is not None and 400 <= status < 500 and status != _TOO_MANY_REQUESTS:
            return _Known(b"", None, now + KNOWN_SECONDS)
        wait = max(FAILED_SECONDS, min(page.retry_after or 0.0, KNOWN_SECONDS))
        return _Known(b"", page.reason, now + wait)


def ask(content: bytes, url: str) -> Permission:
    """What the file says of a page. Pure."""
    rules = _rules(content)
    delay = rules.crawl_delay(ROBOT) or 0.0
    if not rules.can_fetch(url, ROBOT):
        return Permission(False, delay, "robots.txt does not allow it")
    return Permission(True, delay)


@lru_cache(maxsize=20)
def _rules(content: bytes) -> Protego:
    return Protego.parse(content.decode("utf-8-sig", "replace"))
