"""Inviting officials and admins: a link that one person takes a role by, once and in time.

draft | districts | link → opened | confirmed → a role

The token of a link is shown when it is made and never again: of it only a hash is kept. An
invitation is worth what its maker is: whoever is no admin any more invites nobody.
"""

import hashlib
import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.rights import Acting, Rights
from common.clock import Clock
from common.errors import KeruenError
from common.text import shorten
from model.audit import Act
from model.ids import InviteId
from model.invites import Invite, InviteState
from model.people import Role, Scope
from storage.database import Database
from storage.transaction import Transaction

INVITED = (Role.OFFICIAL, Role.ADMIN)
DAYS = (1, 7, 30)
"""How long a link may be good for."""

NAME_UNITS = 64
_TOKEN_BYTES = 16
_DRAFT_LIVES = timedelta(days=1)


class InviteError(KeruenError):
    """An invitation that does not do what was asked; the key says why."""

    def __init__(self, invite: Invite | None, why: str) -> None:
        number = "unknown" if invite is None else invite.id
        super().__init__(f"invitation {number}: {why}", f"error-invite-{why}")


@dataclass(frozen=True, slots=True)
class Issued:
    invite: Invite
    token: str


@dataclass(frozen=True, slots=True)
class Accepted:
    role: Role
    scope: Scope


def why_not(
    invite: Invite | None, user_id: int, held: Role, maker: Role, now: datetime
) -> str | None:
    """Why a person who has `held` cannot take the invitation; None where they can."""
    if invite is None:
        return "unknown"
    match invite.state(now):
        case InviteState.USED:
            return "taken" if invite.used_by == user_id else "used"
        case InviteState.REVOKED | InviteState.DRAFT:
            return "revoked"
        case InviteState.EXPIRED:
            return "expired"
    if maker is not Role.ADMIN:
        return "revoked"
    return None if held is Role.SUBSCRIBER else "has-role"


def known_as(name: str) -> str | None:
    """A person's name as Telegram has it, on one line and without signs that cannot be seen."""
    seen = (" " if unicodedata.category(sign)[0] == "Z" else sign for sign in name)
    kept = "".join(sign for sign in seen if unicodedata.category(sign)[0] != "C")
    return shorten(" ".join(kept.split()), NAME_UNITS) or None


def scope_words(role: Role, scope: Scope) -> dict[str, Any]:
    """A role and how far it reaches, as the audit log has them: never a name."""
    return {
        "role": role,
        "districts": sorted(scope.districts),
        "projects": sorted(scope.projects),
    }


class _Inviting:
    """What the use cases share: the right to act, the invitation, the record of the act."""

    def __init__(self, database: Database, clock: Clock, rights: Rights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def _held(self, db: Transaction, invite_id: InviteId) -> Invite:
        invite = await db.invites.get(invite_id, hold=True)
        if invite is None:
            raise InviteError(None, "unknown")
        return invite

    async def _own(self, db: Transaction, invite_id: InviteId, acting: Acting) -> Invite:
        """Who makes a link stands for it: nobody goes on with another's draft."""
        invite = await self._held(db, invite_id)
        if invite.created_by != acting.user_id:
            raise InviteError(invite, "unknown")
        return invite

    async def _maker(self, db: Transaction, invite: Invite | None) -> Role:
        return await self._rights.role_of(db, None if invite is None else invite.created_by)

    async def _record(
        self,
        db: Transaction,
        acting: Acting,
        action: str,
        invite: Invite,
        before: dict[str, Any] | None,
        after: dict[str, Any] | None,
    ) -> None:
        await db.audit.record(
            Act(
                at=self._clock.now(),
                actor_id=acting.user_id,
                role=acting.role,
                action=action,
                subject=f"invite:{invite.id}",
                before=before,
                after=after,
            )
        )


class ListInvites(_Inviting):
    """The links that work still, the newest first."""

    async def __call__(self, actor: Actor) -> list[Invite]:
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Role.ADMIN)
            waiting = await db.invites.open(self._clock.now())
            return [one for one in waiting if await self._maker(db, one) is Role.ADMIN]


class BeginInvite(_Inviting):
    """A draft: what it is for is chosen on the next screen, and until then it is nothing."""

    async def __call__(self, actor: Actor, role: Role) -> Invite:
        if role not in INVITED:
            raise WrongChoiceError(f"an invitation for {role}")
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.acting(db, actor, Role.ADMIN)
            await db.invites.drop_drafts(acting.user_id, now - _DRAFT_LIVES)
            return await db.invites.begin(role, acting.user_id, now)


class ChooseDistricts(_Inviting):
    """The districts of a draft; one that has a link stays what it was given out as."""

    async def __call__(
        self, actor: Actor, invite_id: InviteId, change: Callable[[frozenset[str]], frozenset[str]]
    ) -> Invite:
        async with self._database.writing() as db:
            acting = await self._rights.acting(db, actor, Role.ADMIN)
            invite = await self._own(db, invite_id, acting)
            if invite.state(self._clock.now()) is not InviteState.DRAFT:
                raise InviteError(invite, "made")
            if invite.role is not Role.OFFICIAL:
                raise WrongChoiceError(f"districts of an invitation for {invite.role}")
            await db.invites.set_districts(invite_id, change(invite.scope.districts))
            return await self._held(db, invite_id)


class IssueInvite(_Inviting):
    """Makes the link. Asked again of one that nobody took, it makes another in its place."""

    async def __call__(self, actor: Actor, invite_id: InviteId, days: int) -> Issued:
        if days not in DAYS:
            raise WrongChoiceError(f"an invitation for {days} days")
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.acting(db, actor, Role.ADMIN)
            invite = await self._own(db, invite_id, acting)
            if (state := invite.state(now)) in (InviteState.USED, InviteState.REVOKED):
                raise InviteError(invite, state)
            token = secrets.token_urlsafe(_TOKEN_BYTES)
            await db.invites.issue(invite_id, _hash(token), now + timedelta(days=days))
            issued = await self._held(db, invite_id)
            told = scope_words(issued.role, issued.scope) | {"days": days}
            await self._record(db, acting, "invite.make", issued, None, told)
        return Issued(issued, token)


class RevokeInvite(_Inviting):
    """The link no longer works; revoked again it is so already."""

    async def __call__(self, actor: Actor, invite_id: InviteId) -> Invite:
        now = self._clock.now()
        async with self._database.writing() as db:
            acting = await self._rights.acting(db, actor, Role.ADMIN)
            invite = await self._held(db, invite_id)
            match invite.state(now):
                case InviteState.REVOKED:
                    return invite
                case InviteState.USED:
                    raise InviteError(invite, "used")
            await db.invites.revoke(invite_id, now)
            told = scope_words(invite.role, invite.scope)
            await self._record(db, acting, "invite.revoke", invite, told, None)
            return await self._held(db, invite_id)


class OpenInvite(_Inviting):
    """What a link offers whoever has opened it; InviteError where it offers nothing."""

    async def __call__(self, actor: Actor, token: str) -> Invite:
        async with self._database.reading() as db:
            invite = await db.invites.by_hash(_hash(token))
            held = await self._rights.role_of(db, actor.user_id)
            maker = await self._maker(db, invite)
            why = why_not(invite, actor.user_id or 0, held, maker, self._clock.now())
        if invite is None or why is not None:
            raise InviteError(invite, why or "unknown")
        return invite


class AcceptInvite(_Inviting):
    """The role is the person's from now on, and the link is spent.

    `name` is what colleagues will know them by. Confirmed twice by the same person, it is one yes.
    """

    async def __call__(self, actor: Actor, token: str, name: str) -> Accepted:
        if not actor.is_private or actor.user_id is None:
            raise WrongChoiceError("an invitation is taken in a private chat")
        now = self._clock.now()
        async with self._database.writing() as db:
            await db.roles.take_turn()
            invite = await db.invites.by_hash(_hash(token), hold=True)
            held = await self._rights.role_of(db, actor.user_id)
            maker = await self._maker(db, invite)
            why = why_not(invite, actor.user_id, held, maker, now)
            if invite is not None and why == "taken" and held is invite.role:
                return Accepted(invite.role, invite.scope)
            if invite is None or why is not None:
                raise InviteError(invite, why or "unknown")
            await db.invites.use(invite.id, actor.user_id, now)
            await db.roles.grant(
                actor.user_id,
                invite.role,
                invite.created_by,
                now,
                name=known_as(name),
                scope=invite.scope,
            )
            told = scope_words(invite.role, invite.scope) | {"invited_by": invite.created_by}
            acting = Acting(actor.user_id, invite.role)
            await self._record(db, acting, "invite.accept", invite, None, told)
        return Accepted(invite.role, invite.scope)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
