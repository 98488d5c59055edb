"""One bot's Bot API: its world, its updates, and what is registered as a method."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import ApiError, bad_request, forbidden
from sandbox.limits import Limits
from sandbox.params import Params
from sandbox.updates import Updates
from sandbox.webhook import Webhook
from sandbox.world import Chat, Json, User, World

QUERY_SECONDS = {"callback_query": 150.0, "inline_query": 30.0}
"""How long a query may be answered."""

SENDING = {
    "text": ("can_send_messages", "text messages"),
    "photo": ("can_send_photos", "photos"),
    "video": ("can_send_videos", "videos"),
    "animation": ("can_send_other_messages", "animations"),
    "audio": ("can_send_audios", "music"),
    "document": ("can_send_documents", "documents"),
    "voice": ("can_send_voice_notes", "voice notes"),
    "video_note": ("can_send_video_notes", "video notes"),
    "sticker": ("can_send_other_messages", "stickers"),
    "poll": ("can_send_polls", "polls"),
    "venue": ("can_send_messages", "venues"),
    "location": ("can_send_messages", "locations"),
    "contact": ("can_send_messages", "contacts"),
}
"""By what is sent: the right that a group may have taken away, and its words."""

Method = Callable[["Api", Params], Awaitable[Any]]
METHODS: dict[str, tuple[str, Method]] = {}
"""By lower-cased name: its own spelling, and what does it."""


def method(name: str) -> Callable[[Method], Method]:
    """Registers a method of the Bot API under its name."""

    def register(function: Method) -> Method:
        METHODS[name.lower()] = (name, function)
        return function

    return register


@dataclass(frozen=True)
class Told:
    """A result with a description beside it."""

    result: Any
    description: str


@dataclass
class Query:
    """A press or an inline query that waits for the bot's answer."""

    id: str
    kind: str
    user_id: int
    asked_at: float
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    answer: Json | None = None


class Api:
    """What the methods work on."""

    def __init__(self, token: str, *, limits: bool, before: "Api | None" = None) -> None:
        """`before` is what this one takes over from: who listens, and where the bot has got to."""
        self.token = token
        self.clock: Clock = before.clock if before is not None else Clock()
        bot = User(int(token.partition(":")[0]), "Керуен", "keruen_bot", is_bot=True)
        self.world = World(bot, self.clock)
        if before:
            self.world.listeners = before.world.listeners
        self.updates: Updates = before.updates if before else Updates(self.clock)
        self.webhook: Webhook = (
            before.webhook if before else Webhook(self.updates, self.clock, self.call)
        )
        self.limits = Limits(self.clock, on=limits)
        self.queries: dict[str, Query] = {}
        self.inline_messages: dict[str, tuple[int, int]] = {}
        """Chat and message of what was sent by an inline result."""
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self._query_ids = itertools.count(7_000_001 if before is None else before.next_query_id())

    def next_query_id(self) -> int:
        return next(self._query_ids)

    def new_query(self, kind: str, user_id: int) -> Query:
        query = Query(str(self.next_query_id()), kind, user_id, self.clock.now())
        self.queries[query.id] = query
        return query

    def open_query(self, kind: str, query_id: str | None) -> Query:
        """The query to be answered, if it still may be."""
        query = self.queries.get(query_id or "")
        if (
            query is None
            or query.kind != kind
            or query.asked_at + QUERY_SECONDS[kind] < self.clock.now()
            or query.answered.is_set()
        ):
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        return query

    def find_chat(self, params: Params, name: str = "chat_id") -> Chat:
        """The chat a call names, if the bot has ever met it and it has not moved away."""
        given = params.text(name)
        if given is None:
            raise bad_request(f"{name} is empty")
        if given == str(self.world.bot.id):
            raise forbidden("the bot can't send messages to the bot")
        chat = self.world.named(given)
        if chat is None or (chat.type == "private" and not self._has_met(chat)):
            raise bad_request("chat not found")
        if chat.migrated_to is not None:
            raise bad_request(
                "group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.migrated_to,
            )
        return chat

    def _has_met(self, chat: Chat) -> bool:
        user = self.world.users[chat.id]
        return user.started or user.heard

    def chat_inside(self, params: Params, name: str = "chat_id") -> Chat:
        """The chat a call names, if the bot may look into it."""
        chat = self.find_chat(params, name)
        if chat.type != "private":
            status = chat.statuses.get(self.world.bot.id, "left")
            if chat.is_deleted:
                raise forbidden("the group chat was deleted")
            if status == "kicked":
                raise forbidden(f"bot was kicked from the {chat.type} chat")
            if status == "left":
                raise forbidden(f"bot is not a member of the {chat.type} chat")
        return chat

    def chat_to_write(self, params: Params, what: str = "text") -> Chat:
        """The chat a call names, if the bot may write there: a text, or what SENDING has."""
        chat = self.chat_inside(params)
        rights = chat.rights.get(self.world.bot.id, {})
        if chat.type == "private":
            self._check_person(chat)
        elif chat.type == "channel" and not rights.get("can_post_messages"):
            raise bad_request("need administrator rights in the channel chat")
        else:
            right, words = SENDING[what]
            if not rights.get(right, True):
                raise bad_request(f"not enough rights to send {words} to the chat")
        return chat

    def _check_person(self, chat: Chat) -> None:
        user = self.world.users[chat.id]
        if user.deleted:
            raise forbidden("user is deactivated")
        if not user.started:
            raise forbidden("bot can't initiate conversation with a user")
        if user.blocked:
            raise forbidden("bot was blocked by the user")

    def thread(self, chat: Chat, params: Params) -> int | None:
        """The topic a call names, if the chat has it."""
        thread_id = params.integer("message_thread_id")
        if not thread_id:
            return None
        if thread_id not in chat.topics:
            raise bad_request("message thread not found")
        return thread_id

    async def call(self, name: str, params: Params) -> Any:
        """A method's result; ApiError where Telegram refuses."""
        known = METHODS.get(name.lower())
        if known is None:
            raise ApiError(404, "method not found")
        return await known[1](self, params)
