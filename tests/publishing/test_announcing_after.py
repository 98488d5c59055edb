"""What became of an announcement, and what is sent because of it."""

from collections.abc import Callable
from io import BytesIO
from typing import Any, TypeVar

import pytest
from python_calamine import load_workbook
from sqlalchemy import select

from accounts.rights import NotAllowedError
from common.worker import WorkFailed
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementButton, AnnouncementState
from model.ids import AnnouncementId, ProjectId
from model.outbox import RowState
from model.people import Language, Role
from model.results import Reached
from publishing.announcing.again import FollowUp, ResendToMissed, SendAgain
from publishing.announcing.errors import (
    NobodyInDoubtError,
    NotOverError,
    UnknownAnnouncementError,
)
from publishing.announcing.reporting import Asked, AskResultsFile, MakeAskedFiles, SeeResults
from publishing.announcing.sending import begin
from publishing.pruning import PruneOld
from storage.audiences import chosen
from storage.database import Database
from storage.tables import AuditTable, OutboxTable, SubscriberTable
from tests.clocks import ManualClock
from tests.handlers.town import FakeTelegram
from tests.news.outlets import ParserHere
from tests.projects.makers import add
from tests.publishing.announced import ADMIN, RIGHTS, Broadcasts, admin
from views.announcing_after import making

BLOCKED = "Forbidden: bot was blocked by the user"
DAY = 24 * 3600
T = TypeVar("T")


@pytest.fixture
def broadcasts(database: Database) -> Broadcasts:
    return Broadcasts(database, ManualClock())


def see(broadcasts: Broadcasts) -> SeeResults:
    return SeeResults(broadcasts.database, broadcasts.clock, RIGHTS)


async def acts(broadcasts: Broadcasts) -> list[tuple[str, str]]:
    async with broadcasts.database.reading() as db:
        query = select(AuditTable.action, AuditTable.subject).order_by(AuditTable.id)
        return [(action, subject) for action, subject in await db.session.execute(query)]


async def audience_of(broadcasts: Broadcasts, draft: Announcement) -> set[int]:
    """The chats that a draft would go to now."""
    async with broadcasts.database.reading() as db:
        which = chosen(db.session, draft.audience, frozenset(), broadcasts.clock.now())
        return set(await db.session.scalars(select(SubscriberTable.chat_id).where(which)))


async def six_ends(broadcasts: Broadcasts) -> AnnouncementId:
    """One announcement, and everything that can become of it."""
    project = await add(broadcasts.database)
    for chat_id in range(1, 7):
        language = Language.KAZAKH if chat_id == 6 else Language.RUSSIAN
        await broadcasts.chat(chat_id, language)
    await broadcasts.chat(-7, name="Инвесторы")
    buttons = (
        AnnouncementButton({Language.RUSSIAN: "Проект"}, project_id=project.id),
        AnnouncementButton({Language.RUSSIAN: "Сайт"}, url="https://keruen.kz/"),
    )
    number = await broadcasts.sends("Приём заявок", "Өтінім қабылдау", buttons=buttons)
    await broadcasts.feed()
    await broadcasts.arrives(1, 6, -7)
    await broadcasts.arrives(2, state=RowState.FAILED, error=BLOCKED)
    await broadcasts.arrives(3, state=RowState.FAILED, error="Bad Request: PHOTO_INVALID")
    await broadcasts.arrives(4, state=RowState.UNCERTAIN, error="no answer", parts_sent=1)
    await broadcasts.forgets(5)
    await broadcasts.feed()
    await broadcasts.blocks(6)
    async with broadcasts.database.writing() as db:
        for button, user_id in ((0, 1), (0, 6), (0, 77)):
            await db.presses.add(number, button, user_id, broadcasts.clock.now())
    return number


@pytest.mark.parametrize("is_pruned", [False, True])
async def test_the_figures_tell_every_end_also_when_the_rows_are_dropped(
    broadcasts: Broadcasts, is_pruned: bool
) -> None:
    number = await six_ends(broadcasts)
    if is_pruned:
        broadcasts.clock.advance(36 * DAY)
        await PruneOld(broadcasts.database, broadcasts.clock, "Asia/Almaty")()
        assert await broadcasts.rows(OutboxTable.id) == []
    found = await see(broadcasts)(admin(), number)
    progress, figures = found.progress, found.figures
    assert (progress.sent, progress.uncertain, progress.left, progress.total) == (3, 1, 0, 7)
    assert progress.failed == {BLOCKED: 1, "Bad Request: PHOTO_INVALID": 1}
    assert figures.called_off == {"asked to be forgotten": 1}
    assert (figures.partly, figures.blocked_since) == (1, 1)
    assert figures.languages == {
        Language.KAZAKH: Reached(1, 1),
        Language.RUSSIAN: Reached(6, 2),
    }
    assert figures.presses == {0: 3}


async def test_the_spreadsheet_has_every_chat_and_no_names(broadcasts: Broadcasts) -> None:
    number = await six_ends(broadcasts)
    telegram, run = FakeTelegram(), ParserHere().run
    screen = await telegram.send(ADMIN, making(Language.RUSSIAN))
    assert screen is not None
    ask = AskResultsFile(broadcasts.database, RIGHTS)
    make = MakeAskedFiles(broadcasts.database, broadcasts.clock, see(broadcasts), run, telegram)
    for _ in range(2):
        await ask(admin(), number, Asked(screen, Language.RUSSIAN, "Asia/Almaty"))
    assert (await make(), await make()) == (1, 0)
    assert telegram.last(ADMIN).text.startswith("✅ Таблица готова")
    ((name, content),) = telegram.files
    book = load_workbook(BytesIO(content))

    def sheet(name: str) -> list[list[Any]]:
        return book.get_sheet_by_name(name).to_python()

    assert name.startswith(f"keruen-announcement-{number}-")
    summary = {row[0]: row[1] for row in sheet("Итоги")}
    assert summary["Доставлено"] == 3
    assert summary["Получателей всего"] == 7
    assert summary["бот заблокирован"] == 1
    refused = "Telegram не принял: PHOTO_INVALID"
    assert summary[refused] == 1
    assert [row[:6] for row in sheet("Получатели")[1:]] == [
        ["1", "человек", "", "Русский", "доставлено", ""],
        ["2", "человек", "", "Русский", "не доставлено", "бот заблокирован"],
        ["3", "человек", "", "Русский", "не доставлено", refused],
        ["4", "человек", "", "Русский", "дошло не целиком", ""],
        ["данные удалены", "", "", "Русский", "отменено", "данные удалены по просьбе человека"],
        ["6", "человек", "", "Қазақша", "доставлено", ""],
        ["-7", "группа", "Инвесторы", "Русский", "доставлено", ""],
    ]
    presses = sheet("Нажатия")[1:]
    assert [(row[0], row[2]) for row in presses] == [
        ("Проект", 3),
        ("Сайт", "нет данных: Telegram не сообщает"),
    ]


async def test_those_in_doubt_are_sent_it_once_more(broadcasts: Broadcasts) -> None:
    number = await six_ends(broadcasts)
    again = SendAgain(broadcasts.database, broadcasts.clock, RIGHTS)
    assert await again(admin(), number) == 1
    with pytest.raises(NobodyInDoubtError):
        await again(admin(), number)
    assert (await see(broadcasts)(admin(), number)).progress.in_flight == 1
    await broadcasts.arrives(4)
    found = await see(broadcasts)(admin(), number)
    assert (found.progress.sent, found.progress.uncertain) == (4, 0)
    assert await acts(broadcasts) == [
        ("project.add", "project:1"),
        ("announcement.again", f"announcement:{number}"),
    ]


async def test_whoever_missed_it_gets_it_anew_and_nobody_who_had_it_since(
    broadcasts: Broadcasts,
) -> None:
    number = await six_ends(broadcasts)
    resend = ResendToMissed(broadcasts.database, broadcasts.clock, RIGHTS)
    draft = await resend(admin(), number)
    assert draft == await resend(admin(), number)  # a press that comes twice
    assert (draft.state, draft.parent_id) == (AnnouncementState.DRAFT, number)
    assert Outgoing.from_json(draft.versions[Language.RUSSIAN]).text == "Приём заявок"
    assert len(draft.buttons) == 2
    assert await audience_of(broadcasts, draft) == {2, 3}
    async with broadcasts.database.writing() as db:
        await begin(db, draft, frozenset(), broadcasts.clock.now())
    await broadcasts.feed()
    await broadcasts.arrives(2)
    await broadcasts.arrives(3, state=RowState.FAILED, error="Bad Request: PHOTO_INVALID")
    await broadcasts.feed()
    anew = await resend(admin(), number)
    assert anew.id != draft.id
    assert await audience_of(broadcasts, anew) == {3}


async def test_what_is_still_being_sent_has_missed_nobody(broadcasts: Broadcasts) -> None:
    await broadcasts.chat(1)
    number = await broadcasts.sends("Приём заявок")
    with pytest.raises(NotOverError):
        await ResendToMissed(broadcasts.database, broadcasts.clock, RIGHTS)(admin(), number)


async def test_whoever_pressed_can_be_written_to(broadcasts: Broadcasts) -> None:
    number = await six_ends(broadcasts)
    follow_up = FollowUp(broadcasts.database, broadcasts.clock, RIGHTS)
    draft = await follow_up(admin(), number, 0)
    assert (draft.versions, draft.parent_id) == ({}, number)
    assert await audience_of(broadcasts, draft) >= {1}
    assert 3 not in await audience_of(broadcasts, draft)
    with pytest.raises(UnknownAnnouncementError):
        await follow_up(admin(), number, 2)


async def test_only_those_who_may_look_and_send(broadcasts: Broadcasts) -> None:
    number = await six_ends(broadcasts)
    async with broadcasts.database.writing() as db:
        await db.roles.grant(3, Role.OFFICIAL, ADMIN, broadcasts.clock.now())
    with pytest.raises(NotAllowedError):
        await see(broadcasts)(admin(3), number)
    for case in (SendAgain, ResendToMissed):
        with pytest.raises(NotAllowedError):
            await case(broadcasts.database, broadcasts.clock, RIGHTS)(admin(3), number)


async def test_a_draft_has_no_results(broadcasts: Broadcasts) -> None:
    draft = await broadcasts.draft("Ещё не отправлено")
    for number in (draft.id, AnnouncementId(404)):
        with pytest.raises(UnknownAnnouncementError):
            await see(broadcasts)(admin(), number)


async def test_a_button_of_a_deleted_project_leads_nowhere(broadcasts: Broadcasts) -> None:
    await broadcasts.chat(1)
    button = AnnouncementButton({Language.RUSSIAN: "Проект"}, project_id=ProjectId(404))
    number = await broadcasts.sent("Приём заявок", buttons=(button,))
    assert (await see(broadcasts)(admin(), number)).codes == {}


async def test_a_file_that_is_not_made_is_said_to_be(broadcasts: Broadcasts) -> None:
    async def dies(function: Callable[..., T], *_: Any) -> T | WorkFailed:
        return WorkFailed("the reporter died")

    number = await six_ends(broadcasts)
    telegram = FakeTelegram()
    screen = await telegram.send(ADMIN, making(Language.RUSSIAN))
    assert screen is not None
    make = MakeAskedFiles(broadcasts.database, broadcasts.clock, see(broadcasts), dies, telegram)
    await AskResultsFile(broadcasts.database, RIGHTS)(
        admin(), number, Asked(screen, Language.RUSSIAN, "Asia/Almaty")
    )
    assert (await make(), await make()) == (1, 0)
    assert telegram.said(ADMIN) == ["Таблица не получилась. Попробуйте ещё раз."]
    assert telegram.files == []
