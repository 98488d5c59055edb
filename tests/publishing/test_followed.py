"""What changed in followed projects comes first in the digest, or at once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from accounts.actor import Actor
from model.ids import ChatId, EditionId, ProjectId
from model.news import Stage as ProjectStage
from model.outbox import RowState
from model.people import Alerts, ChatKind, Language
from model.projects import FollowKind
from publishing.asking import AskDigest, ReadEdition
from publishing.corrections import SendCorrections
from publishing.digests import PreviewDigest
from publishing.followed_at_once import SendProjectNews
from publishing.pruning import PruneOld
from storage.choices import alerts_json
from storage.database import Database
from storage.tables import StoryTable
from tests.clocks import ManualClock
from tests.projects.makers import KENTAU, SAIRAM
from tests.publishing.registry import Registry
from tests.publishing.stage import LINKS, Stage
from tests.tdlib import parse_html

ACTOR = Actor(ChatId(100), ChatKind.PRIVATE, 100, Language.RUSSIAN)
DAY = 24 * 3_600


@pytest.fixture
def stage(database: Database) -> Stage:
    return Stage(database, ManualClock())


@pytest.fixture
async def registry(stage: Stage) -> Registry:
    return Registry(stage)


@pytest.fixture
async def cable(registry: Registry) -> ProjectId:
    """A project and a chat that has begun to follow it an hour before its digest."""
    await registry.stage.subscriber(next_digest_at=registry.stage.clock.now() + timedelta(hours=1))
    project = await registry.project()
    await registry.follow(FollowKind.PROJECT, project)
    return project


async def digest_of(stage: Stage, chat_id: int = 100) -> str:
    """An hour passes and the digest comes; what it says."""
    stage.clock.advance(3_600)
    before = len(await stage.rows(chat_id))
    await stage.change(chat_id, next_digest_at=stage.clock.now())
    await stage.tick()
    rows = await stage.rows(chat_id)
    await stage.settle(RowState.SENT)
    return parse_html(rows[-1].text).text if len(rows) > before else ""


async def test_changes_come_first(stage: Stage, registry: Registry, cable: ProjectId) -> None:
    await stage.story("Открыта школа")
    await registry.change(cable, stage=ProjectStage.CONSTRUCTION, physical=10)
    assert (await digest_of(stage)).replace("\u00a0", " ") == (
        "Инвестиционные новости Туркестанской области\n"
        "23 ноября · проекты: 1 · 1 новость\n\n"
        "▪️ Изменения в проектах\n\n"
        "1. Завод кабельной продукции\n"
        "• Стадия: меморандум → строительство\n"
        "• Построено: 10 %\n"
        "Почему: по итогам проверки · example.kz\n"
        "23 ноября\n\n"
        "▪️ Новости\n\n"
        "2. Открыта школа\n"
        "Подробности.\n"
        "Вестник · 23 ноября"
    )
    assert await digest_of(stage) == "", "told once"


async def test_a_digest_of_changes_alone_goes_out(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    assert await digest_of(stage) == ""
    await registry.change(cable, jobs_created=5)
    assert "Создано рабочих мест: 5" in await digest_of(stage)


async def test_several_changes_of_a_day_are_one_item(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    await registry.change(cable, "раз", physical=10)
    await registry.change(cable, "два", physical=20)
    await registry.change(cable, stage=ProjectStage.CONSTRUCTION)
    await registry.change(cable, stage=ProjectStage.MEMORANDUM)
    told = await digest_of(stage)
    assert "проекты: 1" in told
    assert "Построено: 20" in told
    assert "Почему: два" in told
    assert "раз" not in told
    assert "Стадия" not in told, "it was changed back"


async def test_what_came_to_nothing_is_no_digest_and_no_half_of_it_later(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    await registry.change(cable, physical=10)
    stage.clock.advance(60)
    await registry.change(cable, physical=None)
    assert await digest_of(stage) == ""
    await stage.story()
    await registry.change(cable, jobs_created=1)
    assert "Построено" not in await digest_of(stage)


async def test_half_of_what_came_to_nothing_is_not_told_after_an_edition(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    """The periods of digests overlap: the second half lies in both."""
    await registry.change(cable, physical=10)
    stage.clock.advance(3_000)
    await registry.change(cable, physical=None)
    await stage.story()
    stage.clock.advance(-3_000)
    assert "Построено" not in await digest_of(stage)
    stage.clock.advance(-3_500)
    await stage.story()
    assert "Построено" not in await digest_of(stage)


async def test_nothing_is_told_of_before_or_after_following(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    await stage.subscriber(200)
    await registry.change(cable, physical=10)
    await registry.follow(FollowKind.PROJECT, cable, chat_id=200)
    assert await digest_of(stage, 200) == ""
    await registry.change(cable, physical=20)
    told = await digest_of(stage, 200)
    assert "10 % → 20 %" in told.replace("\u00a0", " ")
    await registry.change(cable, physical=30)
    await registry.unfollow(FollowKind.PROJECT, cable, chat_id=200)
    assert await digest_of(stage, 200) == ""


async def test_internal_fields_are_never_told(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    await registry.change(cable, notes="секрет", curator=77)
    assert await digest_of(stage) == ""
    await registry.change(cable, notes="тайна", physical=5)
    told = await digest_of(stage)
    assert "Построено" in told
    assert "тайна" not in told


async def test_of_what_was_deleted_or_unpublished_nothing_is_told(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    await registry.change(cable, physical=5)
    await registry.change(cable, published=False)
    assert await digest_of(stage) == ""
    await registry.change(cable, published=True)
    assert "Построено: 5" in (await digest_of(stage)).replace("\u00a0", " ")
    await registry.change(cable, published=False)
    assert await digest_of(stage) == ""
    await stage.story()
    await digest_of(stage)
    stage.clock.advance(DAY)
    await registry.change(cable, published=True)
    assert "Новый проект в реестре" in await digest_of(stage)
    await registry.change(cable, deleted=True)
    assert await digest_of(stage) == ""


async def test_followers_of_a_district_hear_of_new_projects_there(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    await registry.follow(FollowKind.DISTRICT, SAIRAM)
    await registry.project(names={"ru": "Теплица"}, districts=(SAIRAM,), code="T-1")
    await registry.project(names={"ru": "Ферма"}, districts=(KENTAU,), code="T-2")
    told = await digest_of(stage)
    assert "Теплица\nНовый проект в реестре\n• Стадия: меморандум" in told
    assert "Ферма" not in told


async def test_who_follows_the_same_shares_and_who_follows_nothing_as_before(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    for chat in (200, 300, 400):
        await stage.subscriber(chat)
    await registry.follow(FollowKind.SECTOR, "electrical", chat_id=200)
    await stage.story()
    await registry.change(cable, physical=5)
    await stage.change(100, next_digest_at=stage.clock.now())
    await stage.tick()
    assert len(await stage.rows()) == 4
    assert len(await stage.editions()) == 2, "one for those who follow it, one for the others"
    assert await stage.bodies() == 2


async def test_what_failed_is_told_again(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    await registry.change(cable, physical=5)
    stage.clock.advance(3_600)
    await stage.tick()
    await stage.settle(RowState.FAILED)
    assert "Построено" in await digest_of(stage)


async def test_an_unsent_digest_is_taken_over(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    await registry.change(cable, physical=5)
    stage.clock.advance(3_600)
    await stage.tick()
    assert "Построено" in await digest_of(stage)
    assert [row.state for row in await stage.rows()] == [RowState.CANCELLED, RowState.SENT]


async def test_digest_preview_and_more_know_them(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    for number in range(30):
        one = await registry.project(names={"ru": f"Завод {number}"}, code=f"Z-{number}")
        await registry.follow(FollowKind.PROJECT, one)
        await registry.change(one, "п" * 190, capacity="т" * 100, place="м" * 150)
    preview = await PreviewDigest(stage.database, stage.clock, LINKS)(ChatId(100))
    assert preview is not None
    assert preview.message is not None
    assert "Завод 29" in preview.message.text
    asked = await AskDigest(stage.database, stage.clock)(ACTOR, 1)
    assert asked.told is not None
    assert len(asked.told.projects) == 30
    assert (await AskDigest(stage.database, stage.clock)(ACTOR, 2)).told is None, "it was had"
    stage.clock.advance(90 * DAY)
    again = await ReadEdition(stage.database)(ACTOR, EditionId(asked.told.edition.id))
    assert again is not None
    assert [one.project.id for one in again.projects] == [
        one.project.id for one in asked.told.projects
    ]


async def test_a_correction_keeps_them(stage: Stage, registry: Registry, cable: ProjectId) -> None:
    story = await stage.story("Открыта школа")
    await registry.change(cable, physical=5)
    await digest_of(stage)
    async with stage.database.writing() as db:
        await db.session.execute(
            update(StoryTable)
            .where(StoryTable.id == story)
            .values(mark="withdrawn", marked_at=stage.clock.now())
        )
    stage.clock.advance(60)
    assert await SendCorrections(stage.database, stage.clock, LINKS)() == 1
    edited = (await stage.rows())[-1].text
    assert "Построено" in edited
    assert "снял" in edited


# At once


@pytest.fixture
async def at_once(stage: Stage, registry: Registry) -> ProjectId:
    """A project that a chat follows at once; it is noon there."""
    until(stage, datetime(2026, 11, 23, 7, tzinfo=UTC))
    await stage.subscriber(next_digest_at=stage.clock.now() + timedelta(hours=21))
    project = await registry.project()
    await registry.follow(FollowKind.PROJECT, project, at_once=True)
    await send(stage)
    return project


def until(stage: Stage, moment: datetime) -> None:
    stage.clock.advance((moment - stage.clock.now()).total_seconds())


async def send(stage: Stage) -> int:
    stage.clock.advance(30)
    return await SendProjectNews(stage.database, stage.clock, LINKS)()


async def test_at_once_and_not_again_in_the_digest(
    stage: Stage, registry: Registry, at_once: ProjectId
) -> None:
    await registry.change(at_once, physical=5, jobs_created=2)
    assert await send(stage) == 1
    (row,) = await stage.rows()
    assert row.kind == "followed"
    assert parse_html(row.text).text.replace("\u00a0", " ").splitlines()[:3] == [
        "Завод кабельной продукции",
        "• Создано рабочих мест: 2",
        "• Построено: 5 %",
    ]
    assert await send(stage) == 0
    await stage.settle(RowState.SENT)
    assert await digest_of(stage) == ""
    await registry.change(at_once, physical=6)
    assert await send(stage) == 1


async def test_what_changed_long_after_the_first_look_is_told(
    stage: Stage, registry: Registry, at_once: ProjectId
) -> None:
    stage.clock.advance(2 * 3_600)
    await registry.change(at_once, physical=5)
    stage.clock.advance(1_200)
    assert await send(stage) == 1


async def test_one_that_failed_or_waits_is_in_the_digest(
    stage: Stage, registry: Registry, at_once: ProjectId
) -> None:
    await registry.change(at_once, physical=5)
    await send(stage)
    await stage.settle(RowState.FAILED)
    assert await send(stage) == 0
    assert "Построено" in await digest_of(stage)
    await registry.change(at_once, physical=6)
    await send(stage)
    assert "5 % → 6 %" in (await digest_of(stage)).replace("\u00a0", " ")
    assert [row.state for row in await stage.rows()][-2:] == [RowState.CANCELLED, RowState.SENT]


async def test_what_a_digest_brings_is_not_told_at_once(
    stage: Stage, registry: Registry, at_once: ProjectId
) -> None:
    await registry.change(at_once, physical=5)
    await stage.change(100, next_digest_at=stage.clock.now())
    await stage.tick()
    assert await send(stage) == 0, "the digest waits in the outbox"


async def test_quiet_hours_hold_it_back(
    stage: Stage, registry: Registry, at_once: ProjectId
) -> None:
    await stage.change(100, next_digest_at=stage.clock.now() + timedelta(days=3))
    until(stage, datetime(2026, 11, 23, 19, tzinfo=UTC))  # midnight there
    await registry.change(at_once, physical=5)
    assert await send(stage) == 0
    await registry.change(at_once, physical=6)
    assert await send(stage) == 0
    until(stage, datetime(2026, 11, 24, 3, 0, tzinfo=UTC))
    assert await send(stage) == 1
    assert "Построено: 6" in (await stage.rows())[-1].text
    assert await send(stage) == 0


async def test_a_digest_soon_after_quiet_hours_tells_it(
    stage: Stage, registry: Registry, at_once: ProjectId
) -> None:
    await stage.change(100, next_digest_at=datetime(2026, 11, 24, 4, tzinfo=UTC))
    until(stage, datetime(2026, 11, 23, 19, tzinfo=UTC))
    await registry.change(at_once, physical=5)
    assert await send(stage) == 0
    until(stage, datetime(2026, 11, 24, 3, 30, tzinfo=UTC))
    assert await send(stage) == 0
    assert "Построено: 5" in (await digest_of(stage)).replace("\u00a0", " ")


async def test_no_more_a_day_than_alerts(
    stage: Stage, registry: Registry, at_once: ProjectId
) -> None:
    await stage.change(100, alerts=alerts_json(Alerts(most_a_day=1, is_on=False)))
    await registry.change(at_once, physical=5)
    assert await send(stage) == 1
    await stage.settle(RowState.SENT)
    await registry.change(at_once, physical=6)
    assert await send(stage) == 0
    told = (await digest_of(stage)).replace("\u00a0", " ")
    assert "5 % → 6 %" in told, "the digest tells what was left over"


async def test_who_follows_with_the_digest_is_not_told_at_once(
    stage: Stage, registry: Registry, cable: ProjectId
) -> None:
    await send(stage)
    await registry.change(cable, physical=5)
    assert await send(stage) == 0


async def test_what_was_told_at_once_stays_told_when_rows_are_pruned(
    stage: Stage, registry: Registry, at_once: ProjectId
) -> None:
    await stage.story()
    await stage.change(100, next_digest_at=stage.clock.now() + timedelta(days=90))
    await registry.change(at_once, physical=5)
    await send(stage)
    await stage.settle(RowState.SENT)
    stage.clock.advance(40 * DAY)
    await PruneOld(stage.database, stage.clock, "Asia/Almaty")()
    assert [row.kind for row in await stage.rows()] == ["followed"], "a digest must know of it"
    assert "Построено" not in await digest_of(stage)
    stage.clock.advance(40 * DAY)
    await PruneOld(stage.database, stage.clock, "Asia/Almaty")()
    assert "followed" not in [row.kind for row in await stage.rows()]
