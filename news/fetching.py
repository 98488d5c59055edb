"""Fetching feeds: politely, and from the open internet only.

The one module that opens connections to the outside. A failure is a result. Redirects are
followed by hand, so that each hop is checked like the first address.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from types import TracebackType
from typing import Protocol
from urllib.parse import urljoin

import aiohttp
from multidict import CIMultiDictProxy
from yarl import URL

from common.clock import Clock
from news.addresses import AddressRefusedError, open_socket
from news.caching import fresh_for, retry_after

ROBOT = "Keruen"
"""What a site's robots.txt calls us."""

USER_AGENT = f"{ROBOT}/0.1 (RSS feed reader)"
"""Some sites give their feed to a reader only, and a web page to everyone else."""

ACCEPT = (
    "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5"
)
MAX_BYTES = 5 * 1024 * 1024
"""After decompression: a few kilobytes can swell to gigabytes."""

MAX_REDIRECTS = 5
SPACING_SECONDS = 1.0
"""Between two requests to one host."""

TIMEOUT = aiohttp.ClientTimeout(total=60, sock_connect=10, sock_read=20)

_REDIRECTS = {301, 302, 303, 307, 308}
_PERMANENT = {301, 308}


@dataclass(frozen=True, slots=True)
class Page:
    """An answer that can be used: a body, or word that nothing changed (304, no body)."""

    status: int
    body: bytes | None
    url: str
    """Where it was in the end."""
    moved_to: str | None
    """The address to ask from now on, if the old one says it moved for good."""
    etag: str | None
    last_modified: str | None
    content_type: str
    retry_after: float | None
    fresh_for: float | None
    """Seconds for which the answer stays fresh, by Cache-Control or Expires."""


@dataclass(frozen=True, slots=True)
class FetchFailed:
    """No usable answer, and why, in a few words for an admin."""

    reason: str
    retry_after: float | None = None
    gone: bool = False
    """410: the publisher says it is over."""
    status: int | None = None
    """Of the answer, where there was one."""


class Fetch(Protocol):
    async def __call__(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | FetchFailed: ...


@dataclass(frozen=True, slots=True)
class _Hop:
    """One request of a chain of redirects."""

    url: str
    moved_to: str | None
    is_permanent: bool
    """Every redirect so far was."""


class Fetcher:
    """`await fetch(url)`. Close it in the end, or use it as a context.

    `allow` names (host, port) pairs that are exempt from the guard: intranets and tests.
    """

    def __init__(
        self,
        clock: Clock,
        allow: Collection[tuple[str, int]] = (),
        *,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
        spacing: float = SPACING_SECONDS,
        timeout: aiohttp.ClientTimeout = TIMEOUT,
    ) -> None:
        self._clock = clock
        self._allow = {(host.lower(), port) for host, port in allow}
        self._sleep = sleep
        self._spacing = spacing
        self._timeout = timeout
        self._guarded: aiohttp.ClientSession | None = None
        self._exempt: aiohttp.ClientSession | None = None
        self._next_at: dict[tuple[str, int | None], float] = {}

    async def __aenter__(self) -> "Fetcher":
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        await self.close()

    async def close(self) -> None:
        for session in (self._guarded, self._exempt):
            if session is not None:
                await session.close()
        self._guarded = self._exempt = None

    async def __call__(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Page | FetchFailed:
        headers = {}
        if etag:
            headers["If-None-Match"] = etag
        if last_modified:
            headers["If-Modified-Since"] = last_modified
        hop = _Hop(url, None, True)
        try:
            for _ in range(MAX_REDIRECTS + 1):
                answer = await self._ask(hop, headers)
                if not isinstance(answer, _Hop):
                    return answer
                hop = answer
        except (aiohttp.ClientError, OSError, ValueError) as error:  # a TimeoutError is an OSError
            return FetchFailed(_reason(error))
        return FetchFailed(f"more than {MAX_REDIRECTS} redirects")

    async def _ask(self, hop: _Hop, headers: dict[str, str]) -> Page | FetchFailed | _Hop:
        url = URL(hop.url)
        if url.scheme not in ("http", "https") or not url.host:
            return FetchFailed("the address is not of the web")
        await self._wait_for_turn(url)
        session = self._session(url)
        async with session.get(url, headers=headers, allow_redirects=False) as response:
            if response.status in _REDIRECTS and "Location" in response.headers:
                return _next_hop(hop, response)
            return await self._read(hop, response, bool(headers))

    async def _read(
        self, hop: _Hop, response: aiohttp.ClientResponse, is_conditional: bool
    ) -> Page | FetchFailed:
        page = _page(hop, response, self._clock.now())
        if response.status == 304 and is_conditional:
            return page
        if not 200 <= response.status < 300:
            return FetchFailed(
                f"HTTP {response.status}",
                page.retry_after,
                gone=response.status == 410,
                status=response.status,
            )
        body = await _body(response)
        if body is None:
            too_large = f"larger than {MAX_BYTES // 1024 // 1024} MiB"
            return FetchFailed(too_large, status=response.status)
        return replace(page, body=body)

    async def _wait_for_turn(self, url: URL) -> None:
        """A host is asked once in `spacing` seconds; who comes later takes a later turn."""
        now = self._clock.monotonic()
        key = (url.host or "", url.port)
        turn = max(now, self._next_at.get(key, now))
        if len(self._next_at) > 1_000:  # turns long past say nothing
            self._next_at = {host: at for host, at in self._next_at.items() if at > now}
        self._next_at[key] = turn + self._spacing
        if turn > now:
            await self._sleep(turn - now)

    def _session(self, url: URL) -> aiohttp.ClientSession:
        """Exempt connections have a pool of their own: the guarded one never holds any."""
        if ((url.host or "").lower(), url.port) in self._allow:
            self._exempt = self._exempt or self._open(aiohttp.TCPConnector())
            return self._exempt
        if self._guarded is None:
            self._guarded = self._open(aiohttp.TCPConnector(socket_factory=open_socket))
        return self._guarded

    def _open(self, connector: aiohttp.TCPConnector) -> aiohttp.ClientSession:
        return aiohttp.ClientSession(
            connector=connector,
            timeout=self._timeout,
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": USER_AGENT, "Accept": ACCEPT},
            trust_env=False,  # a proxy would connect for us, past the guard
        )


def _next_hop(hop: _Hop, response: aiohttp.ClientResponse) -> _Hop:
    target = urljoin(hop.url, response.headers["Location"].strip())
    is_permanent = hop.is_permanent and response.status in _PERMANENT
    return _Hop(target, target if is_permanent else hop.moved_to, is_permanent)


def _page(hop: _Hop, response: aiohttp.ClientResponse, now: datetime) -> Page:
    headers: CIMultiDictProxy[str] = response.headers
    return Page(
        status=response.status,
        body=None,
        url=hop.url,
        moved_to=hop.moved_to,
        etag=headers.get("ETag"),
        last_modified=headers.get("Last-Modified"),
        content_type=headers.get("Content-Type", ""),
        retry_after=retry_after(headers, now),
        fresh_for=fresh_for(headers, now),
    )


async def _body(response: aiohttp.ClientResponse) -> bytes | None:
    """The body; None once it is larger than allowed, whatever length was promised."""
    body = bytearray()
    async for chunk in response.content.iter_chunked(64 * 1024):
        body += chunk
        if len(body) > MAX_BYTES:
            return None
    return bytes(body)


def _reason(error: Exception) -> str:
    """In a few words; the address stays out, as it may hold a password."""
    if isinstance(error, TimeoutError):
        return "timed out"
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return "the host's name is not known"
    if isinstance(error, aiohttp.ClientSSLError):
        return "no trusted encryption (TLS)"
    if isinstance(error, aiohttp.ClientConnectorError):
        was_refused = isinstance(error.os_error, AddressRefusedError)
        return str(error.os_error) if was_refused else "cannot connect"
    if isinstance(error, aiohttp.InvalidURL | ValueError):
        return "a broken address"
    if isinstance(error, aiohttp.ClientPayloadError):
        return "the answer broke off or cannot be unpacked"
    return f"a broken answer ({type(error).__name__})"
