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

QUERY_SECONDS = 150.0
"""How long a callback query may be answered."""

Method = Callable[["Api", Params], Awaitable[Any]]
METHODS: dict[str, tuple[str, Method]] = {}
"""By lower-cased name: its own spelling, and what does it."""


def method(name: str) -> Callable[[Method], Method]:
    """Registers a method of the Bot API under its name."""

    def register(function: Method) -> Method:
        METHODS[name.lower()] = (name, function)
        return function

    return register


@dataclass
class Query:
    """A press or an inline query that waits for the bot's answer."""

    id: str
    user_id: int
    asked_at: float
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    answer: Json | None = None


class Api:
    """What the methods work on."""

    def __init__(self, token: str, *, limits: bool) -> None:
        self.token = token
        self.clock = Clock()
        bot = User(int(token.partition(":")[0]), "Керуен", "keruen_bot", is_bot=True)
        self.world = World(bot, self.clock)
        self.updates = Updates(self.clock)
        self.limits = Limits(self.clock, on=limits)
        self.webhook = Webhook(self.updates)
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.profile: dict[tuple[str, str], str] = {}
        self._query_ids = itertools.count(7_000_001)

    def new_query(self, user_id: int) -> Query:
        query = Query(str(next(self._query_ids)), user_id, self.clock.now())
        self.queries[query.id] = query
        return query

    def open_query(self, query_id: str | None) -> Query:
        """The query to be answered, if it still may be."""
        query = self.queries.get(query_id or "")
        late = query is None or query.asked_at + QUERY_SECONDS < self.clock.now()
        if query is None or late or query.answered.is_set():
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        return query

    def find_chat(self, params: Params, name: str = "chat_id") -> Chat:
        """The chat a call names, whether or not the bot may write there."""
        given = params.text(name)
        if given is None:
            raise bad_request("chat_id is empty")
        world = self.world
        if given.startswith("@"):
            wanted = given[1:].lower()
            for chat in world.chats.values():
                if (
                    chat.type in ("supergroup", "channel")
                    and (chat.username or "").lower() == wanted
                ):
                    return chat
            raise bad_request("chat not found")
        found = world.chats.get(int(given)) if given.lstrip("-").isdigit() else None
        if found is None or (found.type == "private" and not world.users[found.id].started):
            raise bad_request("chat not found")
        return found

    def chat_to_write(self, params: Params) -> Chat:
        """The chat a call names, if the bot may write there."""
        chat = self.find_chat(params)
        if chat.type == "private":
            user = self.world.users[chat.id]
            if user.deleted:
                raise forbidden("user is deactivated")
            if user.is_bot:
                raise forbidden("the bot can't send messages to the bot")
            if user.blocked:
                raise forbidden("bot was blocked by the user")
            return chat
        if chat.migrated_to is not None:
            raise bad_request(
                "group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.migrated_to,
            )
        if chat.is_deleted:
            raise forbidden("the group chat was deleted")
        status = chat.statuses.get(self.world.bot.id, "left")
        if status == "kicked":
            raise forbidden(f"bot was kicked from the {chat.type} chat")
        if status == "left":
            raise forbidden(f"bot is not a member of the {chat.type} chat")
        if not self.may_post(chat):
            raise bad_request("not enough rights to send text messages to the chat")
        return chat

    def may_post(self, chat: Chat) -> bool:
        bot = self.world.bot.id
        if chat.type == "channel":
            return bool(chat.rights.get(bot, {}).get("can_post_messages"))
        return bool(chat.rights.get(bot, {}).get("can_send_messages", True))

    def thread(self, chat: Chat, params: Params) -> int | None:
        """The topic a call names, if the chat has it."""
        thread_id = params.integer("message_thread_id")
        if not thread_id:
            return None
        if thread_id not in chat.topics:
            raise bad_request("message thread not found")
        return thread_id

    async def call(self, name: str, params: Params) -> tuple[str, Any]:
        """A method's own spelling and its result; ApiError where Telegram refuses."""
        known = METHODS.get(name.lower())
        if known is None:
            raise ApiError(404, "method not found")
        return known[0], await known[1](self, params)
