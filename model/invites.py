"""Invitations: links by which a person takes a role, once and in time."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from model.ids import InviteId
from model.people import Role, Scope


class InviteState(StrEnum):
    DRAFT = "draft"
    """Its maker still says what it is for: there is no link."""
    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Invite:
    id: InviteId
    role: Role
    scope: Scope
    created_by: int
    created_at: datetime
    expires_at: datetime
    """A draft's is the moment it was begun."""
    has_link: bool
    used_by: int | None = None
    used_at: datetime | None = None
    revoked_at: datetime | None = None

    def state(self, now: datetime) -> InviteState:
        if self.used_at is not None:
            return InviteState.USED
        if self.revoked_at is not None:
            return InviteState.REVOKED
        if not self.has_link:
            return InviteState.DRAFT
        return InviteState.OPEN if now < self.expires_at else InviteState.EXPIRED
