"""The limit at a thousand messages a second: how much of it is used, and whether it is kept."""

import asyncio
import time
from bisect import bisect_left
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from bench import stage
from bench.sending import enqueue, stop_when_sent
from bot.session import make_bot
from bot.telegram import TelegramSender
from common.clock import SystemClock
from delivery.limiter import Limiter
from delivery.outcomes import Outcome
from delivery.outgoing import Outgoing
from delivery.sender import Sender

PER_SECOND = 1_000
SECONDS = 8


class Stopwatch(TelegramSender):
    """Remembers when each message went."""

    moments: list[float]

    async def send(self, chat_id: int, outgoing: Outgoing, **how: Any) -> Outcome:
        self.moments.append(time.monotonic())
        return await super().send(chat_id, outgoing, **how)


async def measure(url: str) -> dict[str, Any]:
    clock, messages = SystemClock(), PER_SECOND * SECONDS
    async with stage.database() as database:
        await stage.people(database, messages, datetime.now(UTC))
        await enqueue(database, messages)
        bot = make_bot("42:BENCH", url)
        telegram = Stopwatch(bot)
        telegram.moments = []
        sender = Sender(database, telegram, Limiter(clock, PER_SECOND), clock)
        stop = asyncio.Event()
        async with asyncio.TaskGroup() as group:
            group.create_task(sender.run(stop))
            group.create_task(stop_when_sent(database, stop))
        await bot.session.close()
    moments = sorted(telegram.moments)
    # The first thousand go at once: what counts is how fast the others follow.
    used = (messages - PER_SECOND) / (moments[-1] - moments[0]) / PER_SECOND
    most = max(bisect_left(moments, start + 1) - at for at, start in enumerate(moments))
    return {
        "bench": "pacing",
        "ratio": round(used, 3),
        "ratio_of": "what was sent to what the limit of 1,000 a second allows",
        "most_in_a_second": most,
        "longest_gap_ms": round(max(b - a for a, b in pairwise(moments)) * 1000),
        "aim": ">= 0.95, most_in_a_second <= 1000",
    }
