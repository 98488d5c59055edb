"""The use cases of accounts under the names by which handlers ask for them."""

from typing import Any

from accounts.alerts import ChangeAlerts
from accounts.auditing import AuditChoices, FindAuditedProject, SearchAudit
from accounts.digests import NextSlot
from accounts.hints import TakeHint
from accounts.invites import (
    AcceptInvite,
    BeginInvite,
    ChooseDistricts,
    IssueInvite,
    ListInvites,
    OpenInvite,
    RevokeInvite,
)
from accounts.menus import KeepMenu, Menus
from accounts.offices import (
    AddProjectsToScope,
    ChangeRole,
    ChangeScope,
    EndRole,
    ListPeople,
    OpenPerson,
)
from accounts.pausing import Pause, Resume
from accounts.personal import DeleteMe, ExportMyData
from accounts.reaching import JoinGroup, Leave, Migrate, Return
from accounts.recognizing import NoteSeen, Recognize
from accounts.rights import GroupAdmins, Rights
from accounts.settings import ChangeSettings, ExpectAnswer
from accounts.subscribing import SeedChannels, Subscribe, Welcome
from accounts.two_person import TwoPersonRule
from common.clock import Clock
from model.people import Language, Schedule
from storage.database import Database


def use_cases(
    database: Database,
    clock: Clock,
    next_slot: NextSlot,
    group_admins: GroupAdmins,
    menus: Menus,
    rights: Rights,
    schedule: Schedule,
    default_language: Language,
) -> dict[str, Any]:
    """The dispatcher's workflow data, as far as accounts goes. `schedule` is a newcomer's."""
    welcome = Welcome(database, clock, schedule)
    come_back = Return(database, clock, next_slot)
    return {
        "accept_invite": AcceptInvite(database, clock, rights),
        "add_projects_to_scope": AddProjectsToScope(database, clock, rights),
        "audit_choices": AuditChoices(database, rights),
        "begin_invite": BeginInvite(database, clock, rights),
        "change_alerts": ChangeAlerts(database, clock, group_admins),
        "change_role": ChangeRole(database, clock, rights),
        "change_scope": ChangeScope(database, clock, rights),
        "change_settings": ChangeSettings(database, clock, next_slot, group_admins),
        "choose_districts": ChooseDistricts(database, clock, rights),
        "clock": clock,
        "come_back": come_back,
        "default_language": default_language,
        "delete_me": DeleteMe(database, clock, rights),
        "end_role": EndRole(database, clock, rights),
        "expect_answer": ExpectAnswer(database, group_admins),
        "export_my_data": ExportMyData(database, clock, rights),
        "find_audited_project": FindAuditedProject(database, rights),
        "issue_invite": IssueInvite(database, clock, rights),
        "join_group": JoinGroup(database, clock, next_slot, schedule),
        "keep_menu": KeepMenu(database, menus),
        "leave": Leave(database, clock),
        "list_invites": ListInvites(database, clock, rights),
        "list_people": ListPeople(database, clock, rights),
        "migrate": Migrate(database, come_back),
        "open_invite": OpenInvite(database, clock, rights),
        "open_person": OpenPerson(database, clock, rights),
        "pause": Pause(database, clock, next_slot, group_admins),
        "note_seen": NoteSeen(database, clock),
        "recognize": Recognize(database, rights, default_language),
        "resume": Resume(database, clock, next_slot, group_admins),
        "revoke_invite": RevokeInvite(database, clock, rights),
        "schedule": schedule,
        "search_audit": SearchAudit(database, rights),
        "seed_channels": SeedChannels(database, clock, next_slot, schedule, default_language),
        "subscribe": Subscribe(database, clock, next_slot, group_admins, schedule),
        "take_hint": TakeHint(database, clock),
        "two_person_rule": TwoPersonRule(database, clock, rights),
        "welcome": welcome,
    }
