"""`python -m sandbox` starts, says where it is, answers and stops."""

import asyncio
import signal
import subprocess
import sys

import aiohttp

from sandbox.server import Sandbox


async def test_it_serves_until_it_is_told_to_stop(http: aiohttp.ClientSession) -> None:
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--token", "43:OTHER", stdout=asyncio.subprocess.PIPE
    )
    try:
        assert running.stdout is not None
        url = (await running.stdout.readline()).decode().strip()
        assert url.startswith("http://127.0.0.1:")
        async with http.get(f"{url}/bot43:OTHER/getMe") as response:
            assert (await response.json())["result"]["id"] == 43
    finally:
        running.send_signal(signal.SIGTERM)
        assert await running.wait() == 0


def test_it_starts_without_aiogram() -> None:
    code = "import sys, sandbox.server; sys.exit('aiogram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


async def test_a_taken_port_is_said_in_one_line(sandbox: Sandbox) -> None:
    port = sandbox.url.rsplit(":", 1)[1]
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "sandbox", "--port", port, stderr=asyncio.subprocess.PIPE
    )
    _, said = await running.communicate()
    assert running.returncode == 1
    assert said.decode().startswith(f"cannot serve on 127.0.0.1:{port}: ")
    assert said.count(b"\n") == 1
