"""A project's card: where it stands, with a date and a source, in short labelled lines."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.expected import ACTIVE
from model.news import Story
from model.partial_dates import PartialDate
from model.projects import Change, Claim, Field, Project
from news.vocabulary import district_name, sector_name
from projects.lateness import delay_of, next_milestone
from projects.seeing import ProjectCard
from projects.zones import zone_name, zone_point
from views import formats, phrases
from views.callbacks import pack
from views.digest import Look
from views.facts import stage
from views.links import BotLinks
from views.packing import BETWEEN
from views.pickers import in_rows
from views.project_words import (
    TITLE_UNITS,
    Known,
    change_words,
    delay_words,
    field_name,
    investor_words,
    is_late,
    memorandum_words,
    milestone_words,
    money_words,
    name_of,
    progress_line,
    source_words,
    suspension_words,
)
from views.stories import SOURCE_UNITS, one_line, preview_of, titled
from views.texts import Texts
from views.ways_back import WayBack, back_data, open_project, project_button

STALE_DAYS = 30
"""From then on an answer says how old it is."""
REASON_UNITS = 150
NOTES_UNITS = 300
MOST_BLOCKERS = 3
MOST_CHANGES = 3
"""Of the last act; the history has all of them."""
MOST_INVESTORS = 3

_FIRST = (Field.STAGE, Field.SUSPENSION, Field.ACTUAL_FINISH, Field.PHYSICAL, Field.AMOUNT)
_WEIGHTY = (*_FIRST, *(one for one in Field if one not in _FIRST))
"""What is told first of what changed together."""

_LINE = Markup("\n")


def project_card(
    card: ProjectCard, now: datetime, look: Look, links: BotLinks, back: WayBack = ()
) -> Outgoing:
    """`back` is where its reader came from."""
    text = Texts(look.language)
    today = now.astimezone(ZoneInfo(look.timezone)).date()
    blocks = (
        _head(card, text),
        _status(card.project, today, text),
        _facts(card, text),
        _internal(card, text),
        _last(card, now, look, text),
    )
    said = [_LINE.join(lines) for block in blocks if (lines := list(block))]
    return Outgoing(
        BETWEEN.join(said),
        buttons=_buttons(card, look, links, back, text),
        thread_id=look.thread_id,
    )


def no_project(look: Look) -> Outgoing:
    return Outgoing(Texts(look.language)("error-no-project"), thread_id=look.thread_id)


def _head(card: ProjectCard, text: Texts) -> Iterator[Markup]:
    project = card.project
    name = name_of(project, text.language)
    yield Markup("<b>{}</b>").format(name)
    first = shorten(one_line(next(iter(project.names.values()), "")), TITLE_UNITS)
    if first and first != name:
        yield Markup("<i>{}</i>").format(first)
    yield text("project-code", code=project.code)
    if not project.published:
        yield text("project-candidate")


def _status(project: Project, today: date, text: Texts) -> Iterator[Markup]:
    yield text(
        "project-progress", line=progress_line(project) or "■", stage=stage(project.stage, text)
    )
    if project.suspension is not None:
        yield text("project-suspended", why=suspension_words(project.suspension, text))
    if project.lapsed:
        yield text("project-lapsed")
    if project.physical is not None:
        yield text("project-built", percent=str(project.physical))
    if project.financial is not None:
        yield text("project-spent", percent=str(project.financial))
    if plan := _dates(project.planned_start, project.planned_finish, text):
        yield text("project-plan", dates=plan)
    if fact := _dates(project.actual_start, project.actual_finish, text):
        yield text("project-fact", dates=fact)
    if (days := delay_of(project, today)) is not None:
        said = delay_words(days, text, is_finished=project.actual_finish is not None)
        yield text("project-delay", delay=said[:1].upper() + said[1:])
    if (milestone := next_milestone(project)) is not None:
        late = project.stage in ACTIVE and is_late(milestone, today)
        key = "project-next-late" if late else "project-next"
        yield text(key, what=milestone_words(milestone, text))


def _dates(start: PartialDate | None, finish: PartialDate | None, text: Texts) -> str:
    said = [
        text.plain(key, date=formats.partial_date(on, text.language))
        for key, on in (("project-starts", start), ("project-finishes", finish))
        if on is not None
    ]
    return "; ".join(said)


def _facts(card: ProjectCard, text: Texts) -> Iterator[Markup]:
    project, language = card.project, text.language
    if (claim := project.claim) is not None:
        yield text("project-amount", amount=claim_line(claim, text))
    if card.is_internal and (others := len(project.claims) - (claim is not None)):
        yield text("project-other-claims", count=others)
    if jobs := _jobs(project, text):
        yield text("project-jobs", jobs=jobs)
    if project.capacity:
        yield text("project-capacity", capacity=shorten(one_line(project.capacity), REASON_UNITS))
    if project.memorandum is not None:
        yield text("project-memorandum", what=memorandum_words(project.memorandum, text))
    if project.investors:
        shown = [investor_words(one, language) for one in project.investors[:MOST_INVESTORS]]
        if more := len(project.investors) - len(shown):
            shown.append(text.plain("value-more", count=more))
        yield text("project-investors", names=formats.listed(shown, language))
    if project.sectors:
        named = [sector_name(code, language) for code in project.sectors]
        yield text("project-sectors", names=formats.listed(named, language))
    if where := where_words(project, text):
        yield text("project-places", names=where)


def claim_line(claim: Claim, text: Texts) -> Markup:
    """3 млрд тенге («свыше 3 млрд тенге», 30 августа 2023 года, sozmedia.kz)"""
    amount = money_words(claim, text.language)
    asides: list[Markup | str] = []
    printed = one_line(claim.printed)
    if printed and printed != amount and claim.money is not None:
        asides.append(text.plain("project-printed", words=shorten(printed, 120)))
    if claim.as_of is not None:
        asides.append(formats.partial_date(claim.as_of, text.language))
    if (source := source_words(claim.source)) is not None:
        asides.append(source)
    if not asides:
        return Markup("{}").format(amount)
    between = Markup(formats.listed(("", ""), text.language))
    return text("project-aside", what=amount, aside=between.join(asides))


def where_words(project: Project, text: Texts) -> str:
    """Districts, the zone and the place as printed, from the large to the small."""
    named = [district_name(code, text.language) for code in project.districts]
    if project.zone:
        named.append(zone_name(project.zone, text.language))
    if project.place:
        named.append(shorten(one_line(project.place), REASON_UNITS))
    return formats.listed(dict.fromkeys(named), text.language)


def _jobs(project: Project, text: Texts) -> str:
    said = [
        text.plain(key, count=formats.number(count, text.language))
        for key, count in (
            ("project-jobs-planned", project.jobs_planned),
            ("project-jobs-created", project.jobs_created),
        )
        if count is not None
    ]
    return formats.listed(said, text.language)


def _internal(card: ProjectCard, text: Texts) -> Iterator[Markup]:
    """For those who look after it: the public view has none of it."""
    if not card.is_internal:
        return
    project = card.project
    if project.curator is not None:
        unnamed = text.plain("value-person", number=str(project.curator))
        yield text("project-curator", name=card.curator_name or unnamed)
    else:
        yield text("project-no-curator")
    standing = [one for one in project.blockers if one.resolved_on is None]
    for blocker in standing[:MOST_BLOCKERS]:
        since = formats.partial_date(blocker.since, text.language)
        words = shorten(one_line(blocker.text), REASON_UNITS)
        yield text("project-blocker", what=words, date=since)
    if more := len(standing[MOST_BLOCKERS:]):
        yield text("project-more-blockers", count=more)
    if project.notes:
        yield text("project-notes", notes=shorten(one_line(project.notes), NOTES_UNITS))


def _last(card: ProjectCard, now: datetime, look: Look, text: Texts) -> Iterator[Markup]:
    """What befell it last, and how old that is."""
    if card.last is not None:
        yield from _last_act(card, card.last, now, look, text)
    if card.story is not None:
        yield _story(card.story, now, look, text)
    project = card.project
    day = phrases.day(project.checked_at, look.timezone, now, text)
    days = (now - project.checked_at).days
    if days >= STALE_DAYS:
        yield text("project-stale", date=day, days=days)
    elif card.checked_by:
        yield text("project-checked-by", date=day, name=card.checked_by)
    else:
        yield text("project-checked", date=day)


def _last_act(
    card: ProjectCard, last: Change, now: datetime, look: Look, text: Texts
) -> Iterator[Markup]:
    day = phrases.day(last.at, look.timezone, now, text)
    if last.at == card.project.created_at:
        yield text("project-added", date=day)
    else:
        yield text("project-last", date=day)
        known = Known.of(card.project)
        changes = sorted((last, *card.with_last), key=lambda one: _WEIGHTY.index(one.field))
        for one in changes[:MOST_CHANGES]:
            words = shorten(change_words(one.field, one.old, one.new, text, known), REASON_UNITS)
            yield text("project-became", field=field_name(one.field, text), what=words)
        if more := len(changes[MOST_CHANGES:]):
            yield text("project-more-changes", count=more)
    yield why_line(last, text)
    if card.changed_by:
        yield text("project-by", name=card.changed_by)


def why_line(change: Change, text: Texts) -> Markup:
    """Почему: по итогам совещания (example.kz)"""
    reason = shorten(one_line(change.why.reason), REASON_UNITS)
    source = source_words(change.why.source)
    if source is None:
        return text("project-why", reason=reason)
    return text("project-why", reason=text("project-aside", what=reason, aside=source))


def _story(story: Story, now: datetime, look: Look, text: Texts) -> Markup:
    title = shorten(one_line(story.title) or one_line(story.source_title) or "…", TITLE_UNITS)
    return text(
        "project-story",
        title=titled(title, preview_of(story)),
        source=shorten(one_line(story.source_title) or "…", SOURCE_UNITS),
        date=phrases.day(story.told_at, look.timezone, now, text),
    )


def _buttons(card: ProjectCard, look: Look, links: BotLinks, back: WayBack, text: Texts) -> Rows:
    project = card.project

    def opens(label: str, verb: str, *args: object, **values: str) -> Button:
        data = project_button(verb, project.id, *args, back=back)
        return Button(text.plain(f"project-button-{label}", **values), data)

    def counted(verb: str, many: int, *args: object) -> list[Button]:
        return [opens(verb, verb, *args, count=str(many))] if many else []

    claims = len(project.claims) if card.is_internal else 0
    pages = [
        opens("history", "history", 0),
        *counted("stories", card.story_count, 0),
        *counted("milestones", len(project.milestones)),
        *counted("documents", len(project.documents)),
        *counted("amounts", claims if claims > 1 else 0),
    ]
    if project.point or (project.zone and zone_point(project.zone)):
        pages.append(opens("map", "map"))
    pages.append(
        Button(text.plain("project-button-follow"), pack("follow", "show", "p", project.id))
    )
    rows = [*in_rows(pages), *_shared(project, links, opens("qr", "qr"), text)]
    if card.is_internal:
        if card.proposals:
            waiting = text.plain("project-button-proposals", count=str(len(card.proposals)))
            rows.append((Button(waiting, pack("proposal", "show", card.proposals[0])),))
        if not project.published:
            settle = Button(
                text.plain("project-button-settle"), pack("candidate", "open", project.id)
            )
            rows.append((settle,))
        update = Button(text.plain("project-button-update"), pack("update", "begin", project.id))
        rows.append((update,))
    elif card.is_theirs and look.is_private:
        inside = Button(text.plain("project-button-internal"), open_project(project.id, back))
        rows.append((inside,))
    if data := back_data(back):
        rows.append((Button(text.plain("digest-back"), data),))
    return tuple(rows)


def _shared(project: Project, links: BotLinks, qr: Button, text: Texts) -> Rows:
    """A link that opens the public view, to be sent or to be printed."""
    url = links.project(project.code)
    if url is None:
        return ()
    share = links.share(url, name_of(project, text.language))
    return ((Button(text.plain("digest-share"), url=share), qr),) if project.published else ()
