"""A draft with all that belongs to it: what it says in each language, and what to know of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from common.errors import KeruenError
from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import Announcement, AnnouncementState
from model.audiences import Counted
from model.ids import AnnouncementId, ProjectId
from model.people import Language
from views import formats
from views.announcing import (
    AREA,
    cautions,
    excerpt,
    label_of,
    summary,
    version_line,
    versions,
    way_to,
)
from views.announcing_audience import Aimed, told
from views.callbacks import pack
from views.errors import sentence
from views.packing import BETWEEN
from views.phrases import own_name
from views.texts import Texts

_LINE = Markup("\n")


@dataclass(frozen=True, slots=True)
class SeenDraft:
    """An announcement beside what it comes to now."""

    aimed: Aimed
    shut: frozenset[ProjectId] = frozenset()
    """Projects of its buttons that not everyone may see (any more)."""

    @property
    def announcement(self) -> Announcement:
        return self.aimed.announcement

    @property
    def counted(self) -> Counted:
        return self.aimed.counted


def ask_words(draft: Announcement, version: Language, language: Language) -> Outgoing:
    """What is said in a language is the next message, or the next album."""
    text = Texts(language)
    rows: list[tuple[Button, ...]] = []
    if not draft.versions:  # the first of all: it may be meant in another language
        others = [one for one in Language if one is not version]
        rows.append(
            tuple(Button(own_name(one), pack(AREA, "say", draft.id, one)) for one in others)
        )
    rows.append((_to_draft(draft.id, text),))
    return Outgoing(text("announce-ask", language=own_name(version)), buttons=tuple(rows))


def ask_again(number: AnnouncementId, error: KeruenError, language: Language) -> Outgoing:
    """What came cannot be announced; something else is awaited."""
    text = Texts(language)
    return Outgoing(escape(sentence(error, language)), buttons=((_to_draft(number, text),),))


def draft(
    seen: SeenDraft,
    language: Language,
    happened: Markup | None = None,
    gathering: Language | None = None,
) -> Outgoing:
    """A draft with what can be done about it, or what became of it.

    `happened` is said above it all; of the version `gathering` more messages are coming in.
    """
    text, one = Texts(language), seen.announcement
    is_draft = one.state is AnnouncementState.DRAFT and not one.is_correction
    parts = [] if happened is None else [happened]
    counted = seen.counted if is_draft else None
    parts += [_title(one, text), versions(one, text, counted, gathering)]
    if one.buttons:
        labels = " · ".join(label_of(button, language) for button in one.buttons)
        parts.append(text("announce-buttons-line", labels=labels))
    if is_draft and one.versions:
        parts += told(seen.aimed, language, by_language=False)  # the versions say that
        if warnings := list(_cautions(seen, text)):
            parts.append(_LINE.join(warnings))
    elif one.is_correction:
        parts += [Markup("\n").join(warnings)] if (warnings := cautions(one, text)) else []
    return Outgoing(BETWEEN.join(parts), buttons=_rows(one, text))


def version_card(seen: SeenDraft, version: Language, language: Language) -> Outgoing:
    """One version, and what can be done about it."""
    text, one = Texts(language), seen.announcement
    change = [Button(text.plain("announce-say-anew"), pack(AREA, "say", one.id, version))]
    if not one.is_correction:  # what was sent in a language is corrected in it
        change.append(Button(text.plain("announce-drop"), pack(AREA, "drop", one.id, version)))
    rows = (
        (
            Button(text.plain("announce-look"), pack(AREA, "look", one.id, version)),
            Button(text.plain("announce-test"), pack(AREA, "test", one.id, version)),
        ),
        tuple(change),
        (_to_draft(one.id, text),),
    )
    counted = None if one.is_correction else seen.counted
    parts = [version_line(one, version, text, counted)]
    if one.sources.get(version) and Outgoing.from_json(one.versions[version]).can_be_edited:
        parts.append(text("announce-edit-here"))
    return Outgoing(BETWEEN.join(parts), buttons=rows)


def ask_drop(one: Announcement, version: Language, stamp: str, language: Language) -> Outgoing:
    """Asked once: what a version says cannot be had back."""
    text = Texts(language)
    said = text(
        "announce-drop-ask",
        language=own_name(version),
        excerpt=summary(Outgoing.from_json(one.versions[version]), text),
    )
    yes = Button(text.plain("announce-drop-yes"), pack(AREA, "drop-yes", one.id, version, stamp))
    back = Button(text.plain("announce-keep"), pack(AREA, "version", one.id, version))
    return Outgoing(said, buttons=((yes,), (back,)))


def choose_fallback(one: Announcement, language: Language) -> Outgoing:
    """Which version everyone else gets."""
    text = Texts(language)
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                ("✓ " if each is one.default_language else "") + own_name(each),
                pack(AREA, "fallback", one.id, each),
            ),
        )
        for each in one.versions
    ]
    missing = [own_name(each) for each in Language if each not in one.versions]
    said = text("announce-fallback-ask", languages=formats.listed(missing, language))
    return Outgoing(said, buttons=(*rows, (_to_draft(one.id, text),)))


def ask_delete(one: Announcement, language: Language) -> Outgoing:
    """Asked once; the press after it makes it so, of this version."""
    text = Texts(language)
    yes = Button(text.plain("announce-delete-yes"), pack(AREA, "delete-yes", one.id, one.version))
    keep = Button(text.plain("announce-keep"), pack(AREA, "draft", one.id))
    said = text("announce-delete-ask", number=str(one.id), excerpt=excerpt(one, language))
    return Outgoing(said, buttons=((yes,), (keep,)))


def happened(
    instead_of: AnnouncementId | None, one: Announcement, is_album: bool, language: Language
) -> Markup | None:
    """What is worth a word when something was taken."""
    text = Texts(language)
    told = []
    if instead_of is not None:
        told.append(text("announce-instead", number=str(instead_of), this=str(one.id)))
    if is_album:
        told.append(text("announce-album-comes"))
    return _LINE.join(told) if told else None


def too_much(language: Language, *, is_album: bool) -> Markup:
    """More came along than one announcement holds."""
    return Texts(language)("announce-too-many" if is_album else "announce-too-much")


def edited(one: Announcement, language: Language) -> Outgoing:
    """An author edited the message that a draft was taken from."""
    text = Texts(language)
    is_draft = one.state is AnnouncementState.DRAFT
    key = "announce-edited" if is_draft else "announce-edited-late"
    opened = Button(text.plain("announce-open"), pack(AREA, "draft", one.id))
    return Outgoing(text(key, number=str(one.id)), buttons=((opened,),))


# The parts of it


def _title(one: Announcement, text: Texts) -> Markup:
    if one.is_correction:
        return text("correction-title", of=str(one.parent_id))
    is_draft = one.state is AnnouncementState.DRAFT
    return text("announce-draft" if is_draft else f"announce-is-{one.state}", number=str(one.id))


def _cautions(seen: SeenDraft, text: Texts) -> Iterator[Markup]:
    """What should be known before it is sent."""
    one, counted = seen.announcement, seen.counted
    readers = {one.version_for(each) for each, count in counted.languages.items() if count}
    unread = [own_name(each) for each in one.versions if each not in readers]
    if unread and counted.total:
        yield text("announce-unread", languages=formats.listed(unread, text.language))
    yield from cautions(one, text)
    for button in one.buttons:
        if button.project_id in seen.shut:
            yield text("announce-shut", label=label_of(button, text.language))


# The buttons


def _rows(one: Announcement, text: Texts) -> Rows:
    if one.is_correction:
        return _correction_rows(one, text)
    return (_draft_rows if one.state is AnnouncementState.DRAFT else _other_rows)(one, text)


def _draft_rows(one: Announcement, text: Texts) -> Rows:
    number = one.id
    languages = [
        Button(
            ("✏️ " if each in one.versions else "＋ ") + own_name(each),
            pack(AREA, "version" if each in one.versions else "say", number, each),
        )
        for each in Language
    ]
    rows: list[tuple[Button, ...]] = [tuple(languages[:2]), tuple(languages[2:])]
    default = one.default_language
    if default is not None and 1 < len(one.versions) < len(Language):
        label = text.plain("announce-fallback", language=own_name(default))
        rows.append((Button(label, pack(AREA, "others", number)),))
    audience = Button(text.plain("announce-audience"), pack("audience", "open", number))
    delete = Button(text.plain("announce-delete"), pack(AREA, "delete", number))
    if not one.versions:
        return (*rows, (audience,), (delete,), (_to_list(text),))
    key = "announce-buttons-some" if one.buttons else "announce-buttons"
    buttons = text.plain(key, count=len(one.buttons))
    rows += [
        (audience, Button(buttons, pack(AREA, "buttons", number))),
        (
            Button(text.plain("announce-look"), pack(AREA, "look", number)),
            Button(text.plain("announce-test"), pack(AREA, "test", number)),
        ),
        (Button(text.plain("announce-send"), pack(AREA, "send", number)),),
        (Button(text.plain("announce-copy"), pack(AREA, "copy", number)), delete),
        (_to_list(text),),
    ]
    return tuple(rows)


def _correction_rows(one: Announcement, text: Texts) -> Rows:
    """What was sent in a language is corrected in it: none is added."""
    number = one.id
    languages = [
        (Button(f"✏️ {own_name(each)}", pack(AREA, "version", number, each)),)
        for each in one.versions
    ]
    return (
        *languages,
        (
            Button(text.plain("announce-buttons"), pack(AREA, "buttons", number)),
            Button(text.plain("announce-look"), pack(AREA, "look", number)),
        ),
        (Button(text.plain("correction-apply"), pack("result", "apply", number)),),
        (Button(text.plain("announce-delete"), pack(AREA, "delete", number)),),
        (Button(text.plain("result-back"), pack("result", "show", one.parent_id or 0)),),
    )


def _other_rows(one: Announcement, text: Texts) -> Rows:
    """Of what is a draft no more."""
    return (
        (
            Button(text.plain("announce-look"), pack(AREA, "look", one.id)),
            Button(text.plain(f"announce-way-{way_to(one)[0]}"), pack(*way_to(one))),
        ),
        (Button(text.plain("announce-copy"), pack(AREA, "copy", one.id)),),
        (_to_list(text),),
    )


def _to_draft(number: AnnouncementId, text: Texts) -> Button:
    return Button(text.plain("announce-back"), pack(AREA, "draft", number))


def _to_list(text: Texts) -> Button:
    return Button(text.plain("announce-all"), pack(AREA, "list", 0))
