"""Which entries of the log a screen shows, small enough for a button: `p123.r5.f20600.a1b2c3d`.

Numbers are written to the base of 36; an action stands by the beginning of its hash, so that one
of any length fits, and those the log has say which it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from model.audit import Sought
from model.ids import ProjectId

NONE = "-"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_KEY = 6
"""Signs of an action's key: some hundred actions do not collide."""
_MOST = {"p": 36**11, "r": 36**6, "f": 36**4, "t": 36**4}
"""What a word of each kind may stand for: with all of them the button fits still."""
_LAST_DAY = date.max.toordinal() - 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """As it was chosen: whole days on the reader's clock, the last one included."""

    person: int | None = None
    project: ProjectId | None = None
    since: date | None = None
    until: date | None = None
    action: str | None = None
    """The key of an action, see `action_key`."""

    @property
    def is_anything(self) -> bool:
        return self == Wanted()


def packed(wanted: Wanted) -> str:
    """One word of a button."""
    days = (("f", wanted.since), ("t", wanted.until))
    numbers = [("p", wanted.person), ("r", wanted.project)]
    numbers += [(sign, None if day is None else day.toordinal()) for sign, day in days]
    words = [sign + _to_36(number) for sign, number in numbers if number is not None]
    if wanted.action is not None:
        words.append("a" + wanted.action)
    return ".".join(words) or NONE


def unpacked(word: str) -> Wanted | None:
    """What a word says, or None for what no button of ours has."""
    if word == NONE:
        return Wanted()
    numbers: dict[str, int] = {}
    action = None
    for part in word.split("."):
        sign, rest = part[:1], part[1:]
        if sign == "a" and len(rest) == _KEY and set(rest) <= set(_DIGITS):
            action = rest
        elif sign in _MOST and (number := _of_36(rest)) is not None and number < _MOST[sign]:
            numbers[sign] = number
        else:
            return None
    days = [numbers.get(sign) for sign in "ft"]
    if any(day is not None and not 0 < day < _LAST_DAY for day in days):
        return None
    since, until = (None if day is None else date.fromordinal(day) for day in days)
    project = numbers.get("r")
    return Wanted(
        numbers.get("p"), None if project is None else ProjectId(project), since, until, action
    )


def action_key(action: str) -> str:
    return sha256(action.encode()).hexdigest()[:_KEY]


def action_of(key: str | None, actions: Iterable[str]) -> str | None:
    """The action that a key stands for; one that is none of these stands for itself."""
    if key is None:
        return None
    return next((action for action in actions if action_key(action) == key), key)


def sought(wanted: Wanted, actions: Iterable[str], timezone: str) -> Sought:
    """The same for the log: its moments."""
    return Sought(
        wanted.person,
        wanted.project,
        None if wanted.since is None else _midnight(wanted.since, timezone),
        None if wanted.until is None else _midnight(wanted.until + timedelta(days=1), timezone),
        action_of(wanted.action, actions),
    )


def _midnight(day: date, timezone: str) -> datetime:
    """When a day begins for the reader; in the calendar's first days, as the calendar does."""
    local = datetime.combine(day, time(), tzinfo=ZoneInfo(timezone))
    try:
        return local.astimezone(UTC)
    except OverflowError:
        return datetime.combine(day, time(), tzinfo=UTC)


def _to_36(number: int) -> str:
    signs = ""
    while number:
        number, digit = divmod(number, 36)
        signs = _DIGITS[digit] + signs
    return signs or "0"


def _of_36(word: str) -> int | None:
    if not word or len(word) > 12 or not set(word) <= set(_DIGITS):
        return None
    return int(word, 36)
