"""Whom an announcement is for: a sentence with its numbers, and the choice of each kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import Announcement
from model.audiences import Audience, Counted, Criteria, Side, Sort
from model.ids import AnnouncementId
from model.people import Language, Role
from views import phrases, pickers
from views.audience_words import Names, sentence
from views.callbacks import pack
from views.packing import BETWEEN
from views.texts import Texts

AREA = "audience"
DAYS = (7, 30, 90, 180)
"""How long ago a chat can have been active."""

_LINE = Markup("\n")


@dataclass(frozen=True, slots=True)
class Aimed:
    """An announcement beside what its audience comes to now."""

    announcement: Announcement
    counted: Counted
    names: Names
    can_be_changed: bool
    """Confirmed, it is for those who stood on the button."""
    seconds: int
    """How long the sending takes, when nothing else is sent."""
    per_second: int
    """Messages that leave then."""

    @property
    def audience(self) -> Audience:
        return self.announcement.audience


def _role_name(code: str, language: Language) -> str:
    role = Role(code)
    text = Texts(language)
    if role is Role.SUBSCRIBER:
        return text.plain("audience-role-subscriber")
    return text.plain(f"role-name-{role}")


KINDS: Mapping[str, pickers.Kind] = {
    "sorts": pickers.Kind(
        tuple(sort.value for sort in Sort),
        lambda code, language: Texts(language).plain(f"audience-sort-{code}"),
    ),
    "languages": pickers.KINDS["languages"],
    "roles": pickers.Kind(tuple(role.value for role in Role), _role_name),
    "districts": pickers.KINDS["districts"],
    "sectors": pickers.KINDS["sectors"],
    "active": pickers.Kind(
        tuple(map(str, DAYS)),
        lambda code, language: Texts(language).plain("audience-days", days=int(code)),
    ),
}
"""Kinds that are chosen from a list of codes."""

_ON_BOTH = ("languages", "roles", "districts", "sectors", "projects", "active", "chats")
_OFFERED = {Side.AMONG: ("sorts", *_ON_BOTH), Side.LESS: _ON_BOTH}
_DROPPED = ("pressed", "missed")
"""Kinds that come with a follow-up, and can be dropped but not chosen."""


def chosen_of(criteria: Criteria, kind: str) -> frozenset[str]:
    """What is chosen of a kind, as codes."""
    if kind == "active":
        return frozenset() if criteria.active_days is None else _DAYS & {str(criteria.active_days)}
    return frozenset(map(str, getattr(criteria, kind)))


_DAYS = frozenset(KINDS["active"].codes)


def made(pick: pickers.Pick, chosen: frozenset[str]) -> frozenset[str]:
    """What is chosen after a press; of days there is one."""
    if pick.kind == "active" and pick.code is not None and pick.is_wanted:
        return frozenset({pick.code})
    return pick.made(chosen)


def audience(aimed: Aimed, language: Language, said: Markup | None = None) -> Outgoing:
    """Who gets the announcement, in words and numbers; `said` is what has just happened."""
    text, number = Texts(language), aimed.announcement.id
    parts = [text("audience-title", number=str(number)), *told(aimed, language)]
    if said is not None:
        parts.insert(0, said)
    if not aimed.can_be_changed:
        parts.append(text("audience-confirmed"))
        return Outgoing(BETWEEN.join(parts), buttons=(_to_draft(number, text),))
    out = _with_count(text.plain("audience-leave-out"), _asked(aimed.audience.less), text)
    rows: list[tuple[Button, ...]] = [
        *_kind_rows(aimed, Side.AMONG, text),
        (Button(out, pack(AREA, "less", number)),),
        (
            Button(text.plain("audience-saved"), pack(AREA, "saved", number, 0)),
            Button(text.plain("audience-save"), pack(AREA, "save", number)),
        ),
    ]
    if aimed.audience != Audience():
        rows.append((Button(text.plain("audience-everyone"), pack(AREA, "everyone", number)),))
    return Outgoing(BETWEEN.join(parts), buttons=(*rows, _to_draft(number, text)))


def told(aimed: Aimed, language: Language, *, by_language: bool = True) -> list[Markup]:
    """The sentence, and how many they are: for any screen that asks to send."""
    text, counted = Texts(language), aimed.counted
    says = Markup("{}").format(sentence(aimed.audience, aimed.names, language))
    lines = []
    if counted.total:
        key = "audience-get-groups" if counted.groups else "audience-get"
        lines.append(text(key, count=counted.total, groups=counted.groups))
        lines += [_languages(counted, text)] if by_language else []
    else:
        lines.append(text("audience-nobody-gets"))
    if counted.unreachable:
        lines.append(text("audience-unreachable", count=counted.unreachable))
    if counted.paused:
        lines.append(text("audience-paused", count=counted.paused))
    if counted.total:
        time = duration(aimed.seconds, text)
        lines.append(text("audience-takes", time=time, rate=aimed.per_second))
    return [says, _LINE.join(lines)]


def duration(seconds: int, text: Texts) -> str:
    """«около 7 мин»"""
    minutes = (seconds + 30) // 60
    if seconds < 60:
        return text.plain("audience-time-soon")
    if minutes < 60:
        return text.plain("audience-time-minutes", minutes=minutes)
    return text.plain("audience-time-hours", hours=minutes // 60, minutes=minutes % 60)


def exclusions(aimed: Aimed, language: Language) -> Outgoing:
    """Who is left out, whatever else they are."""
    text, number = Texts(language), aimed.announcement.id
    title = text("audience-less-title", number=str(number))
    parts = [title + _LINE + text("audience-less-about"), *told(aimed, language)]
    rows = list(_kind_rows(aimed, Side.LESS, text))
    if _asked(aimed.audience.less):
        rows.append((Button(text.plain("audience-nobody-out"), pack(AREA, "nobody", number)),))
    back = Button(text.plain("audience-back"), pack(AREA, "open", number))
    return Outgoing(BETWEEN.join(parts), buttons=(*rows, (back,)))


def choose(aimed: Aimed, side: Side, kind: str, page: int, language: Language) -> Outgoing:
    """A kind that is chosen from a list."""
    text, number = Texts(language), aimed.announcement.id
    rows = pickers.picker(
        AREA,
        kind,
        chosen_of(aimed.audience.of(side), kind),
        page,
        text,
        number,
        side,
        all_label=any_label(side, kind, text),
        kinds=KINDS,
    )
    return asking(aimed, side, kind, rows, text)


def asking(
    aimed: Aimed, side: Side, kind: str, rows: Rows, text: Texts, said: Sequence[Markup] = ()
) -> Outgoing:
    """The screen of one kind: what is asked, what the audience is by now, the choice."""
    number = aimed.announcement.id
    key = f"audience-ask-{side}-{kind}"
    parts = [text(key if text.has(key) else f"audience-ask-{kind}"), *told(aimed, text.language)]
    verb, label = "open", "audience-back"
    if side is Side.LESS:
        parts.insert(0, text("audience-less-title", number=str(number)))
        verb, label = "less", "audience-back-less"
    back = Button(text.plain(label), pack(AREA, verb, number))
    return Outgoing(BETWEEN.join([*said, *parts]), buttons=(*rows, (back,)))


def any_label(side: Side, kind: str, text: Texts) -> str:
    """What it is called to ask nothing of a kind."""
    return text.plain("audience-none-out" if side is Side.LESS else f"audience-any-{kind}")


def _kind_rows(aimed: Aimed, side: Side, text: Texts) -> Rows:
    """A button for each kind, with how much is chosen; what cannot be chosen can be dropped."""
    number, criteria = aimed.announcement.id, aimed.audience.of(side)
    buttons = [
        Button(
            _with_count(text.plain(f"audience-kind-{kind}"), _chosen_count(criteria, kind), text),
            pack(AREA, kind, number, side),
        )
        for kind in _OFFERED[side]
    ]
    drops = [
        Button(
            text.plain("audience-drop-kind", kind=text.plain(f"audience-kind-{kind}")),
            pack(AREA, kind, number, side, pickers.ALL),
        )
        for kind in _DROPPED
        if getattr(criteria, kind)
    ]
    return (*pickers.in_rows(buttons), *((one,) for one in drops))


def _with_count(label: str, count: int, text: Texts) -> str:
    if not count:
        return label
    return pickers.mark(True) + text.plain("audience-kind-count", kind=label, count=count)


def _chosen_count(criteria: Criteria, kind: str) -> int:
    if kind == "active":
        return int(criteria.active_days is not None)
    return len(getattr(criteria, kind))


def _asked(criteria: Criteria) -> int:
    """How many kinds ask for something."""
    return sum(bool(_chosen_count(criteria, kind)) for kind in ("sorts", *_ON_BOTH, *_DROPPED))


def _languages(counted: Counted, text: Texts) -> Markup:
    return Markup(" · ").join(
        text(
            "audience-language-count",
            language=phrases.own_name(each),
            count=counted.languages[each],
        )
        for each in Language
        if counted.languages.get(each)
    )


def _to_draft(number: AnnouncementId, text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("audience-to-draft"), pack("announce", "draft", number)),)
