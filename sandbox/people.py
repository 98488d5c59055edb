"""What people do: write, press, block, come and go. Each makes the update Telegram would send."""

import asyncio
import itertools
from typing import Any

from sandbox.api import Api, Query
from sandbox.entities import finish
from sandbox.methods.chats import member
from sandbox.methods.sending import described
from sandbox.world import (
    ADMIN_RIGHTS,
    ANONYMOUS_ADMIN,
    CHANNEL_RIGHTS,
    Chat,
    Json,
    User,
    World,
    public,
)

ANSWER_SECONDS = 5.0


class People:
    """The hands of everyone but the bot."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._world: World = api.world
        self._topic_ids = itertools.count(101)

    def user(
        self,
        first_name: str,
        language_code: str | None = "ru",
        id: int | None = None,
        username: str | None = None,
    ) -> int:
        return self._world.add_user(first_name, language_code, id, username).id

    def group(self, title: str, members: list[int], forum: bool = False) -> int:
        """A group without the bot; its first member is its creator. A forum is a supergroup."""
        chat = self._world.add_chat("supergroup" if forum else "group", title, is_forum=forum)
        chat.statuses = dict.fromkeys(members, "member")
        if members:
            chat.statuses[members[0]] = "creator"
        return chat.id

    def supergroup(self, title: str, members: list[int]) -> int:
        chat = self._world.add_chat("supergroup", title)
        chat.statuses = dict.fromkeys(members, "member")
        if members:
            chat.statuses[members[0]] = "creator"
        return chat.id

    def topic(self, chat_id: int, name: str) -> int:
        """A new topic of a forum; its thread id."""
        thread_id = next(self._topic_ids)
        self._world.chats[chat_id].topics[thread_id] = name
        self._world.tell("state")
        return thread_id

    def close_topic(self, chat_id: int, thread_id: int) -> None:
        del self._world.chats[chat_id].topics[thread_id]

    def channel(self, title: str, username: str | None = None) -> int:
        """A channel where the bot may post."""
        chat = self._world.add_chat("channel", title, username=username)
        bot = self._world.bot.id
        chat.statuses[bot] = "administrator"
        chat.rights[bot] = dict.fromkeys((*ADMIN_RIGHTS, *CHANNEL_RIGHTS), True)
        return chat.id

    def say(
        self,
        user_id: int,
        text: str = "",
        chat_id: int | None = None,
        thread_id: int | None = None,
        anonymous: bool = False,
        reply_to: int | None = None,
        photo: tuple[str, bytes] | None = None,
        document: tuple[str, bytes] | None = None,
        sticker: bool = False,
    ) -> int:
        """A message from a person (or from an anonymous admin); its id."""
        chat = self._world.chats[chat_id if chat_id is not None else user_id]
        user = self._world.users[user_id]
        content = self._content(text, photo, document, sticker)
        if chat.type == "private":
            if user.blocked:
                self.unblock(user_id)
            user.started = True
        replied = chat.find(reply_to) if reply_to else None
        message = self._world.add_message(
            chat,
            ANONYMOUS_ADMIN if anonymous else user.json(),
            sender_chat=chat.json() if anonymous else None,
            message_thread_id=thread_id,
            is_topic_message=True if thread_id else None,
            reply_to_message=public(replied) if replied else None,
            **content,
        )
        if self._is_heard(chat, message):
            kind = "channel_post" if chat.type == "channel" else "message"
            self._api.updates.push(kind, public(message), chat.id)
        return int(message["message_id"])

    def _content(
        self,
        text: str,
        photo: tuple[str, bytes] | None,
        document: tuple[str, bytes] | None,
        sticker: bool,
    ) -> Json:
        plain, entities = finish(text, [])
        for kind, given in (("photo", photo), ("document", document)):
            if given is not None:
                shown = described(self._world.add_file(kind, *given))
                return shown | {"caption": plain or None, "caption_entities": entities or None}
        if sticker:
            file = self._world.add_file("sticker", "sticker.webp", b"RIFF")
            shown = described(file)["sticker"] | {
                "type": "regular",
                "width": 512,
                "height": 512,
                "is_animated": False,
                "is_video": False,
            }
            shown.pop("file_name")
            return {"sticker": shown}
        return {"text": plain, "entities": entities or None}

    def _is_heard(self, chat: Chat, message: Json) -> bool:
        """Privacy mode: in a group a bot hears what is meant for it, an admin bot everything."""
        bot = self._world.bot
        status = chat.statuses.get(bot.id, "left")
        if chat.type == "private":
            return True
        if status in ("left", "kicked"):
            return False
        if status == "administrator" or chat.type == "channel":
            return True
        text = str(message.get("text") or message.get("caption") or "")
        reply = message.get("reply_to_message") or {}
        names = f"@{bot.username}".lower()
        return (
            text.startswith("/")
            or names in text.lower()
            or reply.get("from", {}).get("id") == bot.id
        )

    async def press(
        self,
        user_id: int,
        chat_id: int,
        label: str | None = None,
        data: str | None = None,
        message_id: int | None = None,
    ) -> Json | None:
        """Press an inline button and wait for the bot's answer; None if none came in time."""
        query = self.begin_press(user_id, chat_id, label, data, message_id)
        return await self._answer(query)

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
        query = self._api.new_query(user_id)
        content: Json = {
            "id": query.id,
            "from": self._world.users[user_id].json(),
            "chat_instance": str(chat_id),
            "message": public(message),
            "data": pressed,
        }
        self._api.updates.push("callback_query", content, user_id)
        return query

    async def _answer(self, query: Query) -> Json | None:
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
            for row in message.get("reply_markup", {}).get("inline_keyboard", []):
                for button in row:
                    fits = button["text"] == label or button.get("callback_data") == data
                    if fits and "callback_data" in button:
                        return message, button["callback_data"]
                    seen.append(button["text"])
            if message_id is not None and data is not None:
                return message, data
        raise LookupError(f"no button {label or data!r} in chat {chat_id}; there are {seen}")

    async def inline(self, user_id: int, query_text: str, offset: str = "") -> Json | None:
        """Type `@bot words` and wait for the results."""
        query = self._api.new_query(user_id)
        content = {
            "id": query.id,
            "from": self._world.users[user_id].json(),
            "query": query_text,
            "offset": offset,
        }
        self._api.updates.push("inline_query", content, user_id)
        return await self._answer(query)

    def choose(self, user_id: int, chat_id: int, result: Json, query_text: str) -> int:
        """Send an inline result into a chat."""
        content = result.get("input_message_content") or {}
        plain, entities = finish(str(content.get("message_text", result.get("title", ""))), [])
        chosen = {
            "result_id": result["id"],
            "from": self._world.users[user_id].json(),
            "query": query_text,
        }
        self._api.updates.push("chosen_inline_result", chosen, user_id)
        message = self._world.add_message(
            self._world.chats[chat_id],
            self._world.users[user_id].json(),
            via_bot=self._world.bot.json(),
            text=plain,
            entities=entities or None,
            reply_markup=result.get("reply_markup"),
        )
        return int(message["message_id"])

    def block(self, user_id: int) -> None:
        user = self._world.users[user_id]
        if not user.blocked:
            user.blocked = True
            self._tell_private(user, "member", "kicked")

    def unblock(self, user_id: int) -> None:
        user = self._world.users[user_id]
        if user.blocked:
            user.blocked = False
            self._tell_private(user, "kicked", "member")

    def delete_account(self, user_id: int) -> None:
        user = self._world.users[user_id]
        user.deleted, user.first_name, user.username = True, "", None
        self._world.tell("state")

    def _tell_private(self, user: User, old: str, new: str) -> None:
        self._push_membership(self._world.chats[user.id], user, old, new)

    def _push_membership(self, chat: Chat, by: User, old: str, new: str) -> None:
        bot = self._world.bot.id
        content = {
            "chat": self._world.chat_json(chat),
            "from": by.json(),
            "date": int(self._api.clock.now()),
            "old_chat_member": self._status(chat, bot, old),
            "new_chat_member": self._status(chat, bot, new),
        }
        self._api.updates.push("my_chat_member", content, chat.id)
        self._world.tell("state")

    def _status(self, chat: Chat, user_id: int, status: str) -> Json:
        seen = Chat(chat.id, chat.type, statuses={user_id: status}, rights=chat.rights)
        if status == "administrator":
            seen.rights = {user_id: chat.rights.get(user_id) or _all_rights(chat)}
        return member(self._api, seen, user_id)

    def join(self, chat_id: int, user_id: int | None = None, by: int | None = None) -> None:
        """A person comes into a group; without `user_id` it is the bot, added by `by`."""
        chat = self._world.chats[chat_id]
        adder = self._world.users[by if by is not None else self._someone(chat)]
        joined = user_id if user_id is not None else self._world.bot.id
        old = chat.statuses.get(joined, "left")
        status = "administrator" if chat.type == "channel" else "member"
        chat.statuses[joined] = status
        if user_id is not None:
            self._world.tell("state")
            return
        if chat.type == "channel":
            chat.rights[joined] = _all_rights(chat)
        self._push_membership(chat, adder, old, status)
        if chat.type != "channel":
            message = self._world.add_message(
                chat, adder.json(), new_chat_members=[self._world.bot.json()]
            )
            self._api.updates.push("message", public(message), chat.id)

    def leave(self, chat_id: int, user_id: int | None = None, kicked: bool = True) -> None:
        """A person leaves; without `user_id` the bot is put out."""
        chat = self._world.chats[chat_id]
        gone = user_id if user_id is not None else self._world.bot.id
        old = chat.statuses.get(gone, "left")
        chat.statuses[gone] = "kicked" if kicked and user_id is None else "left"
        if user_id is None:
            by = self._world.users[self._someone(chat)]
            self._push_membership(chat, by, old, chat.statuses[gone])

    def promote(self, chat_id: int, user_id: int | None = None, **rights: Any) -> None:
        """Make a person an admin (or, without `user_id`, the bot)."""
        chat = self._world.chats[chat_id]
        promoted = user_id if user_id is not None else self._world.bot.id
        old = chat.statuses.get(promoted, "left")
        chat.statuses[promoted] = "administrator"
        chat.rights[promoted] = _all_rights(chat) | rights
        if user_id is None:
            by = self._world.users[self._someone(chat)]
            self._push_membership(chat, by, old, "administrator")
        self._world.tell("state")

    def restrict(self, chat_id: int, **rights: bool) -> None:
        """Take rights from the bot, without a word to it."""
        chat = self._world.chats[chat_id]
        chat.rights.setdefault(self._world.bot.id, {}).update(rights)

    def delete_group(self, chat_id: int) -> None:
        self._world.chats[chat_id].is_deleted = True

    def migrate(self, chat_id: int) -> int:
        """Turn a basic group into a supergroup; its new id."""
        old = self._world.chats[chat_id]
        new = self._world.add_chat("supergroup", str(old.title))
        new.statuses, new.rights = dict(old.statuses), dict(old.rights)
        old.migrated_to = new.id
        by = self._world.users[self._someone(old)].json()
        leaving = self._world.add_message(old, by, migrate_to_chat_id=new.id)
        arriving = self._world.add_message(new, by, migrate_from_chat_id=old.id)
        if self._world.bot.id in new.members():
            self._api.updates.push("message", public(leaving), old.id)
            self._api.updates.push("message", public(arriving), new.id)
        return new.id

    def _someone(self, chat: Chat) -> int:
        """Who acts where nobody is named: the creator, or anyone at all."""
        people = [each for each in chat.members() if each in self._world.users]
        creators = [each for each in people if chat.statuses[each] == "creator"]
        return (creators or people or list(self._world.users))[0]


def _all_rights(chat: Chat) -> Json:
    names = (*ADMIN_RIGHTS, *CHANNEL_RIGHTS) if chat.type == "channel" else ADMIN_RIGHTS
    return dict.fromkeys(names, True)
