"""/invite as admins see it, and what is offered to whoever opens a link."""

from collections.abc import Sequence

from markupsafe import Markup

from accounts.invites import DAYS, Accepted, Issued
from delivery.outgoing import Button, Outgoing
from model.invites import Invite
from model.people import Language, Role
from views import formats, pickers
from views.callbacks import pack
from views.links import BotLinks
from views.offices import briefly, where
from views.packing import BETWEEN
from views.texts import Texts

AREA = "invite"
SHOWN = 20
"""Open links on the screen; more than that and the oldest wait until a newer one is gone."""


def invite_list(
    invites: Sequence[Invite], timezone: str, language: Language, said: Markup | None = None
) -> Outgoing:
    """The links that work still; `said` is what has just happened, above them."""
    text = Texts(language)
    shown = invites[:SHOWN]
    counted = text("invites-open", count=len(invites)) if invites else text("invites-none")
    lines = [counted, *(_line(one, timezone, text) for one in shown)]
    parts = [text("invites-title"), Markup("\n").join(lines)]
    revoke = [
        Button(text.plain("invite-revoke", number=str(one.id)), pack(AREA, "revoke", one.id))
        for one in shown
    ]
    begin = tuple(
        Button(text.plain(f"invite-{role}"), pack(AREA, "begin", role))
        for role in (Role.OFFICIAL, Role.ADMIN)
    )
    body = BETWEEN.join(parts if said is None else [said, *parts])
    return Outgoing(body, buttons=(begin, *pickers.in_rows(revoke)))


def draft(invite: Invite, language: Language, page: int = 0) -> Outgoing:
    """What it is for, and how long its link shall work: the press that makes the link."""
    text = Texts(language)
    days = tuple(
        Button(text.plain(f"invite-days-{days}"), pack(AREA, "make", invite.id, days))
        for days in DAYS
    )
    if invite.role is Role.ADMIN:
        return Outgoing(text("invite-draft-admin"), buttons=(days, _back(text)))
    chosen = invite.scope.districts
    choice = pickers.picker(AREA, "districts", chosen, page, text, invite.id)
    said = text("invite-draft-official", where=where(invite.scope, text))
    return Outgoing(said, buttons=(*choice, days, _back(text)))


def issued(made: Issued, days: int, links: BotLinks, timezone: str, language: Language) -> Outgoing:
    """The link, this once."""
    text, invite = Texts(language), made.invite
    url = links.invite(made.token)
    said = text(
        "invite-issued",
        number=str(invite.id),
        role=text.plain(f"role-name-{invite.role}"),
        where=where(invite.scope, text),
        until=formats.moment(invite.expires_at, timezone, language),
        link=Markup("<code>{}</code>").format(url or f"/start i_{made.token}"),
    )
    again = Button(text.plain("invite-again"), pack(AREA, "make", invite.id, days))
    rows = [(again,), _back(text)]
    if url is not None:
        share = links.share(url, text.plain("invite-share-text"))
        rows.insert(0, (Button(text.plain("invite-share"), url=share),))
    return Outgoing(said, buttons=tuple(rows))


def revoked(invite: Invite, language: Language) -> Markup:
    return Texts(language)("invite-revoked", number=str(invite.id))


def offer(invite: Invite, token: str, language: Language) -> Outgoing:
    """What a role means and where; one press takes it."""
    text = Texts(language)
    if invite.role is Role.ADMIN:
        said = text("invite-offer-admin")
    else:
        said = text("invite-offer-official", where=where(invite.scope, text))
    yes = Button(text.plain("invite-accept"), pack(AREA, "take", token))
    no = Button(text.plain("invite-decline"), pack(AREA, "not-now"))
    return Outgoing(said, buttons=((yes,), (no,)))


def declined(language: Language) -> Outgoing:
    return Outgoing(Texts(language)("invite-declined"))


def accepted(taken: Accepted, language: Language) -> Outgoing:
    text = Texts(language)
    if taken.role is Role.ADMIN:
        return Outgoing(text("invite-accepted-admin"))
    return Outgoing(text("invite-accepted-official", where=where(taken.scope, text)))


def _line(invite: Invite, timezone: str, text: Texts) -> Markup:
    values = {
        "number": str(invite.id),
        "role": text.plain(f"role-name-{invite.role}"),
        "until": formats.moment(invite.expires_at, timezone, text.language),
    }
    if invite.role is Role.ADMIN:
        return text("invite-line", **values)
    return text("invite-line-where", where=briefly(invite.scope, text), **values)


def _back(text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("invite-back"), pack(AREA, "list")),)
