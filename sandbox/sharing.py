"""What people send besides their words: albums, polls and others' messages; and their votes."""

from collections.abc import Iterable, Sequence
from typing import Any

from sandbox import polls
from sandbox.contents import ALBUM, FILES, TOGETHER, carried, origin
from sandbox.people import People
from sandbox.world import Chat, Json, public


class Sharing(People):
    """The hands of everyone but the bot. `where` is a chat, a topic, a reply: as `say` takes it."""

    def album(self, user_id: int, items: Sequence[Json], **where: Any) -> list[int]:
        """Files that are sent together; the messages' ids, in order.

        Each item is what `say` would take: `{"photo": ("a.jpg", b"…"), "text": "…"}`. What is more
        than an album holds becomes another one, as it does in the apps.
        """
        kinds = {kind for item in items for kind in FILES if kind in item}
        if not any(kinds <= each for each in TOGETHER):
            raise ValueError(f"these are no album together: {sorted(kinds)}")
        sent = []
        for begin in range(0, len(items), ALBUM):
            part = items[begin : begin + ALBUM]
            group = self._new_id() if len(part) > 1 else None
            sent += [self.say(user_id, **where, **item, media_group_id=group) for item in part]
        return sent

    def poll(
        self,
        user_id: int,
        question: str,
        options: Sequence[str],
        right: Iterable[int] | None = None,
        anonymous: bool = True,
        several: bool = False,
        explanation: str | None = None,
        **where: Any,
    ) -> int:
        """A poll; with `right` (numbers of options, from 0) a quiz. The message's id."""
        more = {"explanation": explanation, "explanation_entities": []} if explanation else {}
        made = polls.new_poll(self._new_id(), question, options, right, anonymous, several, **more)
        return self.say(user_id, **where, poll=made)

    def venue(
        self,
        user_id: int,
        latitude: float,
        longitude: float,
        title: str,
        address: str,
        **where: Any,
    ) -> int:
        """A place with a name; Telegram says its location twice."""
        location = {"latitude": latitude, "longitude": longitude}
        venue = {"location": location, "title": title, "address": address}
        return self.say(user_id, **where, location=location, venue=venue)

    def forward(
        self,
        user_id: int,
        from_chat_id: int,
        *message_ids: int,
        hidden: bool = False,
        **where: Any,
    ) -> list[int]:
        """Pass messages of another chat on; their new ids.

        `hidden`: their author is but a name, as people can choose.
        """
        source = self._world.chats[from_chat_id]
        found = [self._to_forward(source, each) for each in message_ids]
        groups: dict[str, str] = {}  # an album arrives as an album, under a number of its own
        sent = []
        for message in found:
            content = carried(message) | {"forward_origin": origin(message, hidden)}
            if group := message.get("media_group_id"):
                content["media_group_id"] = groups.setdefault(group, self._new_id())
            sent.append(self._put(user_id, content, **where))
        return sent

    def _to_forward(self, chat: Chat, message_id: int) -> Json:
        message = chat.find(message_id)
        if message is None:
            raise LookupError(f"no message {message_id} in chat {chat.id}")
        if message.get("has_protected_content") or not carried(message):
            raise ValueError(f"message {message_id} of chat {chat.id} can't be forwarded")
        return message

    def vote(self, user_id: int, chat_id: int, message_id: int, *chosen: int) -> None:
        """Choose these options (numbers, from 0) of a poll, or none any more.

        The bot hears of votes in its own polls only, whichever forward they were cast in.
        """
        message = self._world.chats[chat_id].find(message_id)
        if message is None or "poll" not in message:
            raise LookupError(f"no poll {message_id} in chat {chat_id}")
        poll, places = self._world.polls[message["poll"]["id"]]
        polls.vote(poll, user_id, chosen)
        for place in places:
            self._world.tell("edit", chat_id=place["chat"]["id"], message=public(place))
        if poll["_is_own"]:
            self._tell_votes(poll, user_id, chosen)

    def _tell_votes(self, poll: Json, user_id: int, chosen: Sequence[int]) -> None:
        self._api.updates.push("poll", polls.shown(poll), int(poll["id"]))
        if poll["is_anonymous"]:
            return
        answer = {
            "poll_id": poll["id"],
            "user": self._world.users[user_id].json(),
            "option_ids": list(chosen),
            "option_persistent_ids": [str(number) for number in chosen],
        }
        self._api.updates.push("poll_answer", answer, user_id)

    def _new_id(self) -> str:
        return str(next(self._world.group_ids))
