"""/announce: what is being written, and a draft with all that belongs to it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import Announcement, AnnouncementButton, AnnouncementState
from model.ids import AnnouncementId, ProjectId
from model.people import Language
from views.callbacks import pack
from views.links import BotLinks
from views.packing import BETWEEN
from views.phrases import own_name
from views.texts import Texts

AREA = "announce"
PAGE = 8
EXCERPT_UNITS = 60
LABEL_UNITS = 40


def drafts(found: Sequence[Announcement], language: Language, start: int = 0) -> Outgoing:
    """A page of what is written and not sent yet, and the ways to all else that is announced."""
    text = Texts(language)
    start = max(0, min(start, len(found) - 1)) // PAGE * PAGE
    rows: list[tuple[Button, ...]] = [
        (Button(_label(one, language), pack(AREA, "draft", one.id)),)
        for one in found[start : start + PAGE]
    ]
    turns = tuple(
        Button(text.plain(label), pack(AREA, "list", at))
        for label, at in (("announce-newer", start - PAGE), ("announce-older", start + PAGE))
        if 0 <= at < len(found)
    )
    if turns:
        rows.append(turns)
    rows.append((Button(text.plain("announce-new"), pack(AREA, "new")),))
    rows.append((Button(text.plain("watch-list-open"), pack("watch", "list")),))
    rows.append((Button(text.plain("channels-open"), pack("channel", "list")),))
    said = text("announce-title", count=len(found)) if found else text("announce-none")
    return Outgoing(said, buttons=tuple(rows))


def ask_words(draft: Announcement, version: Language, language: Language) -> Outgoing:
    """What is said in a language is the next message, or the next album."""
    text = Texts(language)
    others = [one for one in Language if one is not version and one not in draft.versions]
    rows: list[tuple[Button, ...]] = []
    if not draft.versions:  # the first of all: it may be meant in another language
        rows.append(
            tuple(Button(own_name(one), pack(AREA, "say", draft.id, one)) for one in others)
        )
    rows.append((_to_draft(draft.id, text),))
    return Outgoing(text("announce-ask", language=own_name(version)), buttons=tuple(rows))


def draft(
    one: Announcement,
    language: Language,
    told: Sequence[Markup] = (),
    said: Markup | None = None,
) -> Outgoing:
    """A draft with what can be done about it.

    `told`: whom it is for, line by line; `said`: what has just happened, above it all.
    """
    text = Texts(language)
    parts = [_head(one, text), versions(one, text)]
    if one.buttons:
        parts.append(_buttons_line(one, language, text))
    if told:
        parts.append(Markup("\n").join(told))
    if warnings := cautions(one, text):
        parts.append(Markup("\n").join(warnings))
    body = BETWEEN.join(parts if said is None else [said, *parts])
    return Outgoing(body, buttons=_draft_rows(one, text))


def versions(one: Announcement, text: Texts) -> Markup:
    """What is said in each language, and who gets which where there are several."""
    if not one.versions:
        return text("announce-says-nothing")
    lines = [_version(one, each, text) for each in one.versions]
    default = one.default_language
    if default is not None and len(one.versions) < len(Language):
        lines.append(text("announce-others", language=own_name(default)))
    return Markup("\n").join(lines)


def cautions(one: Announcement, text: Texts) -> list[Markup]:
    """What should be known before it is sent."""
    said = [Outgoing.from_json(each) for each in one.versions.values()]
    found = []
    if any(not each.can_be_edited for each in said):
        found.append(text("announce-not-editable"))
    if one.buttons and any(each.album or each.forwarded for each in said):
        found.append(text("announce-buttons-below"))
    return found


def version_card(
    one: Announcement, version: Language, language: Language, said: Markup | None = None
) -> Outgoing:
    """One version, and what can be done about it."""
    text = Texts(language)
    rows: list[tuple[Button, ...]] = [
        (
            Button(text.plain("announce-look"), pack(AREA, "look", one.id, version)),
            Button(text.plain("announce-say-anew"), pack(AREA, "say", one.id, version)),
        )
    ]
    if len(one.versions) > 1 and one.default_language is not version:
        label = text.plain("announce-make-fallback")
        rows.append((Button(label, pack(AREA, "fallback", one.id, version)),))
    rows.append((Button(text.plain("announce-drop"), pack(AREA, "drop", one.id, version)),))
    rows.append((_to_draft(one.id, text),))
    parts = [_version(one, version, text)]
    if one.default_language is version and len(one.versions) < len(Language):
        parts.append(text("announce-is-fallback"))
    body = BETWEEN.join(parts if said is None else [said, *parts])
    return Outgoing(body, buttons=tuple(rows))


def ask_delete(one: Announcement, language: Language) -> Outgoing:
    """Asked once; the press after it makes it so."""
    text = Texts(language)
    yes = Button(text.plain("announce-delete-yes"), pack(AREA, "delete-yes", one.id))
    said = text("announce-delete-ask", excerpt=excerpt(one, language))
    return Outgoing(said, buttons=((yes,), (_to_draft(one.id, text),)))


def excerpt(one: Announcement, language: Language, units: int = EXCERPT_UNITS) -> str:
    """Its first words in the version that somebody reads, or that it says nothing yet."""
    version = one.version_for(language)
    if version is None:
        return Texts(language).plain("announce-empty", number=str(one.id))
    return summary(Outgoing.from_json(one.versions[version]), Texts(language), units)


def summary(said: Outgoing, text: Texts, units: int = EXCERPT_UNITS) -> str:
    """What it is, and its first words if it has any."""
    words = said.text or next((item.text for item in said.album if item.text), "")
    kind = text.plain(f"announce-kind-{_kind(said)}", count=said.messages)
    first = shorten(" ".join(words.split()), units)
    if _kind(said) == "text":
        return first
    return f"{kind}: {first}" if first else kind


def below(language: Language, rows: Rows) -> Outgoing:
    """The message that carries the buttons of what Telegram takes none under."""
    return Outgoing(Texts(language)("announce-below"), buttons=rows)


def button_rows(
    one: Announcement,
    language: Language,
    links: BotLinks,
    codes: Mapping[ProjectId, str] = MappingProxyType({}),
    *,
    in_channel: bool = False,
) -> Rows:
    """The buttons under a version, each in a row of its own."""
    made = (
        _button(one.id, number, button, language, links, codes, in_channel)
        for number, button in enumerate(one.buttons)
    )
    return tuple((button,) for button in made if button is not None)


def label_of(button: AnnouncementButton, language: Language) -> str:
    """As it reads in a version; one without a label of its own takes another's."""
    return button.labels.get(language) or next(iter(button.labels.values()))


def _button(
    announcement: AnnouncementId,
    index: int,
    button: AnnouncementButton,
    language: Language,
    links: BotLinks,
    codes: Mapping[ProjectId, str],
    in_channel: bool,
) -> Button | None:
    label = label_of(button, language)
    if button.url is not None:
        return Button(label, url=button.url)
    if not in_channel:
        return Button(label, pack("announced", "press", announcement, index))
    assert button.project_id is not None
    code = codes.get(button.project_id)
    url = None if code is None else links.project(code)
    return None if url is None else Button(label, url=url)


def _draft_rows(one: Announcement, text: Texts) -> Rows:
    number = one.id
    if one.state is not AnnouncementState.DRAFT:
        look = Button(text.plain("announce-look"), pack(AREA, "look", number))
        plan = Button(text.plain("send-plan"), pack("send", "plan", number))
        copy = Button(text.plain("announce-copy"), pack(AREA, "copy", number))
        return ((look, plan), (copy,), (_to_list(text),))
    if one.is_correction:
        return _correction_rows(one, text)
    languages = [
        Button(
            ("✏️ " if each in one.versions else "＋ ") + own_name(each),
            pack(AREA, "version" if each in one.versions else "say", number, each),
        )
        for each in Language
    ]
    rows: list[tuple[Button, ...]] = [tuple(languages[:2]), tuple(languages[2:])]
    audience = Button(text.plain("announce-audience"), pack("audience", "open", number))
    if not one.versions:
        delete = Button(text.plain("announce-delete"), pack(AREA, "delete", number))
        return (*rows, (audience,), (delete,), (_to_list(text),))
    rows += [
        (audience, Button(text.plain("announce-buttons"), pack(AREA, "buttons", number))),
        (
            Button(text.plain("announce-look"), pack(AREA, "look", number)),
            Button(text.plain("announce-test"), pack(AREA, "test", number)),
        ),
        (Button(text.plain("announce-send"), pack(AREA, "send", number)),),
        (
            Button(text.plain("announce-copy"), pack(AREA, "copy", number)),
            Button(text.plain("announce-delete"), pack(AREA, "delete", number)),
        ),
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


def _head(one: Announcement, text: Texts) -> Markup:
    if one.is_correction:
        return text("correction-title", of=str(one.parent_id))
    return text("announce-draft", number=str(one.id))


def _to_draft(number: AnnouncementId, text: Texts) -> Button:
    return Button(text.plain("announce-back"), pack(AREA, "draft", number))


def _to_list(text: Texts) -> Button:
    return Button(text.plain("announce-all"), pack(AREA, "list", 0))


def _label(one: Announcement, language: Language) -> str:
    mark = f"✏️ № {one.parent_id}" if one.is_correction else f"№ {one.id}"
    return shorten(f"{mark} · {excerpt(one, language, LABEL_UNITS)}", LABEL_UNITS)


def _version(one: Announcement, version: Language, text: Texts) -> Markup:
    said = summary(Outgoing.from_json(one.versions[version]), text)
    return text("announce-version", language=own_name(version), excerpt=said)


def _buttons_line(one: Announcement, language: Language, text: Texts) -> Markup:
    labels = " · ".join(label_of(button, language) for button in one.buttons)
    return text("announce-buttons-line", labels=labels)


def _kind(said: Outgoing) -> str:
    if said.media is not None:
        return said.media.kind.value.replace("_", "-")
    kinds = ("album", "place", "contact", "poll", "forwarded")
    return next((kind for kind in kinds if getattr(said, kind)), "text")
