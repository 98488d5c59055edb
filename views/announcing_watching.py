"""How far an announcement is, what can be done about it, and all that are under way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import Announcement, AnnouncementState, Progress
from model.failures import bare
from model.ids import AnnouncementId
from model.people import Language
from views import announcing
from views.announcing import excerpt
from views.announcing_after import by_reason
from views.callbacks import pack
from views.packing import BETWEEN
from views.phrases import own_name, when
from views.texts import Texts

AREA = "watch"
EXCERPT_UNITS = 120
LABEL_UNITS = 40
MOST_LISTED = 30
CELLS = 10
REASON_UNITS = 120
MOST_REASONS = 5
MANY_TRIED = 3
"""Rows tried in vain while nothing arrives: it is not about one chat."""
SLOW = 10
"""Below so many a second a tenth is told."""

_LINE = Markup("\n")
_MINUTE = 60
"""Seconds."""
_HOUR = 60
"""Minutes."""
_ICONS = {
    AnnouncementState.SENDING: "📤",
    AnnouncementState.PAUSED: "⏸",
    AnnouncementState.SCHEDULED: "🕒",
    AnnouncementState.AWAITING: "👥",
}


@dataclass(frozen=True, slots=True)
class Seen:
    """How far an announcement is, as somebody sees it."""

    announcement: Announcement
    progress: Progress
    now: datetime
    speed: float | None = None
    """Messages a second, of late; None where nothing can be said of it yet."""
    may_stop: bool = False

    @property
    def is_begun(self) -> bool:
        return self.announcement.state.is_under_way or self.announcement.state.is_over

    @property
    def is_over(self) -> bool:
        """Nothing will change any more."""
        return self.announcement.state.is_over and self.progress.in_flight == 0

    @property
    def is_stuck(self) -> bool:
        """Telegram takes nothing now: what was tried waits."""
        tried, least = self.progress.tried, min(MANY_TRIED, self.progress.in_flight)
        is_sending = self.announcement.state is AnnouncementState.SENDING
        return is_sending and self.progress.ended_lately == 0 and tried >= max(least, 1)

    @property
    def seconds_left(self) -> float | None:
        """For all whose night is over; None where it cannot be told."""
        awake = self.progress.left - self.progress.asleep
        if self.announcement.state is not AnnouncementState.SENDING or not self.speed or not awake:
            return None
        return awake / self.speed


def progress(seen: Seen, timezone: str, language: Language) -> Outgoing:
    """The message that is edited as the sending goes on; moments are those of the time zone."""
    text = Texts(language)
    if not seen.is_begun:
        return _not_begun(seen.announcement, text)
    told = _LINE.join(_figures(seen, timezone, text))
    if reason := why(seen.announcement, text):
        told = _LINE.join((reason, told))  # it ends with a quotation, which stands apart by itself
    parts = [_head(seen, text), told]
    if seen.is_stuck:
        parts.append(text("watch-stuck"))
    return Outgoing(BETWEEN.join(parts), buttons=_buttons(seen, text))


def ask_cancel(seen: Seen, language: Language) -> Outgoing:
    """Asked once: it cannot be taken back."""
    text, number = Texts(language), seen.announcement.id
    left = seen.progress.waiting + seen.progress.in_flight
    said = text("watch-cancel-ask", number=str(number), left=left)
    yes = Button(text.plain("watch-cancel-yes"), pack(AREA, "stop", number))
    no = Button(text.plain("watch-cancel-no"), pack(AREA, "show", number))
    return Outgoing(said, buttons=((yes,), (no,)))


def moved(number: AnnouncementId, language: Language) -> Outgoing:
    """An older message about it: it goes on in a newer one."""
    text = Texts(language)
    here = Button(text.plain("watch-here"), pack(AREA, "show", number))
    return Outgoing(text("watch-moved", number=str(number)), buttons=((here,),))


def stopped_itself(announcement: Announcement, language: Language) -> Outgoing:
    """What admins are told when an announcement was paused by no one."""
    text = Texts(language)
    opened = Button(text.plain("watch-open"), pack(AREA, "show", announcement.id))
    parts = [text("watch-stopped", number=str(announcement.id)), _said(announcement, text)]
    return Outgoing(BETWEEN.join((*parts, why(announcement, text))), buttons=((opened,),))


def under_way(
    found: Sequence[Announcement], timezone: str, now: datetime, language: Language
) -> Outgoing:
    """What is being sent, paused, or waits for its moment."""
    text = Texts(language)
    rows = [(_listed(one, timezone, now, text),) for one in found[:MOST_LISTED]]
    back = Button(text.plain("watch-drafts"), pack(announcing.AREA, "list"))
    parts = [text("watch-list") if found else text("watch-list-empty")]
    if more := len(found) - len(rows):
        parts.append(text("watch-list-more", more=more))
    return Outgoing(BETWEEN.join(parts), buttons=(*rows, (back,)))


def why(announcement: Announcement, text: Texts) -> Markup:
    """Why it was paused, and what Telegram said; nothing where a person did it."""
    if announcement.pause_reason is None or announcement.state is not AnnouncementState.PAUSED:
        return Markup()
    key, _, version = announcement.pause_reason.partition(":")
    sentence = text(key)
    if version:
        sentence = text(f"{key}-version", version=own_name(Language(version)))
    said = shorten(bare(announcement.pause_detail or "—"), REASON_UNITS)
    return _LINE.join((sentence, Markup("<blockquote>{}</blockquote>").format(said)))


def duration(seconds: float, text: Texts) -> str:
    """«меньше минуты», «7 мин», «2 ч 5 мин»"""
    if seconds < _MINUTE:
        return text.plain("watch-moment")
    minutes = round(seconds / _MINUTE)
    if minutes < _HOUR:
        return text.plain("watch-minutes", minutes=minutes)
    return text.plain("watch-hours", hours=minutes // _HOUR, minutes=minutes % _HOUR)


def _head(seen: Seen, text: Texts) -> Markup:
    state = seen.announcement.state.value
    if seen.announcement.state is AnnouncementState.SENT and not _anybody_has_it(seen.progress):
        state = "sent-nobody"
    head = text(f"watch-{state}", number=str(seen.announcement.id))
    return _LINE.join((head, _said(seen.announcement, text)))


def _anybody_has_it(progress: Progress) -> bool:
    return progress.sent + progress.uncertain > 0


def _said(announcement: Announcement, text: Texts) -> Markup:
    return Markup("<i>{}</i>").format(excerpt(announcement, text.language, EXCERPT_UNITS))


def _figures(seen: Seen, timezone: str, text: Texts) -> Iterator[Markup]:
    told = seen.progress
    done = told.total - told.left - told.cancelled
    percent = 100 * done // max(1, told.total)
    filled = CELLS * done // max(1, told.total)
    yield text("watch-bar", bar="▰" * filled + "▱" * (CELLS - filled), percent=percent)
    yield text("watch-sent-of", sent=told.sent, total=told.total)
    if told.left:
        yield text("watch-left", left=told.left)
    if told.asleep and told.wakes_at is not None:
        at = when(told.wakes_at, timezone, seen.now, text)
        yield text("watch-asleep", asleep=told.asleep, at=at)
    if told.failures:
        yield text("watch-failed", failed=told.failures)
        yield from _failures(told, text)
    if told.uncertain:
        yield text("watch-uncertain", uncertain=told.uncertain)
    if told.cancelled:
        yield text("watch-not-sent", cancelled=told.cancelled)
    if seen.announcement.state is AnnouncementState.SENDING and seen.speed:
        speed = round(seen.speed, 1) if seen.speed < SLOW else round(seen.speed)
        yield text("watch-speed", speed=speed)
    if (seconds := seen.seconds_left) is not None:
        yield text("watch-time-left", time=duration(seconds, text))


def _failures(told: Progress, text: Texts) -> Iterator[Markup]:
    counted = by_reason(told.failed, text)
    for reason, chats in list(counted.items())[:MOST_REASONS]:
        yield text("watch-reason", reason=reason, chats=chats)
    if rest := sum(list(counted.values())[MOST_REASONS:]):
        yield text("watch-reason", reason=text.plain("failure-other"), chats=rest)


def _buttons(seen: Seen, text: Texts) -> Rows:
    number, version = seen.announcement.id, seen.announcement.version
    rows: list[tuple[Button, ...]] = []
    cancel = Button(text.plain("watch-cancel"), pack(AREA, "cancel", number))
    if seen.may_stop and seen.announcement.state is AnnouncementState.SENDING:
        rows.append((Button(text.plain("watch-pause"), pack(AREA, "pause", number)), cancel))
    if seen.may_stop and seen.announcement.state is AnnouncementState.PAUSED:
        resume = Button(text.plain("watch-resume"), pack(AREA, "resume", number, version))
        rows.append((resume, cancel))
    # While it is sent as well: from there it is corrected and taken back.
    rows.append((Button(text.plain("watch-results"), pack("result", "show", number)),))
    rows.append((Button(text.plain("watch-all"), pack(AREA, "list", number)),))
    return tuple(rows)


def _not_begun(announcement: Announcement, text: Texts) -> Outgoing:
    """A draft, or one that waits for its moment: a press on an old message."""
    said = text("watch-not-begun", number=str(announcement.id))
    return Outgoing(
        _LINE.join((said, _said(announcement, text))),
        buttons=((Button(text.plain("watch-open"), _opens(announcement)),),),
    )


def _listed(one: Announcement, timezone: str, now: datetime, text: Texts) -> Button:
    said = excerpt(one, text.language, LABEL_UNITS)
    if one.state is AnnouncementState.SCHEDULED and one.starts_at is not None:
        said = f"{when(one.starts_at, timezone, now, text)} · {said}"
    return Button(f"{_ICONS[one.state]} {said}", _opens(one))


def _opens(one: Announcement) -> str:
    """The screen where something can be done about it."""
    if one.state.is_under_way:
        return pack(AREA, "show", one.id)
    is_draft = one.state is AnnouncementState.DRAFT
    return pack(*((announcing.AREA, "draft") if is_draft else ("send", "plan")), one.id)
