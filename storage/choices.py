"""A chat's choices and alerts as one JSON value each: only what differs from the default is kept.

Equal choices are equal texts, so that a hundred thousand rows hold a few different ones.
"""

from collections.abc import Mapping
from datetime import time
from typing import Any

from model.ids import SourceId
from model.people import Alerts, Choices, Grouping

_WORDS = ("news_languages", "districts", "sectors", "words", "without_words")


def choices_json(choices: Choices) -> dict[str, Any]:
    values: dict[str, Any] = {name: sorted(getattr(choices, name)) for name in _WORDS}
    values["with_amount"] = choices.with_amount
    values["muted_sources"] = sorted(choices.muted_sources)
    values["grouped_by"] = choices.grouped_by
    values["tastes"] = [list(taste) for taste in sorted(choices.tastes)]
    return {name: value for name, value in values.items() if value}


def choices_of(kept: Mapping[str, Any]) -> Choices:
    return Choices(
        **{name: frozenset(kept.get(name, ())) for name in _WORDS},
        with_amount=kept.get("with_amount", False),
        muted_sources=frozenset(SourceId(source) for source in kept.get("muted_sources", ())),
        grouped_by=Grouping(kept["grouped_by"]) if kept.get("grouped_by") else None,
        tastes=frozenset((key, weight) for key, weight in kept.get("tastes", ())),
    )


def alerts_json(alerts: Alerts | None) -> dict[str, Any] | None:
    if alerts is None:
        return None
    kept: dict[str, Any] = {
        "districts": sorted(alerts.districts),
        "sectors": sorted(alerts.sectors),
        "words": sorted(alerts.words),
        "quiet": [alerts.quiet_from.isoformat("minutes"), alerts.quiet_until.isoformat("minutes")],
        "most_a_day": alerts.most_a_day,
    }
    return kept if alerts.is_on else kept | {"is_on": False}


def alerts_of(kept: Mapping[str, Any] | None) -> Alerts | None:
    if kept is None:
        return None
    quiet_from, quiet_until = map(time.fromisoformat, kept["quiet"])
    return Alerts(
        frozenset(kept["districts"]),
        frozenset(kept["sectors"]),
        frozenset(kept["words"]),
        quiet_from,
        quiet_until,
        kept["most_a_day"],
        kept.get("is_on", True),
    )
