"""What people say and press. Each act makes the update that Telegram would send."""

import asyncio
from typing import Any

from sandbox.api import Query
from sandbox.contents import CAPTIONED, FILES, described
from sandbox.entities import finish
from sandbox.html import parse_html
from sandbox.membership import Membership
from sandbox.world import ANONYMOUS_ADMIN, Chat, Json, User, public

ANSWER_SECONDS = 5.0


class People(Membership):
    """The voices of everyone but the bot."""

    def user(
        self,
        first_name: str,
        language_code: str | None = "ru",
        id: int | None = None,
        username: str | None = None,
    ) -> int:
        return self._world.add_user(first_name, language_code, id, username).id

    def say(
        self,
        user_id: int,
        text: str = "",
        chat_id: int | None = None,
        thread_id: int | None = None,
        anonymous: bool = False,
        reply_to: int | None = None,
        sticker: bool = False,
        html: bool = False,
        entities: list[Json] | None = None,
        **content: Any,
    ) -> int:
        """A message from a person, an anonymous admin or (in a channel) the channel; its id.

        With `html` the text's tags are the bold and the links of what they write; `entities` are
        Telegram's own. `content` is a file by its kind, `video=("plant.mp4", b"…")`, with the text
        below it; and whatever else the message has, as it is: `location={…}`, `poll={…}`.
        """
        written = finish(*(parse_html(text) if html else (text, entities or [])))
        content = self._content(written, content, sticker)
        return self._put(user_id, content, chat_id, thread_id, anonymous, reply_to)

    def _put(
        self,
        user_id: int,
        content: Json,
        chat_id: int | None = None,
        thread_id: int | None = None,
        anonymous: bool = False,
        reply_to: int | None = None,
    ) -> int:
        chat = self._world.chats[chat_id if chat_id is not None else user_id]
        user = self._world.users[user_id]
        if chat.type == "private":
            self._come_back(user)
        replied = chat.find(reply_to) if reply_to else None
        in_topic = chat.is_forum and thread_id in chat.topics
        sender, sender_chat = _sender(chat, user, anonymous)
        message = self._world.add_message(
            chat,
            sender,
            sender_chat=sender_chat,
            message_thread_id=thread_id,
            is_topic_message=True if in_topic else None,
            reply_to_message=public(replied) if replied else None,
            **content,
        )
        self._report(chat, message, user)
        return int(message["message_id"])

    def edit(self, user_id: int, message_id: int, text: str, chat_id: int | None = None) -> None:
        """A person changes what they said."""
        chat = self._world.chats[chat_id if chat_id is not None else user_id]
        message = chat.find(message_id)
        if message is None:
            raise LookupError(f"no message {message_id} in chat {chat.id}")
        plain, entities = finish(text, [])
        message |= {"text": plain, "edit_date": int(self._api.clock.now())}
        message.pop("entities", None)
        if entities:
            message["entities"] = entities
        self._world.tell("edit", chat_id=chat.id, message=public(message))
        self._report(chat, message, self._world.users[user_id], "edited_")

    def react(self, user_id: int, chat_id: int, message_id: int, *emoji: str) -> None:
        """A person's reactions to a message are now these."""
        message = self._world.chats[chat_id].find(message_id)
        if message is None:
            raise LookupError(f"no message {message_id} in chat {chat_id}")
        given = message.setdefault("_people_react", {})
        old, new = given.get(user_id, []), [{"type": "emoji", "emoji": each} for each in emoji]
        given[user_id] = new
        content = {
            "chat": message["chat"],
            "message_id": message_id,
            "user": self._world.users[user_id].json(),
            "date": int(self._api.clock.now()),
            "old_reaction": old,
            "new_reaction": new,
        }
        self._api.updates.push("message_reaction", content, chat_id)

    def _come_back(self, user: User) -> None:
        if user.blocked:
            self.unblock(user.id)
        user.started = True

    def _content(self, written: tuple[str, list[Json]], given: Json, sticker: bool) -> Json:
        """What the message has: its files are kept, its text stands below them or by itself."""
        plain, entities = written
        files = {kind: given[kind] for kind in FILES if given.get(kind) is not None}
        content = {name: value for name, value in given.items() if name not in FILES}
        for kind, upload in files.items():
            content |= described(self._world.add_file(kind, *upload))
        if sticker:
            content["sticker"] = self._sticker()
        if not plain and not any(value is not None for value in content.values()):
            raise ValueError("a message needs a text or something else in it")
        if not plain:
            return content
        if sticker or not CAPTIONED.issuperset(files):
            raise ValueError("there is no text under a sticker or a round video")
        if files:
            return content | {"caption": plain, "caption_entities": entities or None}
        return content | {"text": plain, "entities": entities or None}

    def _sticker(self) -> Json:
        file = self._world.add_file("sticker", "sticker.webp", b"RIFF")
        looks = {"is_animated": False, "is_video": False, "width": 512, "height": 512}
        return {
            "file_id": file.file_id,
            "file_unique_id": file.unique_id,
            "type": "regular",
        } | looks

    def _report(self, chat: Chat, message: Json, user: User, prefix: str = "") -> None:
        """Let the bot know of the message, if it may."""
        if not self._is_heard(chat, message):
            return
        user.heard = True
        kind = "channel_post" if chat.type == "channel" else "message"
        self._api.updates.push(prefix + kind, public(message), chat.id)

    def _is_heard(self, chat: Chat, message: Json) -> bool:
        """Privacy mode: in a group a bot hears what is meant for it, an admin bot everything."""
        status = chat.statuses.get(self._world.bot.id, "left")
        if chat.type == "private":
            return True
        if status in ("left", "kicked"):
            return False
        return status == "administrator" or self._is_for_bot(message)

    def _is_for_bot(self, message: Json) -> bool:
        text = str(message.get("text") or message.get("caption") or "").lower()
        name = f"@{self._world.bot.username}".lower()
        first = text.split(maxsplit=1)[0] if text else ""
        if first.startswith("/"):
            return "@" not in first or first.endswith(name)
        replied = message.get("reply_to_message") or {}
        return name in text or replied.get("from", {}).get("id") == self._world.bot.id

    async def press(
        self,
        user_id: int,
        chat_id: int,
        label: str | None = None,
        data: str | None = None,
        message_id: int | None = None,
    ) -> Json | None:
        """Press an inline button and wait for the bot's answer; None if none came in time.

        The newest message that has the button, unless one is named; LookupError if none has.
        """
        return await self._answered(self.begin_press(user_id, chat_id, label, data, message_id))

    def begin_press(
        self,
        user_id: int,
        chat_id: int,
        label: str | None = None,
        data: str | None = None,
        message_id: int | None = None,
    ) -> Query:
        """Press without waiting. `data` that no button has is a forged press of `message_id`."""
        message, pressed = self._find_button(chat_id, label, data, message_id)
        user = self._world.users[user_id]
        user.heard = True
        query = self._api.new_query("callback_query", user_id)
        content: Json = {
            "id": query.id,
            "from": user.json(),
            "chat_instance": str(chat_id),
            "message": public(message),
            "data": pressed,
        }
        if "_inline_message_id" in message:
            del content["message"]
            content["inline_message_id"] = message["_inline_message_id"]
        self._api.updates.push("callback_query", content, user_id)
        return query

    async def _answered(self, query: Query) -> Json | None:
        try:
            await asyncio.wait_for(query.answered.wait(), ANSWER_SECONDS)
        except TimeoutError:
            return None
        return query.answer

    def _find_button(
        self, chat_id: int, label: str | None, data: str | None, message_id: int | None
    ) -> tuple[Json, str]:
        seen: list[str] = []
        for message in reversed(self._world.chats[chat_id].messages):
            if message.get("_deleted") or message_id not in (None, message["message_id"]):
                continue
            for button in _buttons(message):
                by_data = data is not None and button.get("callback_data") == data
                if (button["text"] == label or by_data) and "callback_data" in button:
                    return message, button["callback_data"]
                seen.append(button["text"])
            if message_id is not None and data is not None:
                return message, data
        raise LookupError(f"no button {label or data!r} in chat {chat_id}; there are {seen}")

    async def inline(self, user_id: int, query_text: str, offset: str = "") -> Json | None:
        """Type `@bot words` and wait for {results, next_offset}; None if none came in time."""
        user = self._world.users[user_id]
        query = self._api.new_query("inline_query", user_id)
        content = {
            "id": query.id,
            "from": user.json(),
            "query": query_text,
            "offset": offset,
        }
        self._api.updates.push("inline_query", content, user_id)
        return await self._answered(query)

    def choose(self, user_id: int, chat_id: int, result: Json, query_text: str = "") -> int:
        """Send an inline result into a chat; the message's id."""
        user = self._world.users[user_id].json()
        chosen = {"result_id": result["id"], "from": user, "query": query_text}
        plain, entities = finish(str(result.get("title", "")), [])
        content = result.get("_message") or {"text": plain, "entities": entities or None}
        keyboard = result.get("reply_markup")
        message = self._world.add_message(
            self._world.chats[chat_id],
            user,
            via_bot=self._world.bot.json(),
            reply_markup=keyboard,
            _own=True,
            **content,
        )
        if keyboard:
            inline_id = f"inline-{chat_id}-{message['message_id']}"
            message["_inline_message_id"] = chosen["inline_message_id"] = inline_id
            self._api.inline_messages[inline_id] = (chat_id, message["message_id"])
        self._api.updates.push("chosen_inline_result", chosen, user_id)
        return int(message["message_id"])


def _sender(chat: Chat, user: User, anonymous: bool) -> tuple[Json | None, Json | None]:
    """`from` and `sender_chat` of a message."""
    if chat.type == "channel":
        return None, chat.json()
    if anonymous:
        return ANONYMOUS_ADMIN, chat.json()
    return user.json(), None


def _buttons(message: Json) -> list[Json]:
    return [
        each for row in message.get("reply_markup", {}).get("inline_keyboard", []) for each in row
    ]
