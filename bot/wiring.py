"""The use cases and the dispatcher that hands them to the handlers, around what lies outside.

The program puts Telegram and the web there, a test its fakes: both are wired by this module.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from aiogram import Dispatcher

from accounts import assembling as accounts
from accounts.menus import Menus
from accounts.rights import GroupAdmins, Rights
from accounts.subscribing import Welcome
from common.clock import Clock
from common.worker import Run
from delivery.answers import Answers
from delivery.files import Files
from handlers import install
from handlers.announcing_desk import AnnouncingDesk
from handlers.announcing_watching import Watching
from handlers.sending_desk import SendingDesk
from handlers.updating_desk import UpdateDesk
from model.news import Notice
from model.people import Language, Schedule
from model.projects import DEFAULT_OC4IDS_PREFIX
from news import assembling as news
from news.fetching import Fetch
from news.worker import Parser
from projects import assembling as projects
from projects.linking_stories import LinkStories
from projects.rights import ProjectRights
from projects.updating import assembling as updating
from publishing import assembling as publishing
from publishing.announcing import assembling as announcing
from publishing.channels import assembling as channels
from publishing.channels.standing import Look
from publishing.escalating import TellHeads
from publishing.importing import ApplyAsked
from publishing.notices import NotifyAdmins
from publishing.officials import Officials
from publishing.proposal_notices import TellOfProposals
from publishing.slots import next_slot
from storage.database import Database
from storage.transaction import Transaction
from views.links import BotLinks

MESSAGES_PER_SECOND = 25


@dataclass(frozen=True, slots=True)
class Outside:
    """What the use cases and handlers speak to."""

    answers: Answers
    group_admins: GroupAdmins
    menus: Menus
    links: BotLinks
    fetch: Fetch
    parse: Parser
    files: Files
    work: Run
    """Where reports and pictures are made."""
    look: Look
    """Asks Telegram what the bot may do in a channel."""
    long_work: Run
    """Where what is waited for longer is: a spreadsheet of 100,000 rows."""


@dataclass(frozen=True, slots=True)
class Wired:
    dispatcher: Dispatcher
    cases: dict[str, Any]
    """What the dispatcher hands to handlers, by the name of their parameter."""


def wire(
    database: Database,
    clock: Clock,
    outside: Outside,
    *,
    admin_ids: Collection[int],
    schedule: Schedule,
    default_language: Language,
    oc4ids_prefix: str = DEFAULT_OC4IDS_PREFIX,
    messages_per_second: int = MESSAGES_PER_SECOND,
) -> Wired:
    """Everything that answers an update. `schedule` is a newcomer's."""
    rights = Rights(frozenset(admin_ids))
    notify = NotifyAdmins(database, clock, frozenset(admin_ids))
    officials = Officials(clock, ProjectRights(rights))

    async def tell(db: Transaction, notice: Notice) -> None:
        await notify.of_sources(db, [notice])

    cases = (
        accounts.use_cases(
            database,
            clock,
            next_slot,
            outside.group_admins,
            outside.menus,
            rights,
            schedule,
            default_language,
        )
        | publishing.use_cases(
            database, clock, outside.links, rights, schedule, outside.group_admins
        )
        | projects.use_cases(database, clock, rights, outside.group_admins)
        | updating.use_cases(database, clock, ProjectRights(rights), TellOfProposals(officials))
        | channels.use_cases(database, clock, rights, outside.links, notify, outside.look)
        | announcing.use_cases(database, clock, rights, outside.links, messages_per_second)
        | announcing.cases_after(
            database,
            clock,
            rights,
            outside.links,
            outside.long_work,
            outside.answers,
            Welcome(database, clock, schedule),
            messages_per_second,
        )
        | news.use_cases(database, clock, rights, outside.fetch, outside.parse, tell)
    )
    cases |= announcing.watching_cases(database, clock, rights, outside.answers, notify)
    cases["watching"] = Watching(
        outside.answers, schedule, cases["see_progress"], cases["watch_progress"]
    )
    looking = projects.looking_cases(database, clock, rights, schedule.timezone)
    cases |= looking
    cases |= projects.file_cases(database, clock, rights, outside.work, oc4ids_prefix)
    cases |= projects.asking_cases(
        database, clock, rights, Welcome(database, clock, schedule), notify.of_question
    )
    cases["apply_asked"] = ApplyAsked(cases["imports"], outside.answers)
    cases |= publishing.picture_cases(clock, schedule.timezone, looking, outside.work)
    cases["tell_heads"] = TellHeads(database, clock, officials, schedule.timezone)
    cases["link_stories"] = LinkStories(database, clock, officials.of_news)
    cases |= publishing.care_cases(database, clock, rights, outside.files)
    cases["update_desk"] = UpdateDesk(
        clock, schedule, cases["see_offered"], cases["expect_answer"], cases["welcome"]
    )
    cases["announcing_desk"] = AnnouncingDesk(
        cases["see_draft"], cases["list_drafts"], cases["expect_answer"], cases["welcome"]
    )
    cases["sending_desk"] = SendingDesk(
        clock,
        schedule,
        cases["prepare_sending"],
        cases["expect_answer"],
        cases["welcome"],
    )
    dispatcher = Dispatcher(disable_fsm=True, answers=outside.answers, files=outside.files, **cases)
    install(dispatcher, cases["recognize"], cases["come_back"], cases["note_seen"])
    return Wired(dispatcher, cases)
