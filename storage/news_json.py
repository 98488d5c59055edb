"""Facts, amendments and corrections as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from model.news import Amendment, Correction, Fact, FactKind, Money, Stage


def facts_json(facts: Iterable[Fact]) -> list[Any]:
    return [
        [one.kind, one.value, one.text, one.start, one.end, one.unit, one.upper, one.is_main]
        for one in facts
    ]


def facts_of(kept: Iterable[Sequence[Any]]) -> tuple[Fact, ...]:
    return tuple(Fact(FactKind(kind), *rest) for kind, *rest in kept)


def amendment_json(amendment: Amendment | None) -> dict[str, Any] | None:
    if amendment is None:
        return None
    values = {name: value for name, value in asdict(amendment).items() if value is not None}
    if not amendment.without:
        del values["without"]
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in values.items()
    }


def amendment_of(kept: Mapping[str, Any] | None) -> Amendment | None:
    if kept is None:
        return None
    amount = kept.get("amount")
    return Amendment(
        sectors=_tuple(kept.get("sectors")),
        districts=_tuple(kept.get("districts")),
        amount=None if amount is None else Money(amount["value"], amount["currency"]),
        stage=None if kept.get("stage") is None else Stage(kept["stage"]),
        jobs=kept.get("jobs"),
        without=tuple(FactKind(kind) for kind in kept.get("without", ())),
    )


def corrections_json(corrections: Iterable[Correction]) -> list[Any]:
    return [[one.kind, one.before, one.after] for one in corrections]


def corrections_of(kept: Iterable[Sequence[Any]]) -> tuple[Correction, ...]:
    return tuple(Correction(FactKind(kind), before, after) for kind, before, after in kept)


def _tuple(values: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)
