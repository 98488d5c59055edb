"""What of a sent announcement can become what: the table of Telegram's, as decisions."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from markupsafe import Markup

from delivery.contents import AlbumItem, Forwarded, Media, MediaKind, Place
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementButton, AnnouncementState
from model.ids import AnnouncementId, BodyId, ChatId, RecipientId, RowId, SubscriberId
from model.outbox import OUT_OF_REACH, RowState
from model.people import ChatKind, Language
from publishing.announcing.amending import (
    CannotAmendError,
    Step,
    changes,
    each_message,
    step,
    to_edit,
)
from storage.amendments import Had
from tests.publishing.announced import LINKS

NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
LINK = AnnouncementButton({Language.RUSSIAN: "Сайт"}, url="https://keruen.kz/")


def text(words: str) -> Outgoing:
    return Outgoing.authored(words, [])


def file(kind: MediaKind, words: str = "", file_id: str = "a") -> Outgoing:
    return Outgoing.authored(words, [], Media(kind, file_id))


def album(*words: str, kind: MediaKind = MediaKind.PHOTO, file_id: str = "") -> Outgoing:
    items = [
        AlbumItem(Media(kind, f"{file_id}{number}"), Markup(each), ())
        for number, each in enumerate(words)
    ]
    return Outgoing(album=tuple(items))


def saying(*said: Outgoing, buttons: tuple[AnnouncementButton, ...] = ()) -> Announcement:
    languages = (Language.RUSSIAN, Language.KAZAKH)
    versions = {each: one.to_json() for each, one in zip(languages, said, strict=False)}
    return Announcement(
        AnnouncementId(1),
        9,
        AnnouncementState.SENT,
        NOW,
        NOW,
        versions=versions,
        buttons=buttons,
    )


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        (text("раз"), text("два"), {0}),
        (file(MediaKind.PHOTO), file(MediaKind.PHOTO, "слова"), {0}),
        (file(MediaKind.PHOTO), file(MediaKind.VIDEO), {0}),
        (file(MediaKind.DOCUMENT), file(MediaKind.ANIMATION), {0}),
        (file(MediaKind.VOICE, "раз"), file(MediaKind.VOICE, "два"), {0}),
        (album("раз", "два", "три"), album("раз", "иначе", "три"), {1}),
        (album("раз", "два"), album("раз", "два", file_id="b"), {0, 1}),
        (album("раз", "два"), album("раз", "два", kind=MediaKind.VIDEO), {0, 1}),
    ],
)
def test_what_telegram_can_edit(old: Outgoing, new: Outgoing, places: set[int]) -> None:
    assert changes(saying(old), saying(new), LINKS) == {Language.RUSSIAN: places}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (text("раз"), text("раз"), "nothing"),
        (text("раз"), file(MediaKind.PHOTO, "раз"), "kind"),
        (file(MediaKind.PHOTO, "раз"), text("раз"), "kind"),
        (file(MediaKind.VOICE), file(MediaKind.VOICE, file_id="b"), "kind"),
        (file(MediaKind.VOICE), file(MediaKind.AUDIO), "kind"),
        (file(MediaKind.VIDEO_NOTE), file(MediaKind.VIDEO_NOTE, file_id="b"), "kind"),
        (file(MediaKind.STICKER), file(MediaKind.STICKER, file_id="b"), "kind"),
        (Outgoing(place=Place(1, 2)), Outgoing(place=Place(1, 3)), "kind"),
        (Outgoing(place=Place(1, 2)), text("раз"), "kind"),
        (Outgoing(forwarded=Forwarded(1, (2,))), Outgoing(forwarded=Forwarded(1, (3,))), "kind"),
        (album("раз", "два"), album("раз", "два", "три"), "shape"),
        (album("раз", "два"), file(MediaKind.PHOTO), "shape"),
        (album("раз", "два"), album("раз", "два", kind=MediaKind.DOCUMENT), "kind"),
    ],
)
def test_what_it_cannot(old: Outgoing, new: Outgoing, reason: str) -> None:
    with pytest.raises(CannotAmendError) as refused:
        changes(saying(old), saying(new), LINKS)
    assert refused.value.reason == reason


def test_only_versions_that_change_are_edited_and_none_is_added() -> None:
    both = saying(text("раз"), text("бір"))
    assert changes(both, saying(text("раз"), text("екі")), LINKS) == {Language.KAZAKH: {0}}
    for other in (saying(text("два")), saying(text("два"), text("бір"), text("一"))):
        if other.versions.keys() != both.versions.keys():
            with pytest.raises(CannotAmendError) as refused:
                changes(both, other, LINKS)
            assert refused.value.reason == "versions"


def test_buttons_under_an_album_are_a_message_of_their_own() -> None:
    bare = saying(album("раз", "два"))
    with_buttons = replace(bare, buttons=(LINK,))
    with pytest.raises(CannotAmendError) as refused:
        changes(bare, with_buttons, LINKS)
    assert refused.value.reason == "shape"
    renamed = replace(LINK, labels={Language.RUSSIAN: "Портал"})
    other = replace(bare, buttons=(renamed,))
    assert changes(with_buttons, other, LINKS) == {Language.RUSSIAN: {2}}
    assert changes(saying(text("раз")), saying(text("раз"), buttons=(LINK,)), LINKS) == {
        Language.RUSSIAN: {0}
    }


def had(**changed: object) -> Had:
    fields: dict[str, object] = {
        "id": RecipientId(1),
        "row_id": RowId(1),
        "state": RowState.SENT,
        "subscriber_id": SubscriberId(1),
        "chat_id": ChatId(1),
        "kind": ChatKind.PRIVATE,
        "thread_id": None,
        "is_there": True,
        "language": Language.RUSSIAN,
        "revision": 0,
        "body_id": BodyId(1),
        "message_ids": (5, 6),
        "parts_sent": 1,
        "was_uncertain": False,
        "ended_at": NOW,
    }
    return Had(**{**fields, **changed})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "edited", "withdrawn"),
    [
        (had(), Step.AMEND, Step.AMEND),
        (had(is_there=False), Step.NOTHING, Step.NOTHING),
        (had(message_ids=(OUT_OF_REACH,)), Step.NOTHING, Step.NOTHING),
        (had(message_ids=()), Step.NOTHING, Step.NOTHING),
        (had(state=RowState.SENDING), Step.LATER, Step.LATER),
        (had(state=RowState.PENDING, message_ids=(), parts_sent=0), Step.INSTEAD, Step.STOP),
        (had(state=RowState.PENDING, message_ids=(5,), parts_sent=1), Step.LATER, Step.STOP),
        (had(state=RowState.UNCERTAIN, message_ids=()), Step.INSTEAD, Step.NOTHING),
        (had(state=RowState.UNCERTAIN, message_ids=(5,)), Step.AMEND, Step.AMEND),
        (had(state=RowState.FAILED, message_ids=()), Step.NOTHING, Step.NOTHING),
        (had(state=RowState.FAILED, message_ids=(5,)), Step.AMEND, Step.AMEND),
        (had(state=RowState.CANCELLED, message_ids=()), Step.NOTHING, Step.NOTHING),
    ],
)
def test_what_is_done_for_a_recipient(one: Had, edited: Step, withdrawn: Step) -> None:
    assert step(one, is_withdrawal=False, is_in_time=True) is edited
    assert step(one, is_withdrawal=True, is_in_time=True) is withdrawn


def test_what_came_too_long_ago_is_left() -> None:
    assert step(had(), is_withdrawal=False, is_in_time=False) is Step.NOTHING


def says(*words: str) -> tuple[Outgoing, ...]:
    return each_message(album(*words))


@pytest.mark.parametrize(
    ("since", "ids", "places"),
    [
        ({}, (5, 6, 7), [1]),
        ({}, (5,), []),  # the rest did not arrive
        ({}, (5, OUT_OF_REACH, 7), []),
        ({1: says("раз", "иначе")[1]}, (5, 6, 7), []),  # it says so already
        ({1: says("раз", "ещё")[1]}, (5, 6, 7), [1]),
        ({1: None}, (5, 6, 7), [1]),  # nobody knows
        ({0: says("раньше", "два")[0]}, (5, 6, 7), [0, 1]),  # to be put back
    ],
)
def test_a_message_is_edited_only_where_it_says_something_else(
    since: dict[int, Outgoing | None], ids: tuple[int, ...], places: list[int]
) -> None:
    one = had(message_ids=ids)
    assert to_edit(one, says("раз", "два", "три"), says("раз", "иначе", "три"), since) == places
