"""Before an announcement is sent, and while it is."""

from delivery.outgoing import Button, Outgoing
from model.announcements import Announcement, Announcing
from model.people import Language, Subscriber
from views.announcing import AREA
from views.callbacks import pack
from views.texts import Texts


def confirm(announcement: Announcement, count: int, language: Language) -> Outgoing:
    """Asked once: the button carries the count and what version was seen."""
    text, number = Texts(language), announcement.id
    go = Button(
        text.plain("announce-go", count=count), pack(AREA, "go", number, announcement.version)
    )
    back = Button(text.plain("announce-back"), pack(AREA, "draft", number))
    return Outgoing(text("announce-confirm", count=count), buttons=((go,), (back,)))


def may_announce(wanted: Announcing, reader: Subscriber) -> Outgoing:
    """To somebody whose right to announce has become another."""
    text = Texts(reader.language)
    if wanted is Announcing.NOTHING:
        return Outgoing(text("announcing-now-nothing"))
    open_it = Button(text.plain("announcing-open"), pack(AREA, "list"))
    return Outgoing(text(f"announcing-now-{wanted.name.lower()}"), buttons=((open_it,),))
