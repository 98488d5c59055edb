"""The channels of the settings: a list, a card for each, and what is chosen for it.

Nothing is remembered between screens: each button names the choice it makes.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from markupsafe import Markup

from delivery.outgoing import Button, Outgoing, Rows
from model.channels import Channel, ChannelCard, PostKind, When
from model.people import Choices, Language
from views import formats, phrases
from views.alert_settings import QUIET, hours
from views.callbacks import pack
from views.filters import FIELDS, summary
from views.packing import BETWEEN
from views.pickers import in_rows, mark, names, picker
from views.settings import TIMES
from views.texts import Texts
from views.zones import COMMON, zone_button, zone_label

AREA = "channel"
LIST = pack(AREA, "list")
ANNOUNCE = pack("announce", "list")
PICKED = ("districts", "sectors", "languages")
"""Of a channel's choices, those that have pickers here."""
HOURS = tuple(range(7, 23))
"""Of the day, offered for posts."""
MOST = (1, 2, 3, 5, 10)
KINDS = {"stories": PostKind.STORY, "projects": PostKind.PROJECT}
NAMED_ERRORS = 3

_LINE = Markup("\n")


def channel_list(channels: Sequence[Channel], language: Language) -> Outgoing:
    text = Texts(language)
    lines = [_line(one, text) for one in channels]
    said = BETWEEN.join(
        [text("channels-title"), _LINE.join(lines) if lines else text("channels-none")]
    )
    rows = [(Button(_title(one), _to("show", one)),) for one in channels]
    rows.append((Button(text.plain("channels-announce"), ANNOUNCE),))
    return Outgoing(said, buttons=tuple(rows))


def channel_card(
    card: ChannelCard, now: datetime, language: Language, note: str | None = None
) -> Outgoing:
    """`note`: the key of a sentence that says what has just been done."""
    text, one = Texts(language), card.channel
    parts = [
        text(
            "channel-title", title=_title(one), language=phrases.own_name(one.subscriber.language)
        ),
        _standing(one, now, text),
        _LINE.join(_chosen(one, now, text)),
        _LINE.join(_far(card, now, text)),
    ]
    if note is not None:
        parts.insert(0, text(note))
    rows: Rows = (
        (_open("stories", one, text), _open("projects", one, text)),
        (_open("digest", one, text), _open("pace", one, text)),
        (_open("quiet", one, text), _open("zone", one, text)),
        tuple(_open(kind, one, text) for kind in PICKED),
        (_open("samples", one, text), _open("check", one, text)),
        (Button(text.plain("channel-back-all"), LIST),),
    )
    return Outgoing(BETWEEN.join(parts), buttons=rows)


def choose_when(channel: Channel, what: str, language: Language) -> Outgoing:
    """When stories, or what changed in projects, are posted: `what` is a key of KINDS."""
    text = Texts(language)
    chosen = channel.posting.stories if what == "stories" else channel.posting.projects
    rows = tuple(
        (
            Button(
                mark(each is chosen) + text.plain(f"channel-when-{each}"),
                _to(what, channel, each.value),
            ),
        )
        for each in When
    )
    most = channel.posting.most
    return _screen(text(f"channel-ask-{what}", count=most), rows, channel, text)


def choose_pace(channel: Channel, language: Language) -> Outgoing:
    """How many posts an hour, and at which hours where they wait for these."""
    text, posting = Texts(language), channel.posting
    many = tuple(
        Button(mark(each == posting.most) + str(each), _to("most", channel, each))
        for each in sorted({*MOST, posting.most})
    )
    each_hour = [
        Button(
            mark(hour in posting.hours) + formats.clock_time(time(hour)),
            _to("hours", channel, _hours_word(posting.hours ^ {hour})),
        )
        for hour in sorted({*HOURS, *posting.hours})
    ]
    fours = tuple(tuple(each_hour[at : at + 4]) for at in range(0, len(each_hour), 4))
    said = text("channel-ask-pace", hours=_hours(channel, text), count=posting.most)
    return _screen(said, (many, *fours), channel, text)


def choose_quiet(channel: Channel, language: Language) -> Outgoing:
    text = Texts(language)
    now = (channel.posting.quiet_from, channel.posting.quiet_until)
    rows = tuple(
        (
            Button(
                mark(each == now)
                + (
                    hours(*each, text)
                    if each[0] != each[1]
                    else text.plain("alerts-never-quiet-button")
                ),
                _to("quiet", channel, *(at.strftime("%H%M") for at in each)),
            ),
        )
        for each in (QUIET if now in QUIET else (now, *QUIET))
    )
    return _screen(text("channel-ask-quiet"), rows, channel, text)


def choose_digest(channel: Channel, language: Language) -> Outgoing:
    text, at = Texts(language), channel.subscriber.schedule.at
    turn = "off" if channel.has_digest else "on"
    rows: list[tuple[Button, ...]] = [
        (Button(text.plain(f"channel-digest-{turn}"), _to("digest", channel, turn)),)
    ]
    times = [
        Button(
            mark(each == at) + formats.clock_time(each),
            _to("time", channel, each.strftime("%H%M")),
        )
        for each in sorted({*TIMES, at})
    ]
    rows += [tuple(times[start : start + 4]) for start in range(0, len(times), 4)]
    pins = channel.posting.pins_digest
    label = text.plain("channel-unpin" if pins else "channel-pin")
    rows.append((Button(label, _to("pin", channel, "no" if pins else "yes")),))
    said = [text("channel-ask-digest")]
    if channel.posting.pins_digest and not channel.standing.may_pin:
        said.append(text("channel-may-not-pin"))
    return _screen(BETWEEN.join(said), tuple(rows), channel, text)


def choose_zone(channel: Channel, now: datetime, language: Language) -> Outgoing:
    text, current = Texts(language), channel.subscriber.schedule.timezone
    zones = COMMON if current in COMMON else (current, *COMMON)
    buttons = [
        Button(mark(each == current) + zone_button(each, now, language), _to("zone", channel, each))
        for each in zones
    ]
    said = text("channel-ask-zone", zone=zone_label(current, now, language))
    return _screen(said, in_rows(buttons), channel, text)


def choose_of(channel: Channel, kind: str, language: Language, page: int = 0) -> Outgoing:
    """A picker of districts, sectors or languages of the news."""
    text = Texts(language)
    chosen = picked(channel.subscriber.choices, kind)
    rows = picker(AREA, kind, chosen, page, text, channel.subscriber.id)
    said = text(f"channel-ask-{kind}", chosen=names(kind, chosen, text))
    return _screen(said, rows, channel, text)


def picked(choices: Choices, kind: str) -> frozenset[str]:
    """What a picker is of."""
    chosen: frozenset[str] = getattr(choices, FIELDS[kind])
    return chosen


def with_picked(choices: Choices, kind: str, chosen: frozenset[str]) -> Choices:
    changes: dict[str, Any] = {FIELDS[kind]: chosen}
    return replace(choices, **changes)


def choose_sample(channel: Channel, language: Language) -> Outgoing:
    text = Texts(language)
    rows = tuple(
        (Button(text.plain(f"channel-sample-{kind}"), _to("sample", channel, kind.value)),)
        for kind in PostKind
    )
    return _screen(text("channel-ask-sample"), rows, channel, text)


def no_sample(kind: PostKind, language: Language) -> str:
    """A toast: there is nothing yet that such a post could tell."""
    return Texts(language).plain(f"channel-no-sample-{kind}")


def last_hour_stays(language: Language) -> str:
    return Texts(language).plain("channel-one-hour-left")


def not_asked(language: Language) -> str:
    """A toast: Telegram did not say what the bot may do."""
    return Texts(language).plain("channel-not-asked")


def lost_notice(channel: Channel, language: Language) -> Outgoing:
    """To the admins: nothing can be posted any more."""
    text = Texts(language)
    why = trouble_words(channel.subscriber.unreachable_reason or "", text)
    return Outgoing(
        text("channel-lost", title=_title(channel), why=why), buttons=_opens(channel, text)
    )


def back_notice(channel: Channel, language: Language) -> Outgoing:
    text = Texts(language)
    said = text("channel-back", title=_title(channel), count=channel.posting.most)
    return Outgoing(said, buttons=_opens(channel, text))


def trouble_words(reason: str, text: Texts) -> str:
    """Why nothing can be posted; what Telegram says otherwise stands as it is."""
    said = reason.lower()
    for key, words in _TROUBLES.items():
        if any(each in said for each in words):
            return text.plain(f"channel-why-{key}")
    return reason or text.plain("channel-why-unknown")


_TROUBLES = {
    "overdue": ("its time was over",),
    "out": ("put out", "kicked", "not a member", "blocked"),
    "rights": ("may not post", "rights"),
    "none": ("chat not found", "deleted"),
    "uncertain": ("in flight", "timed out", "timeout"),
}
"""Parts of what is said, by what it means."""


def _line(one: Channel, text: Texts) -> Markup:
    if not one.can_be_posted_in:
        return text("channels-line-lost", title=_title(one))
    chosen = [
        text.plain(f"channel-short-{name}")
        for name, is_on in (
            ("stories", one.posting.stories_on),
            ("projects", one.posting.projects_on),
            ("digest", one.has_digest),
        )
        if is_on
    ]
    said = formats.listed(chosen, text.language) or text.plain("channel-short-nothing")
    return text("channels-line", title=_title(one), chosen=said)


def _standing(one: Channel, now: datetime, text: Texts) -> Markup:
    if one.can_be_posted_in:
        return text("channel-may-post" if one.standing.may_pin else "channel-may-post-not-pin")
    subscriber = one.subscriber
    assert subscriber.unreachable_at is not None
    at = phrases.when(subscriber.unreachable_at, subscriber.schedule.timezone, now, text)
    why = trouble_words(subscriber.unreachable_reason or "", text)
    return text("channel-may-not-post", at=at, why=why)


def _chosen(one: Channel, now: datetime, text: Texts) -> list[Markup]:
    posting, subscriber = one.posting, one.subscriber
    lines = [
        text("channel-line-stories", when=_when(one, posting.stories, text)),
        text("channel-line-projects", when=_when(one, posting.projects, text)),
        text("channel-line-digest", when=_digest(one, text)),
    ]
    if posting.is_on:
        quiet = hours(posting.quiet_from, posting.quiet_until, text)
        lines.append(text("channel-line-quiet", hours=quiet))
    zone = zone_label(subscriber.schedule.timezone, now, text.language)
    lines.append(text("channel-line-zone", zone=zone))
    lines.append(text("channel-line-choices", choices=summary(subscriber.choices, text)))
    if one.standing.discussion:
        lines.append(text("channel-line-discussion", name=f"@{one.standing.discussion}"))
    return lines


def _when(one: Channel, when: When, text: Texts) -> str:
    if when is When.OFF:
        return text.plain("channel-says-off")
    return text.plain(f"channel-says-{when}", hours=_hours(one, text), count=one.posting.most)


def _digest(one: Channel, text: Texts) -> str:
    if not one.has_digest:
        return text.plain("channel-says-off")
    at = formats.clock_time(one.subscriber.schedule.at)
    key = "channel-says-digest-pinned" if one.posting.pins_digest else "channel-says-digest"
    return text.plain(key, time=at)


def _far(card: ChannelCard, now: datetime, text: Texts) -> list[Markup]:
    """How far the posts are: the last, the next, what waits, what did not get there."""
    one, zone = card.channel, card.channel.subscriber.schedule.timezone
    if card.last is None:
        lines = [text("channel-no-last")]
    else:
        lines = [text("channel-last", at=phrases.when(card.last.at, zone, now, text))]
    if card.next_at is not None and card.next_at <= now:
        lines.append(text("channel-next-at-once"))
    elif card.next_at is not None:
        lines.append(text("channel-next", at=phrases.when(card.next_at, zone, now, text)))
    if (digest_at := one.subscriber.next_digest_at) is not None:
        lines.append(text("channel-next-digest", at=phrases.when(digest_at, zone, now, text)))
    if card.stories_waiting or card.projects_waiting:
        lines.append(
            text(
                "channel-waiting",
                stories=card.stories_waiting,
                projects=card.projects_waiting,
            )
        )
    if card.not_posted.count:
        said = {trouble_words(error, text) for error in card.not_posted.errors}
        why = formats.listed(sorted(said)[:NAMED_ERRORS], text.language)
        lines.append(text("channel-not-posted", count=card.not_posted.count, why=why))
    return lines


def _hours(one: Channel, text: Texts) -> str:
    said = [formats.clock_time(time(hour)) for hour in sorted(one.posting.hours)]
    return formats.listed(said, text.language)


def _hours_word(chosen: frozenset[int]) -> str:
    """The last hour cannot be taken away: its button says "none", which is refused kindly."""
    return "-".join(map(str, sorted(chosen))) or "none"


def _title(one: Channel) -> str:
    return one.subscriber.title or str(one.subscriber.chat_id)


def _to(verb: str, one: Channel, *args: object) -> str:
    return pack(AREA, verb, one.subscriber.id, *args)


def _open(screen: str, one: Channel, text: Texts) -> Button:
    return Button(text.plain(f"channel-open-{screen}"), _to(screen, one))


def _opens(one: Channel, text: Texts) -> Rows:
    return ((Button(text.plain("channel-open"), _to("show", one)),),)


def _screen(said: Markup, rows: Rows, one: Channel, text: Texts) -> Outgoing:
    back = Button(text.plain("channel-back-one"), _to("show", one))
    return Outgoing(said, buttons=(*rows, (back,)))
