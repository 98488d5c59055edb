"""A message as it is stored: what was kept before reads as it did, whoever wrote it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from markupsafe import Markup

from delivery.contents import (
    AlbumItem,
    Contact,
    Forwarded,
    Media,
    MediaKind,
    Place,
    Poll,
    PollOption,
    make_an_album,
)
from delivery.outgoing import Button, Outgoing

KEPT = (
    '{"text":"<b>A &lt; B</b>","entities":null,"media":null,'
    '"buttons":[[{"label":"Ещё","data":"more:1","url":null}]],"preview_url":null,"thread_id":7}'
)
BOLD = {"type": "bold", "offset": 0, "length": 1}
PHOTO = Media(MediaKind.PHOTO, "photo-1", has_spoiler=True)
VIDEO = Media(MediaKind.VIDEO, "video-1", caption_above=True)
ALBUM = Outgoing(
    album=(AlbumItem(PHOTO, Markup("a < b"), (BOLD,)), AlbumItem(VIDEO)),
    then=Outgoing(Markup("⬇️"), buttons=((Button("Ещё", "more:1"),),)),
)
FORWARD = Outgoing(forwarded=Forwarded(-1001, (5, 7)))
QUIZ = Poll(
    "Когда?",
    (PollOption("8:00", (BOLD,)), PollOption("9:00")),
    right=(1,),
    is_anonymous=False,
    explanation="Утром",
)
ALL_SORTS = [
    Outgoing.authored("a < b", [BOLD], PHOTO),
    replace(
        Outgoing.authored("a.kz", []), preview={"url": "https://a.kz", "show_above_text": True}
    ),
    ALBUM,
    Outgoing(place=Place(43.3, 68.27), buttons=((Button("Сайт", url="https://a.kz"),),)),
    Outgoing(place=Place(0.0, 0.0, "Завод", "Кентау")),
    Outgoing(contact=Contact("+77001234567", "Ая")),
    Outgoing(poll=QUIZ, thread_id=7),
    replace(FORWARD, then=Outgoing(Markup("и ещё"), then=Outgoing(media=VIDEO))),
]


def test_what_views_made_comes_back_as_html() -> None:
    outgoing = Outgoing(
        Markup("<b>{}</b>").format("A < B"), buttons=((Button("Ещё", "more:1"),),), thread_id=7
    )
    assert outgoing.to_json() == KEPT
    again = Outgoing.from_json(KEPT)
    assert again == outgoing
    assert isinstance(again.text, Markup)


def test_a_file_that_was_kept_before_reads_as_it_did() -> None:
    kept = KEPT.replace('"media":null', '"media":{"kind":"document","file_id":"42"}')
    assert Outgoing.from_json(kept).media == Media(MediaKind.DOCUMENT, "42")


def test_an_author_s_words_stay_as_they_were_written() -> None:
    outgoing = Outgoing.authored("a < b", [BOLD], Media(MediaKind.PHOTO, "42"))
    assert json.loads(outgoing.to_json())["text"] == "a < b"


@pytest.mark.parametrize("outgoing", ALL_SORTS)
def test_whatever_it_carries_comes_back(outgoing: Outgoing) -> None:
    again = Outgoing.from_json(outgoing.to_json())
    assert again == outgoing
    assert again.to_json() == outgoing.to_json()
    assert all(isinstance(part.text, Markup) for part in again.parts)


@pytest.mark.parametrize(
    ("kinds", "fits"),
    [
        ("photo video photo", True),
        ("document document", True),
        ("audio audio", True),
        ("photo document", False),
        ("video audio", False),
        ("animation animation", False),
        ("voice voice", False),
        ("photo", False),
        ("photo " * 10, True),
        ("photo " * 11, False),
    ],
)
def test_what_telegram_takes_as_an_album(kinds: str, fits: bool) -> None:
    files = [MediaKind(kind) for kind in kinds.split()]
    assert make_an_album(files) == fits
    items = tuple(AlbumItem(Media(kind, "x")) for kind in files)
    if not fits:
        with pytest.raises(ValueError, match="no such album"):
            Outgoing(album=items)


@pytest.mark.parametrize(
    "wrong",
    [
        {"media": PHOTO, "place": Place(1, 2)},
        {"album": ALBUM.album, "buttons": ((Button("Ещё", "more:1"),),)},
        {"forwarded": FORWARD.forwarded, "buttons": ((Button("Ещё", "more:1"),),)},
    ],
)
def test_what_no_message_can_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"a message is one thing|no buttons under"):
        Outgoing(**wrong)


def test_an_album_with_buttons_is_three_messages_in_two_parts() -> None:
    album, buttons = ALBUM.parts
    assert (album.messages, buttons.messages) == (2, 1)
    assert album.then is None
    assert buttons == ALBUM.then
    assert ALBUM.message_at(0) == Outgoing(Markup("a < b"), (BOLD,), PHOTO)
    assert ALBUM.message_at(1) == Outgoing(media=VIDEO)
    assert ALBUM.message_at(2) == ALBUM.then
    with pytest.raises(IndexError):
        ALBUM.message_at(3)


def test_one_message_is_itself() -> None:
    text = Outgoing(Markup("a"))
    assert text.parts == (text,)
    assert text.parts[0] is text
    assert text.message_at(0) is text
    assert FORWARD.message_at(1) == Outgoing(forwarded=Forwarded(-1001, (7,)))


@pytest.mark.parametrize(
    ("outgoing", "can"),
    [
        (Outgoing(Markup("a")), True),
        (ALBUM, True),
        (FORWARD, False),
        (Outgoing(place=Place(1, 2)), False),
        (Outgoing(contact=Contact("+7", "Ая")), False),
        (Outgoing(poll=QUIZ), False),
        *(
            (Outgoing(media=Media(kind, "x")), kind not in ("sticker", "video_note"))
            for kind in MediaKind
        ),
    ],
)
def test_what_can_be_edited_later(outgoing: Outgoing, can: bool) -> None:
    assert outgoing.can_be_edited == can
