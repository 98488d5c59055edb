"""/report as a file: gathered here, written in the worker."""

from dataclasses import dataclass, replace
from datetime import date

from accounts.actor import Actor
from common.errors import KeruenError
from common.worker import Run, WorkFailed
from model.projects import Filter
from projects.reporting import Format, Gathered, GatherReport
from publishing.pictures import readable


class NoReportError(KeruenError):
    """The worker was lost over a report, or took too long."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"no report: {reason}", "error-report-failed")


@dataclass(frozen=True, slots=True)
class ReportFile:
    name: str
    content: bytes
    projects: int


class MakeReport:
    def __init__(self, gather_report: GatherReport, run: Run) -> None:
        self._gather = gather_report
        self._run = run

    async def __call__(self, actor: Actor, form: Format, which: Filter, since: date) -> ReportFile:
        gathered = await self._gather(actor, which, since)
        content = await self._run(write_report, gathered, form)
        if isinstance(content, WorkFailed):
            raise NoReportError(content.reason)
        day = gathered.now.astimezone(gathered.zone).date()
        return ReportFile(f"keruen-{day}.{form}", content, len(gathered.projects))


def write_report(gathered: Gathered, form: Format) -> bytes:
    """XLSX or PDF. Runs in the worker: what it imports is heavy."""
    if form is Format.XLSX:
        from projects.reports.spreadsheet import write_workbook
        from views.report_book import workbook

        return write_workbook(workbook(gathered.read()))
    from projects.reports.paper import write_paper
    from views.report_page import paper

    legible = replace(gathered, language=readable(gathered.language))
    return write_paper(paper(legible.read()))
