"""An announcement looked at before it is sent, and shown to colleagues."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import Announcement
from model.ids import SubscriberId
from model.people import Language, Subscriber
from views.announcing import AREA
from views.callbacks import pack
from views.offices import name_of_person
from views.packing import BETWEEN
from views.phrases import own_name
from views.texts import Texts

_MARKS = {True: "✓ ", False: "✗ ", None: ""}


def looked(one: Announcement, version: Language, language: Language, *, is_shown: bool) -> Outgoing:
    """Below a version exactly as it will look: whose it is, and the ways on."""
    text = Texts(language)
    others = [
        Button(f"👁 {own_name(each)}", pack(AREA, "look", one.id, each))
        for each in one.versions
        if each is not version
    ]
    key = "announce-looked" if is_shown else "announce-look-failed"
    back = Button(text.plain("announce-back"), pack(AREA, "draft", one.id))
    rows = (tuple(others), (back,)) if others else ((back,),)
    return Outgoing(text(key, language=own_name(version)), buttons=rows)


def colleagues(
    one: Announcement,
    found: Sequence[tuple[Subscriber, str | None]],
    had: Mapping[SubscriberId, bool],
    me: int,
    version: Language | None,
    language: Language,
) -> Outgoing:
    """To whom it can be shown before it is sent: a press shows it at once, a tick stays.

    `version`: that one, whatever they read.
    """
    text = Texts(language)
    about = [] if version is None else [version]

    def button(person: Subscriber, name: str) -> Button:
        data = pack(AREA, "try", one.id, person.chat_id, *about)
        return Button(_MARKS[had.get(person.id)] + name, data)

    mine = [button(each, text.plain("announce-test-me")) for each, _ in found if each.chat_id == me]
    others = [
        button(each, name_of_person(each.chat_id, name, text))
        for each, name in found
        if each.chat_id != me
    ]
    pairs: Rows = tuple(tuple(others[at : at + 2]) for at in range(0, len(others), 2))
    back = Button(text.plain("announce-back"), pack(AREA, "draft", one.id))
    said = [text("announce-test-title", number=str(one.id)), _what(version, text)]
    if not others:
        said.append(text("announce-test-alone"))
    if not all(had.values()):
        said.append(text("announce-test-lost"))
    rows = (*((each,) for each in mine), *pairs, (back,))
    return Outgoing(BETWEEN.join(said), buttons=rows)


def trial(one: Announcement, version: Language, said: Outgoing, language: Language) -> Outgoing:
    """What is tried out, after a line that says so."""
    line = Texts(language)("announce-trial", number=str(one.id), language=own_name(version))
    return Outgoing(line, then=said)


def _what(version: Language | None, text: Texts) -> Markup:
    if version is None:
        return text("announce-test-each")
    return text("announce-test-one", language=own_name(version))
