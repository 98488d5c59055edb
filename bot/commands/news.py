"""news: what the pipeline makes of files, as JSON lines."""

import json
import sys
from pathlib import Path
from typing import BinaryIO

from cyclopts import App

from bot.commands.context import begin, opened
from common.errors import OperatorError

app = App(name="news", help="See what the news pipeline makes of a file.")


class UnreadableFileError(OperatorError):
    """A file named on the command line."""


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


@app.command
def explain(file: Path | None = None, *, facts: bool = False) -> None:
    """Judge articles, one JSON line in, one out: is it ours, and why.

    Parameters
    ----------
    file: Path
        Lines of {"id", "title", "lead", "lang"}; without it they come from stdin.
    facts: bool
        Also every fact with the words it stands in, and where they are in title, line break, lead.
    """
    from news.explaining import ExplainArticle
    from news.judging import StemJudge

    begin()
    explained = ExplainArticle(StemJudge(), with_facts=facts)
    with _lines(file) as lines:
        for line in lines:
            answer = json.dumps(explained(line), ensure_ascii=False)
            # A lone surrogate of the input goes out as it came in, as an escape.
            sys.stdout.buffer.write(answer.encode(errors="backslashreplace") + b"\n")
            sys.stdout.buffer.flush()


@app.command
def group(file: Path | None = None) -> None:
    """Group news of any kind into stories, one JSON line in, one out: {"id", "story"}.

    Stories are numbered from 1 in the order they begin; a story's items are within 72 hours.

    Parameters
    ----------
    file: Path
        Lines of {"id", "title", "lead", "published", "source"} in time order; without it they come
        from stdin. Without `published` a line is of the same hour as the line before.
    """
    from zoneinfo import ZoneInfo

    from news.grouper import Grouper
    from news.grouping_lines import GroupArticles

    settings = begin()
    grouped = GroupArticles(Grouper(), ZoneInfo(settings.timezone))
    with _lines(file) as lines:
        for line in lines:
            answer = json.dumps(grouped(line), ensure_ascii=False)
            sys.stdout.buffer.write(answer.encode(errors="backslashreplace") + b"\n")
            sys.stdout.buffer.flush()


@app.command
async def labels() -> None:
    """What editors said in /review, one JSON line for each article.

    Each has the form that `news explain` takes, with `said` (what the editors said of it) and
    `judged` (what the judge had said) beside it.
    """
    from news.labelled import ExportLabels

    async with opened(begin()) as database:
        for example in await ExportLabels(database)():
            answer = json.dumps(example, ensure_ascii=False)
            sys.stdout.buffer.write(answer.encode(errors="backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def _lines(file: Path | None) -> BinaryIO:
    try:
        if file is None:
            return sys.stdin.buffer
        return file.open("rb")
    except OSError as error:
        raise UnreadableFileError(f"{file} cannot be read: {error.strerror or error}") from error
