"""The processes where reports and pictures are made (common/worker.py)."""

from common.worker import Worker
from publishing.announcing.reporting import write_results
from publishing.pictures import draw_seen
from publishing.reports import write_report

REPORT_SECONDS = 8.0
"""A press is handled in ten seconds at most (bot/intake.py)."""
LONG_SECONDS = 120.0
"""A spreadsheet of 100,000 rows takes ten, on a machine with nothing else to do."""
IDLE_SECONDS = 600.0
"""A hundred megabytes are not kept for a report that may come tomorrow."""


class ReportWorker(Worker):
    """`await worker.run(function, …)`"""

    def __init__(self, seconds: float = REPORT_SECONDS) -> None:
        super().__init__("reporter", seconds, draw_seen, write_report, idle_seconds=IDLE_SECONDS)


class LongReportWorker(Worker):
    """For what is waited for longer, and keeps no picture waiting."""

    def __init__(self) -> None:
        super().__init__("long reporter", LONG_SECONDS, write_results, idle_seconds=IDLE_SECONDS)
