"""A small town to drive the handlers in: a Telegram that remembers, and people with verbs.

The dispatcher, the use cases and the database are the real ones, wired as the program wires them;
the web is `town.outlets`.
"""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import GetMe, TelegramMethod
from aiogram.types import ChatMemberAdministrator, Update, User
from markupsafe import Markup

from bot.wiring import Outside, wire
from delivery.answers import Edited
from delivery.contents import Place
from delivery.files import FileNotFetchedError, FileTooLargeError
from delivery.inline import MOST_RESULTS, InlineAnswer
from delivery.outgoing import Outgoing, Rows
from model.people import Language, Role, Schedule, Subscriber
from publishing.channels.standing import Looked
from storage.database import Database
from tests.clocks import ManualClock
from tests.news.outlets import Outlets, ParserHere
from tests.tdlib import parse_html
from views.links import BotLinks

BOT = User(id=777, is_bot=True, first_name="Keruen", username="keruen_bot")
WHEN = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


@dataclass
class Shown:
    """A message of the bot as a chat shows it."""

    chat_id: int
    message_id: int
    text: str
    rows: list[list[tuple[str, str]]]
    thread_id: int | None = None
    edits: int = 0
    gone: bool = False
    picture: bytes | None = None
    is_media: bool = False
    """It has no text that could be edited."""
    said: Outgoing | None = None
    """What the bot sent, of several messages this one."""

    @property
    def labels(self) -> list[str]:
        return [label for row in self.rows for label, _ in row]


class FakeSession(BaseSession):
    """Knows the bot's name and nothing else: what is said goes through Answers."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[Any],
        timeout: int | None = None,  # noqa: ASYNC109 - aiogram's signature
    ) -> Any:
        assert isinstance(method, GetMe), f"a handler called Telegram itself: {method!r}"
        return BOT

    async def close(self) -> None: ...

    def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        raise AssertionError("nobody downloads here")


class FakeTelegram:
    """What people see: messages, toasts, files. Takes only what Telegram would."""

    def __init__(self) -> None:
        self.messages: list[Shown] = []
        self.toasts: list[str] = []
        self.files: list[tuple[str, bytes]] = []
        self.offered: list[InlineAnswer] = []
        self.lost_files: set[str] = set()
        """File ids that it does not know any more."""
        self.places: list[tuple[int, Place]] = []
        self.admins: set[tuple[int, int]] = set()
        self.standings: dict[int, Looked] = {}
        self.is_full = False
        """The limiter lets nothing more into any chat; toasts it does not hold back."""

    def last(self, chat_id: int) -> Shown:
        return [each for each in self.messages if each.chat_id == chat_id and not each.gone][-1]

    def said(self, chat_id: int) -> list[str]:
        return [each.text for each in self.messages if each.chat_id == chat_id]

    async def is_admin(self, chat_id: int, user_id: int) -> bool:
        return (chat_id, user_id) in self.admins

    async def look(self, chat_id: int) -> Looked | None:
        """What it says of the bot's standing in a channel; None: it does not answer."""
        return self.standings.get(chat_id)

    async def send(self, chat_id: int, outgoing: Outgoing) -> int | None:
        if self.is_full or (outgoing.media and outgoing.media.file_id in self.lost_files):
            return None
        count = sum(part.messages for part in outgoing.parts)
        return [self._put(chat_id, outgoing.message_at(index)) for index in range(count)][-1]

    def _put(self, chat_id: int, one: Outgoing) -> int:
        number = len(self.messages) + 1
        said = one
        if (place := one.place) is not None:
            self.places.append((chat_id, place))
            named = Markup("\n").join(filter(None, (place.title, place.address)))
            said = replace(one, text=named)
        is_media = any((one.media, one.place, one.contact, one.poll, one.forwarded))
        text, rows = _shown(said, is_media=is_media)
        self.messages.append(
            Shown(chat_id, number, text, rows, one.thread_id, is_media=is_media, said=one)
        )
        return number

    async def edit(self, chat_id: int, message_id: int, outgoing: Outgoing) -> bool:
        return await self.rewrite(chat_id, message_id, outgoing) is Edited.DONE

    async def rewrite(self, chat_id: int, message_id: int, outgoing: Outgoing) -> Edited:
        shown = self.messages[message_id - 1]
        if shown.gone or shown.picture is not None or shown.is_media:
            return Edited.NEVER  # a picture has a caption, and no text to be edited
        if self.is_full:
            return Edited.NOT_NOW
        text, rows = _shown(outgoing)
        if (text, rows) != (shown.text, shown.rows):
            shown.text, shown.rows, shown.edits = text, rows, shown.edits + 1
        return Edited.DONE

    async def toast(self, query_id: str, text: str = "", alert: bool = False) -> None:
        assert len(text) <= 200
        self.toasts.append(text)

    async def inline(self, query_id: str, answer: InlineAnswer) -> None:
        assert len(answer.results) <= MOST_RESULTS
        assert len(answer.next_offset.encode()) <= 64
        assert len({one.id for one in answer.results}) == len(answer.results)
        for one in answer.results:
            assert one.title.strip()
            _shown(one.message)
        self.offered.append(answer)

    async def send_file(self, chat_id: int, name: str, content: bytes, caption: str) -> int | None:
        assert 0 < len(parse_html(caption).text) <= 1024
        self.files.append((name, content))
        return 1

    async def send_photo(
        self,
        chat_id: int,
        content: bytes,
        caption: str,
        buttons: Rows = (),
        thread_id: int | None = None,
    ) -> int | None:
        if self.is_full:
            return None
        assert content.startswith(b"\x89PNG")
        text, rows = _shown(Outgoing(Markup(caption), buttons=buttons))
        assert len(text) <= 1024
        number = len(self.messages) + 1
        self.messages.append(Shown(chat_id, number, text, rows, thread_id, picture=content))
        return number


def _shown(
    outgoing: Outgoing, *, is_media: bool = False
) -> tuple[str, list[list[tuple[str, str]]]]:
    is_authored = outgoing.entities is not None or outgoing.forwarded is not None
    text = (
        str(outgoing.text) if is_authored or not outgoing.text else parse_html(outgoing.text).text
    )
    assert is_media or text
    assert len(text) <= 4096
    rows = [[(each.label, each.data or each.url or "") for each in row] for row in outgoing.buttons]
    assert all(label.strip() for row in rows for label, _ in row)
    return text, rows


def _chat(chat_id: int, *, forum: bool = False) -> dict[str, Any]:
    if chat_id > 0:
        return {"id": chat_id, "type": "private", "first_name": "Somebody"}
    if chat_id == -1009999999999:
        return {"id": chat_id, "type": "channel", "title": "Канал"}
    kind = "supergroup" if chat_id < -(10**12) else "group"
    return {"id": chat_id, "type": kind, "title": "Инвесторы", "is_forum": forum or None}


@dataclass
class FakeMenus:
    """Command menus as they were set, chat by chat."""

    set_to: dict[int, tuple[Language, Role]] = field(default_factory=dict)
    times: int = 0

    async def set_for(self, chat_id: int, language: Language, role: Role) -> None:
        self.set_to[chat_id] = (language, role)
        self.times += 1


@dataclass
class FakeFiles:
    """What people have sent, by the id that Telegram gave it."""

    held: dict[str, bytes] = field(default_factory=dict)
    is_down: bool = False
    """Telegram gives no file."""

    def take(self, content: bytes) -> str:
        """The id of a file that somebody has just sent."""
        file_id = f"file-{len(self.held) + 1}"
        self.held[file_id] = content
        return file_id

    async def fetch(self, file_id: str, limit: int) -> bytes:
        if self.is_down or file_id not in self.held:
            raise FileNotFetchedError(file_id, "not given")
        if len(self.held[file_id]) > limit:
            raise FileTooLargeError(file_id, limit)
        return self.held[file_id]


class Town:
    """Everything wired as in earnest, over a Telegram of the test's own."""

    def __init__(self, database: Database, clock: ManualClock, admin_ids: set[int]) -> None:
        self.database = database
        self.clock = clock
        self.telegram = FakeTelegram()
        self.menus = FakeMenus()
        self.bot = Bot("777:TEST", session=FakeSession())
        self.outlets = Outlets()
        self.files = FakeFiles()
        wired = wire(
            database,
            clock,
            Outside(
                self.telegram,
                self.telegram,
                self.menus,
                BotLinks(BOT.username),
                self.outlets,
                ParserHere(),
                self.files,
                ParserHere().run,
                self.telegram.look,
                ParserHere().run,
            ),
            admin_ids=admin_ids,
            schedule=Schedule(),
            default_language=Language.RUSSIAN,
        )
        self.cases = wired.cases
        self.dispatcher = wired.dispatcher
        self._updates = 0

    def person(self, user_id: int = 1001, language: str | None = "ru") -> "Person":
        return Person(self, user_id, language)

    async def hears(self, **event: Any) -> None:
        """An update; some time passes after it."""
        self._updates += 1
        update = Update.model_validate({"update_id": self._updates, **event})
        await self.dispatcher.feed_update(self.bot, update)
        self.clock.advance(20)

    def next_message(self) -> int:
        """An id that no message of a person has had."""
        return 10_000 + self._updates

    async def subscriber(self, chat_id: int = 1001) -> Subscriber | None:
        """As a second session sees it."""
        async with self.database.reading() as db:
            return await db.subscribers.get(chat_id)

    async def member_changed(
        self, chat_id: int, old: str, new: str, by: "Person", **rights: bool
    ) -> None:
        """`rights`: those that an admin has now."""
        await self.hears(
            my_chat_member={
                "chat": _chat(chat_id),
                "from": by.as_user,
                "date": WHEN,
                "old_chat_member": _member(old),
                "new_chat_member": _member(new) | rights,
            }
        )


ADMIN_RIGHTS = [
    name
    for name, required in ChatMemberAdministrator.model_fields.items()
    if required.is_required() and name not in ("status", "user")
]


def _member(status: str) -> dict[str, Any]:
    member: dict[str, Any] = {"status": status, "user": BOT.model_dump()}
    if status == "kicked":
        member["until_date"] = 0
    if status == "administrator":
        member |= dict.fromkeys(ADMIN_RIGHTS, False)
    return member


@dataclass(frozen=True)
class Person:
    """Someone in the town; in their private chat unless they are `.at(...)` another one."""

    town: Town
    user_id: int
    language: str | None
    place: int | None = None
    thread_id: int | None = None
    is_anonymous: bool = False

    def at(self, chat_id: int, thread_id: int | None = None) -> "Person":
        return replace(self, place=chat_id, thread_id=thread_id)

    def anonymously(self) -> "Person":
        return replace(self, is_anonymous=True)

    @property
    def chat_id(self) -> int:
        return self.place or self.user_id

    @property
    def as_user(self) -> dict[str, Any]:
        return {
            "id": self.user_id,
            "is_bot": False,
            "first_name": "Somebody",
            "language_code": self.language,
        }

    @property
    def screen(self) -> Shown:
        """The bot's last message in the chat."""
        return self.town.telegram.last(self.chat_id)

    async def says(self, text: str | None = None, *, reply: bool = False, **content: Any) -> int:
        """The message's id."""
        message: dict[str, Any] = {
            "message_id": self.town.next_message(),
            "date": self.town.clock.now(),
            "chat": _chat(self.chat_id),
            "from": self.as_user,
            **content,
        }
        if self.is_anonymous:
            message["sender_chat"] = _chat(self.chat_id)
            message["from"] = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
        if self.thread_id is not None:
            message |= {"message_thread_id": self.thread_id, "is_topic_message": True}
        if text is not None:
            message["text"] = text
            message.setdefault("entities", _entities(text))
        if reply:
            message["reply_to_message"] = {
                "message_id": self.screen.message_id,
                "date": WHEN,
                "chat": _chat(self.chat_id),
                "from": BOT.model_dump(),
                "text": self.screen.text,
            }
        await self.town.hears(message=message)
        return int(message["message_id"])

    async def edits(self, message_id: int, **content: Any) -> None:
        """What they said before now reads so."""
        message = {
            "message_id": message_id,
            "date": WHEN,
            "edit_date": int(self.town.clock.now().timestamp()),
            "chat": _chat(self.chat_id),
            "from": self.as_user,
            **content,
        }
        await self.town.hears(edited_message=message)

    async def sends_file(
        self, name: str, content: bytes, caption: str | None = None, **more: Any
    ) -> None:
        """As a document: `name` says of what kind."""
        document = {
            "file_id": self.town.files.take(content),
            "file_unique_id": f"unique-{len(self.town.files.held)}",
            "file_name": name,
            "file_size": len(content),
        }
        said: dict[str, Any] = {} if caption is None else {"caption": caption}
        await self.says(document=document, **said, **more)

    async def presses(self, label: str, on: Shown | None = None) -> None:
        """The button whose label has these words, on the last message or on another."""
        shown = on or self.screen
        found = [data for row in shown.rows for name, data in row if label in name]
        assert found, f"{label!r} is not among {shown.labels}"
        await self.presses_data(found[0], shown)

    async def presses_first(self) -> None:
        await self.presses_data(self.screen.rows[0][0][1], self.screen)

    async def presses_data(self, data: str, on: Shown | None = None) -> None:
        shown = on or self.screen
        message: dict[str, Any] = {
            "message_id": shown.message_id,
            "date": WHEN,
            "chat": _chat(self.chat_id),
            "from": BOT.model_dump(),
            "text": shown.text,
        }
        if self.thread_id is not None:
            message |= {"message_thread_id": self.thread_id, "is_topic_message": True}
        await self.town.hears(
            callback_query={
                "id": "1",
                "from": self.as_user,
                "chat_instance": "1",
                "data": data,
                "message": message,
            }
        )

    async def types(self, words: str, offset: str = "") -> InlineAnswer:
        """`@keruen_bot words` in some chat; what is offered."""
        await self.town.hears(
            inline_query={"id": "1", "from": self.as_user, "query": words, "offset": offset}
        )
        return self.town.telegram.offered[-1]

    async def blocks(self) -> None:
        await self.town.member_changed(self.user_id, "member", "kicked", self)

    async def unblocks(self) -> None:
        await self.town.member_changed(self.user_id, "kicked", "member", self)


def _entities(text: str) -> list[dict[str, Any]]:
    """What a client marks: a command at the beginning, a mention of the bot."""
    found = []
    if text.startswith("/"):
        found.append({"type": "bot_command", "offset": 0, "length": len(text.split()[0])})
    if (at := text.find("@keruen_bot")) >= 0 and not text.startswith("/"):
        found.append({"type": "mention", "offset": at, "length": len("@keruen_bot")})
    return found
