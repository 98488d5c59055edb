"""Before an announcement is sent: what will happen, confirmed by a press that names it all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing
from model.announcements import Announcement, AnnouncementState, Announcing, Every, Recurrence
from model.channels import Channel
from model.ids import SubscriberId
from model.people import Language, Subscriber
from views import formats
from views.announcing import cautions, excerpt, versions
from views.announcing_audience import Aimed, told
from views.callbacks import pack
from views.digest import Look
from views.packing import BETWEEN
from views.phrases import own_name
from views.stories import one_line
from views.texts import Texts
from views.zones import zone_label

AREA = "send"
DRAFTS = "announce"
CHANNELS_NAMED = 5
TITLE_UNITS = 30


@dataclass(frozen=True, slots=True)
class Prepared:
    """An announcement before it is sent, with all that its sending depends on."""

    aimed: Aimed
    """It, and whom it is for as things are now."""
    channels: tuple[Channel, ...]
    """All of the settings."""
    asleep: int
    """Of those who would get it, for whom it will be night when it begins."""
    may_send: bool
    needs_second: bool
    """Of another person, for the rule is on."""
    may_agree: bool
    """Whether whoever looks could be the second person."""
    may_stop: bool
    """Take it from waiting: whoever may send, and who wrote it."""
    now: datetime

    @property
    def announcement(self) -> Announcement:
        return self.aimed.announcement

    @property
    def posted_in(self) -> tuple[Channel, ...]:
        """The channels that it is to be posted in and that are still there."""
        chosen = self.announcement.channels
        return tuple(one for one in self.channels if one.subscriber.id in chosen)

    @property
    def total(self) -> int:
        """Chats that would get it, channels among them."""
        return self.aimed.counted.total + sum(one.can_be_posted_in for one in self.posted_in)

    @property
    def is_over(self) -> bool:
        """Its time went by before it was confirmed."""
        one = self.announcement
        passed = one.starts_at is not None and one.starts_at <= self.now
        return passed and one.recurrence is None

    def time_of(self, channel: SubscriberId) -> datetime | None:
        """Of a channel, where it is not that of the rest."""
        return self.announcement.channels.get(channel)


def confirm(prepared: Prepared, look: Look, said: Markup | None = None) -> Outgoing:
    """What will happen. The button carries how many get it, and what version was seen.

    `said` is what has just happened.
    """
    text = Texts(look.language)
    parts = [text("send-title", number=str(prepared.announcement.id))]
    parts += _whole(prepared, look, text)
    body = BETWEEN.join(parts if said is None else [said, *parts])
    return Outgoing(body, buttons=(*_confirm_rows(prepared, text), *_choices(prepared, text)))


def waiting(prepared: Prepared, look: Look, said: Markup | None = None) -> Outgoing:
    """One that waits for its time or for somebody's word, and what can be done about it."""
    text, one = Texts(look.language), prepared.announcement
    title = text(f"send-is-{one.state}", number=str(one.id))
    parts = [title, *_whole(prepared, look, text)]
    rows = [*_agree_rows(prepared, text), (_look(text, one),)]
    if one.state is AnnouncementState.SCHEDULED and prepared.may_send:
        rows.append((_button("when", text, one),))
    if prepared.may_stop:
        label = "send-stop-series" if one.recurrence is not None else "send-stop"
        rows.append((Button(text.plain(label), pack(AREA, "stop", one.id)),))
    rows.append((Button(text.plain("announce-all"), pack(DRAFTS, "list")),))
    return Outgoing(BETWEEN.join(parts if said is None else [said, *parts]), buttons=tuple(rows))


def begun(announcement: Announcement, language: Language) -> Outgoing:
    """It waits no more: a press on an old message."""
    text = Texts(language)
    watch = Button(text.plain("send-look"), pack("watch", "show", announcement.id))
    said = text("send-is-begun", number=str(announcement.id))
    return Outgoing(said, buttons=((watch,),))


# The parts of it


def _whole(prepared: Prepared, look: Look, text: Texts) -> list[Markup]:
    """What is said, to whom, when; and what should be known before."""
    one = prepared.announcement
    then = [when(one, look, prepared.now, text), _quiet(prepared, text)]
    if one.is_urgent:
        then.append(text("send-is-urgent"))
    if prepared.posted_in:
        then.append(text("send-channels", channels=_channels(prepared, look, text)))
    warnings = [*cautions(one, text)]
    warnings += [text("send-warning", what=each) for each in _warnings(prepared, text)]
    blocks = [Markup("\n").join(lines) for lines in (then, warnings) if lines]
    return [versions(one, text), *told(prepared.aimed, text.language), *blocks]


def when(one: Announcement, look: Look, now: datetime, text: Texts) -> Markup:
    """When it goes, on one line: in the reader's time zone, a series in its own."""
    if one.starts_at is None:
        return text("send-when-now")
    zone = look.timezone if one.recurrence is None else one.recurrence.timezone
    at = _moment(one.starts_at, zone, text)
    city = zone_label(zone, now, text.language)
    if one.recurrence is None:
        return text("send-when-at", at=at, zone=city)
    every = _every(one.recurrence, text)
    return text("send-when-every", every=every, zone=city, next=at)


def _every(recurrence: Recurrence, text: Texts) -> str:
    at = formats.clock_time(recurrence.at)
    if recurrence.every is Every.WEEK:
        day = formats.weekdays([recurrence.day], text.language)
        return text.plain("send-every-week", day=day, at=at)
    return text.plain("send-every-month", day=str(recurrence.day), at=at)


def _moment(at: datetime, zone: str, text: Texts) -> str:
    """With the weekday, which is what people look at, and with its year."""
    local = at.astimezone(ZoneInfo(zone))
    day = formats.full_date(local.date(), text.language)
    weekday = formats.weekdays([local.weekday()], text.language)
    return text.plain("send-moment", day=day, weekday=weekday, at=formats.clock_time(local.time()))


def _quiet(prepared: Prepared, text: Texts) -> Markup:
    if not prepared.announcement.heeds_quiet:
        return text("send-quiet-off")
    if prepared.asleep:
        return text("send-quiet-night", count=prepared.asleep)
    return text("send-quiet-on")


def _channels(prepared: Prepared, look: Look, text: Texts) -> str:
    named = []
    for channel in prepared.posted_in:
        name = channel_title(channel)
        at = prepared.time_of(channel.subscriber.id)
        if at is not None:
            moment = formats.moment(at, look.timezone, text.language)
            name = text.plain("send-channel-at", name=name, at=moment)
        named.append(name)
    return _some(named, text)


def _some(names: Sequence[str], text: Texts) -> str:
    """The first of them, and how many more there are."""
    listed = formats.listed(names[:CHANNELS_NAMED], text.language)
    more = len(names) - CHANNELS_NAMED
    return listed if more <= 0 else text.plain("filters-and-more", named=listed, count=more)


def _warnings(prepared: Prepared, text: Texts) -> Iterable[str]:
    one, counted = prepared.announcement, prepared.aimed.counted
    readers = {one.version_for(each) for each, count in counted.languages.items() if count}
    posts = {one.version_for(each.subscriber.language) for each in prepared.posted_in}
    unread = [each for each in one.versions if each not in readers | posts]
    if unread and prepared.total:
        yield text.plain(
            "send-warns-unread", languages=formats.listed(map(own_name, unread), text.language)
        )
    without = sum(n for each, n in counted.languages.items() if each not in one.versions)
    if without and (default := one.default_language) is not None:
        yield text.plain("send-warns-fallback", count=without, language=own_name(default))
    lost = [channel_title(each) for each in prepared.posted_in if not each.can_be_posted_in]
    if lost:
        yield text.plain("send-warns-channel", channels=_some(lost, text))
    fixed = [channel_title(each) for each in prepared.posted_in if not each.standing.may_pin]
    if one.pins and fixed:
        yield text.plain("send-warns-pin", channels=_some(fixed, text))
    if one.state is AnnouncementState.DRAFT and prepared.needs_second:
        yield text.plain("send-warns-second")


# The buttons


def _confirm_rows(prepared: Prepared, text: Texts) -> Iterable[tuple[Button, ...]]:
    one = prepared.announcement
    if not prepared.total or prepared.is_over:
        return
    if not prepared.may_send:
        yield (Button(text.plain("send-ask"), pack(AREA, "ask", one.id)),)
        return
    if prepared.needs_second:
        label = "send-go-second"
    elif one.recurrence is not None:
        label = "send-go-every"
    elif one.starts_at is not None:
        label = "send-go-later"
    else:
        label = "announce-go"
    yield (
        Button(text.plain(label, count=prepared.total), pack(DRAFTS, "go", one.id, one.version)),
    )


def _choices(prepared: Prepared, text: Texts) -> Iterable[tuple[Button, ...]]:
    one = prepared.announcement
    yield (_button("when", text, one),)
    if prepared.channels:
        count = len(prepared.posted_in)
        label = text.plain("send-channels-button", count=count)
        yield (Button(label, pack(AREA, "channels", one.id)),)
    quiet = _switch("quiet", one.heeds_quiet, text, one)
    yield (quiet, _switch("urgent", one.is_urgent, text, one))
    yield (_look(text, one),)
    yield (Button(text.plain("announce-back"), pack(DRAFTS, "draft", one.id)),)


def _agree_rows(prepared: Prepared, text: Texts) -> Iterable[tuple[Button, ...]]:
    one = prepared.announcement
    if one.state is not AnnouncementState.AWAITING or not prepared.may_agree:
        return
    if not prepared.is_over and prepared.total:
        label = text.plain("send-agree", count=prepared.total)
        yield (Button(label, pack(AREA, "agree", one.id, one.version)),)
    yield (Button(text.plain("send-return"), pack(AREA, "return", one.id, one.version)),)


def _button(verb: str, text: Texts, one: Announcement) -> Button:
    return Button(text.plain(f"send-{verb}-button"), pack(AREA, verb, one.id))


def _look(text: Texts, one: Announcement) -> Button:
    return Button(text.plain("announce-look"), pack(DRAFTS, "look", one.id))


def _switch(verb: str, is_on: bool, text: Texts, one: Announcement) -> Button:
    """Its label says how it is, its press asks for the other."""
    label = text.plain(f"send-{verb}-is-{'on' if is_on else 'off'}")
    return Button(label, pack(AREA, verb, one.id, "off" if is_on else "on"))


# What is told without having been asked


def second_asked(one: Announcement, language: Language) -> Outgoing:
    """To whoever may agree to it."""
    return _told("send-second-asked", one, language)


def ready(one: Announcement, language: Language) -> Outgoing:
    """To whoever may send what another one has written."""
    return _told("send-ready", one, language)


def agreed(one: Announcement, language: Language) -> Outgoing:
    return _told("send-agreed", one, language)


def returned(word: str, one: Announcement, language: Language) -> Outgoing:
    """To whoever wrote or confirmed it, with the word of the one who returned it."""
    return _told("send-returned", one, language, word=word)


def lapsed(one: Announcement, lost: int, name: str | None, language: Language) -> Outgoing:
    """To whoever may send: `lost` may not any more."""
    who = name or Texts(language).plain("people-number", number=str(lost))
    return _told("send-lapsed", one, language, who=who)


def for_nobody(one: Announcement, language: Language) -> Outgoing:
    key = "send-nobody-series" if one.recurrence is not None else "send-nobody"
    return _told(key, one, language)


def began(
    recipients: int, late: timedelta | None, one: Announcement, language: Language
) -> Outgoing:
    """To its people, when its time has come; `late`: how long after it, if that is worth a word."""
    text = Texts(language)
    said = text("send-began", number=str(one.id), excerpt=excerpt(one, language), count=recipients)
    if late is not None:
        hours, minutes = divmod(int(late.total_seconds()) // 60, 60)
        said = said + BETWEEN + text("send-began-late", hours=hours, minutes=minutes)
    watch = Button(text.plain("send-look"), pack("watch", "show", one.id))
    return Outgoing(said, buttons=((watch,),))


def _told(key: str, one: Announcement, language: Language, **values: str) -> Outgoing:
    text = Texts(language)
    said = text(key, number=str(one.id), excerpt=excerpt(one, language), **values)
    look = Button(text.plain("send-look"), pack(AREA, "plan", one.id))
    return Outgoing(said, buttons=((look,),))


def may_announce(wanted: Announcing, reader: Subscriber) -> Outgoing:
    """To somebody whose right to announce has become another."""
    text = Texts(reader.language)
    if wanted is Announcing.NOTHING:
        return Outgoing(text("announcing-now-nothing"))
    open_it = Button(text.plain("announcing-open"), pack(DRAFTS, "list"))
    return Outgoing(text(f"announcing-now-{wanted.name.lower()}"), buttons=((open_it,),))


def channel_title(channel: Channel) -> str:
    """As admins know it, cut to fit a button."""
    title = one_line(channel.subscriber.title or channel.standing.username or "")
    return shorten(title or str(channel.subscriber.chat_id), TITLE_UNITS)
