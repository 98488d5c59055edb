"""news: what the pipeline makes of files, as JSON lines."""

import json
from pathlib import Path

from cyclopts import App

from bot.commands.context import begin

app = App(name="news", help="See what the news pipeline makes of a file.")


@app.command
async def parse(*files: Path) -> None:
    """Parse feeds: one JSON line per file, with its entries or the reason why there are none."""
    from common.clock import SystemClock
    from news.reporting import ParseFile
    from news.worker import ParserProcess

    settings = begin()
    async with ParserProcess() as parser:
        report = ParseFile(parser, SystemClock(), settings.timezone)
        for file in files:
            print(json.dumps(await report(file), ensure_ascii=False), flush=True)
