"""`python -m sandbox`: serves until it is told to stop."""

import argparse
import asyncio
import os
import signal
import sys

from sandbox.server import Sandbox


async def serve(token: str, port: int, limits: bool, strict: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    async with Sandbox(token, port, limits=limits, strict=strict) as sandbox:
        print(sandbox.url, flush=True)
        await stop.wait()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="any free one if left out")
    parser.add_argument("--token", default="42:TEST", help="the bot's token")
    parser.add_argument("--limits", action="store_true", help="keep Telegram's flood limits")
    parser.add_argument("--strict", action="store_true", help="note parameters nobody knows")
    chosen = parser.parse_args()
    try:
        asyncio.run(serve(chosen.token, chosen.port, chosen.limits, chosen.strict))
    except OSError as error:
        sys.exit(f"cannot serve on 127.0.0.1:{chosen.port}: {os.strerror(error.errno or 0)}")


if __name__ == "__main__":
    main()
