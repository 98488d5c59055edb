"""Drafts of announcements under many hands: side by side, in any order, on both databases."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from accounts.actor import Actor
from accounts.rights import NotAllowedError, Rights
from delivery.contents import MOST_IN_ALBUM, Forwarded, Media, MediaKind
from delivery.outgoing import Outgoing
from model.announcements import NOTHING_SAID, Announcement, AnnouncementState, Source
from model.ids import AnnouncementId, ChatId
from model.people import ChatKind, Language, Role
from publishing.announcing import changes
from publishing.announcing.drafting import (
    BeginDraft,
    ChangeDraft,
    CopyAnnouncement,
    DeleteDraft,
    ListDrafts,
    blank,
    copied,
)
from publishing.announcing.errors import (
    AlbumFullError,
    AnnouncementChangedError,
    CannotCarryError,
    UnknownAnnouncementError,
)
from publishing.announcing.rights import AnnouncingRights
from publishing.announcing.saying import AddToAlbum, FollowEdit, SayVersion, joined, with_item
from storage.database import Database
from tests.clocks import MORNING, ManualClock

ADMIN, OTHER = 9, 10
RIGHTS = AnnouncingRights(Rights(frozenset({ADMIN, OTHER})))
RUSSIAN, KAZAKH = Language.RUSSIAN, Language.KAZAKH


def actor(user_id: int, kind: ChatKind = ChatKind.PRIVATE) -> Actor:
    return Actor(ChatId(user_id), kind, user_id, RUSSIAN, Role.ADMIN)


def words(said: str) -> Outgoing:
    return Outgoing.authored(said, [])


def picture(file_id: object, said: str = "") -> Outgoing:
    return Outgoing.authored(said, [], Media(MediaKind.PHOTO, str(file_id)))


def sent(*message_ids: int, by: int = ADMIN) -> Source:
    return Source(by, message_ids)


class Desk:
    """The use cases over one database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = ManualClock()
        with_all = (database, self.clock, RIGHTS)
        self.begin = BeginDraft(*with_all)
        self.change = ChangeDraft(*with_all)
        self.copy = CopyAnnouncement(*with_all)
        self.delete = DeleteDraft(*with_all)
        self.say = SayVersion(*with_all)
        self.add = AddToAlbum(*with_all)
        self.edit = FollowEdit(*with_all)

    async def drafts(self) -> list[Announcement]:
        return await ListDrafts(self.database, RIGHTS)(actor(ADMIN))

    async def draft(self, said: Outgoing, *message_ids: int) -> Announcement:
        begun = await self.begin(actor(ADMIN))
        source = sent(*(message_ids or (1,)))
        done = await self.say(actor(ADMIN), begun.id, RUSSIAN, said, source, NOTHING_SAID)
        return done.draft


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def said(draft: Announcement, language: Language = RUSSIAN) -> str:
    return str(Outgoing.from_json(draft.versions[language]).text)


async def test_of_many_who_write_at_once_nobody_is_overwritten(desk: Desk) -> None:
    """Each was asked over the same version; one of them is it now, the others are drafts."""
    draft = await desk.draft(words("Как было"))
    seen = draft.stamp_of(RUSSIAN)
    done = await asyncio.gather(
        *(
            desk.say(actor(ADMIN), draft.id, RUSSIAN, words(f"{n}"), sent(100 + n), seen)
            for n in range(6)
        )
    )
    assert sum(one.instead_of is None for one in done) == 1
    drafts = await desk.drafts()
    assert sorted(said(one) for one in drafts) == [str(n) for n in range(6)]
    assert len({one.draft.id for one in done}) == 6


async def test_of_many_messages_of_an_album_at_once_none_is_lost(desk: Desk) -> None:
    draft = await desk.draft(picture(1), 1)
    await asyncio.gather(
        *(
            desk.add(actor(ADMIN), draft.id, RUSSIAN, picture(n), n, 1)
            for n in (4, 2, 9, 3, 5, 8, 6, 7, 2)
        )
    )
    (now,) = await desk.drafts()
    album = Outgoing.from_json(now.versions[RUSSIAN]).album
    assert [item.media.file_id for item in album] == [str(n) for n in range(1, 10)]
    assert now.sources[RUSSIAN].message_ids == tuple(range(1, 10))


async def test_an_album_goes_no_further_into_what_another_wrote(desk: Desk) -> None:
    draft = await desk.draft(picture(1), 1)
    other = sent(50, by=OTHER)
    seen = draft.stamp_of(RUSSIAN)
    await desk.say(actor(OTHER), draft.id, RUSSIAN, words("Иначе"), other, seen)
    with pytest.raises(AnnouncementChangedError):
        await desk.add(actor(ADMIN), draft.id, RUSSIAN, picture(2), 2, 1)
    assert [said(one) for one in await desk.drafts()] == ["Иначе"]


async def test_what_was_said_twice_is_said_once(desk: Desk) -> None:
    """An update that comes again, though the draft says so already."""
    draft = await desk.draft(words("Слова"), 1)
    again = await desk.say(actor(ADMIN), draft.id, RUSSIAN, words("Слова"), sent(1), NOTHING_SAID)
    assert (again.draft.id, again.instead_of) == (draft.id, None)
    assert len(await desk.drafts()) == 1


async def test_of_a_press_and_a_word_at_once_both_or_the_first_count(desk: Desk) -> None:
    draft = await desk.draft(words("Как было"))
    seen = draft.stamp_of(RUSSIAN)
    done = await asyncio.gather(
        desk.say(actor(ADMIN), draft.id, RUSSIAN, words("Как стало"), sent(2), seen),
        desk.delete(actor(OTHER), draft.id, draft.version),
        return_exceptions=True,
    )
    assert [one for one in done if isinstance(one, AnnouncementChangedError)] == [
        one for one in done if isinstance(one, Exception)
    ]
    assert [said(one) for one in await desk.drafts()] == ["Как стало"]


async def test_a_deleted_drafts_number_is_never_given_again(desk: Desk) -> None:
    """Its buttons are on somebody's screen for ever."""
    draft = await desk.draft(words("Слова"))
    await desk.delete(actor(ADMIN), draft.id, draft.version)
    assert (await desk.begin(actor(ADMIN))).id > draft.id


async def test_what_is_confirmed_is_changed_by_nobody(desk: Desk) -> None:
    draft = await desk.draft(words("Слова"))
    async with desk.database.writing() as db:
        held = await db.announcements.get(draft.id, hold=True)
        assert held is not None
        await db.announcements.save(replace(held, state=AnnouncementState.SCHEDULED))
    with pytest.raises(AnnouncementChangedError):
        await desk.change(actor(ADMIN), draft.id, changes.falling_back_to(RUSSIAN))
    with pytest.raises(AnnouncementChangedError):
        await desk.delete(actor(ADMIN), draft.id, draft.version)
    with pytest.raises(AnnouncementChangedError):
        await desk.add(actor(ADMIN), draft.id, RUSSIAN, picture(2), 2, 1)
    told = await desk.edit(actor(ADMIN), 1, lambda: words("Иначе"))
    assert told is not None
    assert (told.state, said(told)) == (AnnouncementState.SCHEDULED, "Слова")


async def test_an_edit_is_read_only_where_it_counts(desk: Desk) -> None:
    await desk.draft(words("Слова"), 1)

    def never() -> Outgoing:
        raise AssertionError("whoever edits something else is none of our business")

    assert await desk.edit(actor(ADMIN), 2, never) is None
    assert await desk.edit(actor(OTHER), 1, never) is None
    assert await desk.edit(actor(77), 1, never) is None
    edited = await desk.edit(actor(ADMIN), 1, lambda: words("Иначе"))
    assert edited is not None
    assert said(edited) == "Иначе"


async def test_strangers_do_nothing(desk: Desk) -> None:
    draft = await desk.draft(picture(1), 1)
    stranger = actor(77)
    for act in (
        desk.begin(stranger),
        desk.copy(stranger, draft.id),
        desk.delete(stranger, draft.id, draft.version),
        desk.change(stranger, draft.id, changes.falling_back_to(KAZAKH)),
        desk.say(stranger, draft.id, RUSSIAN, words("Чужое"), sent(1), NOTHING_SAID),
        desk.add(stranger, draft.id, RUSSIAN, picture(2), 2, 1),
    ):
        with pytest.raises(NotAllowedError):
            await act
    assert await desk.drafts() == [draft]


async def test_what_is_not_there_is_not_there(desk: Desk) -> None:
    nowhere = AnnouncementId(404)
    for act in (
        desk.copy(actor(ADMIN), nowhere),
        desk.change(actor(ADMIN), nowhere, changes.falling_back_to(KAZAKH)),
        desk.add(actor(ADMIN), nowhere, RUSSIAN, picture(2), 2, 1),
    ):
        with pytest.raises(UnknownAnnouncementError):
            await act


# Pure


@given(st.permutations(range(1, MOST_IN_ALBUM + 1)), st.data())
def test_an_album_is_the_same_in_whatever_order_it_comes(
    order: Sequence[int], data: st.DataObject
) -> None:
    again = data.draw(st.lists(st.sampled_from(order), max_size=4))
    album, source = picture(order[0]), sent(order[0])
    for number in (*order[1:], *again):
        album, source = joined(album, source, picture(number), number)
    assert [int(item.media.file_id) for item in album.album] == sorted(order)
    assert source.message_ids == tuple(sorted(order))
    with pytest.raises(AlbumFullError):
        joined(album, source, picture(11), 11)


def test_a_forwarded_album_grows_by_its_messages() -> None:
    album = Outgoing(forwarded=Forwarded(ADMIN, (5,)))
    source = sent(5)
    for number, text in ((7, ""), (6, "Слова")):
        item = Outgoing(Markup(text), forwarded=Forwarded(ADMIN, (number,)))
        album, source = joined(album, source, item, number)
    assert album.forwarded == Forwarded(ADMIN, (5, 6, 7))
    assert album.text == "Слова"


def test_what_makes_no_album_is_refused() -> None:
    document = Outgoing.authored("", [], Media(MediaKind.DOCUMENT, "D"))
    with pytest.raises(CannotCarryError):
        joined(picture(1), sent(1), document, 2)
    with pytest.raises(CannotCarryError):
        joined(picture(1), sent(1), words("Слова"), 2)
    album, _ = joined(picture(1), sent(1), picture(2), 2)
    with pytest.raises(CannotCarryError):
        with_item(album, 0, document)
    assert with_item(album, 1, picture(3)).album[1].media.file_id == "3"
    assert with_item(words("а"), 0, words("б")) == words("б")


def test_a_copy_is_nobodys_message() -> None:
    """Whoever edits the message edits the draft it was taken from, and no copy."""
    draft = changes.saying(RUSSIAN, words("Слова"), sent(1))(blank(ADMIN, MORNING))
    copy = copied(draft, OTHER, MORNING)
    assert (copy.versions, copy.sources) == (draft.versions, {})
    assert (copy.author_id, copy.state) == (OTHER, AnnouncementState.DRAFT)
