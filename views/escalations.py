"""What heads are told without having asked: what has been overdue or silent for long."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing
from model.people import Language
from model.projects import Project
from projects.lateness import HEAD_DAYS, STALLED_HEAD_DAYS, late
from views import formats
from views.callbacks import pack
from views.overview import late_words
from views.packing import BETWEEN
from views.project_words import name_of
from views.texts import Texts

MOST_NAMED = 5
NAME_UNITS = 90


@dataclass(frozen=True, slots=True)
class Escalated:
    """What has come to be so: the worst by name, all of it in numbers."""

    overdue: tuple[Project, ...]
    overdue_count: int
    stalled: tuple[Project, ...]
    stalled_count: int
    today: date
    zone: ZoneInfo
    people: Mapping[int, str]


def escalation(news: Escalated, language: Language) -> Outgoing:
    text = Texts(language)
    parts: list[Markup] = []
    buttons: list[Button] = []
    if news.overdue_count:
        parts.append(text("heads-overdue", days=HEAD_DAYS, count=news.overdue_count))
        parts += [_line(one, _worst(one, news, text), news, text) for one in news.overdue]
        parts += _more(news.overdue_count - len(news.overdue), text)
        buttons.append(Button(text.plain("heads-open-overdue"), pack("overdue", "list", "all", 0)))
    if news.stalled_count:
        parts.append(text("heads-stalled", days=STALLED_HEAD_DAYS, count=news.stalled_count))
        parts += [_line(one, _silent(one, news, text), news, text) for one in news.stalled]
        parts += _more(news.stalled_count - len(news.stalled), text)
        listed = pack("overview", "list", "still", 0, "-")
        buttons.append(Button(text.plain("heads-open-stalled"), listed))
    return Outgoing(BETWEEN.join(parts), buttons=tuple((one,) for one in buttons))


def _line(project: Project, why: str, news: Escalated, text: Texts) -> Markup:
    name = shorten(name_of(project, text.language), NAME_UNITS)
    lines = [Markup("• <b>{}</b>").format(name), Markup("{}").format(why)]
    if (curator := news.people.get(project.curator or 0)) is not None:
        said = text.plain("overdue-curator", name=shorten(curator, NAME_UNITS))
    else:
        said = text.plain("heads-no-curator") if project.curator is None else ""
    return Markup("\n").join([*lines, *([Markup("{}").format(said)] if said else [])])


def _worst(project: Project, news: Escalated, text: Texts) -> str:
    found = late(project, news.today)
    return late_words(found[0], text) if found else ""


def _silent(project: Project, news: Escalated, text: Texts) -> str:
    day = project.checked_at.astimezone(news.zone).date()
    return text.plain("overview-confirmed", date=formats.date_near(day, news.today, text.language))


def _more(count: int, text: Texts) -> list[Markup]:
    return [text("heads-more", count=count)] if count > 0 else []
