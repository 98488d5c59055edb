"""Messages that tell how far an announcement is: when they are edited, for whom, what they say."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from accounts.actor import Actor
from accounts.rights import NotAllowedError, Rights
from model.announcements import Announcement, AnnouncementState, Announcing, Watcher
from model.ids import AnnouncementId, ChatId
from model.outbox import RowState
from model.people import ChatKind, Language, Role
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.stopping import pause
from publishing.announcing.telling import LEAST_SECONDS, MOST_SECONDS, TellProgress, seconds_between
from publishing.announcing.watching import (
    LeaveProgress,
    ListUnderWay,
    SeeProgress,
    WatchProgress,
)
from storage.database import Database
from storage.tables import OutboxTable, RecipientTable
from tests.clocks import MORNING, ManualClock
from tests.handlers.town import FakeTelegram, Shown
from tests.publishing.announced import ADMIN, Broadcasts
from views.announcing_watching import progress

PEOPLE = range(100, 120)
OTHER = 8
"""An admin who reads Kazakh."""
ZONE = "Asia/Almaty"
BLOCKED = "Forbidden: bot was blocked by the user"


class Watched:
    """Admins before their messages, and the passing of time."""

    def __init__(self, post: Broadcasts) -> None:
        self.post = post
        self.clock = post.clock
        self.database = post.database
        self.telegram = FakeTelegram()
        self.rights = AnnouncingRights(Rights(frozenset({ADMIN})))
        self.see = SeeProgress(self.database, self.clock, self.rights)
        self.watch = WatchProgress(self.database, self.rights)
        self.tell = self.process()

    def process(self) -> TellProgress:
        """One that has just been started."""
        return TellProgress(self.database, self.clock, self.rights, self.telegram)

    async def opens(self, number: AnnouncementId, user_id: int = ADMIN) -> Shown:
        """The message that tells of it in the person's chat from now on."""
        language = Language.KAZAKH if user_id == OTHER else Language.RUSSIAN
        person = Actor(ChatId(user_id), ChatKind.PRIVATE, user_id, language)
        seen = await self.see(person, number)
        said = progress(seen, ZONE, language)
        message_id = await self.telegram.send(user_id, said)
        assert message_id is not None
        await self.watch(person, seen, message_id, ZONE, said)
        return self.telegram.messages[message_id - 1]

    async def passes(self, seconds: float, then: TellProgress | None = None) -> int:
        """So much time, and a look; how many messages were edited."""
        self.clock.advance(seconds)
        return await (then or self.tell)()

    async def pauses(self, number: AnnouncementId) -> None:
        async with self.database.writing() as db:
            found = await db.announcements.get(number, hold=True)
            assert found is not None
            await pause(db, found, self.clock.now())

    async def watchers(self, number: AnnouncementId) -> list[int]:
        return [one.chat_id for one in (await self.post.announcement(number)).watchers]


@pytest.fixture
async def watched(database: Database) -> Watched:
    """Twenty readers, and two admins, who read it too."""
    post = Broadcasts(database, ManualClock())
    for chat_id in PEOPLE:
        await post.chat(chat_id)
    await post.chat(ADMIN)
    await post.chat(OTHER, Language.KAZAKH)
    async with database.writing() as db:
        await db.roles.grant(OTHER, Role.ADMIN, None, MORNING)
    return Watched(post)


async def begun(watched: Watched) -> AnnouncementId:
    number = await watched.post.sends("Приём заявок")
    await watched.post.feed()
    return number


async def test_a_message_is_edited_as_the_sending_goes_on(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    await watched.passes(10)
    await watched.post.arrives(*PEOPLE[:10])
    await watched.post.arrives(PEOPLE[10], state=RowState.FAILED, error=BLOCKED)
    assert await watched.passes(10) == 1
    assert "50 %" in shown.text
    assert "Доставлено: 10 из 22" in shown.text
    assert "бот заблокирован: 1" in shown.text
    assert "Скорость: 0,6 в секунду" in shown.text
    assert "Ещё примерно: меньше минуты" in shown.text


async def test_what_reads_the_same_is_not_edited(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    for _ in range(5):
        assert await watched.passes(20) == 0
    assert shown.edits == 0


async def test_it_is_not_edited_oftener_than_telegram_takes(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    for second, chat_id in enumerate(PEOPLE, 1):
        await watched.post.arrives(chat_id)
        await watched.passes(1)
        assert shown.edits <= 1 + second / LEAST_SECONDS
    assert shown.edits >= len(PEOPLE) // 4


async def test_each_reads_it_in_their_own_language(watched: Watched) -> None:
    number = await begun(watched)
    russian, kazakh = await watched.opens(number), await watched.opens(number, OTHER)
    await watched.post.arrives(*PEOPLE)
    assert await watched.passes(20) == 2
    assert "Доставлено: 20 из 22" in russian.text
    assert "Жеткені: 20, барлығы: 22" in kazakh.text


async def test_a_pause_is_told_at_once(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    await watched.post.arrives(PEOPLE[0])
    assert await watched.passes(5) == 1
    await watched.pauses(number)
    assert await watched.passes(1) == 1
    assert "приостановлено" in shown.text


async def test_the_last_edit_says_the_end_and_is_the_last(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    await watched.post.arrives()
    await watched.post.feed()
    await watched.passes(2)
    assert "отправлено" in shown.text
    assert "Доставлено: 22 из 22" in shown.text
    assert await watched.watchers(number) == []
    assert await watched.passes(60) == 0


async def test_who_got_nothing_is_said_at_the_end(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    await watched.post.arrives(state=RowState.FAILED, error=BLOCKED)
    await watched.post.feed()
    await watched.passes(2)
    assert "не дошло ни до кого" in shown.text


async def test_the_end_is_told_when_there_is_room_for_it(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    await watched.post.arrives()
    await watched.post.feed()
    watched.telegram.is_full = True
    await watched.passes(5)
    assert await watched.watchers(number) == [ADMIN]
    watched.telegram.is_full = False
    await watched.passes(5)
    assert "отправлено" in shown.text
    assert await watched.watchers(number) == []


async def test_a_message_that_is_gone_is_not_edited_again(watched: Watched) -> None:
    number = await begun(watched)
    shown, other = await watched.opens(number), await watched.opens(number, OTHER)
    shown.gone = True
    await watched.post.arrives(PEOPLE[0])
    await watched.passes(5)
    assert await watched.watchers(number) == [OTHER]
    assert other.edits == 1


async def test_whoever_lost_the_right_is_told_no_more(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number, OTHER)
    async with watched.database.writing() as db:
        await db.roles.revoke(OTHER)
    await watched.post.arrives(PEOPLE[0])
    await watched.passes(5)
    assert shown.edits == 0
    assert await watched.watchers(number) == []


async def test_who_may_only_write_sees_no_button_that_stops_it(watched: Watched) -> None:
    number = await begun(watched)
    async with watched.database.writing() as db:
        await db.roles.let_announce(OTHER, Announcing.WRITE)
    shown = await watched.opens(number, OTHER)
    await watched.post.arrives(PEOPLE[0])
    await watched.passes(5)
    assert shown.edits == 1
    assert shown.labels == ["📊 Нәтиже", "‹ Жіберу барысы"]


async def test_a_restart_goes_on_with_the_same_message(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    await watched.passes(20)
    assert await watched.passes(20, watched.process()) == 0, "it reads so already"
    await watched.post.arrives(PEOPLE[0])
    assert await watched.passes(20, watched.process()) == 1
    assert "Доставлено: 1 из 22" in shown.text
    assert len(watched.telegram.messages) == 1


async def test_of_two_processes_one_edits(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    other = watched.process()
    for chat_id in PEOPLE[:5]:
        await watched.post.arrives(chat_id)
        watched.clock.advance(20)
        assert sum(await asyncio.gather(watched.tell(), other(), watched.tell(), other())) == 1
    assert shown.edits == 5


async def test_whoever_confirmed_what_begins_later_is_sent_a_message(watched: Watched) -> None:
    number = await watched.post.sends("Приём заявок", confirmed_by=ADMIN, approved_by=OTHER)
    await watched.passes(1)
    assert watched.telegram.messages == []
    await watched.passes(3)
    assert sorted(one.chat_id for one in watched.telegram.messages) == [OTHER, ADMIN]
    await watched.passes(30)
    assert len(watched.telegram.messages) == 2
    assert sorted(await watched.watchers(number)) == [OTHER, ADMIN]


async def test_whoever_has_just_confirmed_it_is_sent_no_other_message(watched: Watched) -> None:
    number = await watched.post.sends("Приём заявок", confirmed_by=ADMIN)
    await watched.passes(1)
    await watched.opens(number)
    await watched.passes(5)
    assert len(watched.telegram.messages) == 1


async def test_one_message_a_chat_tells_of_it(watched: Watched) -> None:
    number = await begun(watched)
    first = await watched.opens(number)
    second = await watched.opens(number)
    await watched.post.arrives(PEOPLE[0])
    await watched.passes(5)
    assert (first.edits, second.edits) == (0, 1)


async def test_a_message_that_says_something_else_by_now_is_left_alone(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    person = Actor(ChatId(ADMIN), ChatKind.PRIVATE, ADMIN, Language.RUSSIAN)
    leave = LeaveProgress(watched.database)
    await leave(person, number, shown.message_id + 1)
    assert await watched.watchers(number) == [ADMIN]
    await leave(person, number, shown.message_id)
    await watched.post.arrives(PEOPLE[0])
    await watched.passes(5)
    assert shown.edits == 0


async def test_that_telegram_does_not_answer_is_said(watched: Watched) -> None:
    number = await begun(watched)
    shown = await watched.opens(number)
    await watched.passes(20)
    async with watched.database.writing() as db:
        tried = {"attempts": 1, "error": "Bad Gateway"}
        await db.session.execute(update(OutboxTable).values(**tried))
    await watched.passes(20)
    assert "Telegram сейчас не принимает сообщения" in shown.text
    await watched.post.arrives(PEOPLE[0])
    await watched.passes(5)
    assert "не принимает" not in shown.text


async def test_those_who_sleep_are_told_apart(watched: Watched) -> None:
    number = await watched.post.sends("Приём заявок")
    tomorrow = MORNING + timedelta(hours=23)
    async with watched.database.writing() as db:
        asleep = RecipientTable.id <= 5
        await db.session.execute(update(RecipientTable).where(asleep).values(not_before=tomorrow))
    await watched.post.feed()
    shown = await watched.opens(number)
    await watched.post.arrives()
    await watched.passes(5)
    assert "Осталось: 5" in shown.text
    assert "ждут утра или своего времени: 5, первые получат завтра в 08:00" in shown.text
    assert "Ещё примерно" not in shown.text, "all who are awake have it"


async def test_what_goes_is_listed_before_what_waits(watched: Watched) -> None:
    drafts = [await watched.post.draft(said) for said in ("В пятницу", "Завтра")]
    for draft, days in zip(drafts, (4, 1), strict=True):
        waits = replace(draft, state=AnnouncementState.SCHEDULED)
        async with watched.database.writing() as db:
            await db.announcements.save(replace(waits, starts_at=MORNING + timedelta(days=days)))
    later, sooner = drafts
    await watched.post.draft("Черновик")
    number = await begun(watched)
    listed = ListUnderWay(watched.database, watched.rights)
    person = Actor(ChatId(ADMIN), ChatKind.PRIVATE, ADMIN, Language.RUSSIAN)
    assert [one.id for one in await listed(person)] == [number, sooner.id, later.id]


async def test_who_may_not_write_sees_nothing(watched: Watched) -> None:
    number = await begun(watched)
    with pytest.raises(NotAllowedError):
        await watched.opens(number, PEOPLE[0])


SENDING = Announcement(
    AnnouncementId(1), ADMIN, AnnouncementState.SENDING, MORNING, MORNING, started_at=MORNING
)


@given(st.floats(0, 24 * 3600), st.floats(0, 2))
def test_what_takes_long_is_edited_rarely(age: float, cost: float) -> None:
    now = MORNING + timedelta(seconds=age)
    pause = seconds_between(SENDING, now, cost)
    assert pause >= LEAST_SECONDS
    assert pause >= seconds_between(SENDING, MORNING, 0)
    assert pause >= 10 * cost, "counting takes a small part of the time"
    assert pause <= max(MOST_SECONDS, 20 * cost)


@given(st.lists(st.integers(1, 10**9), unique=True, max_size=60))
def test_many_watchers_are_one_edit_a_second(chats: Sequence[int]) -> None:
    watchers = tuple(Watcher(ChatId(chat), 1, Language.RUSSIAN, ZONE) for chat in chats)
    pause = seconds_between(replace(SENDING, watchers=watchers), MORNING, 0)
    assert len(watchers) / pause <= 1
