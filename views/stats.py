"""/stats: subscribers, how two days' messages ended, how judge and editors agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from delivery.outgoing import Outgoing
from model.outbox import RowState
from model.people import Language, Readership, State
from model.review import Agreement, ReviewNumbers
from views import formats
from views.phrases import own_name
from views.texts import Texts


@dataclass(frozen=True, slots=True)
class Numbers:
    readership: Readership
    day: date
    """Yesterday, where the admin lives."""
    deliveries: Mapping[RowState, int]
    """Yesterday's."""
    today: Mapping[RowState, int]
    """So far."""
    review: ReviewNumbers


def stats(numbers: Numbers, language: Language) -> Outgoing:
    text, readership = Texts(language), numbers.readership
    totals = {
        state: sum(counted.get(state, 0) for counted in readership.by_language.values())
        for state in State
    }
    lines = [
        text("stats-title"),
        Markup(""),
        text("stats-all", **_numbers(totals)),
        *(
            text("stats-language", language=own_name(each), **_numbers(counted))
            for each in Language
            if (counted := readership.by_language.get(each))
        ),
        *_kinds(readership, text),
        text("stats-week", new=readership.new_this_week, lost=readership.lost_this_week),
        Markup(""),
        text("stats-today"),
        _ended(numbers.today, text),
        Markup(""),
        text("stats-day", date=formats.day_month(numbers.day, language)),
        _ended(numbers.deliveries, text),
        Markup(""),
        *_review(numbers.review, text),
    ]
    return Outgoing(Markup("\n").join(lines))


def _kinds(readership: Readership, text: Texts) -> list[Markup]:
    if not readership.groups and not readership.channels:
        return []
    return [text("stats-kinds", groups=readership.groups, channels=readership.channels)]


def _ended(deliveries: Mapping[RowState, int], text: Texts) -> Markup:
    return text(
        "stats-deliveries",
        sent=deliveries.get(RowState.SENT, 0),
        failed=deliveries.get(RowState.FAILED, 0),
        cancelled=deliveries.get(RowState.CANCELLED, 0),
        uncertain=deliveries.get(RowState.UNCERTAIN, 0),
    )


def _review(review: ReviewNumbers, text: Texts) -> Sequence[Markup]:
    """What waits, and how often judge and editors agree: n of m, and week by week."""
    lines = [text("stats-review"), text("stats-review-waiting", count=review.waiting)]
    if not review.ever.all:
        return [*lines, text("stats-agreement-none")]
    week, month, ever = review.weeks[0], review.month, review.ever
    lines.append(
        text(
            "stats-agreement",
            week=week.agreed,
            week_all=week.all,
            month=month.agreed,
            month_all=month.all,
            ever=ever.agreed,
            ever_all=ever.all,
        )
    )
    trend = trend_of(review.weeks)
    return [*lines, text("stats-agreement-trend", trend=trend)] if trend else lines


def trend_of(weeks: Sequence[Agreement]) -> str:
    """«75% → 80% → – → 92%», the oldest first; empty where one week alone has decisions.

    `weeks` are the newest first.
    """
    told = [f"{round(100 * each.agreed / each.all)}%" if each.all else "–" for each in weeks]
    while told and told[-1] == "–":
        told.pop()
    return " → ".join(reversed(told)) if len(told) > 1 else ""


def _numbers(counted: Mapping[State, int]) -> dict[str, int]:
    return {state.value: counted.get(state, 0) for state in State}
