"""An announcement that goes wrong stops itself: when, why, and who hears of it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from delivery.outgoing import Outgoing
from model.announcements import AnnouncementState, RecipientState
from model.ids import AnnouncementId
from model.outbox import RowState
from model.people import Language
from publishing.announcing.guarding import (
    BASE,
    FAILED_IN_A_ROW,
    LAST,
    REFUSED_IN_A_ROW,
    WHY_MANY,
    WHY_NOBODY,
    WHY_REFUSED,
    GuardAnnouncements,
    Verdict,
    verdict,
)
from publishing.notices import NotifyAdmins
from storage.announcement_progress import Ended
from storage.database import Database
from storage.tables import BodyTable, OutboxTable
from tests.clocks import MORNING, ManualClock
from tests.publishing.announced import ADMIN, Broadcasts

BLOCKED = "Forbidden: bot was blocked by the user"
DEAD_URL = "Bad Request: inline keyboard button URL 'http://x' is invalid: Wrong HTTP URL"
RU, KK = Language.RUSSIAN, Language.KAZAKH


def came(
    state: RowState = RowState.SENT, error: str | None = None, version: Language = RU
) -> Ended:
    return Ended(AnnouncementId(1), version, state, error, MORNING)


SENT = came()
GONE = came(RowState.FAILED, BLOCKED)
REFUSED = came(RowState.FAILED, DEAD_URL)
UNKNOWN = came(RowState.UNCERTAIN, "no answer")
ONE = st.sampled_from([SENT, GONE, REFUSED, UNKNOWN, came(version=KK)])
REFUSED_KK = came(RowState.FAILED, DEAD_URL, KK)


def test_nothing_has_come_back_yet() -> None:
    assert verdict([]) is None


def test_what_telegram_refuses_again_and_again_is_wrong_itself() -> None:
    assert verdict([REFUSED] * (REFUSED_IN_A_ROW - 1) + [SENT]) is None
    assert verdict([REFUSED] * REFUSED_IN_A_ROW) == Verdict(WHY_REFUSED, DEAD_URL, RU)


def test_one_that_arrived_says_that_the_message_is_right() -> None:
    half = [REFUSED] * (REFUSED_IN_A_ROW - 1)
    assert verdict([*half, SENT, *half]) is None


def test_people_who_left_say_nothing_of_the_message() -> None:
    mixed = [GONE, REFUSED] * REFUSED_IN_A_ROW
    assert verdict(mixed[:FAILED_IN_A_ROW]) == Verdict(WHY_REFUSED, DEAD_URL, RU)


def test_a_version_that_is_refused_is_found_among_others_that_arrive() -> None:
    mixed = [SENT, REFUSED_KK] * REFUSED_IN_A_ROW
    assert verdict(mixed) == Verdict(WHY_REFUSED, DEAD_URL, KK)


def test_nobody_gets_it() -> None:
    assert verdict([GONE] * (FAILED_IN_A_ROW - 1) + [SENT]) is None
    assert verdict([GONE] * FAILED_IN_A_ROW + [SENT] * LAST) == Verdict(WHY_NOBODY, BLOCKED)


def test_a_share_needs_a_base() -> None:
    alternating = [GONE, GONE, SENT]
    assert verdict((alternating * LAST)[: BASE - 1]) is None
    assert verdict((alternating * LAST)[:BASE]) == Verdict(WHY_MANY, BLOCKED)


def test_some_have_always_left() -> None:
    assert verdict([SENT, GONE] * LAST) is None, "a half"


def test_long_ago_is_not_looked_at() -> None:
    assert verdict([SENT, SENT, GONE] * LAST + [GONE] * 10 * LAST) is None


@given(st.lists(ONE, max_size=3 * LAST))
def test_what_nobody_knows_counts_neither_way(ended: Sequence[Ended]) -> None:
    assert verdict(ended) == verdict([one for one in ended if one is not UNKNOWN])


@given(st.lists(st.sampled_from([SENT, UNKNOWN]), max_size=3 * LAST))
def test_what_arrives_is_never_stopped(ended: Sequence[Ended]) -> None:
    assert verdict(ended) is None


@given(st.lists(ONE, max_size=3 * LAST))
def test_it_stops_for_a_reason(ended: Sequence[Ended]) -> None:
    """Held against the rules said in another way."""
    known = [one for one in ended if one is not UNKNOWN]
    failed = [one.state is RowState.FAILED for one in known]
    last = failed[:LAST]
    nobody = len(failed) >= FAILED_IN_A_ROW and all(failed[:FAILED_IN_A_ROW])
    many = len(last) >= BASE and 2 * sum(last) > len(last)
    about = [one for one in known if one.language is RU and one is not GONE]
    refused = len(about) >= REFUSED_IN_A_ROW and all(
        one is REFUSED for one in about[:REFUSED_IN_A_ROW]
    )
    found = verdict(ended)
    assert (found is not None) == (nobody or many or refused)
    if refused:
        assert found == Verdict(WHY_REFUSED, DEAD_URL, RU)


PEOPLE = range(100, 160)


@pytest.fixture
async def post(database: Database) -> Broadcasts:
    """Sixty readers, and the admin of the settings, who reads Kazakh."""
    post = Broadcasts(database, ManualClock())
    for chat_id in PEOPLE:
        await post.chat(chat_id)
    await post.chat(ADMIN, KK)
    return post


@pytest.fixture
def guard(post: Broadcasts) -> GuardAnnouncements:
    return GuardAnnouncements(post.database, post.clock, notify_of(post))


def notify_of(post: Broadcasts) -> NotifyAdmins:
    return NotifyAdmins(post.database, post.clock, frozenset({ADMIN}))


async def notices(post: Broadcasts) -> dict[int, str]:
    """What is told to whom."""
    query = (
        select(OutboxTable.chat_id, BodyTable.outgoing)
        .join(BodyTable, BodyTable.id == OutboxTable.body_id)
        .where(OutboxTable.kind == "notice")
    )
    async with post.database.reading() as db:
        rows = (await db.session.execute(query)).all()
    told = {int(chat or 0): str(Outgoing.from_json(body).text) for chat, body in rows}
    assert len(told) == len(rows), "nobody is told twice"
    return told


async def test_it_is_paused_and_the_admins_are_told_why_once(
    post: Broadcasts, guard: GuardAnnouncements
) -> None:
    number = await post.sends("Приём заявок")
    await post.feed()
    post.clock.advance(1)
    await post.arrives(*PEOPLE[:12], state=RowState.FAILED, error=DEAD_URL)
    assert await guard() == 1
    paused = await post.announcement(number)
    assert (paused.state, paused.pause_reason) == (AnnouncementState.PAUSED, WHY_REFUSED)
    assert paused.pause_detail == DEAD_URL
    states = [one.state for one in await post.recipients(number)]
    assert states.count(RecipientState.WAITING) == 49, "what had not left is taken back"
    told = await notices(post)
    assert list(told) == [ADMIN]
    assert "өздігінен кідірді" in told[ADMIN]
    assert "Wrong HTTP URL" in told[ADMIN]
    assert await guard() == 0
    assert await notices(post) == told


async def test_errors_count_from_the_moment_it_was_resumed(
    post: Broadcasts, guard: GuardAnnouncements
) -> None:
    number = await post.sends("Приём заявок")
    await post.feed()
    post.clock.advance(1)
    await post.arrives(*PEOPLE[:12], state=RowState.FAILED, error=DEAD_URL)
    assert await guard() == 1
    post.clock.advance(60)
    async with post.database.writing() as db:
        paused = await db.announcements.get(number, hold=True)
        assert paused is not None
        now = post.clock.now()
        resumed = replace(paused, state=AnnouncementState.SENDING, resumed_at=now)
        await db.announcements.save(resumed)
    assert await guard() == 0
    await post.feed()
    post.clock.advance(1)
    await post.arrives(*PEOPLE[12:24], state=RowState.FAILED, error=DEAD_URL)
    assert await guard() == 1
    assert len(await notices_rows(post)) == 2, "it is another time that it stopped"


async def test_an_outage_stops_nothing(post: Broadcasts, guard: GuardAnnouncements) -> None:
    await post.sends("Приём заявок")
    await post.feed()
    async with post.database.writing() as db:
        tried = {"attempts": 3, "error": "Bad Gateway"}
        await db.session.execute(update(OutboxTable).values(**tried))
    assert await guard() == 0
    post.clock.advance(1)
    await post.arrives(*PEOPLE[:30], state=RowState.UNCERTAIN, error="no answer")
    assert await guard() == 0


async def test_a_version_that_is_refused_is_named(
    post: Broadcasts, guard: GuardAnnouncements
) -> None:
    for chat_id in range(200, 215):
        await post.chat(chat_id, KK)
    number = await post.sends("Приём заявок", "Өтінім қабылдау")
    await post.feed()
    post.clock.advance(1)
    await post.arrives(*range(200, 215), state=RowState.FAILED, error=DEAD_URL)
    await post.arrives(*PEOPLE[:30])
    assert await guard() == 1
    assert (await post.announcement(number)).pause_reason == f"{WHY_REFUSED}:kk"
    assert "«Қазақша» нұсқасын" in (await notices(post))[ADMIN]


async def test_whoever_confirmed_it_is_told_too(
    post: Broadcasts, guard: GuardAnnouncements
) -> None:
    official = PEOPLE[50]
    await post.sends("Приём заявок", confirmed_by=official)
    await post.feed()
    post.clock.advance(1)
    await post.arrives(*PEOPLE[:40], state=RowState.FAILED, error=BLOCKED)
    assert await guard() == 1
    assert set(await notices(post)) == {ADMIN, official}


async def test_another_one_goes_on(post: Broadcasts, guard: GuardAnnouncements) -> None:
    wrong, right = await post.sends("Раз"), await post.sends("Два")
    await post.feed()
    rows = await post.rows(OutboxTable.id, OutboxTable.unique_key)
    async with post.database.writing() as db:
        for row, key in rows:
            failed = key.startswith(f"announcement:{wrong}:")
            await db.session.execute(
                update(OutboxTable)
                .where(OutboxTable.id == row)
                .values(
                    state=RowState.FAILED if failed else RowState.SENT,
                    error=BLOCKED if failed else None,
                    finished_at=post.clock.now() + timedelta(seconds=1),
                )
            )
    assert await guard() == 1
    assert (await post.announcement(wrong)).state is AnnouncementState.PAUSED
    assert (await post.announcement(right)).state is AnnouncementState.SENDING


async def test_two_processes_stop_it_once(post: Broadcasts, guard: GuardAnnouncements) -> None:
    number = await post.sends("Приём заявок")
    await post.feed()
    post.clock.advance(1)
    await post.arrives(*PEOPLE[:45], state=RowState.FAILED, error=BLOCKED)
    other = GuardAnnouncements(post.database, post.clock, notify_of(post))
    assert sum(await asyncio.gather(guard(), other(), guard(), other())) == 1
    assert (await post.announcement(number)).version == 1
    assert len(await notices_rows(post)) == 1


async def notices_rows(post: Broadcasts) -> list[str]:
    rows = await post.rows(OutboxTable.kind, OutboxTable.unique_key)
    return [key for kind, key in rows if kind == "notice"]
