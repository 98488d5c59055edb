"""The fields of projects and their values in words: on cards, in the history, before a change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from common.text import shorten
from model.news import Stage
from model.partial_dates import PartialDate
from model.people import Language
from model.projects import (
    Blocker,
    Claim,
    Document,
    Field,
    Investor,
    Memorandum,
    Milestone,
    Point,
    Project,
    Suspension,
)
from news.vocabulary import district_name, sector_name
from projects.zones import zone_name
from views import formats
from views.facts import country, stage
from views.stories import SOURCE_UNITS, one_line, usable_link
from views.texts import Texts

TITLE_UNITS = 200
WORDS_UNITS = 120
"""Of one value that somebody wrote: a place, a blocker, a title."""
MOST_LISTED = 5
"""Of what became otherwise in a list; how many more there are is said."""

PROGRESS = (
    Stage.PLANNED,
    Stage.MEMORANDUM,
    Stage.PREPARATION,
    Stage.CONSTRUCTION,
    Stage.COMMISSIONING,
    Stage.LAUNCHED,
)
"""The stages on the way, as the line of progress shows them."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a value may name by its number."""

    claims: Mapping[int, Claim]
    people: Mapping[int, str]

    @classmethod
    def of(cls, project: Project, people: Mapping[int, str] | None = None) -> "Known":
        return cls({one.id: one for one in project.claims}, people or {})


NOTHING_KNOWN = Known({}, {})


def name_of(project: Project, language: Language) -> str:
    """In the reader's language, or in the first that it is known in."""
    names = project.names
    order = (language, Language.RUSSIAN, Language.KAZAKH, Language.ENGLISH, Language.CHINESE)
    found = (one_line(names[one]) for one in order if names.get(one))
    return shorten(next(found, "") or project.code, TITLE_UNITS)


def field_name(field: Field, text: Texts) -> str:
    """«Завершение по плану»"""
    return text.plain(f"field-{field.value.replace('_', '-')}")


def value_words(field: Field, value: Any, text: Texts, known: Known = NOTHING_KNOWN) -> str:
    """A value of a field as it is read; «не указано» where there is none."""
    if value is None or value == () or value == "":
        return text.plain("value-none")
    if isinstance(value, tuple):
        return _listed([_one(field, one, text, known) for one in value], text)
    return _one(field, value, text, known)


def change_words(
    field: Field, old: Any, new: Any, text: Texts, known: Known = NOTHING_KNOWN
) -> str:
    """«меморандум → строительство»; of a list only what is otherwise in it."""
    if isinstance(new, tuple) and isinstance(old, tuple | None) and field in _NUMBERED:
        return _difference(field, old or (), new, text, known)
    after = value_words(field, new, text, known)
    if old is None or old == ():
        return after
    return text.plain("value-became", old=value_words(field, old, text, known), new=after)


def delay_words(days: int, text: Texts, *, is_finished: bool) -> str:
    """«опоздание: 128 дней», «раньше срока на 5 дней», «в срок»"""
    if days == 0:
        return text.plain("delay-none")
    if days < 0:
        return text.plain("delay-early", days=-days)
    return text.plain("delay-late" if is_finished else "delay-so-far", days=days)


def progress_line(project: Project) -> str:
    """●●●○○○; empty where the project has left the way."""
    if project.stage in PROGRESS:
        at = PROGRESS.index(project.stage) + 1
        return "●" * at + "○" * (len(PROGRESS) - at)
    return ""


def money_words(claim: Claim, language: Language) -> str:
    """The sum as it is written in this language; what was printed where no sum was named."""
    if claim.money is None:
        return shorten(one_line(claim.printed), WORDS_UNITS)
    return formats.money(claim.money.value, claim.money.currency, language)


def investor_words(investor: Investor, language: Language) -> str:
    """Henan Cable Co., Ltd (Китай)"""
    name = shorten(one_line(investor.name), WORDS_UNITS)
    return f"{name} ({country(investor.country, language)})" if investor.country else name


def memorandum_words(memorandum: Memorandum, text: Texts) -> str:
    """№ 12, 30 августа 2023 года"""
    number = memorandum.number
    parts = [text.plain("value-number", number=shorten(one_line(number), 40))] if number else []
    if memorandum.on is not None:
        parts.append(formats.partial_date(memorandum.on, text.language))
    return formats.listed(parts, text.language) or text.plain("value-yes")


def source_words(source: str | None) -> Markup | None:
    """A link under the name of its site, or what a paper is called; None where there is none."""
    if not source or not source.strip():
        return None
    link = usable_link(source.strip())
    if link is None:
        return Markup("{}").format(_words(source))
    site = (urlsplit(link).hostname or link).removeprefix("www.")
    return Markup('<a href="{}">{}</a>').format(link, shorten(site, SOURCE_UNITS))


def suspension_words(suspension: Suspension, text: Texts) -> str:
    """нет подключения к сетям · 3 мая 2026 года: the date stands uninflected"""
    since = formats.partial_date(suspension.since, text.language)
    return text.plain("value-suspended", since=since, reason=_words(suspension.reason))


def milestone_words(milestone: Milestone, text: Texts) -> str:
    """«Фундамент», срок: 15 января 2027 года; or when it was met."""
    met = milestone.met_on
    key = "value-milestone" if met is None else "value-milestone-met"
    on = formats.partial_date(milestone.due if met is None else met, text.language)
    return text.plain(key, title=_words(milestone.title), date=on)


def is_late(milestone: Milestone, today: date) -> bool:
    return milestone.met_on is None and milestone.due.last < today


_NUMBERED = frozenset({Field.CLAIMS, Field.MILESTONES, Field.BLOCKERS, Field.DOCUMENTS})
"""Lists of things with ids: what became of each can be told."""


def _difference(
    field: Field, old: Sequence[Any], new: Sequence[Any], text: Texts, known: Known
) -> str:
    before, after = {one.id: one for one in old}, {one.id: one for one in new}
    told = [f"+ {_one(field, one, text, known)}" for one in new if one.id not in before]
    told += [
        text.plain(
            "value-became",
            old=_one(field, before[number], text, known),
            new=_one(field, one, text, known),
        )
        for number, one in after.items()
        if number in before and before[number] != one
    ]
    told += [f"− {_one(field, one, text, known)}" for one in old if one.id not in after]
    return _listed(told, text, "; ") if told else value_words(field, tuple(new), text, known)


def _listed(words: Sequence[str], text: Texts, between: str | None = None) -> str:
    shown = list(words[:MOST_LISTED])
    if (more := len(words) - len(shown)) > 0:
        shown.append(text.plain("value-more", count=more))
    return formats.listed(shown, text.language) if between is None else between.join(shown)


def _one(field: Field, value: Any, text: Texts, known: Known) -> str:
    if (say := _BY_FIELD.get(field)) is not None:
        return say(value, text, known)
    match value:
        case bool():
            return text.plain("value-yes" if value else "value-no")
        case int():
            return formats.number(value, text.language)
        case PartialDate():
            return formats.partial_date(value, text.language)
        case Mapping():
            return " · ".join(_words(one) for one in value.values() if one)
    return _words(str(value))


def _claim(claim: Claim, text: Texts, _: Known) -> str:
    sum_ = money_words(claim, text.language)
    return (
        sum_
        if claim.as_of is None
        else (f"{sum_} ({formats.partial_date(claim.as_of, text.language)})")
    )


def _amount(number: int, text: Texts, known: Known) -> str:
    claim = known.claims.get(number)
    return text.plain("value-unknown") if claim is None else _claim(claim, text, known)


def person_name(user_id: int, people: Mapping[int, str], text: Texts) -> str:
    """«Айгүл Сейтова», or by number whoever has no name."""
    if user_id == 0:
        return text.plain("value-operator")
    return people.get(user_id) or text.plain("value-person", number=str(user_id))


def _curator(user_id: int, text: Texts, known: Known) -> str:
    return person_name(user_id, known.people, text)


def _blocker(blocker: Blocker, text: Texts, _: Known) -> str:
    words = _words(blocker.text)
    if blocker.resolved_on is None:
        return words
    on = formats.partial_date(blocker.resolved_on, text.language)
    return text.plain("value-resolved", what=words, date=on)


def document_words(document: Document, text: Texts) -> str:
    return _words(document.title) or text.plain(f"document-{document.kind}")


def _words(words: str) -> str:
    return shorten(one_line(words), WORDS_UNITS)


_Say = Callable[[Any, Texts, Known], str]

_BY_FIELD: Mapping[Field, _Say] = {
    Field.INVESTORS: lambda one, text, _: investor_words(one, text.language),
    Field.SECTORS: lambda code, text, _: sector_name(code, text.language),
    Field.DISTRICTS: lambda code, text, _: district_name(code, text.language),
    Field.ZONE: lambda code, text, _: zone_name(code, text.language),
    Field.POINT: lambda point, _text, _known: _degrees(point),
    Field.CLAIMS: _claim,
    Field.AMOUNT: _amount,
    Field.MEMORANDUM: lambda one, text, _: memorandum_words(one, text),
    Field.CURATOR: _curator,
    Field.STAGE: lambda one, text, _: stage(one, text),
    Field.SUSPENSION: lambda one, text, _: suspension_words(one, text),
    Field.MILESTONES: lambda one, text, _: milestone_words(one, text),
    Field.BLOCKERS: _blocker,
    Field.DOCUMENTS: lambda one, text, _: document_words(one, text),
    Field.PHYSICAL: lambda percent, text, _: text.plain("value-percent", percent=str(percent)),
    Field.FINANCIAL: lambda percent, text, _: text.plain("value-percent", percent=str(percent)),
}


def _degrees(point: Point) -> str:
    return f"{round(point.latitude, 5)}, {round(point.longitude, 5)}"
