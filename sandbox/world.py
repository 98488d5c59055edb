"""Who and what is there: people, chats, messages, files. No rules, only state."""

import itertools
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox import polls
from sandbox.clock import Clock

Json = dict[str, Any]

ANONYMOUS_ADMIN: Json = {
    "id": 1087968824,
    "is_bot": True,
    "first_name": "Group",
    "username": "GroupAnonymousBot",
}
ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_change_info",
    "can_delete_messages",
    "can_invite_users",
    "can_restrict_members",
    "can_pin_messages",
    "can_promote_members",
    "can_manage_video_chats",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
)
CHANNEL_RIGHTS = ("can_post_messages", "can_edit_messages")


@dataclass
class User:
    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False
    started: bool = False
    blocked: bool = False
    deleted: bool = False
    heard: bool = False
    """The bot has met the person, if only in a group."""

    def json(self) -> Json:
        shown: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.username:
            shown["username"] = self.username
        if self.language_code:
            shown["language_code"] = self.language_code
        return shown


@dataclass
class Chat:
    id: int
    type: str
    title: str | None = None
    username: str | None = None
    is_forum: bool = False
    statuses: dict[int, str] = field(default_factory=dict)
    """Of everyone who is or was there: creator, administrator, member, left, kicked."""
    rights: dict[int, Json] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    messages: list[Json] = field(default_factory=list)
    migrated_to: int | None = None
    linked_to: int | None = None
    """A channel's group where it is discussed, or that group's channel."""
    is_deleted: bool = False

    def json(self) -> Json:
        shown: Json = {"id": self.id, "type": self.type}
        for name in ("title", "username"):
            if value := getattr(self, name):
                shown[name] = value
        if self.is_forum:
            shown["is_forum"] = True
        return shown

    def members(self) -> list[int]:
        gone = ("left", "kicked")
        return [user for user, status in self.statuses.items() if status not in gone]

    def admins(self) -> list[int]:
        rule = ("creator", "administrator")
        return [user for user, status in self.statuses.items() if status in rule]

    def find(self, message_id: int) -> Json | None:
        for message in reversed(self.messages):
            if message["message_id"] == message_id:
                return None if message.get("_deleted") else message
        return None


@dataclass
class File:
    file_id: str
    unique_id: str
    kind: str
    name: str
    content: bytes


class World:
    """Everything the sandbox remembers. `on_event` hears of each change, for the chat page."""

    def __init__(self, bot: User, clock: Clock) -> None:
        self.bot = bot
        self.clock = clock
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.polls: dict[str, tuple[Json, list[Json]]] = {}
        """By id: what stands in all messages that have it, and these messages."""
        self.arrived: Counter[tuple[int, str]] = Counter()
        """How often the bot's messages came, by chat and by what they said then."""
        self.listeners: list[Callable[[Json], None]] = []
        self._user_ids = itertools.count(1001)
        self._group_ids = itertools.count(5001)
        self._supergroup_ids = itertools.count(1_000_000_001)
        self._shared_ids = itertools.count(1)  # private chats and basic groups
        self._own_ids: dict[int, itertools.count[int]] = {}
        self._file_ids = itertools.count(1)
        self.group_ids = itertools.count(13_000_000_001)
        """Of albums and polls."""

    def tell(self, kind: str, **details: Any) -> None:
        for listener in list(self.listeners):
            listener({"kind": kind, **details})

    def add_user(
        self,
        first_name: str,
        language_code: str | None = "ru",
        id: int | None = None,
        username: str | None = None,
    ) -> User:
        if id is None:
            id = next(number for number in self._user_ids if number not in self.users)
        user = User(id, first_name, username, language_code)
        self.users[id] = user
        self.chats[id] = Chat(id, "private")
        self.tell("state")
        return user

    def add_chat(self, type: str, title: str, **more: Any) -> Chat:
        id = -next(self._group_ids) if type == "group" else -(10**12 + next(self._supergroup_ids))
        chat = Chat(id, type, title, **more)
        self.chats[id] = chat
        self.tell("state")
        return chat

    def named(self, name: str) -> Chat | None:
        """The chat with this number or @username."""
        if name.lstrip("-").isdigit():
            return self.chats.get(int(name))
        wanted = name.removeprefix("@").lower()
        public = (each for each in self.chats.values() if each.type in ("supergroup", "channel"))
        return next((each for each in public if (each.username or "").lower() == wanted), None)

    def private_json(self, user: User) -> Json:
        shown: Json = {"id": user.id, "type": "private", "first_name": user.first_name}
        if user.username:
            shown["username"] = user.username
        return shown

    def chat_json(self, chat: Chat) -> Json:
        if chat.type == "private":
            return self.private_json(self.users[chat.id])
        return chat.json()

    def add_message(self, chat: Chat, sender: Json | None, **fields: Any) -> Json:
        """A new message in the chat, with the next id."""
        message: Json = {"message_id": self._next_message_id(chat)}
        if sender is not None:
            message["from"] = sender
        message["chat"] = self.chat_json(chat)
        message["date"] = int(self.clock.now())
        message |= {name: value for name, value in fields.items() if value is not None}
        if "poll" in message:
            self._share_poll(message)
        if message.get("_own"):
            self.arrived[chat.id, str(message.get("text") or message.get("caption") or "")] += 1
        chat.messages.append(message)
        self.tell("message", chat_id=chat.id, message=public(message))
        return message

    def _share_poll(self, message: Json) -> None:
        """However often it is forwarded, there is one poll."""
        poll, places = self.polls.setdefault(message["poll"]["id"], (message["poll"], []))
        if not places:
            poll["_is_own"] = bool(message.get("_own"))
        message["poll"] = poll
        places.append(message)

    def add_file(self, kind: str, name: str, content: bytes) -> File:
        number = next(self._file_ids)
        file = File(f"{kind}-file-{number}", f"unique-{number}", kind, name, content)
        self.files[file.file_id] = file
        return file

    def _next_message_id(self, chat: Chat) -> int:
        if chat.type in ("private", "group"):
            return next(self._shared_ids)
        return next(self._own_ids.setdefault(chat.id, itertools.count(1)))


def seen(message: Json) -> Json:
    """The message with what people see of it besides: deleted, pinned, keyboard, reactions."""
    shown = public(message) | {"deleted": bool(message.get("_deleted"))}
    for name in ("pinned", "keyboard", "reactions"):
        if message.get(f"_{name}"):
            shown[name] = message[f"_{name}"]
    if poll := message.get("poll"):
        shown["votes"] = dict(polls.votes(poll))
    return shown


def public(message: Json) -> Json:
    """The message as Telegram shows it: without what only the sandbox knows."""
    shown = {name: value for name, value in message.items() if not name.startswith("_")}
    if poll := message.get("poll"):  # as it is now: it goes on changing
        shown["poll"] = polls.shown(poll, forwarded="forward_origin" in message)
    return shown
