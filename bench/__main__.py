"""`make bench [ONLY=sending]`: one JSON line for each measurement, a ratio within one run."""

import asyncio
import json
import logging
import sys
import tempfile

from bench import (
    alerting,
    announcing,
    asking,
    digests,
    following,
    grouping,
    importing,
    ingestion,
    judging,
    pacing,
    quality,
    reporting,
    searching,
    sending,
    starting,
    stories,
    updates,
)
from bench.server import server

MEASUREMENTS = {
    "sending": sending.measure,
    "pacing": pacing.measure,
    "ingestion": ingestion.measure,
    "digests": digests.measure,
    "alerting": alerting.measure,
    "announcing-fan-out": announcing.fan_out,
    "announcing": announcing.sustained,
    "announcing-limit": announcing.limited,
    "announcing-answers": announcing.answers,
    "updates": updates.measure,
    "judging": judging.measure,
    "grouping": grouping.measure,
    "quality": quality.measure,
    "stories": stories.measure,
    "following": following.measure,
    "searching": searching.measure,
    "asking": asking.measure,
    "importing": importing.measure,
    "reporting": reporting.measure,
    "starting": starting.measure,
}


def main() -> None:
    logging.disable(logging.INFO)
    chosen = sys.argv[1:] or list(MEASUREMENTS)
    if unknown := set(chosen) - set(MEASUREMENTS):
        sys.exit(f"no such measurement: {', '.join(sorted(unknown))}")
    print(f"on {tempfile.gettempdir()}", file=sys.stderr)
    with server() as url:
        for name in chosen:
            result = asyncio.run(MEASUREMENTS[name](url))
            print(json.dumps(result, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
