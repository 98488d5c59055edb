"""/announce: what is being written, and a draft with all that belongs to it."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import Announcement, AnnouncementButton, AnnouncementState
from model.audiences import Counted
from model.ids import AnnouncementId, ProjectId
from model.people import Language
from views import formats
from views.callbacks import pack
from views.links import BotLinks
from views.packing import BETWEEN
from views.phrases import own_name
from views.texts import Texts

AREA = "announce"
PAGE = 8
_SCREENS = {
    AnnouncementState.DRAFT: (AREA, "draft"),
    AnnouncementState.AWAITING: ("send", "plan"),
    AnnouncementState.SCHEDULED: ("send", "plan"),
    AnnouncementState.SENDING: ("watch", "show"),
    AnnouncementState.PAUSED: ("watch", "show"),
    AnnouncementState.SENT: ("result", "show"),
    AnnouncementState.CANCELLED: ("result", "show"),
}
_MARKS = {AnnouncementState.AWAITING: "👀 ", AnnouncementState.SCHEDULED: "🕒 "}
_ELSEWHERE: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("watch-list-open", ("watch", "list")),
    ("announce-archive", ("announced", "all", "any", "0", "0")),
    ("channels-open", ("channel", "list")),
)
"""What else there is of announcements, below the drafts."""
EXCERPT_UNITS = 60
LABEL_UNITS = 40


def drafts(
    found: Sequence[Announcement],
    language: Language,
    start: int = 0,
    happened: Markup | None = None,
) -> Outgoing:
    """A page of what is written and not sent yet, and the ways to all else that is announced."""
    text = Texts(language)
    start = max(0, min(start, len(found) - 1)) // PAGE * PAGE
    rows: list[tuple[Button, ...]] = [
        (Button(_label(one, language), pack(*way_to(one))),) for one in found[start : start + PAGE]
    ]
    turns = tuple(
        Button(text.plain(label), pack(AREA, "list", at))
        for label, at in (("announce-newer", start - PAGE), ("announce-older", start + PAGE))
        if 0 <= at < len(found)
    )
    if turns:
        rows.append(turns)
    rows.append((Button(text.plain("announce-new"), pack(AREA, "new")),))
    rows += [(Button(text.plain(key), pack(*way)),) for key, way in _ELSEWHERE]
    said = text("announce-title", count=len(found)) if found else text("announce-none")
    return Outgoing(said if happened is None else happened + BETWEEN + said, buttons=tuple(rows))


def way_to(one: Announcement) -> tuple[str, str, AnnouncementId]:
    """The press that shows an announcement as far as it has come."""
    area, verb = _SCREENS[one.state]
    return area, verb, one.id


def versions(
    one: Announcement,
    text: Texts,
    counted: Counted | None = None,
    coming: Language | None = None,
) -> Markup:
    """What is said in each language and what everyone else gets, with how many they are if known.

    Of the version `coming` more messages are on their way.
    """
    if not one.versions:
        return text("announce-says-nothing")
    lines = [
        version_line(one, each, text, counted, is_coming=each is coming) for each in one.versions
    ]
    default = one.default_language
    missing = [each for each in Language if each not in one.versions]
    if missing and default is not None:
        line = text("announce-others", language=own_name(default))
        others = 0 if counted is None else sum(counted.languages.get(each, 0) for each in missing)
        lines.append(line + (text("announce-readers", count=others) if others else ""))
    return Markup("\n").join(lines)


def version_line(
    one: Announcement,
    version: Language,
    text: Texts,
    counted: Counted | None = None,
    *,
    is_coming: bool = False,
) -> Markup:
    said = Outgoing.from_json(one.versions[version])
    words = text.plain("announce-album") if is_coming else summary(said, text)
    line = text("announce-version", language=own_name(version), excerpt=words)
    if counted is None:
        return line
    return line + text("announce-readers", count=counted.languages.get(version, 0))


def cautions(one: Announcement, text: Texts) -> list[Markup]:
    """What should be known of its kinds before it is sent."""
    versions = {each: Outgoing.from_json(kept) for each, kept in one.versions.items()}
    said = list(versions.values())
    found = []
    if fixed := [each for each in said if not each.can_be_edited]:
        kinds = {text.plain(f"announce-kind-{kind_of(each)}", count=1) for each in fixed}
        listed = formats.listed(sorted(kinds), text.language)
        found.append(text("announce-not-editable", kinds=listed))
    if any(each.forwarded for each in said):
        found.append(text("announce-keep-source"))
    if (
        one.parent_id is not None
        and not one.is_correction
        and any(
            each.forwarded and each.forwarded.is_poll
            for language, each in versions.items()
            if language not in one.sources  # as it was in what this is a copy of
        )
    ):
        found.append(text("announce-same-poll", number=str(one.parent_id)))
    if one.buttons and any(each.album or each.forwarded for each in said):
        found.append(text("announce-buttons-below"))
    return found


def excerpt(one: Announcement, language: Language, units: int = EXCERPT_UNITS) -> str:
    """Its first words in the version that somebody reads, or that it says nothing yet."""
    version = one.version_for(language)
    if version is None:
        return Texts(language).plain("announce-empty", number=str(one.id))
    return summary(Outgoing.from_json(one.versions[version]), Texts(language), units)


def summary(said: Outgoing, text: Texts, units: int = EXCERPT_UNITS) -> str:
    """What it is, and its first words if it has any."""
    words = said.text or next((item.text for item in said.album if item.text), "")
    first = shorten(" ".join(words.split()), units)
    if (kind := kind_of(said)) == "text":
        return first
    named = text.plain(f"announce-kind-{kind}", count=said.messages)
    return text.plain("announce-kind-with", kind=named, words=first) if first else named


def kind_of(said: Outgoing) -> str:
    """As `announce-kind-…` names it."""
    if said.media is not None:
        return said.media.kind.value.replace("_", "-")
    if said.forwarded is not None:
        return "poll" if said.forwarded.is_poll else "forwarded"
    kinds = ("album", "place", "contact", "poll")
    return next((kind for kind in kinds if getattr(said, kind)), "text")


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


def _label(one: Announcement, language: Language) -> str:
    of, mark = (one.parent_id, "✏️ ") if one.is_correction else (one.id, _MARKS.get(one.state, ""))
    number = Texts(language).plain("announce-number", number=str(of))
    return shorten(f"{mark}{number} · {excerpt(one, language, LABEL_UNITS)}", LABEL_UNITS)
