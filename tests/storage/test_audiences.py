"""An audience in SQL against the plain evaluator, over whatever chats and audiences there are."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from sqlalchemy import Table, insert, select

from model.announcements import RecipientState
from model.audiences import (
    EVERYONE,
    GONE,
    Audience,
    Counted,
    Criteria,
    Profile,
    SavedAudience,
    Sort,
    audience_json,
    audience_of,
    fits,
)
from model.ids import AnnouncementId, ProjectId, SubscriberId
from model.outbox import RowState
from model.people import ChatKind, Choices, Language, Role
from storage.audiences import KINDS, chosen
from storage.choices import choices_json
from storage.database import Database
from storage.tables import (
    AnnouncementTable,
    FollowTable,
    OutboxTable,
    PressTable,
    RecipientTable,
    RoleTable,
    SubscriberTable,
)
from storage.transaction import Transaction

NOW = datetime(2026, 11, 23, 4, 30, tzinfo=UTC)
DISTRICTS = ("611600000", "612000000", "613600000")
SECTORS = ("energy", "it")
PROJECTS = tuple(map(ProjectId, (1, 2)))
ANNOUNCEMENTS = tuple(map(AnnouncementId, (1, 2)))
BUTTONS = tuple((each, button) for each in ANNOUNCEMENTS for button in (0, 1))
CHATS = tuple(map(SubscriberId, range(1, 8)))
DAYS = (7, 30)
ENDED = {"failed", "cancelled"}


@dataclass(frozen=True)
class Chat:
    """Everything that the database can hold of a chat that an audience might ask for."""

    kind: ChatKind
    language: Language
    held: Role | None
    is_admin: bool
    """One of the settings' own."""
    is_subscribed: bool
    paused: timedelta | None
    """Until when from now, `timedelta.max` for ever."""
    is_unreachable: bool
    districts: frozenset[str]
    sectors: frozenset[str]
    projects: frozenset[ProjectId]
    seen: timedelta | None
    """How long ago."""
    created: timedelta
    pressed: frozenset[tuple[AnnouncementId, int]]
    received: tuple[tuple[AnnouncementId, RecipientState, RowState | None], ...]

    @property
    def is_person(self) -> bool:
        return self.kind is ChatKind.PRIVATE

    @property
    def role(self) -> Role:
        if not self.is_person:
            return Role.SUBSCRIBER
        return Role.ADMIN if self.is_admin else self.held or Role.SUBSCRIBER

    @property
    def is_paused(self) -> bool:
        return self.paused is not None and self.paused > timedelta(0)

    @property
    def takes_part(self) -> bool:
        """Whether announcements are for it at all, paused or not."""
        belongs = self.is_subscribed or self.role is not Role.SUBSCRIBER
        return self.kind is not ChatKind.CHANNEL and belongs

    def profile(self, number: SubscriberId) -> Profile:
        return Profile(
            id=number,
            sort=next((sort for sort, kinds in KINDS.items() if self.kind in kinds), Sort.GROUPS),
            language=self.language,
            seen_at=NOW - (self.created if self.seen is None else self.seen),
            role=self.role,
            districts=self.districts,
            sectors=self.sectors,
            projects=self.projects,
            pressed=self.pressed if self.is_person else frozenset(),
            missed=frozenset(
                announcement
                for announcement, state, row in self.received
                if (state if row is None else row).value in ENDED
            ),
        )


def few(values: Sequence[Any]) -> some.SearchStrategy[frozenset[Any]]:
    return some.frozensets(some.sampled_from(values), max_size=2)


# at the very beginning of a day that counts, and just before it, too
ago = some.sampled_from(
    [timedelta(hours=hours) for hours in (0, 7 * 24, 7 * 24 + 4.5, 7 * 24 + 5, 60 * 24)]
)
pauses = some.none() | some.sampled_from([timedelta.max, timedelta(days=-1), timedelta(days=1)])
received = some.lists(
    some.tuples(
        some.sampled_from(ANNOUNCEMENTS),
        some.sampled_from(RecipientState),
        some.none() | some.sampled_from(RowState),
    ),
    max_size=2,
    unique_by=lambda each: each[0],
).map(tuple)
chats = some.builds(
    Chat,
    kind=some.sampled_from([ChatKind.PRIVATE, *ChatKind]),
    language=some.sampled_from(Language),
    held=some.none() | some.sampled_from([Role.OFFICIAL, Role.ADMIN]),
    is_admin=some.booleans(),
    is_subscribed=some.sampled_from([True, True, False]),
    paused=pauses,
    is_unreachable=some.booleans(),
    districts=few(DISTRICTS),
    sectors=few(SECTORS),
    projects=few(PROJECTS),
    seen=some.none() | ago,
    created=ago,
    pressed=few(BUTTONS),
    received=received,
)
kinds: dict[str, some.SearchStrategy[Any]] = {
    "sorts": few(tuple(Sort)),
    "languages": few(tuple(Language)),
    "roles": few(tuple(Role)),
    "districts": few(DISTRICTS),
    "sectors": few(SECTORS),
    "projects": few(PROJECTS),
    "active_days": some.none() | some.sampled_from(DAYS),
    "chats": some.frozensets(some.sampled_from([*CHATS, SubscriberId(0)])),
    "pressed": few(BUTTONS),
    "missed": few(ANNOUNCEMENTS),
}
# a few kinds each: what asks for everything finds nobody, and says nothing
criteria = some.lists(some.sampled_from(list(kinds)), max_size=2, unique=True).flatmap(
    lambda names: some.builds(Criteria, **{name: kinds[name] for name in names})
)
audiences = some.builds(Audience, among=criteria, less=criteria)


@settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    town=some.lists(chats, min_size=3, max_size=len(CHATS)),
    asked=some.lists(audiences, min_size=4, max_size=6),
)
async def test_sql_chooses_and_counts_whom_the_evaluator_does(
    database: Database, town: list[Chat], asked: list[Audience]
) -> None:
    admins = frozenset(user_of(at) for at, one in enumerate(town) if one.is_admin)
    async with database.reading() as db:  # what it changes is rolled back
        await settle(db, town)
        for audience in asked:
            fitting = {
                number: one
                for number, one in zip(CHATS, town, strict=False)
                if one.takes_part and fits(audience, one.profile(number), NOW)
            }
            query = select(SubscriberTable.id).where(chosen(db.session, audience, admins, NOW))
            found = set(await db.session.scalars(query))
            assert found == {number for number, one in fitting.items() if not one.is_paused}
            counted = await db.audience_chats.count(audience, admins, NOW)
            assert counted == count_of(list(fitting.values()))


def count_of(fitting: list[Chat]) -> Counted:
    reached = [one for one in fitting if not one.is_unreachable]
    getting = [one for one in reached if not one.is_paused]
    return Counted(
        languages=dict(Counter(one.language for one in getting)),
        groups=sum(not one.is_person for one in getting),
        unreachable=len(fitting) - len(reached),
        paused=len(reached) - len(getting),
    )


def test_an_audience_is_read_as_it_was_kept() -> None:
    full = Criteria(
        sorts=frozenset(Sort),
        languages=frozenset(Language),
        roles=frozenset(Role),
        districts=frozenset(DISTRICTS),
        sectors=frozenset(SECTORS),
        projects=frozenset(PROJECTS),
        active_days=30,
        chats=frozenset(CHATS),
        pressed=frozenset(BUTTONS),
        missed=frozenset(ANNOUNCEMENTS),
    )
    for audience in (EVERYONE, Audience(full), Audience(less=full), Audience(full, full)):
        assert audience_of(json.loads(json.dumps(audience_json(audience)))) == audience


async def test_saved_audiences_have_names_of_their_own(database: Database) -> None:
    kentau = Audience(Criteria(districts=frozenset({"612000000"})))
    async with database.writing() as db:
        first = await db.saved_audiences.add("Кентау", kentau, 9, NOW)
        other = await db.saved_audiences.add("Все", EVERYONE, 9, NOW)
        assert first is not None
        assert other is not None
        assert await db.saved_audiences.add("Кентау", EVERYONE, 8, NOW) is None
        assert await db.saved_audiences.count() == 2
    async with database.reading() as db:
        kept = SavedAudience(first, "Кентау", kentau, 9, NOW)
        assert await db.saved_audiences.get(first) == kept
        assert [one.name for one in await db.saved_audiences.all()] == ["Все", "Кентау"]
    async with database.writing() as db:
        await db.saved_audiences.remove(first)
    async with database.reading() as db:
        assert await db.saved_audiences.get(first) is None


async def test_whoever_is_forgotten_is_picked_nowhere(database: Database) -> None:
    """And a list that had nobody else does not come to mean everybody."""
    gone, stays = CHATS[0], CHATS[1]
    alone, both = (
        Audience(Criteria(chats=frozenset({gone})), Criteria(chats=frozenset({gone, stays}))),
        Audience(Criteria(chats=frozenset({gone, stays}), active_days=7)),
    )
    async with database.writing() as db:
        await put(db, AnnouncementTable, [_announcement(ANNOUNCEMENTS[0], alone)])
        first = await db.saved_audiences.add("оба", both, 9, NOW)
        await db.saved_audiences.add("никто", EVERYONE, 9, NOW)
        await db.saved_audiences.forget(gone)
        await db.saved_audiences.forget(gone)
        assert first is not None
    async with database.reading() as db:
        kept = await db.session.scalar(select(AnnouncementTable.audience))
        assert audience_of(kept or {}) == Audience(
            Criteria(chats=frozenset({GONE})), Criteria(chats=frozenset({GONE, stays}))
        )
        saved = await db.saved_audiences.get(first)
        assert saved is not None
        assert saved.audience == Audience(Criteria(chats=frozenset({GONE, stays}), active_days=7))


async def test_chats_are_found_by_their_numbers(database: Database) -> None:
    numbers = {at * 1_000 for at in range(1, 1_001)}  # more than one query takes
    people = [_row_of(at, at * 1_000, "private") for at in range(1, 1_001)]
    group, channel = _row_of(2_001, -5, "group", "Совет"), _row_of(2_002, -6, "channel", "Канал")
    async with database.writing() as db:
        await put(db, SubscriberTable, [*people, group, channel])
        await db.roles.grant(1_000, Role.OFFICIAL, 9, NOW, name="Айгуль")
    async with database.reading() as db:
        found = await db.audience_chats.numbered(numbers | {-5, -6, 7})
        assert set(found) == numbers | {-5}
        assert (found[1_000].name, found[2_000].name, found[-5].name) == ("Айгуль", None, "Совет")
        ids = {one.id for one in found.values()}
        assert set(await db.audience_chats.among(ids | {SubscriberId(2_002)})) == ids
        assert await db.audience_chats.groups() == [found[-5]]


async def test_the_most_followed_come_first(database: Database) -> None:
    follows = [(1, 7), (2, 7), (3, 7), (1, 5), (2, 5), (1, 9)]
    async with database.writing() as db:
        await put(db, SubscriberTable, [_row_of(at, at, "private") for at in (1, 2, 3)])
        await put(
            db,
            FollowTable,
            [
                {"subscriber_id": chat, "kind": kind, "key": str(key)}
                | {"at_once": False, "since": NOW, "last_change_id": 0}
                for chat, key in follows
                for kind in ("p", "o")
            ],
        )
    async with database.reading() as db:
        assert await db.audience_chats.followed(2) == [7, 5]


def user_of(at: int) -> int:
    return 100 + at


async def settle(db: Transaction, town: Sequence[Chat]) -> None:
    """All of the town's rows."""
    await put(db, AnnouncementTable, [_announcement(each) for each in ANNOUNCEMENTS])
    numbered = [
        (number, at, one) for at, (number, one) in enumerate(zip(CHATS, town, strict=False))
    ]
    await put(db, SubscriberTable, [_subscriber(number, at, one) for number, at, one in numbered])
    roles = [(at, one.held) for _, at, one in numbered if one.held and one.is_person]
    await put(
        db,
        RoleTable,
        [
            {"user_id": user_of(at), "role": held.value, "granted_at": NOW, "projects": []}
            | {"districts": []}
            for at, held in roles
        ],
    )
    await put(
        db,
        FollowTable,
        [
            {"subscriber_id": number, "kind": kind, "key": str(project)}
            | {"at_once": False, "since": NOW, "last_change_id": 0}
            for number, _, one in numbered
            for project in PROJECTS
            # a number can be that of a curator as well
            for kind in ("p" if project in one.projects else "o",)
        ],
    )
    await put(
        db,
        PressTable,
        [
            {"announcement_id": announcement, "button": button, "user_id": user_of(at), "at": NOW}
            for _, at, one in numbered
            for announcement, button in one.pressed
            if one.is_person
        ],
    )
    await receive(db, [(number, at, one.received) for number, at, one in numbered])


async def receive(db: Transaction, all_received: Collection[tuple[SubscriberId, int, Any]]) -> None:
    rows: list[dict[str, Any]] = []
    recipients = [  # of somebody who asked to be forgotten
        _recipient(each, None, RecipientState.FAILED, None) for each in ANNOUNCEMENTS
    ]
    for number, at, several in all_received:
        for announcement, state, row in several:
            row_id = None if row is None else number * 10 + announcement
            if row is not None:
                rows.append(_row(number * 10 + announcement, number, user_of(at), row))
            recipients.append(_recipient(announcement, number, state, row_id))
    await put(db, OutboxTable, rows)
    await put(db, RecipientTable, recipients)


async def put(db: Transaction, table: Any, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        core: Table = table.__table__
        await db.session.execute(insert(core), list(rows))


def _subscriber(number: SubscriberId, at: int, one: Chat) -> dict[str, Any]:
    paused_until = None
    if one.paused is not None and one.paused != timedelta.max:
        paused_until = NOW + one.paused
    chat = user_of(at) if one.is_person else -user_of(at)
    return _row_of(number, chat, one.kind.value) | {
        "language": one.language.value,
        "choices": choices_json(Choices(districts=one.districts, sectors=one.sectors)),
        "created_at": NOW - one.created,
        "seen_at": None if one.seen is None else NOW - one.seen,
        "subscribed_at": NOW - one.created if one.is_subscribed else None,
        "paused_at": None if one.paused is None else NOW - timedelta(days=2),
        "paused_until": paused_until,
        "unreachable_at": NOW if one.is_unreachable else None,
    }


def _row_of(number: int, chat: int, kind: str, title: str | None = None) -> dict[str, Any]:
    return {
        "id": number,
        "chat_id": chat,
        "kind": kind,
        "title": title,
        "language": "ru",
        "choices": {},
        "timezone": "Asia/Almaty",
        "digest_time": time(9),
        "days": 127,
        "tells_nothing_new": False,
        "created_at": NOW,
        "subscribed_at": NOW,
    }


def _announcement(number: AnnouncementId, audience: Audience = EVERYONE) -> dict[str, Any]:
    return {
        "id": number,
        "state": "sent",
        "author_id": 1,
        "said": {},
        "audience": audience_json(audience),
        "plan": {},
        "words": "",
        "version": 0,
        "revision": 0,
        "created_at": NOW,
        "changed_at": NOW,
    }


def _recipient(
    announcement: AnnouncementId,
    subscriber: SubscriberId | None,
    state: RecipientState,
    row_id: int | None,
) -> dict[str, Any]:
    return {
        "announcement_id": announcement,
        "subscriber_id": subscriber,
        "language": "ru",
        "timezone": "Asia/Almaty",
        "not_before": NOW,
        "state": state.value,
        "row_id": row_id,
        "revision": 0,
    }


def _row(number: int, subscriber: SubscriberId, chat: int, state: RowState) -> dict[str, Any]:
    return {
        "id": number,
        "subscriber_id": subscriber,
        "chat_id": chat,
        "unique_key": f"announcement:{number}",
        "kind": "announcement",
        "priority": 30,
        "action": "send",
        "not_before": NOW,
        "state": state.value,
        "message_ids": [],
        "created_at": NOW,
    }
