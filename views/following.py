"""What a chat follows: a list with a stop for each, one thing, and what there is to choose from."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.following import ProjectNews
from model.people import ChatKind, Language
from model.projects import FollowKind
from news.vocabulary import district_name, sector_name
from projects.following import Choices, Thing, Wish
from views.callbacks import pack
from views.digest import Look
from views.facts import country
from views.links import BotLinks
from views.packing import BETWEEN
from views.pickers import in_rows, mark, turn_row
from views.project_news import news_piece
from views.project_words import name_of
from views.texts import Texts

AREA = "follow"
PAGE = 5
"""Things of one page of the list."""
CHOICES = 10
"""Of one page of what there is to choose from."""
LABEL_UNITS = 40
NAME_UNITS = 120
MINE = pack(AREA, "mine")
CHOOSE = pack(AREA, "choose")
LISTED = (FollowKind.DISTRICT, FollowKind.SECTOR, FollowKind.COUNTRY)
"""Kinds that everyone chooses from; curators are for officials."""

_LINE = Markup("\n")


def name(thing: Thing, text: Texts) -> str:
    """«город Кентау», «Китай»; of what is gone, that it is."""
    match thing.kind:
        case FollowKind.PROJECT:
            if thing.project is None:
                return text.plain("follow-gone")
            return name_of(thing.project, text.language)
        case FollowKind.DISTRICT:
            return district_name(thing.key, text.language)
        case FollowKind.SECTOR:
            return sector_name(thing.key, text.language)
        case FollowKind.COUNTRY:
            return country(thing.key, text.language)
        case FollowKind.CURATOR:
            return thing.curator or text.plain("value-person", number=thing.key)


def following(things: Sequence[Thing], page: int, look: Look) -> Outgoing:
    """A page of what the chat follows: each with a switch that names the state, and a stop."""
    text = Texts(look.language)
    if not things:
        return Outgoing(
            BETWEEN.join([text("follow-title"), text("follow-nothing")]),
            buttons=((Button(text.plain("follow-first"), CHOOSE),),),
            thread_id=look.thread_id,
        )
    pages = -(-len(things) // PAGE)
    page = max(0, min(page, pages - 1))
    numbered = list(enumerate(things, 1))[page * PAGE : (page + 1) * PAGE]
    rows: list[tuple[Button, ...]] = [
        _switches(number, one, page, text) for number, one in numbered
    ]
    rows += turn_row(page, pages, lambda at: pack(AREA, "list", at))
    rows.append((Button(text.plain("follow-more"), CHOOSE),))
    return Outgoing(
        BETWEEN.join(
            [
                text("follow-title"),
                _LINE.join(_line(number, one, text) for number, one in numbered),
                text("follow-private"),
            ]
        ),
        buttons=tuple(rows),
        thread_id=look.thread_id,
    )


def _line(number: int, thing: Thing, text: Texts) -> Markup:
    called = shorten(name(thing, text), NAME_UNITS)
    how = text(f"follow-is-{thing.wish}")
    return Markup("{}. {} <b>{}</b> · {}").format(
        number, text.plain(f"follow-kind-{thing.kind.name.lower()}"), called, how
    )


def _switches(number: int, thing: Thing, page: int, text: Texts) -> tuple[Button, ...]:
    other = Wish.DIGEST if thing.wish is Wish.AT_ONCE else Wish.AT_ONCE

    def button(wish: Wish) -> Button:
        label = text.plain(f"follow-to-{wish}")
        return Button(f"{number}. {label}", pack(AREA, "list", wish, thing.kind, thing.key, page))

    return (button(Wish.STOP),) if thing.is_gone else (button(other), button(Wish.STOP))


def thing(one: Thing, look: Look) -> Outgoing:
    """One thing: what following it brings, and how."""
    text = Texts(look.language)
    called = shorten(name(one, text), NAME_UNITS)
    said = [
        Markup("{} <b>{}</b>").format(text.plain(f"follow-kind-{one.kind.name.lower()}"), called),
        text("follow-about") if not one.is_followed else text(f"follow-said-{one.wish}"),
    ]
    wishes = [wish for wish in Wish if wish is not one.wish]
    rows: list[tuple[Button, ...]] = [
        (Button(text.plain(f"follow-to-{wish}"), pack(AREA, wish, one.kind, one.key)),)
        for wish in wishes
        if not (one.is_gone and wish is not Wish.STOP)
    ]
    rows += [(other,) for other in _with_it(one, text)]
    rows.append((Button(text.plain("following-button"), MINE),))
    if one.project is not None:
        back = pack("project", "back", one.project.id)
        rows.append((Button(text.plain("follow-back"), back),))
    return Outgoing(BETWEEN.join(said), buttons=tuple(rows), thread_id=look.thread_id)


def _with_it(one: Thing, text: Texts) -> list[Button]:
    """What else the project belongs to, which can be followed as a whole."""
    if one.project is None:
        return []
    investors = {each.country for each in one.project.investors if each.country}
    whole = [
        *(Thing(FollowKind.DISTRICT, code) for code in one.project.districts[:2]),
        *(Thing(FollowKind.SECTOR, code) for code in one.project.sectors[:2]),
        *(Thing(FollowKind.COUNTRY, code) for code in sorted(investors)[:2]),
    ]
    return [_show(each, text) for each in whole]


def _show(one: Thing, text: Texts) -> Button:
    kind = text.plain(f"follow-kind-{one.kind.name.lower()}")
    label = shorten(f"{kind} {name(one, text)}", LABEL_UNITS)
    return Button(label, pack(AREA, "show", one.kind, one.key))


def choose(look: Look, *, is_official: bool) -> Outgoing:
    """What can be followed."""
    text = Texts(look.language)
    kinds = (*LISTED, FollowKind.CURATOR) if is_official else LISTED
    rows = tuple(
        (Button(text.plain(f"follow-all-{kind.name.lower()}"), pack(AREA, "pick", kind, 0)),)
        for kind in kinds
    )
    return Outgoing(
        BETWEEN.join([text("follow-choose"), text("follow-about")]),
        buttons=(*rows, (Button(text.plain("following-button"), MINE),)),
        thread_id=look.thread_id,
    )


def pick(choices: Choices, page: int, look: Look) -> Outgoing:
    """All there is of a kind: a press follows it, another ends that."""
    text = Texts(look.language)
    named = sorted(((name(one, text), one) for one in choices.things), key=lambda each: each[0])
    if choices.kind is not FollowKind.COUNTRY:  # the vocabulary has an order of its own
        named = [(name(one, text), one) for one in choices.things]
    pages = max(1, -(-len(named) // CHOICES))
    page = max(0, min(page, pages - 1))
    buttons = [
        Button(
            mark(one.is_followed) + shorten(called, LABEL_UNITS),
            pack(
                AREA,
                "pick",
                one.kind,
                page,
                Wish.STOP if one.is_followed else Wish.DIGEST,
                one.key,
            ),
        )
        for called, one in named[page * CHOICES : (page + 1) * CHOICES]
    ]
    rows: list[tuple[Button, ...]] = list(in_rows(buttons))
    kind = choices.kind.value
    rows += turn_row(page, pages, lambda at: pack(AREA, "pick", kind, at))
    rows.append((Button(text.plain("follow-choose-back"), CHOOSE),))
    said = text(f"follow-ask-{choices.kind.name.lower()}" if named else "follow-none-there")
    return Outgoing(said, buttons=tuple(rows), thread_id=look.thread_id)


def found(things: Sequence[Thing], look: Look) -> Outgoing:
    """What words may have meant, to choose from."""
    text = Texts(look.language)
    rows = [(_show(one, text),) for one in things]
    rows.append((Button(text.plain("follow-choose-back"), CHOOSE),))
    said = text("follow-found" if things else "follow-not-found")
    return Outgoing(said, buttons=tuple(rows), thread_id=look.thread_id)


def news_message(news: ProjectNews, now: datetime, look: Look, links: BotLinks) -> Outgoing:
    """What changed in a followed project, told at once."""
    text = Texts(look.language)
    is_channel = look.kind is ChatKind.CHANNEL
    card = links.project(news.project.code) if is_channel else None
    piece = news_piece(news, now, look.timezone, look.language, card)
    said = Markup("🔔 <i>{}</i>").format(text("news-at-once"))
    rows: Rows = (
        (Button(text.plain("news-open"), pack(AREA, "open", news.project.id)),),
        (Button(text.plain("following-button"), MINE),),
    )
    return Outgoing(
        BETWEEN.join([piece.html, said]),
        buttons=() if is_channel else rows,
        thread_id=look.thread_id,
    )


def toast(one: Thing, language: Language) -> str:
    """What a press has done, in a word."""
    return Texts(language).plain(f"follow-toast-{one.wish}")
