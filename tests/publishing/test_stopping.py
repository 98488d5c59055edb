"""Pausing, going on and cancelling: nobody twice, nobody lost, whatever was in flight."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy import select, update

from accounts.actor import Actor
from accounts.rights import NotAllowedError, Rights
from model.announcements import Announcement, AnnouncementState, Announcing, RecipientState
from model.audit import Sought
from model.ids import AnnouncementId, ChatId
from model.outbox import Priority, RowState
from model.people import ChatKind, Language, Role
from publishing.announcing.errors import AnnouncementChangedError, UnknownAnnouncementError
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.stopping import (
    CancelAnnouncement,
    HoldBack,
    PauseAnnouncement,
    ResumeAnnouncement,
    pause,
)
from storage.database import Database
from storage.tables import OutboxTable
from tests.clocks import MORNING, ManualClock
from tests.publishing.announced import ADMIN, Broadcasts

PEOPLE = range(100, 110)
WRITER = 8
"""An admin who may write and not send."""


def person(user_id: int = ADMIN) -> Actor:
    return Actor(ChatId(user_id), ChatKind.PRIVATE, user_id, Language.RUSSIAN)


class Stops:
    """An announcement to ten people, and all that can be done to it on its way."""

    def __init__(self, post: Broadcasts) -> None:
        self.post = post
        rights = AnnouncingRights(Rights(frozenset({ADMIN})))
        self.pause = PauseAnnouncement(post.database, post.clock, rights)
        self.resume = ResumeAnnouncement(post.database, post.clock, rights)
        self.cancel = CancelAnnouncement(post.database, post.clock, rights)
        self.hold_back = HoldBack(post.database, post.clock)

    async def begins(self) -> AnnouncementId:
        """All of it is in the outbox."""
        number = await self.post.sends("Приём заявок")
        await self.post.feed()
        return number

    async def becomes(self, *chats: int, **values: object) -> None:
        """So it stands with their rows."""
        async with self.post.database.writing() as db:
            of_theirs = OutboxTable.chat_id.in_(chats)
            await db.session.execute(update(OutboxTable).where(of_theirs).values(**values))

    async def goes_on(self, number: AnnouncementId) -> Announcement:
        found = await self.post.announcement(number)
        return await self.resume(person(), number, found.version)

    async def states(self, number: AnnouncementId) -> Counter[str]:
        """How far it is with everyone: the row's word, where there is one."""
        rows = dict(map(tuple, await self.post.rows(OutboxTable.id, OutboxTable.state)))
        return Counter(
            rows.get(one.row_id or 0, "") if one.state == RecipientState.ENQUEUED else one.state
            for one in await self.post.recipients(number)
        )

    async def acts(self) -> list[tuple[str, dict[str, object] | None]]:
        async with self.post.database.reading() as db:
            found = await db.audit.found(Sought(), 100)
        return [(one.act.action, one.act.before or one.act.after) for one in reversed(found)]


@pytest.fixture
async def stops(database: Database) -> Stops:
    post = Broadcasts(database, ManualClock())
    for chat_id in PEOPLE:
        await post.chat(chat_id)
    async with database.writing() as db:
        await db.roles.grant(WRITER, Role.ADMIN, None, MORNING)
        await db.roles.let_announce(WRITER, Announcing.WRITE)
    return Stops(post)


async def test_what_has_not_left_is_taken_back(stops: Stops) -> None:
    number = await stops.begins()
    await stops.becomes(100, state=RowState.SENT)
    await stops.becomes(101, state=RowState.SENDING)
    await stops.becomes(102, attempts=2, error="Bad Gateway")  # it surely did not arrive
    await stops.becomes(103, attempts=1, error="no answer", was_uncertain=True)
    await stops.becomes(104, parts_sent=1, message_ids=[1], priority=Priority.REST)
    paused = await stops.pause(person(), number)
    assert paused.state is AnnouncementState.PAUSED
    left = await stops.post.rows(OutboxTable.chat_id)
    assert [chat for (chat,) in left] == [100, 101, 103, 104]
    assert await stops.states(number) == {"sent": 1, "sending": 1, "pending": 2, "waiting": 6}
    await stops.post.feed()
    assert len(await stops.post.rows(OutboxTable.id)) == 4


async def test_it_goes_on_where_it_was(stops: Stops) -> None:
    number = await stops.begins()
    await stops.post.arrives(*PEOPLE[:4])
    await stops.pause(person(), number)
    resumed = await stops.goes_on(number)
    assert (resumed.state, resumed.pause_reason) == (AnnouncementState.SENDING, None)
    assert resumed.resumed_at == stops.post.clock.now()
    await stops.post.feed()
    chats = [chat for (chat,) in await stops.post.rows(OutboxTable.chat_id)]
    assert sorted(chats) == list(PEOPLE), "everybody once"
    await stops.post.arrives()
    await stops.post.feed()
    assert (await stops.post.announcement(number)).state is AnnouncementState.SENT


async def test_what_comes_back_while_it_is_paused_does_not_leave_again(stops: Stops) -> None:
    number = await stops.begins()
    await stops.becomes(100, state=RowState.SENDING)
    await stops.pause(person(), number)
    assert await stops.hold_back() == 0
    await stops.becomes(100, state=RowState.PENDING, attempts=1, error="Bad Gateway")
    assert await stops.hold_back() == 1
    assert await stops.states(number) == {"waiting": 10}
    assert await stops.hold_back() == 0


async def test_cancelled_is_what_nobody_has_had(stops: Stops) -> None:
    number = await stops.begins()
    await stops.becomes(100, state=RowState.SENT)
    await stops.becomes(101, state=RowState.SENDING)
    await stops.becomes(102, state=RowState.UNCERTAIN)
    await stops.becomes(103, attempts=1, was_uncertain=True)
    await stops.becomes(104, parts_sent=1, message_ids=[1], priority=Priority.REST)
    await stops.becomes(105, attempts=1, error="Bad Gateway")
    cancelled = await stops.cancel(person(), number)
    assert cancelled.state is AnnouncementState.CANCELLED
    assert cancelled.finished_at == stops.post.clock.now()
    assert await stops.states(number) == {
        "sent": 1, "sending": 1, "uncertain": 2, "pending": 1, "cancelled": 5,
    }  # fmt: skip
    await stops.becomes(101, state=RowState.PENDING, attempts=1, was_uncertain=True)
    assert await stops.hold_back() == 1
    assert (await stops.states(number))["uncertain"] == 3
    assert await stops.hold_back() == 0
    await stops.post.feed()
    assert (await stops.states(number))["cancelled"] == 5


async def test_what_was_in_flight_and_surely_failed_is_cancelled_too(stops: Stops) -> None:
    number = await stops.begins()
    await stops.becomes(101, state=RowState.SENDING)
    await stops.cancel(person(), number)
    await stops.becomes(101, state=RowState.PENDING, attempts=1, error="Bad Gateway")
    await stops.hold_back()
    assert await stops.states(number) == {"cancelled": 10}


async def test_a_paused_one_is_cancelled(stops: Stops) -> None:
    number = await stops.begins()
    await stops.pause(person(), number)
    await stops.cancel(person(), number)
    assert await stops.states(number) == {"cancelled": 10}


async def test_pressed_twice_it_is_done_once_and_says_what_it_is(stops: Stops) -> None:
    number = await stops.begins()
    first, again = await stops.pause(person(), number), await stops.pause(person(), number)
    assert first == again
    resumed = await stops.resume(person(), number, first.version)
    assert await stops.resume(person(), number, first.version) == resumed
    cancelled = await stops.cancel(person(), number)
    assert await stops.cancel(person(), number) == cancelled
    assert await stops.pause(person(), number) == cancelled
    assert await stops.resume(person(), number, cancelled.version) == cancelled
    actions = [action for action, _ in await stops.acts()]
    assert actions == ["announcement.pause", "announcement.resume", "announcement.cancel"]


async def test_a_pause_of_another_kind_is_looked_at_before_it_goes_on(stops: Stops) -> None:
    number = await stops.begins()
    seen = await stops.pause(person(), number)
    await stops.goes_on(number)
    await stops.pause(person(), number)
    with pytest.raises(AnnouncementChangedError):
        await stops.resume(person(), number, seen.version)
    assert (await stops.post.announcement(number)).state is AnnouncementState.PAUSED


async def test_two_admins_at_once(stops: Stops) -> None:
    number = await stops.begins()
    await asyncio.gather(*(stops.pause(person(), number) for _ in range(4)))
    assert await stops.states(number) == {"waiting": 10}
    seen = (await stops.post.announcement(number)).version
    await asyncio.gather(
        stops.resume(person(), number, seen),
        stops.cancel(person(), number),
        stops.post.feed(),
        return_exceptions=True,
    )
    assert (await stops.post.announcement(number)).state is AnnouncementState.CANCELLED
    await stops.hold_back()
    assert await stops.states(number) == {"cancelled": 10}
    actions = Counter(action for action, _ in await stops.acts())
    assert actions["announcement.pause"] == actions["announcement.cancel"] == 1


async def test_it_takes_the_right_to_send(stops: Stops) -> None:
    number = await stops.begins()
    for act in (stops.pause, stops.cancel):
        with pytest.raises(NotAllowedError):
            await act(person(WRITER), number)
    with pytest.raises(NotAllowedError):
        await stops.resume(person(WRITER), number, 0)
    assert (await stops.post.announcement(number)).state is AnnouncementState.SENDING


async def test_a_draft_is_neither_paused_nor_cancelled_here(stops: Stops) -> None:
    draft = await stops.post.draft("Приём заявок")
    assert await stops.pause(person(), draft.id) == draft
    assert await stops.cancel(person(), draft.id) == draft
    with pytest.raises(UnknownAnnouncementError):
        await stops.pause(person(), AnnouncementId(404))


async def test_the_log_keeps_what_was_done(stops: Stops) -> None:
    number = await stops.begins()
    async with stops.post.database.writing() as db:
        found = await db.announcements.get(number, hold=True)
        assert found is not None
        await pause(db, found, MORNING, "watch-why-refused", "Bad Request: no")
    await stops.goes_on(number)
    await stops.post.feed()
    await stops.post.arrives(100)
    await stops.cancel(person(), number)
    assert await stops.acts() == [
        ("announcement.resume", {"said": "Bad Request: no"}),
        ("announcement.cancel", {"cancelled": 9}),
    ]


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_happens_everybody_is_served_once_or_not_at_all(
    stops: Stops, seed: int
) -> None:
    """Any order of feeding, sending, failing, pausing and going on, and a cancel in the end."""
    chance = random.Random(seed)
    number = await stops.begins()
    had: Counter[int] = Counter()
    in_doubt: set[int] = set()

    async def something_is_sent() -> None:
        async with stops.post.database.writing() as db:
            row = await db.session.scalar(
                select(OutboxTable).where(OutboxTable.state == RowState.PENDING).limit(1)
            )
            if row is None or row.chat_id is None:
                return
            end = chance.choice(["sent", "refused", "came back", "nobody knows"])
            if end == "sent":
                had[row.chat_id] += 1
                row.state, row.finished_at = RowState.SENT, stops.post.clock.now()
            elif end == "refused":
                row.state, row.error = RowState.FAILED, "Forbidden: bot was blocked by the user"
            elif end == "came back":
                row.attempts, row.error = row.attempts + 1, "Bad Gateway"
            else:
                in_doubt.add(row.chat_id)
                had[row.chat_id] += chance.randrange(2)
                if row.was_uncertain:
                    row.state = RowState.UNCERTAIN
                row.was_uncertain = True

    async def it_is_stopped_and_goes_on() -> None:
        await stops.pause(person(), number)
        await stops.hold_back()
        for _ in range(chance.randrange(3)):
            await something_is_sent()
        await stops.goes_on(number)

    for _ in range(30):
        stops.post.clock.advance(1)
        steps: list[Callable[[], Awaitable[object]]] = [
            something_is_sent,
            something_is_sent,
            stops.post.feed,
            it_is_stopped_and_goes_on,
        ]
        await chance.choice(steps)()
    await stops.cancel(person(), number)
    states = await stops.states(number)
    assert sum(states.values()) == len(PEOPLE), "nobody is lost"
    assert set(states) <= {"sent", "failed", "uncertain", "cancelled"}
    for chat, times in had.items():
        assert times <= (2 if chat in in_doubt else 1)
