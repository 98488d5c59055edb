"""The pictures of /overview: what they show is read here, and drawn in a worker.

right | numbers | in the worker: words, and where they can be read, then the picture
"""

from datetime import date
from zoneinfo import ZoneInfo

from accounts.actor import Actor
from common.clock import Clock
from common.errors import KeruenError
from common.worker import Run, WorkFailed
from model.overview import Dimension
from model.people import Language
from model.projects import Filter
from projects.overview import BreakDown, Breakdown, Overview, Plans, SeeOverview, SeePlans
from projects.reports.pictures import Picture
from views import charts

Shown = Overview | Breakdown | Plans


class NotDrawnError(KeruenError):
    """The worker was lost over a picture, or took too long."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"no picture: {reason}", "error-chart-failed")


class DrawChart:
    """One of views/overview.py's CHARTS, of the projects of a filter."""

    def __init__(
        self,
        clock: Clock,
        timezone: str,
        see_overview: SeeOverview,
        break_down: BreakDown,
        see_plans: SeePlans,
        run: Run,
    ) -> None:
        self._clock = clock
        self._zone = ZoneInfo(timezone)
        self._see_overview = see_overview
        self._break_down = break_down
        self._see_plans = see_plans
        self._run = run

    async def __call__(self, seen: Shown, language: Language) -> bytes:
        """PNG of what `look` found and is not empty; NotDrawnError."""
        today = self._clock.now().astimezone(self._zone).date()
        png = await self._run(draw_seen, seen, today, language)
        if isinstance(png, WorkFailed):
            raise NotDrawnError(png.reason)
        return png

    async def look(self, actor: Actor, chart: str, which: Filter) -> Shown:
        if chart == "districts":
            return await self._break_down(actor, Dimension.DISTRICT, which)
        if chart == "plans":
            return await self._see_plans(actor, which)
        return await self._see_overview(actor, which)


def draw_seen(seen: Shown, today: date, language: Language) -> bytes:
    """PNG. Runs in the worker: what it imports is heavy."""
    from projects.reports.drawing import draw

    return draw(picture_of(seen, today, readable(language)))


def picture_of(seen: Shown, today: date, language: Language) -> Picture:
    match seen:
        case Overview():
            return charts.stages(seen, today, language)
        case Breakdown():
            return charts.districts(seen, today, language)
        case Plans():
            return charts.plans(seen, language)


def readable(language: Language) -> Language:
    """English in place of Chinese where no font has its letters."""
    from projects.reports.fonts import chinese_file

    if language is Language.CHINESE and chinese_file() is None:
        return Language.ENGLISH
    return language


def is_empty(seen: Shown) -> bool:
    """Whether there is nothing to be drawn."""
    match seen:
        case Overview():
            return not seen.tally.projects
        case Breakdown():
            return not charts.has_districts(seen)
        case Plans():
            return not seen.projects
