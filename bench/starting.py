"""Start-up time and memory, against a process that only makes a bare aiogram bot."""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

BARE = """
import asyncio, sys
from aiogram import Bot, Dispatcher
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer

async def main():
    bot = Bot("42:BENCH", session=AiohttpSession(api=TelegramAPIServer.from_base(sys.argv[1])))
    Dispatcher()
    await bot.get_me()
    print("at work", file=sys.stderr, flush=True)
    await asyncio.sleep(60)

asyncio.run(main())
"""
SETTLE_SECONDS = 4.0
"""The parser's process starts with the first feed; digests tick meanwhile."""


async def measure(url: str) -> dict[str, Any]:
    bare = await asyncio.to_thread(_run, [sys.executable, "-c", BARE, url], {})
    with TemporaryDirectory(prefix="keruen-bench-") as folder:
        database = f"sqlite+aiosqlite:///{Path(folder) / 'keruen.db'}"
        environment = {
            "KERUEN_BOT_TOKEN": "42:BENCH",
            "KERUEN_BOT_API_URL": url,
            "KERUEN_DATABASE_URL": database,
        }
        ours = await asyncio.to_thread(_run, [sys.executable, "-m", "bot", "run"], environment)
    return {
        "bench": "starting",
        "ratio": round(ours[1] / bare[1], 2),
        "aim": "memory <= 1.5",
        "time_ratio": round(ours[0] / bare[0], 2),
        "ours_seconds": round(ours[0], 2),
        "bare_seconds": round(bare[0], 2),
        "ours_mb": round(ours[1] / 1024),
        "bare_mb": round(bare[1] / 1024),
        "parser_mb": round(ours[2] / 1024),
    }


def _run(command: list[str], environment: dict[str, str]) -> tuple[float, int, int]:
    """Seconds until it says that it is at work; then its memory and its children's, in KiB."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, env=os.environ | environment, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        for line in process.stderr:
            if "at work" in line:
                break
        taken = time.perf_counter() - began
        time.sleep(SETTLE_SECONDS)
        return taken, _memory(process.pid), sum(map(_memory, _children(process.pid)))
    finally:
        process.terminate()
        process.wait(20)


def _memory(pid: int) -> int:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
