"""Coming and going: blocked and unblocked, added and put out, a group that was upgraded."""

from aiogram import F, Router
from aiogram.types import (
    CallbackQuery,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
)

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.reaching import JoinGroup, Leave, Migrate, Return
from common.clock import Clock
from delivery.answers import Answers
from handlers.filters import Fits
from model.people import ChatKind, Schedule
from views import groups as views

GROUPS = frozenset({ChatKind.GROUP, ChatKind.SUPERGROUP})


def router() -> Router:
    router = Router(name="groups")

    @router.my_chat_member()
    async def changed(
        change: ChatMemberUpdated,
        actor: Actor,
        answers: Answers,
        leave: Leave,
        come_back: Return,
        join_group: JoinGroup,
        schedule: Schedule,
        clock: Clock,
    ) -> None:
        if not _is_in(change.new_chat_member):
            await leave(change.chat.id, "blocked" if actor.is_private else "put out")
        elif actor.kind not in GROUPS:
            await come_back(change.chat.id)
        elif not _is_in(change.old_chat_member):
            joined = await join_group(actor)
            if joined.is_back:
                outgoing = views.back(joined.subscriber, clock.now())
            else:
                has_topics = bool(change.chat.is_forum)
                outgoing = views.offer(
                    joined.subscriber, schedule, clock.now(), has_topics=has_topics
                )
            await answers.send(actor.chat_id, outgoing)

    @router.callback_query(Fits(F.message.chat.type == ChatKind.CHANNEL))
    async def pressed_in_a_channel(query: CallbackQuery) -> None:
        """Channel posts carry links only: no reader may change what all of them see."""
        raise WrongChoiceError(f"{query.data!r} in a channel")

    @router.message(Fits(F.migrate_to_chat_id))
    async def upgraded(message: Message, migrate: Migrate) -> None:
        assert message.migrate_to_chat_id is not None
        await migrate(message.chat.id, message.migrate_to_chat_id)

    @router.message(Fits(F.migrate_from_chat_id))
    async def upgraded_from(message: Message, migrate: Migrate) -> None:
        assert message.migrate_from_chat_id is not None
        await migrate(message.migrate_from_chat_id, message.chat.id)

    return router


def _is_in(member: object) -> bool:
    """Whether the bot is in the chat; in a private chat "banned" means blocked."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return not isinstance(member, ChatMemberLeft | ChatMemberBanned)
