"""A digest, its further pages, and what is said where there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from delivery.outgoing import Button, Outgoing, Rows
from model.following import ProjectNews
from model.ids import EditionId, StoryId
from model.news import Story
from model.people import ChatKind, Grouping, Language, Schedule
from news.telling import group_of
from news.vocabulary import district_name, of_region, sector_name
from views import formats, phrases
from views.callbacks import pack
from views.links import BotLinks, public_chat
from views.packing import BETWEEN, MOST_UNITS, Piece, fill, starts
from views.project_news import news_piece
from views.stories import Opened, Opens, numbered, numbered_rows, preview_of, story_piece
from views.texts import Texts
from views.ways_back import WayBack, open_project, open_story
from views.welcome import JOIN

SETTINGS = pack("settings", "open")
PAUSE = pack("pause", "open")
LATEST = pack("news", "latest")

MOST_PROJECTS = 60
"""Told one by one; how many more there are is said."""

_RANGE_UNITS = 16
"""Room for « · 13–24» after the count."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a digest's words and buttons depend on besides its edition: one body for each."""

    language: Language
    timezone: str
    kind: ChatKind = ChatKind.PRIVATE
    thread_id: int | None = None
    discussion: str | None = None
    """Of a channel: the public name of the group where its posts are discussed."""

    @classmethod
    def of(
        cls, language: Language, schedule: Schedule, kind: ChatKind, thread_id: int | None
    ) -> "Look":
        """How a chat reads. A supergroup reads as a group does, so that they share a body."""
        kind = ChatKind.GROUP if kind is ChatKind.SUPERGROUP else kind
        return cls(language, schedule.timezone, kind, thread_id)

    @property
    def is_private(self) -> bool:
        return self.kind is ChatKind.PRIVATE

    @property
    def key(self) -> str:
        thread = "" if self.thread_id is None else str(self.thread_id)
        key = f"{self.language}:{self.timezone}:{self.kind}:{thread}"
        return key if self.discussion is None else f"{key}:{self.discussion}"

    @classmethod
    def of_key(cls, key: str) -> "Look":
        language, timezone, kind, thread, *discussion = key.split(":")
        return cls(
            Language(language),
            timezone,
            ChatKind(kind),
            int(thread) if thread else None,
            *discussion,
        )


def digest(
    edition: EditionId,
    until: datetime,
    stories: Sequence[Story],
    look: Look,
    links: BotLinks,
    start: int = 0,
    *,
    projects: Sequence[ProjectNews] = (),
    grouped_by: Grouping | None = None,
    is_subscribed: bool = True,
) -> Outgoing:
    """One message of an edition, from its item number `start` on: projects, then stories.

    Both are the edition's, in its order, as far as they are still there; where they stand in
    groups, each has its heading. Who is not subscribed has nothing to set or to pause yet.
    """
    head = Piece.of(_title(until, len(stories), len(projects), look))
    more, projects = len(projects[MOST_PROJECTS:]), projects[:MOST_PROJECTS]
    told: list[ProjectNews | Story] = [*projects, *stories]
    pieces = [_piece(each, number, until, look, links) for number, each in enumerate(told, 1)]
    if more:
        pieces[len(projects) - 1] = _and_more(pieces[len(projects) - 1], more, look.language)
    headings = _headings(len(projects), stories, grouped_by, look.language)
    pieces = [
        piece if heading is None or heading == before else Piece.of(_under(heading, piece.html))
        for piece, heading, before in zip(pieces, headings, (None, *headings), strict=False)
    ]
    room = MOST_UNITS - head.units - len(BETWEEN) - _RANGE_UNITS
    start = max(0, min(start, len(pieces) - 1))
    if start and (heading := headings[start]) is not None and heading == headings[start - 1]:
        pieces[start] = Piece.of(_under(heading, pieces[start].html))
    end = fill(pieces, start, room)
    whole = start == 0 and end == len(pieces)
    title = head.html if whole else head.html + f" · {start + 1}–{end}"
    earlier = reversed(starts(pieces, room)) if start else ()
    back = next((each for each in earlier if each < start), None)
    left = len(pieces) - end
    return Outgoing(
        text=BETWEEN.join([title, *(piece.html for piece in pieces[start:end])]),
        buttons=(
            *numbered_rows(
                (number, _opened(each, look, links, ("digest", "from", str(edition), str(start))))
                for number, each in list(enumerate(told, 1))[start:end]
            ),
            *_pager(edition, look, links, back, end if left else None, left),
            *_footer(edition, look, links, is_subscribed=is_subscribed),
        ),
        preview_url=preview_of(stories[0]) if not projects and stories and start == 0 else None,
        thread_id=look.thread_id,
    )


def _title(until: datetime, stories: int, projects: int, look: Look) -> Markup:
    text = Texts(look.language)
    day = until.astimezone(ZoneInfo(look.timezone)).date()
    date = formats.day_month(day, look.language)
    counted = [text("digest-projects-count", count=projects)] if projects else []
    if stories or not projects:
        counted.append(text("digest-count", count=stories))
    title = text("digest-title", region=of_region(look.language), date=date)
    return Markup(" · ").join([title, *counted])


def _and_more(piece: Piece, more: int, language: Language) -> Piece:
    return Piece.of(piece.html + BETWEEN + Texts(language)("news-more-projects", count=more))


def _opened(told: ProjectNews | Story, look: Look, links: BotLinks, back: WayBack) -> Opened:
    if isinstance(told, Story):
        return opens(look, links, back)(told.id)
    if look.is_private:
        return open_project(told.project.id, back), None
    url = links.project(told.project.code) if look.kind is not ChatKind.CHANNEL else None
    return (None, url) if url else None


def _headings(
    projects: int, stories: Sequence[Story], by: Grouping | None, language: Language
) -> list[Markup | None]:
    """Of each item's group; nothing stands above stories alone that are in no groups."""
    text = Texts(language)
    above = text("news-stories") if projects and by is None else None
    return [
        *[text("news-projects")] * projects,
        *(above if by is None else _heading(by, story, language) for story in stories),
    ]


def _heading(by: Grouping, story: Story, language: Language) -> Markup:
    code = group_of(by, story.districts, story.sectors)
    if not code:
        return Texts(language)(f"group-no-{by}")
    name = district_name if by is Grouping.DISTRICT else sector_name
    return Markup("{}").format(name(code, language))


def _under(heading: Markup, story: Markup) -> Markup:
    return Markup("<b>▪️ {}</b>{}{}").format(heading, BETWEEN, story)


def opens(look: Look, links: BotLinks, back: WayBack) -> Opens:
    """How a list's number buttons open its stories: in place where the chat is one person's,

    in the bot's own chat for a group, whose list stays as it is. A channel's post has none.
    """

    def of(story: StoryId) -> tuple[str | None, str | None] | None:
        if look.is_private:
            return open_story(story, back), None
        url = links.story(story) if look.kind is not ChatKind.CHANNEL else None
        return (None, url) if url else None

    return of


def _piece(
    told: ProjectNews | Story, number: int, until: datetime, look: Look, links: BotLinks
) -> Piece:
    """In a channel a link in the text opens it; elsewhere a button calls its number."""
    when = (until, look.timezone, look.language)
    is_channel = look.kind is ChatKind.CHANNEL
    if isinstance(told, Story):
        piece = story_piece(told, *when, links.story(told.id) if is_channel else None)
    else:
        piece = news_piece(told, *when, links.project(told.project.code) if is_channel else None)
    return piece if is_channel else numbered(piece, number)


def _pager(
    edition: EditionId, look: Look, links: BotLinks, back: int | None, on: int | None, left: int
) -> Rows:
    text = Texts(look.language)
    row: list[Button] = []
    if back is not None:
        row.append(Button(text.plain("digest-back"), pack("digest", "from", edition, back)))
    if on is not None:
        label = text.plain("digest-more", count=left)
        url = None if look.kind is ChatKind.PRIVATE else links.edition(edition, on)
        data = pack("digest", "from", edition, on) if url is None else None
        row.append(Button(label, data, url))
    return (tuple(row),) if row else ()


def _footer(edition: EditionId, look: Look, links: BotLinks, *, is_subscribed: bool) -> Rows:
    """Settings, pause, share; readers of a channel cannot set it, so they are offered their own."""
    text = Texts(look.language)
    row: list[Button] = []
    if not is_subscribed:
        row.append(Button(text.plain("button-subscribe"), JOIN))
    elif look.kind is not ChatKind.CHANNEL:
        row.append(Button(text.plain("digest-settings"), SETTINGS))
        row.append(Button(text.plain("digest-pause"), PAUSE))
    elif chat := links.chat():
        row.append(Button(text.plain("digest-own"), url=chat))
    if url := links.edition(edition):
        share = links.share(url, text.plain("digest-share-text", region=of_region(look.language)))
        row.append(Button(text.plain("digest-share"), url=share))
    return (*((tuple(row),) if row else ()), *discussion_row(look))


def discussion_row(look: Look) -> Rows:
    """Where a channel is discussed: under each post Telegram itself shows its comments."""
    if look.discussion is None:
        return ()
    label = Texts(look.language).plain("post-discuss")
    return ((Button(label, url=public_chat(look.discussion)),),)


def nothing_new(look: Look, *, is_first: bool = False) -> Outgoing:
    """The short word that a setting turns on, in place of a digest.

    `is_first`: there was no digest yet that anything could have come out since.
    """
    text = Texts(look.language)
    buttons: Rows = ()
    if look.kind is not ChatKind.CHANNEL:
        buttons = ((Button(text.plain("digest-settings"), SETTINGS),),)
    key = "digest-nothing-yet" if is_first else "digest-nothing-new"
    return Outgoing(text(key), buttons=buttons, thread_id=look.thread_id)


def nothing_asked(look: Look, next_at: datetime | None, now: datetime, *, paused: bool) -> Outgoing:
    """The answer to /digest where all has been had: it says when the next one comes."""
    text = Texts(look.language)
    buttons = [Button(text.plain("button-latest"), LATEST)]
    if next_at is not None and paused:
        said = text("asked-paused-until", date=phrases.day(next_at, look.timezone, now, text))
    elif next_at is not None:
        said = text("asked-next", at=phrases.when(next_at, look.timezone, now, text))
    elif paused:
        said = text("asked-paused")
    else:
        said = text("asked-unsubscribed")
        buttons.insert(0, Button(text.plain("button-subscribe"), JOIN))
    return Outgoing(
        Markup("\n").join([text("asked-nothing"), said]),
        buttons=tuple((button,) for button in buttons),
        thread_id=look.thread_id,
    )


def under_way(look: Look) -> Outgoing:
    """The answer to /digest while one is being sent."""
    return Outgoing(Texts(look.language)("asked-under-way"), thread_id=look.thread_id)


def edition_gone(look: Look) -> Outgoing:
    return Outgoing(Texts(look.language)("digest-gone"), thread_id=look.thread_id)
