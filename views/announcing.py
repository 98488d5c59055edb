"""/announce: what is being written, and a draft with all that belongs to it."""

from collections.abc import Sequence

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import Announcement, AnnouncementButton
from model.ids import AnnouncementId
from model.people import Language
from views.callbacks import pack
from views.links import BotLinks
from views.packing import BETWEEN
from views.texts import Texts

AREA = "announce"
EXCERPT_UNITS = 60


def drafts(found: Sequence[Announcement], language: Language) -> Outgoing:
    """What is written and not sent yet."""
    text = Texts(language)
    rows: list[tuple[Button, ...]] = [
        (Button(excerpt(one, language), pack(AREA, "draft", one.id)),) for one in found
    ]
    rows.append((Button(text.plain("announce-new"), pack(AREA, "new")),))
    rows.append((Button(text.plain("channels-open"), pack("channel", "list")),))
    said = text("announce-title") if found else text("announce-none")
    return Outgoing(said, buttons=tuple(rows))


def ask_words(number: AnnouncementId, language: Language) -> Outgoing:
    """What is to be announced is the next message."""
    text = Texts(language)
    back = (Button(text.plain("announce-back"), pack(AREA, "draft", number)),)
    return Outgoing(text("announce-ask"), buttons=(back,))


def draft(announcement: Announcement, language: Language, said: Markup | None = None) -> Outgoing:
    """A draft with what can be done about it; `said` is what has just happened."""
    text, number = Texts(language), announcement.id
    parts = [
        text("announce-draft", number=str(number)),
        Markup("\n").join(_version(announcement, each, text) for each in announcement.versions)
        or text("announce-says-nothing"),
    ]
    rows: list[tuple[Button, ...]] = [
        (Button(text.plain("announce-say"), pack(AREA, "say", number)),),
        (Button(text.plain("announce-audience"), pack("audience", "open", number)),),
    ]
    if announcement.versions:
        rows.append((Button(text.plain("announce-send"), pack(AREA, "send", number)),))
    rows.append((Button(text.plain("announce-delete"), pack(AREA, "delete", number)),))
    rows.append((Button(text.plain("announce-all"), pack(AREA, "list")),))
    body = BETWEEN.join(parts if said is None else [said, *parts])
    return Outgoing(body, buttons=tuple(rows))


def excerpt(announcement: Announcement, language: Language, units: int = EXCERPT_UNITS) -> str:
    """Its first words in the version that somebody reads, or that it says nothing yet."""
    version = announcement.version_for(language)
    if version is None:
        return Texts(language).plain("announce-empty", number=str(announcement.id))
    said = Outgoing.from_json(announcement.versions[version]).text
    return shorten(" ".join(said.split()), units) or f"№ {announcement.id}"


def button_rows(
    announcement: Announcement, language: Language, links: BotLinks, *, in_channel: bool = False
) -> Rows:
    """The buttons under a version, each in a row of its own."""
    return tuple(
        (_button(announcement.id, number, button, language),)
        for number, button in enumerate(announcement.buttons)
    )


def label_of(button: AnnouncementButton, language: Language) -> str:
    """As it reads in a version; one without a label of its own takes another's."""
    return button.labels.get(language) or next(iter(button.labels.values()))


def _button(
    number: AnnouncementId, index: int, button: AnnouncementButton, language: Language
) -> Button:
    label = label_of(button, language)
    if button.url is not None:
        return Button(label, url=button.url)
    return Button(label, pack("announced", "press", number, index))


def _version(announcement: Announcement, version: Language, text: Texts) -> Markup:
    said = excerpt(announcement, version)
    return text("announce-version", language=version.value, excerpt=said)
