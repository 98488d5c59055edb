"""/stats: subscribers by language and state, and how yesterday's messages ended."""

from collections.abc import Mapping
from datetime import date

from markupsafe import Markup

from delivery.outgoing import Outgoing
from model.outbox import RowState
from model.people import Audience, Language, State
from views import formats
from views.phrases import own_name
from views.texts import Texts


def stats(
    audience: Audience, day: date, deliveries: Mapping[RowState, int], language: Language
) -> Outgoing:
    text = Texts(language)
    totals = {
        state: sum(counted.get(state, 0) for counted in audience.by_language.values())
        for state in State
    }
    lines = [
        text("stats-title"),
        Markup(""),
        text("stats-all", **_numbers(totals)),
        *(
            text("stats-language", language=own_name(each), **_numbers(counted))
            for each in Language
            if (counted := audience.by_language.get(each))
        ),
        text("stats-week", new=audience.new_this_week, lost=audience.lost_this_week),
        Markup(""),
        text("stats-day", date=formats.day_month(day, language)),
        text(
            "stats-deliveries",
            sent=deliveries.get(RowState.SENT, 0),
            failed=deliveries.get(RowState.FAILED, 0),
            cancelled=deliveries.get(RowState.CANCELLED, 0),
            uncertain=deliveries.get(RowState.UNCERTAIN, 0),
        ),
    ]
    return Outgoing(str(Markup("\n").join(lines)))


def _numbers(counted: Mapping[State, int]) -> dict[str, int]:
    return {state.value: counted.get(state, 0) for state in State}
