"""The use cases of publishing under the names by which handlers ask for them."""

from typing import Any

from accounts.rights import GroupAdmins, Rights
from accounts.subscribing import Welcome
from common.clock import Clock
from common.worker import Run
from delivery.files import Files
from model.people import Schedule
from projects.rights import ProjectRights
from publishing.asking import AskDigest, LatestNews, ReadEdition
from publishing.cards import OpenStory
from publishing.file_copies import CopyFiles
from publishing.filters import SaveFilters, TryFilters
from publishing.nudges import LeftToNudge, SendNudges
from publishing.pictures import DrawChart
from publishing.reports import MakeReport
from publishing.searching import SearchStories
from publishing.statistics import CountAll
from publishing.tastes import MuteSource, SayTaste
from publishing.trying_alerts import TryAlerts
from storage.database import Database
from views.links import BotLinks


def use_cases(
    database: Database,
    clock: Clock,
    links: BotLinks,
    rights: Rights,
    schedule: Schedule,
    group_admins: GroupAdmins,
) -> dict[str, Any]:
    """The dispatcher's workflow data, as far as publishing goes. `schedule` is a newcomer's."""
    return {
        "ask_digest": AskDigest(database, clock),
        "count_all": CountAll(database, clock, rights, schedule),
        "latest_news": LatestNews(database),
        "links": links,
        "mute_source": MuteSource(database, group_admins),
        "open_story": OpenStory(database, ProjectRights(rights)),
        "read_edition": ReadEdition(database),
        "save_filters": SaveFilters(database, clock, group_admins),
        "say_taste": SayTaste(database, clock, group_admins),
        "try_alerts": TryAlerts(database, clock),
        "try_filters": TryFilters(database, clock, group_admins),
        "search_stories": SearchStories(database, clock, Welcome(database, clock, schedule)),
    }


def picture_cases(clock: Clock, timezone: str, looking: dict[str, Any], run: Run) -> dict[str, Any]:
    """Those that make files of what `looking` (projects/assembling.py) finds, in a worker."""
    looks = (looking["see_overview"], looking["break_down"], looking["see_plans"])
    return {
        "draw_chart": DrawChart(clock, timezone, *looks, run),
        "make_report": MakeReport(looking["gather_report"], run),
    }


def care_cases(database: Database, clock: Clock, rights: Rights, files: Files) -> dict[str, Any]:
    """Those by which curators are asked and reminded, and files are copied."""
    return {
        "copy_files": CopyFiles(database, clock, files),
        "left_to_nudge": LeftToNudge(database, clock, ProjectRights(rights)),
        "send_nudges": SendNudges(database, clock, ProjectRights(rights)),
    }
