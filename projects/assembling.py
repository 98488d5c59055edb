"""The use cases of the registry under the names by which handlers and commands ask for them."""

from typing import Any

from accounts.rights import GroupAdmins, Rights
from accounts.subscribing import Welcome
from common.clock import Clock
from common.worker import Run
from projects.asking import AskStatus
from projects.candidates import SeeCandidate, SettleCandidate
from projects.evidence import UnlinkStory
from projects.exporting.exporting import ExportProjects
from projects.following import ChangeFollow, SeeChoices, SeeFollow, SeeFollows
from projects.importing.applying import Imports
from projects.overview import BreakDown, ListOverdue, ListProjects, SeeOverview, SeePlans
from projects.papers import SeePaper
from projects.questions import CloseQuestion, SeeQuestions, TellAdmins, TellRegistry
from projects.recording import AddProject, ConfirmUnchanged, RecordChanges
from projects.reporting import GatherReport
from projects.rights import ProjectRights
from projects.seeing import SeeHistory, SeeProject, SeeStories
from projects.walking import WalkProjects
from storage.database import Database


def use_cases(
    database: Database, clock: Clock, rights: Rights, group_admins: GroupAdmins
) -> dict[str, Any]:
    """The dispatcher's workflow data, as far as projects go."""
    parts = (database, clock, ProjectRights(rights))
    looking = (database, ProjectRights(rights))
    following = (*parts, group_admins)
    return {
        "change_follow": ChangeFollow(*following),
        "see_choices": SeeChoices(*following),
        "see_follow": SeeFollow(*following),
        "see_follows": SeeFollows(*following),
        "add_project": AddProject(*parts),
        "confirm_unchanged": ConfirmUnchanged(*parts),
        "record_changes": RecordChanges(*parts),
        "see_candidate": SeeCandidate(*looking),
        "settle_candidate": SettleCandidate(*parts),
        "see_history": SeeHistory(*looking),
        "see_paper": SeePaper(*looking),
        "see_project": SeeProject(*looking),
        "see_stories": SeeStories(*looking),
        "unlink_story": UnlinkStory(*parts),
        "walk_projects": WalkProjects(*looking),
    }


def asking_cases(
    database: Database, clock: Clock, rights: Rights, welcome: Welcome, tell: TellAdmins
) -> dict[str, Any]:
    """Those that find what a question means, and keep what nobody could find."""
    parts = (database, clock, ProjectRights(rights))
    looking = (database, ProjectRights(rights))
    return {
        "ask_status": AskStatus(*parts, welcome),
        "close_question": CloseQuestion(*parts),
        "see_questions": SeeQuestions(*looking),
        "tell_registry": TellRegistry(database, clock, tell),
    }


def looking_cases(
    database: Database, clock: Clock, rights: Rights, timezone: str
) -> dict[str, Any]:
    """Those that look at many projects at once; a day is the region's."""
    parts = (database, clock, ProjectRights(rights), timezone)
    return {
        "break_down": BreakDown(*parts),
        "gather_report": GatherReport(*parts),
        "list_overdue": ListOverdue(*parts),
        "list_projects": ListProjects(*parts),
        "see_overview": SeeOverview(*parts),
        "see_plans": SeePlans(*parts),
    }


def file_cases(
    database: Database, clock: Clock, rights: Rights, run: Run, prefix: str
) -> dict[str, Any]:
    """Spreadsheets in, files out: `run` reads and writes them. `prefix` is of OC4IDS's ids."""
    parts = (database, clock, ProjectRights(rights), run)
    return {"export_projects": ExportProjects(*parts, prefix), "imports": Imports(*parts)}
