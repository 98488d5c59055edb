"""What people send besides their words, and what aiogram makes of it."""

from typing import Any

import pytest
from aiogram import types

from sandbox.server import Sandbox
from tests.sandbox.conftest import Bot

PHOTO, VIDEO, DOCUMENT = ("a.jpg", b"pixels"), ("b.mp4", b"frames"), ("c.pdf", b"pages")


@pytest.fixture
async def bot(bot: Bot, aya: int) -> Bot:
    await bot.updates()
    return bot


async def heard(bot: Bot) -> list[types.Message]:
    """The messages that have come, as aiogram reads them."""
    updates = await bot.do("getUpdates")
    read = [types.Update.model_validate(each) for each in updates]
    return [each.message for each in read if each.message is not None]


async def heard_one(bot: Bot) -> types.Message:
    [message] = await heard(bot)
    return message


async def test_an_album_comes_as_one_update_each_in_order(
    sandbox: Sandbox, bot: Bot, aya: int
) -> None:
    items: list[dict[str, Any]] = [
        {"photo": PHOTO, "text": "<b>First</b>", "html": True},
        {"video": VIDEO},
        {"photo": PHOTO, "text": "third", "has_media_spoiler": True},
    ]
    sent = sandbox.album(aya, items)
    first, second, third = await heard(bot)
    assert [first.message_id, second.message_id, third.message_id] == sent
    assert first.media_group_id == second.media_group_id == third.media_group_id is not None
    assert [each.content_type for each in (first, second, third)] == ["photo", "video", "photo"]
    assert (first.caption, second.caption, third.caption) == ("First", None, "third")
    assert [each.type for each in first.caption_entities or ()] == ["bold"]
    assert third.has_media_spoiler


async def test_documents_are_an_album_of_their_own(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    sandbox.album(aya, [{"document": DOCUMENT}, {"document": DOCUMENT, "text": "both"}])
    first, second = await heard(bot)
    assert first.media_group_id == second.media_group_id is not None
    assert second.document is not None
    assert (second.document.file_name, second.document.mime_type) == ("c.pdf", "application/pdf")
    with pytest.raises(ValueError, match="no album together"):
        sandbox.album(aya, [{"document": DOCUMENT}, {"photo": PHOTO}])


async def test_what_is_too_much_for_an_album_is_another_one(
    sandbox: Sandbox, bot: Bot, aya: int
) -> None:
    sandbox.album(aya, [{"photo": PHOTO}] * 11)
    messages = await heard(bot)
    assert len({each.media_group_id for each in messages[:10]}) == 1
    assert messages[10].media_group_id is None  # one alone is a photo like any other


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("photo", "a.jpg"),
        ("video", "b.mp4"),
        ("animation", "c.mp4"),
        ("audio", "d.mp3"),
        ("document", "e.pdf"),
        ("voice", "f.ogg"),
        ("video_note", "g.mp4"),
    ],
)
async def test_every_kind_of_file(
    sandbox: Sandbox, bot: Bot, aya: int, kind: str, name: str
) -> None:
    content: dict[str, Any] = {kind: (name, b"12345")}
    sandbox.say(aya, "" if kind == "video_note" else "see", **content)
    message = await heard_one(bot)
    assert message.content_type == kind
    shown = getattr(message, kind)
    file = shown[-1] if kind == "photo" else shown
    assert file.file_size == 5
    assert sandbox.api.world.files[file.file_id].content == b"12345"
    assert message.caption == (None if kind == "video_note" else "see")


async def test_nothing_is_written_under_a_round_video(sandbox: Sandbox, aya: int) -> None:
    with pytest.raises(ValueError, match="no text under"):
        sandbox.say(aya, "see", video_note=VIDEO)


async def test_an_animation_is_a_document_besides(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    sandbox.say(aya, animation=VIDEO)
    message = await heard_one(bot)
    assert message.document is not None
    assert message.animation is not None
    assert message.document.file_id == message.animation.file_id


async def test_places_and_contacts(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    sandbox.say(aya, location={"latitude": 43.3, "longitude": 68.25})
    sandbox.venue(aya, 43.3, 68.25, "Plant", "Kentau")
    sandbox.say(aya, contact={"phone_number": "+77001234567", "first_name": "Ая"})
    place, venue, contact = await heard(bot)
    assert place.location is not None
    assert place.location.latitude == 43.3
    assert venue.venue is not None
    assert venue.location == venue.venue.location
    assert venue.venue.title == "Plant"
    assert contact.contact is not None
    assert contact.contact.phone_number == "+77001234567"


async def test_entities_as_they_were_given(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    entities = [
        {"type": "expandable_blockquote", "offset": 0, "length": 8},
        {
            "type": "custom_emoji",
            "offset": 0,
            "length": 2,
            "custom_emoji_id": "5368324170671202286",
        },
        {"type": "text_link", "offset": 3, "length": 5, "url": "https://gov.kz/"},
    ]
    preview = {"url": "https://gov.kz/", "show_above_text": True}
    sandbox.say(aya, "🐪 отчёт", entities=entities, link_preview_options=preview)
    message = await heard_one(bot)
    assert message.text == "🐪 отчёт"
    kinds = {each.type: (each.offset, each.length) for each in message.entities or ()}
    assert kinds["text_link"] == (3, 5)
    assert kinds["custom_emoji"] == (0, 2)
    assert kinds["expandable_blockquote"] == (0, 8)
    assert message.link_preview_options is not None
    assert message.link_preview_options.show_above_text
    sandbox.say(aya, "отчёт", entities=[{"type": "italic", "offset": 0, "length": 5}], photo=PHOTO)
    assert [each.type for each in (await heard(bot))[-1].caption_entities or ()] == ["italic"]


async def test_polls(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    sandbox.poll(aya, "When?", ["8:00", "9:00"], several=True, anonymous=False)
    sandbox.poll(aya, "2 × 2?", ["3", "4"], right=[1], explanation="Count!")
    regular, quiz = (each.poll for each in await heard(bot))
    assert regular is not None
    assert (regular.type, regular.is_anonymous) == ("regular", False)
    assert regular.allows_multiple_answers
    assert quiz is not None
    assert (quiz.type, quiz.correct_option_ids, quiz.explanation) == ("quiz", [1], "Count!")


async def test_a_post_of_a_channel_is_forwarded(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    news = sandbox.channel("Вести", "vesti", [aya], bot=False)
    post = sandbox.say(aya, "<b>Завод</b>", chat_id=news, html=True)
    sandbox.forward(aya, news, post)
    message = await heard_one(bot)
    assert message.text == "Завод"
    assert [each.type for each in message.entities or ()] == ["bold"]
    origin = message.forward_origin
    assert isinstance(origin, types.MessageOriginChannel)
    assert (origin.chat.username, origin.message_id) == ("vesti", post)
    again = sandbox.forward(aya, aya, message.message_id)
    assert (await heard(bot))[-1].message_id == again[0]
    assert (await heard(bot))[-1].forward_origin == origin  # whose it was at first


async def test_peoples_words_are_forwarded(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    bek = sandbox.user("Бек")
    group = sandbox.group("Двор", [aya, bek])
    said = sandbox.say(bek, "салем", chat_id=group)
    behind = sandbox.say(bek, "оповещение", chat_id=group, anonymous=True)
    sandbox.forward(aya, group, said)
    sandbox.forward(aya, group, said, hidden=True)
    sandbox.forward(aya, group, behind)
    origins = [each.forward_origin for each in await heard(bot)]
    by_user, by_name, by_chat = origins
    assert isinstance(by_user, types.MessageOriginUser)
    assert by_user.sender_user.id == bek
    assert isinstance(by_name, types.MessageOriginHiddenUser)
    assert by_name.sender_user_name == "Бек"
    assert isinstance(by_chat, types.MessageOriginChat)
    assert by_chat.sender_chat.id == group


async def test_an_album_is_forwarded_as_an_album(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    news = sandbox.channel("Вести", members=[aya], bot=False)
    posts = sandbox.album(aya, [{"photo": PHOTO, "text": "see"}, {"video": VIDEO}], chat_id=news)
    sandbox.forward(aya, news, *posts)
    first, second = await heard(bot)
    assert first.media_group_id == second.media_group_id
    [posted, _] = sandbox.messages(news)
    assert first.media_group_id not in (None, posted["media_group_id"])
    assert (first.caption, first.photo and first.photo[-1].file_id) == (
        "see",
        posted["photo"][-1]["file_id"],
    )


async def test_what_cannot_be_forwarded(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    kept = await bot.do("sendMessage", chat_id=aya, text="x", protect_content=True)
    with pytest.raises(ValueError, match="can't be forwarded"):
        sandbox.forward(aya, aya, kept["message_id"])
    with pytest.raises(LookupError, match="no message 777"):
        sandbox.forward(aya, aya, 777)


async def test_votes_count_together_wherever_a_poll_was_forwarded(
    sandbox: Sandbox, bot: Bot, aya: int
) -> None:
    bek = sandbox.user("Бек")
    sandbox.say(bek, "/start")
    sent = await bot.do("sendPoll", chat_id=aya, question="When?", options=["8:00", "9:00"])
    named = {"from_chat_id": aya, "message_id": sent["message_id"]}
    passed_on = await bot.do("forwardMessage", chat_id=bek, **named)
    assert passed_on["poll"]["id"] == sent["poll"]["id"]
    copied = await bot.do("copyMessage", chat_id=bek, **named)
    await bot.updates()
    sandbox.vote(aya, aya, sent["message_id"], 0)
    sandbox.vote(bek, bek, passed_on["message_id"], 1)
    before, after = (each["poll"] for each in await bot.updates())
    assert [each["voter_count"] for each in before["options"]] == [1, 0]  # as it was then
    read = types.Poll.model_validate(after)
    assert [each.voter_count for each in read.options] == [1, 1]
    assert read.total_voter_count == 2
    polls = [each["poll"] for each in sandbox.messages(bek) if "poll" in each]
    assert [each["total_voter_count"] for each in polls] == [2, 0]  # a copy is a poll of its own
    sandbox.vote(bek, bek, passed_on["message_id"])
    [taken_back] = await bot.updates()
    assert taken_back["poll"]["total_voter_count"] == 1
    sandbox.vote(bek, bek, copied["message_id"], 0)
    assert (await bot.updates())[0]["poll"]["id"] == polls[1]["id"]


async def test_an_open_vote_says_whose_it_is(sandbox: Sandbox, bot: Bot, aya: int) -> None:
    sent = await bot.do(
        "sendPoll", chat_id=aya, question="When?", options=["8", "9"], is_anonymous=False
    )
    sandbox.vote(aya, aya, sent["message_id"], 1)
    _, update = await bot.updates()
    answer = types.PollAnswer.model_validate(update["poll_answer"])
    assert answer.user is not None
    assert (answer.user.id, answer.option_ids) == (aya, [1])


async def test_votes_in_others_polls_are_not_the_bots_business(
    sandbox: Sandbox, bot: Bot, aya: int
) -> None:
    asked = sandbox.poll(aya, "2 × 2?", ["3", "4"], right=[1])
    passed_on = await bot.do("forwardMessage", chat_id=aya, from_chat_id=aya, message_id=asked)
    assert "correct_option_ids" not in passed_on["poll"]
    await bot.updates()
    sandbox.vote(aya, aya, passed_on["message_id"], 0)
    assert await bot.updates() == []
    [first, _] = (each["votes"] for each in sandbox.messages(aya) if "poll" in each)
    assert first == {aya: [0]}
    with pytest.raises(ValueError, match="final"):
        sandbox.vote(aya, aya, asked, 1)


@pytest.mark.parametrize(("chosen", "why"), [((0, 1), "one answer"), ((2,), "no"), ((-1,), "no")])
async def test_votes_that_an_app_does_not_allow(
    sandbox: Sandbox, aya: int, chosen: tuple[int, ...], why: str
) -> None:
    asked = sandbox.poll(aya, "When?", ["8:00", "9:00"])
    with pytest.raises(ValueError, match=why):
        sandbox.vote(aya, aya, asked, *chosen)
