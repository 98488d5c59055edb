"""Nudges and reminders: who is told, when, once; and the answers of one tap."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from accounts.recognizing import Sender
from accounts.settings import Change
from model.partial_dates import PartialDate
from model.people import ChatKind, Role
from model.projects import Milestone
from projects.reminding import dues_of, is_nudged, step_of
from publishing.file_copies import CopyFiles
from publishing.nudges import SendNudges
from storage.tables import BodyTable, OutboxTable
from tests.clocks import ManualClock
from tests.handlers.town import WHEN, Person, Town
from tests.projects.makers import add, project

MONDAY = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
"""09:00 in Almaty."""
WEEK = timedelta(days=8)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(MONDAY)


@pytest.fixture
def town(database: Any, clock: ManualClock) -> Town:
    return Town(database, clock, admin_ids={9})


async def curator(town: Town, user_id: int = 1010) -> Person:
    async with town.database.writing() as db:
        await db.roles.grant(user_id, Role.OFFICIAL, 9, WHEN, name="Данияр")
    person = town.person(user_id)
    await person.says("/start")
    return person


def later(town: Town, moment: datetime) -> None:
    town.clock.advance((moment - town.clock.now()).total_seconds())


async def nudges(town: Town) -> int:
    send: SendNudges = town.cases["send_nudges"]
    return await send()


async def told(town: Town) -> list[str]:
    async with town.database.reading() as db:
        rows = await db.session.scalars(
            select(BodyTable.outgoing)
            .join(OutboxTable, OutboxTable.body_id == BodyTable.id)
            .where(OutboxTable.kind == "nudge")
            .order_by(OutboxTable.id)
        )
        return list(rows)


async def test_once_a_week_on_the_curators_own_morning(town: Town) -> None:
    await curator(town)
    await add(town.database, curator=1010, planned_finish=None)
    assert await nudges(town) == 0  # it was checked today

    later(town, MONDAY + timedelta(days=7, hours=-1))
    assert await nudges(town) == 0  # 08:00 there
    later(town, MONDAY + timedelta(days=7, hours=1))
    assert await nudges(town) == 1
    assert await nudges(town) == 0
    later(town, MONDAY + timedelta(days=8, hours=1))
    assert await nudges(town) == 0
    later(town, MONDAY + timedelta(days=15, hours=1))
    assert await nudges(town) == 1  # a Monday that was missed


async def test_only_those_who_can_be_told_are(town: Town) -> None:
    never_started = 1012
    for user in (1010, 1011, never_started, 1013):
        await add(town.database, curator=user, planned_finish=None)
    paused, blocked = await curator(town, 1010), await curator(town, 1011)
    async with town.database.writing() as db:
        await db.roles.grant(never_started, Role.OFFICIAL, 9, WHEN)
    ended = await curator(town, 1013)
    await paused.presses_first()
    while "подписка оформлена" not in paused.screen.text.lower():
        await paused.presses_first()
    await paused.says("/pause")
    await paused.presses_first()
    await blocked.blocks()
    async with town.database.writing() as db:
        await db.roles.revoke(ended.user_id)
    subscriber = await town.subscriber(1010)
    assert subscriber is not None

    later(town, MONDAY + timedelta(days=7, hours=1))
    assert subscriber.is_paused(town.clock.now())

    assert await nudges(town) == 0


async def test_in_the_zone_that_the_curator_lives_in(town: Town) -> None:
    person = await curator(town)
    await add(town.database, curator=1010, planned_finish=None)
    actor = await town.cases["recognize"](_sender(person))
    await town.cases["change_settings"](actor, Change(timezone="Europe/London"))

    later(town, MONDAY + timedelta(days=7, hours=1))
    assert await nudges(town) == 0  # 05:00 there
    later(town, MONDAY + timedelta(days=7, hours=6))
    assert await nudges(town) == 1


def _sender(person: Person) -> Sender:
    return Sender(person.user_id, ChatKind.PRIVATE, person.user_id, "ru")


async def test_one_tap_says_that_nothing_has_changed(town: Town) -> None:
    person = await curator(town)
    one = await add(town.database, curator=1010, planned_finish=None)
    other = await add(town.database, curator=1010, planned_finish=None)
    later(town, MONDAY + WEEK)
    await person.says("/help")
    shown = person.screen

    await person.presses_data(f"nudge:same:{one.id}", on=shown)
    assert person.screen.rows[0][0][1] == f"nudge:same:{other.id}"
    await person.presses_data(f"nudge:same:{other.id}", on=shown)

    assert "Спасибо" in person.screen.text
    async with town.database.reading() as db:
        kept = await db.projects.get(one.id)
        assert kept is not None
        assert kept.checked_at > MONDAY + timedelta(days=7)
        assert kept.version == one.version


async def test_one_tap_opens_an_update_beside_the_nudge(town: Town) -> None:
    person = await curator(town)
    one = await add(town.database, curator=1010)
    before = person.screen

    await person.presses_data(f"nudge:update:{one.id}")

    assert person.screen.message_id != before.message_id
    assert "Что изменилось" in person.screen.text


@pytest.mark.parametrize("data", ["nudge:same:99", "nudge:same:x", "nudge:update:99", "nudge:x"])
async def test_forged_answers_change_nothing(town: Town, data: str) -> None:
    person, one = await curator(town), await add(town.database)
    await person.presses_data(data)
    stranger = town.person(1)
    await stranger.says("/start")
    await stranger.presses_data(f"nudge:same:{one.id}")

    assert "только сотрудникам" in town.telegram.toasts[-1]
    async with town.database.reading() as db:
        assert await db.projects.get(one.id) == one


async def test_a_due_day_is_told_before_on_and_after_it_each_once(town: Town) -> None:
    await curator(town)
    due = date(2026, 12, 14)
    await add(
        town.database,
        curator=1010,
        planned_finish=PartialDate(2026, 12),
        milestones=(Milestone(1, "Кровля", PartialDate.of(due)),),
    )
    said: dict[str, int] = {}
    for day in range(0, 40):
        later(town, MONDAY + timedelta(days=day, hours=1))
        async with town.database.writing() as db:
            await db.projects.check((await db.projects.last_id()), town.clock.now())
        for _ in range(2):
            if count := await nudges(town):
                said[f"{town.clock.now():%m-%d}"] = count
    assert said == {
        "12-07": 1,
        "12-13": 1,
        "12-14": 1,
        "12-15": 1,
        "12-21": 1,
        "12-24": 1,
        "12-30": 1,
        "12-31": 1,
        "01-01": 1,
    }
    assert "Кровля" in (await told(town))[0]


def test_days_and_steps() -> None:
    steps = {left: step_of(left) for left in range(-16, 10)}
    assert steps == {
        **dict.fromkeys((-16, -15, 8, 9)),
        **dict.fromkeys(range(-14, -6), -7),
        **dict.fromkeys(range(-6, 0), -1),
        0: 0,
        1: 1,
        **dict.fromkeys(range(2, 8), 7),
    }


def test_what_is_met_or_at_an_end_is_not_due() -> None:
    day = PartialDate(2026, 12, 1)
    met = project(milestones=(Milestone(1, "а", day, day),), planned_finish=None)
    finished = project(planned_finish=day, actual_finish=day)
    assert dues_of(met, day.first) == dues_of(finished, day.first) == []


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)))
def test_every_working_week_has_five_mornings(day: date) -> None:
    monday = day - timedelta(days=day.weekday())
    hours = [
        datetime.combine(monday, time(hour % 24), UTC) + timedelta(days=hour // 24)
        for hour in range(7 * 24)
    ]
    assert sum(map(is_nudged, hours)) == 15


async def test_a_copy_is_fetched_when_telegram_gives_it_again(town: Town) -> None:
    one = await add(town.database)
    kept = town.files.take(b"bytes")
    town.files.is_down = True
    async with town.database.writing() as db:
        number = await db.project_files.add(one.id, "a.jpg", None, kept, MONDAY, next_try_at=MONDAY)
    copy: CopyFiles = town.cases["copy_files"]
    assert await copy() == 0
    town.files.is_down = False
    assert await copy() == 0  # not yet
    town.clock.advance(600)

    assert await copy() == 1

    async with town.database.reading() as db:
        assert await db.project_files.content(number) == b"bytes"
    assert await copy() == 0
