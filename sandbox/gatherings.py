"""Groups and channels: who comes, goes, rules and blocks, and what the bot hears of it."""

import random
from dataclasses import dataclass
from typing import Any

from sandbox.membership import all_rights
from sandbox.sharing import Sharing
from sandbox.world import Chat, Json, public


@dataclass(frozen=True)
class Crowd:
    """People by their ids; those who are out of reach are among `ids` too."""

    ids: list[int]
    blocked: list[int]
    deactivated: list[int]


class Gatherings(Sharing):
    """The comings and goings of everyone."""

    def crowd(
        self,
        count: int,
        language_code: str | None = "ru",
        blocked: float = 0.0,
        deactivated: float = 0.0,
        seed: int = 0,
    ) -> Crowd:
        """People who have pressed /start long ago; the bot hears nothing of it.

        Shares of them have blocked the bot or deleted their accounts since, and it has not heard
        of that either: it is told when it writes to them.
        """
        users = [self._world.add_user("Читатель", language_code) for _ in range(count)]
        for user in users:
            user.started = user.heard = True
        gone, left = round(count * blocked), round(count * deactivated)
        lost = random.Random(seed).sample(users, gone + left)
        for user in lost[:gone]:
            user.blocked = True
        for user in lost[gone:]:
            user.deleted = True
        ids = [[user.id for user in some] for some in (users, lost[:gone], lost[gone:])]
        return Crowd(*ids)

    def group(self, title: str, members: list[int], forum: bool = False) -> int:
        """A group without the bot; its first member is its creator. A forum is a supergroup."""
        return self._gather("supergroup" if forum else "group", title, members, is_forum=forum)

    def supergroup(
        self, title: str, members: list[int], username: str | None = None, forum: bool = False
    ) -> int:
        return self._gather("supergroup", title, members, username=username, is_forum=forum)

    def channel(
        self,
        title: str,
        username: str | None = None,
        members: list[int] | None = None,
        bot: bool = True,
    ) -> int:
        """A channel; with `bot` it is already an admin there who may post."""
        chat_id = self._gather("channel", title, members or [], username=username)
        if bot:
            chat = self._world.chats[chat_id]
            chat.statuses[self._world.bot.id] = "administrator"
            chat.rights[self._world.bot.id] = all_rights(chat)
        return chat_id

    def _gather(self, kind: str, title: str, members: list[int], **more: Any) -> int:
        chat = self._world.add_chat(kind, title, **more)
        chat.statuses = dict.fromkeys(members, "member")
        if members:
            chat.statuses[members[0]] = "creator"
        self._world.tell("state")
        return chat.id

    def link(self, channel_id: int, group_id: int) -> None:
        """From now on the channel is discussed in the group."""
        channel, group = self._world.chats[channel_id], self._world.chats[group_id]
        channel.linked_to, group.linked_to = group_id, channel_id

    def topic(self, chat_id: int, name: str) -> int:
        """A new topic of a forum; its thread id, which is that of the message about it."""
        chat = self._world.chats[chat_id]
        by = self._world.users[self._someone(chat)].json()
        created = {"name": name, "icon_color": 7322096}
        message = self._world.add_message(chat, by, forum_topic_created=created)
        thread_id = int(message["message_id"])
        message |= {"message_thread_id": thread_id, "is_topic_message": True}
        chat.topics[thread_id] = name
        self._tell_service(chat, message)
        self._world.tell("state")
        return thread_id

    def delete_topic(self, chat_id: int, thread_id: int) -> None:
        del self._world.chats[chat_id].topics[thread_id]
        self._world.tell("state")

    def _tell_service(self, chat: Chat, message: Json) -> None:
        """Service messages reach every bot that is there."""
        if self._world.bot.id in chat.members():
            kind = "channel_post" if chat.type == "channel" else "message"
            self._api.updates.push(kind, public(message), chat.id)

    def join(self, chat_id: int, user_id: int | None = None, by: int | None = None) -> None:
        """A person comes into a chat; without `user_id` it is the bot, added by `by`."""
        chat = self._world.chats[chat_id]
        joined = user_id if user_id is not None else self._world.bot.id
        adder = self._world.users[by or user_id or self._someone(chat)]
        bot_posts = chat.type == "channel" and user_id is None
        old = chat.statuses.get(joined, "left")
        chat.statuses[joined] = "administrator" if bot_posts else "member"
        if bot_posts:
            chat.rights[joined] = all_rights(chat)
        self._tell_membership(chat, adder, user_id, old, chat.statuses[joined])
        if chat.type != "channel":
            who = self._world.bot if user_id is None else self._world.users[user_id]
            self._tell_service(
                chat, self._world.add_message(chat, adder.json(), new_chat_members=[who.json()])
            )

    def leave(self, chat_id: int, user_id: int | None = None, kicked: bool = True) -> None:
        """A person leaves; without `user_id` the bot is put out (or just gone)."""
        chat = self._world.chats[chat_id]
        gone = user_id if user_id is not None else self._world.bot.id
        by = self._world.users[user_id if user_id is not None else self._someone(chat)]
        old = chat.statuses.get(gone, "left")
        chat.statuses[gone] = "kicked" if kicked and user_id is None else "left"
        chat.rights.pop(gone, None)
        self._tell_membership(chat, by, user_id, old, chat.statuses[gone])
        if user_id is not None and chat.type != "channel":
            self._tell_service(
                chat, self._world.add_message(chat, by.json(), left_chat_member=by.json())
            )

    def promote(self, chat_id: int, user_id: int | None = None, **rights: Any) -> None:
        """Make a person an admin (or, without `user_id`, the bot)."""
        chat = self._world.chats[chat_id]
        promoted = user_id if user_id is not None else self._world.bot.id
        old = chat.statuses.get(promoted, "left")
        chat.statuses[promoted] = "administrator"
        chat.rights[promoted] = all_rights(chat) | rights
        by = self._world.users[self._someone(chat)]
        self._tell_membership(chat, by, user_id, old, "administrator")

    def demote(self, chat_id: int, user_id: int | None = None) -> None:
        """Make an admin a member again (without `user_id`, the bot)."""
        chat = self._world.chats[chat_id]
        demoted = user_id if user_id is not None else self._world.bot.id
        old = chat.statuses.get(demoted, "left")
        chat.statuses[demoted] = "member"
        chat.rights.pop(demoted, None)
        by = self._world.users[self._someone(chat)]
        self._tell_membership(chat, by, user_id, old, "member")

    def restrict(self, chat_id: int, **rights: bool) -> None:
        """Give or take rights from the bot, without a word to it."""
        self._world.chats[chat_id].rights.setdefault(self._world.bot.id, {}).update(rights)

    def delete_group(self, chat_id: int) -> None:
        self._world.chats[chat_id].is_deleted = True

    def migrate(self, chat_id: int) -> int:
        """Turn a basic group into a supergroup; its new id."""
        old = self._world.chats[chat_id]
        new = self._world.add_chat("supergroup", str(old.title))
        new.statuses, new.rights = dict(old.statuses), dict(old.rights)
        by = self._world.users[self._someone(old)].json()
        old.migrated_to = new.id
        self._tell_service(old, self._world.add_message(old, by, migrate_to_chat_id=new.id))
        self._tell_service(new, self._world.add_message(new, by, migrate_from_chat_id=old.id))
        return new.id

    def _someone(self, chat: Chat) -> int:
        """Who acts where nobody is named: the creator, or anyone at all."""
        people = [each for each in chat.members() if each in self._world.users]
        creators = [each for each in people if chat.statuses[each] == "creator"]
        anyone = creators or people or list(self._world.users)
        if not anyone:
            raise LookupError("there is nobody who could do it: make a user first")
        return anyone[0]
