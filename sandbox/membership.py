"""Who is where, and what the bot hears when that changes."""

from sandbox.api import Api
from sandbox.methods.chats import member
from sandbox.world import ADMIN_RIGHTS, CHANNEL_RIGHTS, Chat, Json, User, World


class Membership:
    """The bot and one person, and news of everyone's standing."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._world: World = api.world

    def block(self, user_id: int) -> None:
        user = self._world.users[user_id]
        if not user.blocked:
            user.blocked = True
            self._tell_membership(self._world.chats[user_id], user, None, "member", "kicked")

    def unblock(self, user_id: int) -> None:
        user = self._world.users[user_id]
        if user.blocked:
            user.blocked = False
            self._tell_membership(self._world.chats[user_id], user, None, "kicked", "member")

    def delete_account(self, user_id: int) -> None:
        user = self._world.users[user_id]
        user.deleted, user.first_name, user.username = True, "", None
        self._world.tell("state")

    def _tell_membership(
        self, chat: Chat, by: User, user_id: int | None, old: str, new: str
    ) -> None:
        """`my_chat_member` about the bot; about others `chat_member`, to an admin bot."""
        bot = self._world.bot.id
        about = user_id if user_id is not None else bot
        content = {
            "chat": self._world.chat_json(chat),
            "from": by.json(),
            "date": int(self._api.clock.now()),
            "old_chat_member": self._status(chat, about, old),
            "new_chat_member": self._status(chat, about, new),
        }
        if user_id is None:
            self._api.updates.push("my_chat_member", content, chat.id)
        elif chat.statuses.get(bot) == "administrator":
            self._api.updates.push("chat_member", content, chat.id)
        self._world.tell("state")

    def _status(self, chat: Chat, user_id: int, status: str) -> Json:
        rights = chat.rights.get(user_id) or all_rights(chat)
        seen = Chat(chat.id, chat.type, statuses={user_id: status}, rights={user_id: rights})
        return member(self._api, seen, user_id)


def all_rights(chat: Chat) -> Json:
    names = (*ADMIN_RIGHTS, *CHANNEL_RIGHTS) if chat.type == "channel" else ADMIN_RIGHTS
    return dict.fromkeys(names, True)
