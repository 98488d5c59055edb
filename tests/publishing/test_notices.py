"""What the admins should know reaches each of them once, if they have ever pressed /start."""

from model.ids import SourceId
from model.news import Notice, NoticeKind
from model.people import Language, Role
from publishing.notices import NotifyAdmins
from tests.publishing.stage import Stage

TOLD = Notice(NoticeKind.STOPPED, SourceId(7), "Вестник", "https://e.kz/rss", "HTTP 500")


async def test_each_admin_is_told_in_their_language_once(stage: Stage) -> None:
    notify = NotifyAdmins(stage.database, stage.clock, frozenset({1, 404}))
    await stage.subscriber(1, subscribed_at=None, next_digest_at=None)
    await stage.subscriber(2, language=Language.KAZAKH)
    await stage.subscriber(3)
    await stage.subscriber(4, unreachable_at=stage.clock.now())
    async with stage.database.writing() as db:
        for admin in (2, 4):
            await db.roles.grant(admin, Role.ADMIN, None, stage.clock.now())
        await db.roles.grant(3, Role.OFFICIAL, None, stage.clock.now())
    values = {"title": "Вестник", "url": "https://e.kz/rss"}
    assert await notify("x", "notice-source-back", **values) == 2
    assert await notify("x", "notice-source-back", **values) == 0
    rows = await stage.rows()
    assert [row.chat_id for row in rows] == [1, 2]
    assert "снова работает" in rows[0].text
    assert "қайта жұмыс істеп тұр" in rows[1].text


async def test_what_is_said_of_a_source_is_kept_or_lost_with_what_caused_it(stage: Stage) -> None:
    notify = NotifyAdmins(stage.database, stage.clock, frozenset({1}))
    await stage.subscriber(1)
    try:
        async with stage.database.writing() as db:
            await notify.of_sources(db, [TOLD])
            raise OSError("the power is gone")
    except OSError:
        pass
    assert await stage.rows() == []
    async with stage.database.writing() as db:
        await notify.of_sources(db, [TOLD])
    (row,) = await stage.rows()
    assert "сайт ответил ошибкой 500" in row.text
    stage.clock.advance(60)
    async with stage.database.writing() as db:
        await notify.of_sources(db, [TOLD])  # it died once more
    assert len(await stage.rows()) == 2
