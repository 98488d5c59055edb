"""Personal data: what is kept, taken along, deleted."""

from accounts.personal import Forgotten
from delivery.outgoing import Button, Outgoing
from model.people import Language, Role
from views.callbacks import pack
from views.packing import BETWEEN
from views.texts import Texts

MAIN = pack("settings", "main")
EXPORT = pack("privacy", "export")
DELETE = pack("privacy", "delete")
DELETE_YES = pack("privacy", "delete", "yes")
DELETE_NO = pack("privacy", "delete", "no")


def privacy(
    language: Language, role: Role = Role.SUBSCRIBER, *, has_settings: bool = True
) -> Outgoing:
    """What is kept; of whoever has a role, their name besides."""
    text = Texts(language)
    said = text("privacy")
    if role is not Role.SUBSCRIBER:
        said += BETWEEN + text("privacy-office")
    back = ((Button(text.plain("button-home"), MAIN),),) if has_settings else ()
    return Outgoing(
        said,
        buttons=(
            (Button(text.plain("privacy-export"), EXPORT),),
            (Button(text.plain("privacy-delete"), DELETE),),
            *back,
        ),
    )


def delete_ask(language: Language) -> Outgoing:
    """Asked once; the first button keeps everything."""
    text = Texts(language)
    return Outgoing(
        text("delete-ask"),
        buttons=(
            (Button(text.plain("delete-no"), DELETE_NO),),
            (Button(text.plain("delete-yes"), DELETE_YES),),
        ),
    )


def delete_kept(language: Language) -> Outgoing:
    text = Texts(language)
    return Outgoing(text("delete-kept"), buttons=((Button(text.plain("button-home"), MAIN),),))


def deleted(forgotten: Forgotten, language: Language) -> Outgoing:
    """What was removed, and what of a role's acts stays."""
    text = Texts(language)
    if forgotten.anything:
        said = text("deleted", digests=forgotten.digests)
    else:
        said = text("deleted-nothing")
    if forgotten.role_stays:
        said += "\n\n" + text("deleted-role-stays")
    elif forgotten.role is not None:
        said += "\n\n" + text("deleted-role", role=forgotten.role.value)
    return Outgoing(said)


def one_line(key: str, language: Language) -> Outgoing:
    """A sentence without buttons: `export-nothing` and the like."""
    return Outgoing(Texts(language)(key))
