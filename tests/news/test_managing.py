"""Looking after sources, as an admin and at the command line."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from accounts.actor import OPERATOR, Actor
from accounts.rights import NotAllowedError, Rights
from model.ids import ChatId, SourceId
from model.news import PageRule, SourceKind, SourceState
from model.people import ChatKind, Language
from news.collecting import CollectDue
from news.managing import (
    AddSource,
    ChangeSource,
    CheckSource,
    ExportOpml,
    ImportOpml,
    ListSources,
    PauseSource,
    RemoveSource,
    ResumeSource,
)
from news.opml import Outline, default_list, read_opml
from news.reading import lacking
from news.wanted import SourceError
from storage.database import Database
from storage.tables import AuditTable
from tests.clocks import ManualClock
from tests.news.outlets import Outlets, collector, parse_here, story

FEED = "https://news.example/feed"
PLANT = "В Туркестанской области открыт новый завод"
RIGHTS = Rights(frozenset({7}))
RULE = PageRule("li", "a", "a", lead="p")


def person(user_id: int) -> Actor:
    return Actor(ChatId(user_id), ChatKind.PRIVATE, user_id, Language.RUSSIAN)


ADMIN, STRANGER = person(7), person(8)


class Desk:
    """Everything an admin can do with sources."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = ManualClock()
        self.outlets = Outlets()
        self.add = AddSource(database, RIGHTS, self.clock)
        self.change = ChangeSource(database, RIGHTS, self.clock)
        self.pause = PauseSource(database, RIGHTS, self.clock)
        self.resume = ResumeSource(database, RIGHTS, self.clock)
        self.remove = RemoveSource(database, RIGHTS, self.clock)
        self.list = ListSources(database, RIGHTS, self.clock)
        self.bring_in = ImportOpml(database, RIGHTS, self.clock)
        self.export = ExportOpml(database, RIGHTS, self.clock)
        self.check = CheckSource(database, RIGHTS, self.clock, self.outlets, parse_here)
        self.collect_due = CollectDue(
            database, collector(database, self.outlets, self.clock), self.clock
        )

    async def acts(self) -> list[tuple[str, int]]:
        async with self.database.reading() as db:
            rows = await db.session.scalars(select(AuditTable).order_by(AuditTable.id))
            return [(row.action, row.actor_id) for row in rows]


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


async def test_a_source_is_added_once_and_due_at_once(desk: Desk) -> None:
    added = await desk.add(Outline(" HTTPS://News.example/feed#x ", "  Новости "), ADMIN)
    again = await desk.add(Outline(FEED, None), ADMIN)
    assert (added.is_new, again.is_new) == (True, False)
    assert (added.source.url, added.source.title) == (FEED, "Новости")
    assert added.source.id == again.source.id
    assert len(await desk.collect_due()) == 1
    assert await desk.acts() == [("source.add", 7)]


async def test_an_act_at_the_command_line_is_in_the_log_too(desk: Desk) -> None:
    await desk.add(Outline(FEED, None), OPERATOR)
    assert await desk.acts() == [("source.add", 0)]


async def test_a_source_without_a_title_is_called_by_its_host_and_then_as_it_calls_itself(
    desk: Desk,
) -> None:
    added = await desk.add(Outline(FEED, None), OPERATOR)
    assert added.source.title == "news.example"
    desk.outlets.publish(FEED)
    await desk.collect_due()
    assert [source.title for source in await desk.list(OPERATOR)] == ["Жаңалық"]


@pytest.mark.parametrize(
    "wanted",
    [
        Outline("ftp://a.example/", None),
        Outline("a.example/feed", None),
        Outline("https://", None),
        Outline("https://a.example:x/", None),
        Outline("https://a b/", None),
        Outline("", None),
        Outline(FEED, None, interval_minutes=0),
        Outline(FEED, None, timezone="Asia/Atlantis"),
        Outline(FEED, None, timezone="../../etc/passwd"),
        Outline(FEED, None, kind=SourceKind.PAGE),
        Outline(FEED, None, rule=RULE),
        Outline(FEED, None, kind=SourceKind.PAGE, rule=PageRule("li[", "a", "a")),
    ],
)
async def test_what_cannot_be_a_source_is_told(desk: Desk, wanted: Outline) -> None:
    with pytest.raises(SourceError):
        await desk.add(wanted, OPERATOR)
    assert await desk.list(OPERATOR) == []


async def test_a_paused_source_is_not_asked_until_it_is_resumed(desk: Desk) -> None:
    source = (await desk.add(Outline(FEED, None), OPERATOR)).source
    await desk.pause(source.id, ADMIN)
    await desk.pause(source.id, ADMIN)
    assert await desk.collect_due() == []
    resumed = await desk.resume(source.id, ADMIN)
    assert resumed.state is SourceState.ACTIVE
    assert len(await desk.collect_due()) == 1
    assert await desk.acts() == [("source.add", 0), ("source.pause", 7), ("source.resume", 7)]


async def test_a_removed_source_is_neither_asked_nor_listed(desk: Desk) -> None:
    source = (await desk.add(Outline(FEED, None), OPERATOR)).source
    await desk.remove(source.id, ADMIN)
    assert await desk.list(OPERATOR) == []
    assert await desk.collect_due() == []
    with pytest.raises(SourceError, match="there is no source"):
        await desk.pause(source.id, ADMIN)


async def test_a_source_added_again_repeats_no_news(desk: Desk) -> None:
    source = (await desk.add(Outline(FEED, None), OPERATOR)).source
    desk.outlets.publish(FEED, story(PLANT, "https://news.example/1", desk.clock.now()))
    assert [result.news for result in await desk.collect_due()] == [1]
    await desk.remove(source.id, OPERATOR)
    desk.clock.advance(timedelta(days=1).total_seconds())
    again = await desk.add(Outline(FEED, None), OPERATOR)
    assert (again.is_new, again.source.id) == (True, source.id)
    (result,) = await desk.collect_due()
    assert (result.new, result.unchanged) == (0, 1)


async def test_only_admins_look_after_sources(desk: Desk) -> None:
    source = (await desk.add(Outline(FEED, None), OPERATOR)).source
    for attempt in (
        desk.add(Outline("https://b.example/", None), STRANGER),
        desk.change(source.id, STRANGER, is_reviewed=True),
        desk.pause(source.id, STRANGER),
        desk.resume(source.id, STRANGER),
        desk.remove(source.id, STRANGER),
        desk.list(STRANGER),
        desk.check(source.id, STRANGER),
        desk.bring_in(b"<opml/>", STRANGER),
        desk.export(STRANGER),
    ):
        with pytest.raises(NotAllowedError):
            await attempt
    assert await desk.acts() == [("source.add", 0)]


async def test_a_check_says_what_it_finds_and_stores_nothing(desk: Desk) -> None:
    source = (await desk.add(Outline(FEED, None), OPERATOR)).source
    desk.outlets.publish(FEED, story(PLANT, "https://news.example/1"))
    found = await desk.check(source.id, ADMIN)
    assert found.feed is not None
    assert (found.error, len(found.feed.entries)) == (None, 1)
    desk.outlets.fail("https://b.example/", "timed out")
    assert (await desk.check(Outline("https://b.example/", None), OPERATOR)).error == "timed out"
    desk.outlets.give("https://c.example/", b"<html></html>")
    assert (
        await desk.check(Outline("https://c.example/", None), OPERATOR)
    ).error == "a web page, not a feed"
    assert (await desk.list(OPERATOR))[0].checked_at is None


async def test_a_list_goes_out_and_comes_in(desk: Desk) -> None:
    first = await desk.bring_in(default_list(), ADMIN)
    assert len(first.added) == len(read_opml(default_list()))
    second = await desk.bring_in((await desk.export(OPERATOR)).encode(), ADMIN)
    assert (second.added, second.known) == ((), len(first.added))


async def test_a_bad_line_of_a_list_is_told_and_the_rest_goes_on(desk: Desk) -> None:
    content = (
        b"<opml><outline xmlUrl='ftp://a.example/'/><outline xmlUrl='https://b.example/'/></opml>"
    )
    result = await desk.bring_in(content, OPERATOR)
    assert [source.url for source in result.added] == ["https://b.example/"]
    assert [url for url, _ in result.refused] == ["ftp://a.example/"]


async def test_an_unknown_source_is_told(desk: Desk) -> None:
    with pytest.raises(SourceError):
        await desk.check(SourceId(404), OPERATOR)


async def test_a_page_is_kept_with_its_rule_and_checked_by_it(desk: Desk) -> None:
    wanted = Outline(FEED, None, kind=SourceKind.PAGE, rule=RULE, reads_full_text=True)
    desk.outlets.give(FEED, b"<li><a href='/1'>One</a></li><li><a href='/2'>Two</a></li>")
    tried = await desk.check(wanted, OPERATOR)
    assert tried.feed is not None
    assert [entry.title for entry in tried.feed.entries] == ["One", "Two"]
    assert lacking(tried.feed) == {"date": 2, "lead": 2}
    added = (await desk.add(wanted, ADMIN)).source
    (kept,) = await desk.list(OPERATOR)
    assert kept == added
    assert (kept.kind, kept.rule, kept.reads_full_text) == (SourceKind.PAGE, RULE, True)
    assert (await desk.check(kept.id, OPERATOR)).feed == tried.feed


async def test_a_list_takes_sitemaps_and_pages_there_and_back(desk: Desk) -> None:
    await desk.add(Outline(FEED, "А", kind=SourceKind.PAGE, rule=RULE, is_reviewed=True), OPERATOR)
    await desk.add(Outline("https://b.example/", "Б", kind=SourceKind.SITEMAP), OPERATOR)
    text = await desk.export(OPERATOR)
    for source in await desk.list(OPERATOR):
        await desk.remove(source.id, OPERATOR)
    assert len((await desk.bring_in(text.encode(), OPERATOR)).added) == 2
    assert await desk.export(OPERATOR) == text


async def test_a_page_with_a_bad_selector_is_refused(desk: Desk) -> None:
    with pytest.raises(SourceError, match=r"no CSS selector: 'h1\]'") as refused:
        await desk.check(
            Outline(FEED, None, kind=SourceKind.PAGE, rule=PageRule("li", "h1]", "a")), OPERATOR
        )
    assert (refused.value.key, refused.value.values) == (
        "error-source-selector",
        {"selector": "h1]"},
    )


async def test_switches_are_turned_one_by_one(desk: Desk) -> None:
    source = (await desk.add(Outline(FEED, None), OPERATOR)).source
    await desk.change(source.id, ADMIN, reads_full_text=True)
    changed = await desk.change(source.id, ADMIN, is_reviewed=True)
    assert (changed.reads_full_text, changed.is_reviewed) == (True, True)
    assert await desk.change(source.id, ADMIN, is_reviewed=True) == changed
    off = await desk.change(source.id, ADMIN, reads_full_text=False)
    assert (off.reads_full_text, off.is_reviewed) == (False, True)
    assert [act for act, _ in await desk.acts()] == ["source.add"] + 3 * ["source.change"]
    with pytest.raises(SourceError):
        await desk.change(SourceId(404), OPERATOR, is_reviewed=True)
