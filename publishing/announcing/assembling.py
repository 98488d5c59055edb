"""The use cases of announcements under the names by which handlers ask for them."""

from typing import Any

from accounts.rights import Rights
from accounts.subscribing import Welcome
from common.clock import Clock
from common.worker import Run
from delivery.answers import Answers
from projects.rights import ProjectRights
from publishing.announcing.again import FollowUp, ResendToMissed, SendAgain
from publishing.announcing.approving import (
    ApproveAnnouncement,
    AskToSend,
    ReturnAnnouncement,
    TakeFromWaiting,
)
from publishing.announcing.archive import ListAll, ListTold, OpenTold
from publishing.announcing.audiences import ChooseAudience, SeeAudience
from publishing.announcing.carrying_out import AmendAnnouncements
from publishing.announcing.correcting import BeginCorrection, Correct, SeeCorrection
from publishing.announcing.drafting import (
    BeginDraft,
    ChangeDraft,
    CopyAnnouncement,
    DeleteDraft,
    ListDrafts,
    OpenAnnouncement,
)
from publishing.announcing.feeding import FeedAnnouncements
from publishing.announcing.giving import GiveAnnouncing
from publishing.announcing.guarding import GuardAnnouncements
from publishing.announcing.offering import OfferProjects
from publishing.announcing.picking import PickChats, PickProjects
from publishing.announcing.posting import ChooseChannel
from publishing.announcing.pressing import PressButton
from publishing.announcing.reporting import AskResultsFile, MakeAskedFiles, SeeResults
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.saved_audiences import (
    DropAudience,
    ListAudiences,
    SaveAudience,
    UseAudience,
)
from publishing.announcing.saying import AddToAlbum, FollowEdit, SayVersion
from publishing.announcing.scheduling import ChooseMoment, StartDue
from publishing.announcing.seeing import SeeDraft
from publishing.announcing.sending import ConfirmAnnouncement, PrepareSending
from publishing.announcing.stopping import (
    CancelAnnouncement,
    HoldBack,
    PauseAnnouncement,
    ResumeAnnouncement,
)
from publishing.announcing.telling import TellProgress
from publishing.announcing.testing import SeeTrials, TryOut
from publishing.announcing.watching import (
    LeaveProgress,
    ListUnderWay,
    SeeProgress,
    WatchProgress,
)
from publishing.announcing.withdrawing import SeeWithdrawal, WithdrawAnnouncement
from publishing.notices import NotifyAdmins
from storage.database import Database
from views.links import BotLinks


def use_cases(
    database: Database, clock: Clock, rights: Rights, links: BotLinks, messages_per_second: int
) -> dict[str, Any]:
    may = AnnouncingRights(rights)
    cases = _of_audiences(database, clock, may, ProjectRights(rights), links, messages_per_second)
    cases["feed_announcements"] = FeedAnnouncements(database, clock, links, messages_per_second)
    cases |= _of_sending(database, clock, may, cases["see_audience"])
    return cases | {
        "add_to_album": AddToAlbum(database, clock, may),
        "begin_draft": BeginDraft(database, clock, may),
        "change_draft": ChangeDraft(database, clock, may),
        "copy_announcement": CopyAnnouncement(database, clock, may),
        "delete_draft": DeleteDraft(database, clock, may),
        "follow_edit": FollowEdit(database, clock, may),
        "give_announcing": GiveAnnouncing(database, clock, rights),
        "list_drafts": ListDrafts(database, may),
        "offer_projects": OfferProjects(database, may, ProjectRights(rights)),
        "open_announcement": OpenAnnouncement(database, may),
        "press_button": PressButton(database, clock),
        "say_version": SayVersion(database, clock, may),
        "see_draft": SeeDraft(database, cases["see_audience"]),
        "see_trials": SeeTrials(database, may),
        "try_out": TryOut(database, clock, may, links),
    }


def watching_cases(
    database: Database, clock: Clock, rights: Rights, answers: Answers, notify: NotifyAdmins
) -> dict[str, Any]:
    """Of what is being sent."""
    may = AnnouncingRights(rights)
    return {
        "cancel_announcement": CancelAnnouncement(database, clock, may),
        "guard_announcements": GuardAnnouncements(database, clock, notify),
        "hold_back": HoldBack(database, clock),
        "leave_progress": LeaveProgress(database),
        "list_under_way": ListUnderWay(database, may),
        "pause_announcement": PauseAnnouncement(database, clock, may),
        "resume_announcement": ResumeAnnouncement(database, clock, may),
        "see_progress": SeeProgress(database, clock, may),
        "tell_progress": TellProgress(database, clock, may, answers),
        "watch_progress": WatchProgress(database, may),
    }


def _of_sending(
    database: Database, clock: Clock, may: AnnouncingRights, see: SeeAudience
) -> dict[str, Any]:
    return {
        "approve_announcement": ApproveAnnouncement(database, clock, may),
        "ask_to_send": AskToSend(database, clock, may),
        "choose_channel": ChooseChannel(database, clock, may),
        "choose_moment": ChooseMoment(database, clock, may),
        "confirm_announcement": ConfirmAnnouncement(database, clock, may),
        "prepare_sending": PrepareSending(database, clock, may, see),
        "return_announcement": ReturnAnnouncement(database, clock, may),
        "start_due": StartDue(database, clock, may),
        "take_from_waiting": TakeFromWaiting(database, clock, may),
    }


def _of_audiences(
    database: Database,
    clock: Clock,
    may: AnnouncingRights,
    projects: ProjectRights,
    links: BotLinks,
    messages_per_second: int,
) -> dict[str, Any]:
    see = SeeAudience(database, clock, may, projects, links, messages_per_second)
    choose = ChooseAudience(database, clock, may, projects)
    return {
        "choose_audience": choose,
        "drop_audience": DropAudience(database, clock, may, projects),
        "list_audiences": ListAudiences(database, clock, may, projects),
        "pick_chats": PickChats(database, may, see, choose),
        "pick_projects": PickProjects(database, may, projects, see, choose),
        "save_audience": SaveAudience(database, clock, may, projects),
        "see_audience": see,
        "use_audience": UseAudience(database, clock, may, projects),
    }


def cases_after(
    database: Database,
    clock: Clock,
    rights: Rights,
    links: BotLinks,
    run: Run,
    answers: Answers,
    welcome: Welcome,
    messages_per_second: int,
) -> dict[str, Any]:
    """Those for what has been sent; `run` is where spreadsheets are made."""
    may = AnnouncingRights(rights)
    see_results = SeeResults(database, clock, may)
    return {
        "amend_announcements": AmendAnnouncements(database, clock, links, messages_per_second),
        "ask_results_file": AskResultsFile(database, may),
        "begin_correction": BeginCorrection(database, clock, may),
        "correct": Correct(database, clock, may, links),
        "follow_up": FollowUp(database, clock, may),
        "list_all": ListAll(database, clock, may, welcome),
        "list_told": ListTold(database, clock, may, welcome),
        "make_asked_files": MakeAskedFiles(database, clock, see_results, run, answers),
        "open_told": OpenTold(database, links),
        "resend_to_missed": ResendToMissed(database, clock, may),
        "see_correction": SeeCorrection(database, clock, may, links),
        "see_results": see_results,
        "see_withdrawal": SeeWithdrawal(database, clock, may),
        "send_again": SendAgain(database, clock, may),
        "withdraw_announcement": WithdrawAnnouncement(database, clock, may),
    }
