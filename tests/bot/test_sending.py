"""The sender and Telegram's limits together: albums and forwards with buttons after them."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from markupsafe import Markup

from bot.session import make_bot
from bot.telegram import TelegramSender
from delivery.contents import AlbumItem, Forwarded, Media, MediaKind
from delivery.limiter import Limiter
from delivery.outgoing import Button, Outgoing
from delivery.sender import Sender
from model.outbox import Action
from sandbox.server import Sandbox
from sandbox.world import Json
from storage.database import Database
from tests.clocks import ManualClock
from tests.delivery.post import Post

BUTTONS = Outgoing(Markup("⬇️"), buttons=((Button("Ещё", "more:1"),),))


class Bot:
    """A sender at work against a sandbox that keeps limits; both clocks move together."""

    def __init__(self, database: Database, sandbox: Sandbox) -> None:
        self.clock = ManualClock()
        self.post = Post(database, self.clock)
        self.sandbox = sandbox
        self._bot = make_bot(sandbox.token, sandbox.url)
        limiter = Limiter(self.clock, 25)
        self._sender = Sender(database, TelegramSender(self._bot), limiter, self.clock)

    async def works(self, seconds: float) -> None:
        until = self.clock.monotonic() + seconds
        while (left := until - self.clock.monotonic()) > 0:
            async with asyncio.TaskGroup() as group:
                rest = await self._sender.step(group)
            passed = min(max(rest, 0.001), left)
            self.clock.advance(passed)
            self.sandbox.advance(passed)

    async def close(self) -> None:
        await self._bot.session.close()

    def refusals(self) -> list[Json]:
        return [each for each in self.sandbox.calls() if each["code"] != 200]


@pytest.fixture
async def bot(database: Database) -> AsyncIterator[Bot]:
    async with Sandbox(limits=True, strict=True) as sandbox:
        bot = Bot(database, sandbox)
        yield bot
        await bot.close()
        assert sandbox.violations() == []


def album(sandbox: Sandbox, size: int) -> Outgoing:
    photo = sandbox.api.world.add_file("photo", "photo.jpg", b"pixels")
    item = AlbumItem(Media(MediaKind.PHOTO, photo.file_id), Markup("подпись"))
    return Outgoing(album=(item,) * size, then=BUTTONS)


def shape(sandbox: Sandbox, chat_id: int) -> str:
    """What the bot said there, in order: p for a photo, t for a text."""
    return "".join("p" if "photo" in each else "t" for each in sandbox.from_bot(chat_id))


async def test_albums_with_buttons_break_no_limit(bot: Bot) -> None:
    people = [bot.sandbox.user(f"Читатель {number}") for number in range(12)]
    for person in people:
        bot.sandbox.say(person, "/start")
    group = bot.sandbox.group("Инвесторы", people[:2])
    bot.sandbox.join(group)
    sizes = [2, 3, 10]
    for number, chat in enumerate([*people, group]):
        await bot.post.put(chat, outgoing=album(bot.sandbox, sizes[number % 3]))
    await bot.post.put(group, outgoing=album(bot.sandbox, 10))
    await bot.post.put(group, outgoing=album(bot.sandbox, 10))
    await bot.works(150)
    assert bot.refusals() == []
    assert set(await bot.post.states()) == {"sent"}
    for number, person in enumerate(people):
        assert shape(bot.sandbox, person) == "p" * sizes[number % 3] + "t"
    assert shape(bot.sandbox, group) == "ppt" + 2 * ("p" * 10 + "t")


async def test_a_forward_with_buttons_is_taken_back_from_everyone(bot: Bot) -> None:
    author, *readers = [bot.sandbox.user(f"Читатель {number}") for number in range(4)]
    for person in (author, *readers):
        bot.sandbox.say(person, "/start")
    post = [bot.sandbox.say(author, text) for text in ("one", "two")]
    forward = Outgoing(forwarded=Forwarded(author, tuple(post)), then=BUTTONS)
    rows = [await bot.post.put(reader, outgoing=forward) for reader in readers]
    await bot.works(10)
    sent = [await bot.post.row(row) for row in rows]
    assert [shape(bot.sandbox, reader) for reader in readers] == ["ttt"] * 3
    for reader, row in zip(readers, sent, strict=True):
        there = [each["message_id"] for each in bot.sandbox.from_bot(reader)]
        assert row.message_ids == there
        await bot.post.ask(reader, Action.DELETE, *row.message_ids)
    await bot.works(10)
    assert [bot.sandbox.from_bot(reader) for reader in readers] == [[], [], []]
    assert set(await bot.post.states()) == {"sent"}


async def test_accidents_in_the_middle_cost_no_part(bot: Bot) -> None:
    readers = [bot.sandbox.user(f"Читатель {number}") for number in range(30)]
    for person in readers:
        bot.sandbox.say(person, "/start")
    sent = album(bot.sandbox, 3)
    for reader in readers:
        await bot.post.put(reader, outgoing=sent)
    bot.sandbox.chaos({"flood": 0.1, "restart": 0.1, "proxy": 0.1, "drop_after": 0.1}, seed=7)
    await bot.works(300)
    states = await bot.post.states()
    assert set(states) <= {"sent", "uncertain"}
    assert states.count("sent") > 20
    lost = bot.sandbox.lost()
    assert lost.total() > 0
    for number, reader in enumerate(readers):
        came = shape(bot.sandbox, reader)
        albums, texts = came.count("ppp"), came.count("t")
        assert came == "ppp" * albums + "t" * texts, "no text before its album, no album torn"
        assert max(albums - 1, 0) + max(texts - 1, 0) <= lost[reader]
        if states[number] == "sent":
            assert min(albums, texts) >= 1
