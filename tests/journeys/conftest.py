"""A journey: the sandbox, a feed, the program at work; in the end every request was valid."""

from collections.abc import AsyncIterator

import pytest

from sandbox.server import Sandbox
from tests.clocks import MovableClock
from tests.journeys.feeds import Feeds
from tests.journeys.stage import TOKEN, Journey


@pytest.fixture
async def idle_journey(sqlite_url: str) -> AsyncIterator[Journey]:
    """Everything but the program, which the test starts itself."""
    clock = MovableClock()
    async with Sandbox(TOKEN, limits=True, strict=True) as sandbox, Feeds(clock) as feeds:
        journey = Journey(sandbox, feeds, clock, sqlite_url)
        try:
            yield journey
        finally:
            await journey.stops()
        assert journey.refusals() == []
        assert sandbox.violations() == []


@pytest.fixture
async def journey(idle_journey: Journey) -> Journey:
    """The program at work, with one source."""
    await idle_journey.starts()
    await idle_journey.has_a_source()
    return idle_journey
