"""/update and the screens behind it: what officials tap, type and send, in ru and kk."""

from typing import Any

import pytest
from sqlalchemy import select

from accounts.actor import OPERATOR
from accounts.recognizing import Sender
from model.ids import StoryId
from model.news import Stage
from model.partial_dates import PartialDate
from model.people import ChatKind, Role, Scope
from model.projects import (
    Blocker,
    Field,
    Investor,
    Memorandum,
    Milestone,
    Point,
    Project,
    StoryLink,
)
from storage.database import Database
from storage.tables import BodyTable, ImportTable, OutboxTable, ProjectFileTable
from tests.handlers.town import WHEN, Person, Town
from tests.news.desk import Desk
from tests.projects.makers import KENTAU, SAIRAM, add

DAY = PartialDate(2026, 11, 23)


async def official(
    town: Town, user_id: int = 1010, language: str = "ru", scope: Scope | None = None
) -> Person:
    """Somebody who keeps projects up to date and has pressed /start."""
    async with town.database.writing() as db:
        await db.roles.grant(
            user_id, Role.OFFICIAL, 9, WHEN, name=f"Данияр {user_id}", scope=scope or Scope()
        )
    person = town.person(user_id, language)
    await person.says("/start")
    return person


async def kept(town: Town, project: Project) -> Project:
    async with town.database.reading() as db:
        found = await db.projects.get(project.id)
    assert found is not None
    return found


async def history(town: Town, project: Project) -> list[Any]:
    async with town.database.reading() as db:
        return await db.projects.history(project.id, 100)


async def begins(person: Person, project: Project) -> None:
    await person.presses_data(f"update:begin:{project.id}")


async def goes(person: Person, project: Project, *where: str) -> None:
    await begins(person, project)
    await person.presses_data(f"update:to:{project.id}:{':'.join(where)}")


@pytest.mark.parametrize(
    ("language", "why", "confirm", "done"),
    [
        ("ru", "По итогам совещания", "Подтвердить", "Записано"),
        ("kk", "Кеңес қорытындысы", "Растау", "Жазылды"),
        ("en", "After a meeting", "Confirm", "Recorded"),
        ("zh", "会议结果", "确认", "已记录"),
    ],
)
async def test_from_the_card_in_four_taps(
    town: Town, language: str, why: str, confirm: str, done: str
) -> None:
    project, person = await add(town.database, physical=40), await official(town, language=language)
    await begins(person, project)

    await person.presses("60")
    await person.presses(why)
    assert "40" in person.screen.text
    assert "60" in person.screen.text
    await person.presses(confirm)

    assert done in person.screen.text
    assert (await kept(town, project)).physical == 60
    (change, *_) = await history(town, project)
    assert (change.why.reason, change.why.source, change.actor_id) == (why, None, 1010)


@pytest.mark.parametrize(("language", "words"), [("ru", "кабель"), ("kk", "кабель зауыты")])
async def test_a_whole_update_by_words(town: Town, language: str, words: str) -> None:
    project, person = await add(town.database), await official(town, language=language)
    await person.says("/update")
    await person.says(words)
    await person.says("60 %")
    await person.says("Приняли акт, https://example.kz/act.")
    await person.presses_data(_data(person, "update:confirm"))

    assert (await kept(town, project)).physical == 60
    (change, *_) = await history(town, project)
    assert (change.why.reason, change.why.source) == ("Приняли акт", "https://example.kz/act")


def _data(person: Person, start: str) -> str:
    found = [data for row in person.screen.rows for _, data in row if data.startswith(start)]
    assert found, f"no {start} among {person.screen.rows}: {person.screen.text}"
    return found[0]


async def says_why_and_confirms(person: Person) -> None:
    if not any("update:confirm" in data for row in person.screen.rows for _, data in row):
        await person.says("По документам")
    await person.presses_data(_data(person, "update:confirm"))


TODAY = PartialDate(2026, 11, 23)
HENAN = Investor("Henan Cable Co., Ltd", "CN")


@pytest.mark.parametrize(
    ("screen", "typed", "field", "value"),
    [
        ("progress", "45%", Field.PHYSICAL, 45),
        ("progress:financial", "30", Field.FINANCIAL, 30),
        ("date:planned_finish", "март 2027", Field.PLANNED_FINISH, PartialDate(2027, 3)),
        ("date:planned_start", "3 квартал", Field.PLANNED_START, PartialDate(2026, 9)),
        ("date:actual_start", "вчера", Field.ACTUAL_START, PartialDate(2026, 11, 22)),
        ("jobs:jobs_planned", "1 200", Field.JOBS_PLANNED, 1200),
        ("jobs:jobs_created", "0", Field.JOBS_CREATED, 0),
        ("blockers", "нет воды", Field.BLOCKERS, (Blocker(1, "нет воды", TODAY),)),
        ("note", "звонил инвестор", Field.NOTES, "23.11.2026: звонил инвестор"),
        ("place", "43.5, 68.5", Field.POINT, Point(43.5, 68.5)),
        ("place", "село Ачисай", Field.PLACE, "село Ачисай"),
        (
            "milestones",
            "Фундамент, 15.03.2027",
            Field.MILESTONES,
            (Milestone(1, "Фундамент", PartialDate(2027, 3, 15)),),
        ),
        ("stage", "пусконаладка", Field.STAGE, Stage.COMMISSIONING),
        ("stage", "началось строительство", Field.STAGE, Stage.CONSTRUCTION),
        ("capacity", "10 млн м ткани в год", Field.CAPACITY, "10 млн м ткани в год"),
        (
            "investor",
            "Lihua Cotton, Китай",
            Field.INVESTORS,
            (HENAN, Investor("Lihua Cotton", "CN")),
        ),
        ("investor", "ТОО «Жібек»", Field.INVESTORS, (HENAN, Investor("ТОО «Жібек»"))),
        (
            "memorandum",
            "№ 12, 30.08.2023",
            Field.MEMORANDUM,
            Memorandum("12", PartialDate(2023, 8, 30)),
        ),
        ("memorandum", "30.08.2023", Field.MEMORANDUM, Memorandum(None, PartialDate(2023, 8, 30))),
    ],
)
async def test_each_thing_that_is_typed(
    town: Town, screen: str, typed: str, field: Field, value: Any
) -> None:
    project, person = await add(town.database), await official(town)
    await goes(person, project, screen)

    await person.says(typed)
    await says_why_and_confirms(person)

    assert getattr(await kept(town, project), field.value) == value


@pytest.mark.parametrize(
    ("what", "field", "value"),
    [
        ("stage:preparation", Field.STAGE, Stage.PREPARATION),
        ("lapsed:1", Field.LAPSED, True),
        ("published:0", Field.PUBLISHED, False),
        ("amount:2", Field.AMOUNT, 2),
        ("date:actual_start:2026-11-23", Field.ACTUAL_START, DAY),
        ("date:planned_finish:none", Field.PLANNED_FINISH, None),
        ("curator:1010", Field.CURATOR, 1010),
        ("sector:textile:1", Field.SECTORS, ("electrical", "textile")),
        ("sector:electrical:0", Field.SECTORS, ()),
        ("uninvested:0", Field.INVESTORS, ()),
        (f"district:{SAIRAM}:1", Field.DISTRICTS, (KENTAU, SAIRAM)),
        ("zone:none", Field.ZONE, None),
        ("deleted:1", Field.DELETED, True),
    ],
)
async def test_each_thing_that_is_pressed(town: Town, what: str, field: Field, value: Any) -> None:
    project = await add(town.database, zone="turan" if field is Field.ZONE else None)
    person = await official(town)
    await begins(person, project)

    await person.presses_data(f"update:set:{project.id}:{what}")
    await person.presses_data(f"update:to:{project.id}:why")
    await says_why_and_confirms(person)

    assert getattr(await kept(town, project), field.value) == value


async def test_a_milestone_is_met_and_moved_and_a_blocker_resolved(town: Town) -> None:
    project = await add(
        town.database,
        milestones=(Milestone(1, "Фундамент", DAY), Milestone(2, "Кровля", DAY)),
        blockers=(Blocker(1, "нет воды", DAY),),
    )
    person = await official(town)
    await goes(person, project, "milestones")
    await person.presses("Фундамент")
    await person.presses("Выполнен сегодня")
    await goes(person, project, "milestone-due", "2")
    await person.says("май 2027")
    await goes(person, project, "blockers")
    await person.presses("нет воды")
    await says_why_and_confirms(person)

    now = await kept(town, project)
    assert [(one.met_on, one.due) for one in now.milestones] == [
        (DAY, DAY),
        (None, PartialDate(2027, 5)),
    ]
    assert now.blockers[0].resolved_on == DAY


async def test_a_new_amount_keeps_its_words_its_source_and_its_date(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    await goes(person, project, "amount")

    await person.says("свыше 9 млрд тенге")
    await person.says("Казинформ, 12.03.2026")
    await says_why_and_confirms(person)

    claim = (await kept(town, project)).claim
    assert claim is not None
    assert (claim.printed, claim.source) == ("свыше 9 млрд тенге", "Казинформ")
    assert claim.as_of == PartialDate(2026, 3, 12)
    assert claim.money is not None
    assert claim.money.value == 9_000_000_000


async def test_launched_asks_since_when(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    await goes(person, project, "stage")

    await person.presses_data(f"update:set:{project.id}:stage:launched")
    await person.says("20.11.2026")
    await says_why_and_confirms(person)

    assert (await kept(town, project)).actual_finish == PartialDate(2026, 11, 20)


async def test_suspended_for_a_reason_and_resumed(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    await goes(person, project, "suspend")
    await person.says("нет подключения к сетям")
    await says_why_and_confirms(person)
    suspension = (await kept(town, project)).suspension
    assert suspension is not None
    assert suspension.reason == "нет подключения к сетям"

    await goes(person, project, "stage")
    await person.presses("возобновлены")
    await says_why_and_confirms(person)

    assert (await kept(town, project)).suspension is None


async def test_photos_of_an_album_are_taken_and_answered_once(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    await begins(person, project)
    for number in range(3):
        photo = town.files.take(b"photo %d" % number)
        sizes = [{"file_id": photo, "file_unique_id": photo, "width": 90, "height": 90}]
        said = len(town.telegram.said(1010))
        await person.says(photo=sizes, media_group_id="7")
        assert len(town.telegram.said(1010)) == said + (number == 0)
    await person.presses_data(f"update:to:{project.id}:why")
    await says_why_and_confirms(person)

    documents = (await kept(town, project)).documents
    assert len(documents) == 3
    async with town.database.reading() as db:
        assert await db.project_files.content(documents[0].id) == b"photo 0"


async def test_a_file_is_taken_though_telegram_does_not_give_it(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    await goes(person, project, "files")
    town.files.is_down = True

    await person.sends_file("акт.pdf", b"%PDF", "Акт приёмки")
    await person.presses("Открыть для всех")
    await person.presses("Дальше")
    await says_why_and_confirms(person)

    (document,) = (await kept(town, project)).documents
    assert (document.title, document.is_public) == ("Акт приёмки", True)
    async with town.database.reading() as db:
        assert await db.project_files.content(document.id) is None
        assert await db.project_files.name(document.id) == "акт.pdf"


async def test_a_place_sent_anywhere_in_an_update_is_its_place(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    await begins(person, project)

    await person.says(location={"latitude": 43.51, "longitude": 68.5})
    await says_why_and_confirms(person)

    assert (await kept(town, project)).point == Point(43.51, 68.5)


@pytest.mark.parametrize(
    "content",
    [
        {"voice": {"file_id": "v", "file_unique_id": "v", "duration": 3}},
        {
            "sticker": {
                "file_id": "s",
                "file_unique_id": "s",
                "type": "regular",
                "width": 1,
                "height": 1,
                "is_animated": False,
                "is_video": False,
            }
        },
        {"contact": {"phone_number": "1", "first_name": "A"}},
    ],
)
async def test_what_cannot_be_recorded_is_answered_by_what_is_awaited(
    town: Town, content: dict[str, Any]
) -> None:
    project, person = await add(town.database), await official(town)
    await goes(person, project, "blockers")

    await person.says(**content)
    assert "записать нельзя" in person.screen.text
    assert "Что мешает" in person.screen.text
    await person.says("нет воды")
    await says_why_and_confirms(person)

    assert len((await kept(town, project)).blockers) == 1


@pytest.mark.parametrize(
    ("screen", "typed", "said"),
    [
        ("menu", "что-то", "Не получилось понять"),
        ("progress", "много", "Процент не распознан"),
        ("date:actual_start", "скоро", "Дата не распознана"),
        ("jobs:jobs_planned", "сотни", "Число не распознано"),
        ("amount", "три миллиарда", "Сумма не распознана"),
        ("curator", "Иван", "нельзя"),
        ("place", "https://example.kz/", "нет координат"),
        ("why", "а" * 701, "Слишком длинно"),
    ],
)
async def test_what_is_not_understood_is_said_and_asked_again(
    town: Town, screen: str, typed: str, said: str
) -> None:
    project, person = await add(town.database), await official(town)
    await begins(person, project)
    await person.presses_data(f"update:set:{project.id}:physical:10")
    await person.presses_data(f"update:to:{project.id}:{screen}")

    await person.says(typed)

    assert said in person.screen.text
    assert "10" in person.screen.text
    assert await kept(town, project) == project


async def test_an_update_goes_on_after_a_restart(town: Town, database: Database) -> None:
    project, person = await add(town.database), await official(town)
    await goes(person, project, "progress")

    again = Town(database, town.clock, admin_ids={9})
    again._updates = town._updates
    person = again.person(1010)
    await person.says("60")
    third = Town(database, town.clock, admin_ids={9})
    third._updates = again._updates
    person = third.person(1010)
    await person.says("акт")
    await person.presses_data(_data(person, "update:confirm"))

    assert (await kept(third, project)).physical == 60


async def test_an_update_that_comes_twice_is_taken_once(town: Town) -> None:
    """Of Telegram's: what was typed does not answer the next question as well."""
    project, person = await add(town.database), await official(town)
    await goes(person, project, "progress")

    for typed in ("60", "приняли корпус"):
        await person.says(typed)
        town._updates -= 1
        await person.says(typed)
    confirm = _data(person, "update:confirm")
    for _ in range(2):
        await person.presses_data(confirm)

    assert "Записано" in person.screen.text
    (change, before, *_) = await history(town, project)
    assert (change.field, change.why.reason) == (Field.PHYSICAL, "приняли корпус")
    assert before.field is not Field.PHYSICAL


async def test_the_second_of_two_sees_what_the_first_changed(town: Town) -> None:
    project = await add(town.database)
    one, other = await official(town), await official(town, 1011)
    for person, percent in ((one, "30"), (other, "70")):
        await begins(person, project)
        await person.says(f"{percent}%")
        await person.says(f"причина {percent}")
    await one.presses("Подтвердить")

    await other.presses("Подтвердить")

    assert "Ничего не записано" in other.screen.text
    assert "Данияр 1010" in other.screen.text
    assert "причина 30" in other.screen.text
    assert (await kept(town, project)).physical == 30
    await other.presses("Подтвердить")
    assert (await kept(town, project)).physical == 70


async def test_a_project_deleted_while_it_is_updated(town: Town) -> None:
    project = await add(town.database)
    one, other = await official(town), await official(town, 1011)
    await begins(other, project)
    await other.says("70%")
    await begins(one, project)
    await one.presses_data(f"update:set:{project.id}:deleted:1")
    await says_why_and_confirms(one)
    assert "Удалено" in one.screen.text

    await other.presses("По документам")
    assert "нет" in town.telegram.toasts[-1]
    await other.says("/update")
    await begins(other, project)
    assert "нет" in town.telegram.toasts[-1]

    await one.presses("Вернуть как было")
    await one.presses("по ошибке")
    assert not (await kept(town, project)).deleted


async def test_a_role_that_ended_confirms_nothing(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    await begins(person, project)
    await person.says("70%")
    await person.says("акт")
    async with town.database.writing() as db:
        await db.roles.revoke(1010)

    await person.presses("Подтвердить")

    assert "только сотрудникам" in town.telegram.toasts[-1]
    assert await kept(town, project) == project


FORGED = [
    "update:begin:99",
    "update:begin:x",
    "update:begin:",
    "update:anew:",
    "update:mine:x",
    "update:to:1:nowhere",
    "update:to:1:milestone:x",
    "update:to:1:date:notes",
    "update:to:x:menu",
    "update:set:1:stage:nonsense",
    "update:set:1:physical:900",
    "update:set:1:physical:x",
    "update:set:1:amount:77",
    "update:set:1:met:9:2026-01-01",
    "update:set:1:met:9:tomorrow",
    "update:set:1:curator:5",
    "update:set:1:zone:moon",
    "update:set:1:notes:text",
    "update:set:1:date:stage:2026",
    "update:why:1:nonsense",
    "update:source:1:99",
    "update:confirm:1:1:zzz",
    "update:confirm:1::",
    "update:drop:x",
    "update:undo:99",
    "update:undo:1:all",
    "update:undone:1:one:nonsense",
    "update:nonsense",
    "proposal:show:99",
    "proposal:show:x",
    "proposal:list:x",
    "proposal:accept:99:1",
    "proposal:accept:99",
    "proposal:return:99",
    "proposal:dismiss:99",
    "proposal:correct:99",
]


@pytest.mark.parametrize("data", FORGED)
async def test_forged_buttons_change_nothing(town: Town, data: str) -> None:
    project, person = await add(town.database), await official(town)
    before = len(await history(town, project))

    await person.presses_data(data)
    stranger = town.person(1)
    await stranger.says("/start")
    await stranger.presses_data(data)

    assert "Что-то пошло не так" not in town.telegram.toasts
    assert await kept(town, project) == project
    assert len(await history(town, project)) == before


async def test_an_official_of_elsewhere_is_refused(town: Town) -> None:
    project = await add(town.database)
    person = await official(town, scope=Scope(frozenset({SAIRAM})))

    await begins(person, project)
    assert "не в вашей зоне ответственности" in town.telegram.toasts[-1]
    await person.presses_data(f"update:set:{project.id}:physical:10")
    assert "не в вашей зоне ответственности" in town.telegram.toasts[-1]
    await person.says("/update")
    assert "пока нет" in person.screen.text


async def test_what_is_begun_of_another_project_is_asked_about(town: Town) -> None:
    one, other, person = await add(town.database), await add(town.database), await official(town)
    await begins(person, one)
    await person.says("60%")

    await begins(person, other)
    assert "не подтверждена" in person.screen.text
    await person.presses("Продолжить")
    assert "60" in person.screen.text
    await begins(person, other)
    await person.presses("начать новую")
    await person.says("/update")

    assert not any("Продолжить" in label for label in person.screen.labels)


async def test_under_the_rule_another_confirms_and_the_author_is_told(town: Town) -> None:
    project = await add(town.database, curator=1011)
    one, other = await official(town), await official(town, 1011)
    await town.cases["two_person_rule"](OPERATOR, Role.OFFICIAL, is_on=True)
    await begins(one, project)
    await one.says("60%")
    await one.says("акт")
    await one.presses("Отправить на подтверждение")
    assert "Отправлено" in one.screen.text
    assert await kept(town, project) == project

    await other.says("/update")
    await other.presses("Ждут решения")
    await other.presses("📨")
    assert "Данияр 1010" in other.screen.text
    await other.presses("Вернуть с замечанием")
    await other.says("приложите акт")
    assert "приложите акт" in other.screen.text

    await begins(one, project)
    assert not any("Ждут" in label for label in one.screen.labels)
    await one.says("60%")
    await one.says("акт 7")
    await one.presses("Отправить")
    await one.presses("Посмотреть предложение")
    assert not any("Принять" in label for label in one.screen.labels)
    await begins(other, project)
    await other.presses("Ждут решения: 1")
    await other.presses("📨")
    await other.presses("Принять")

    assert (await kept(town, project)).physical == 60
    (change, *_) = await history(town, project)
    assert (change.actor_id, change.confirmed_by) == (1010, 1011)
    told = await told_to(town, 1010)
    assert [("приложите акт" in text, "подтверждена" in text) for text in told] == [
        (True, False),
        (False, True),
    ]
    assert len(await told_to(town, 1011)) == 2


async def told_to(town: Town, chat_id: int) -> list[str]:
    """What waits in the outbox for a chat."""
    async with town.database.reading() as db:
        rows = await db.session.scalars(
            select(BodyTable.outgoing)
            .join(OutboxTable, OutboxTable.body_id == BodyTable.id)
            .where(OutboxTable.chat_id == chat_id)
            .order_by(OutboxTable.id)
        )
        return list(rows)


async def test_a_proposal_put_right(town: Town) -> None:
    project = await add(town.database)
    one, other = await official(town), await official(town, 1011)
    await town.cases["two_person_rule"](OPERATOR, Role.OFFICIAL, is_on=True)
    await begins(one, project)
    await one.says("60%")
    await one.says("акт")
    await one.presses("Отправить")
    await town.cases["two_person_rule"](OPERATOR, Role.OFFICIAL, is_on=False)

    await other.presses_data("proposal:correct:1", on=one.screen)
    await other.says("55%")
    await other.presses("Подтвердить")

    assert (await kept(town, project)).physical == 55
    await other.presses_data("proposal:show:1", on=other.screen)
    assert "Принято" in other.screen.text
    assert "исправлениями" in (await told_to(town, 1010))[-1]


async def test_a_story_that_tells_of_it_is_the_source(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    desk = Desk(town.database, town.clock)
    await desk.prints("Henan Cable построит завод кабеля в Кентау Туркестанской области")
    async with town.database.writing() as db:
        await db.project_stories.link([StoryLink(project.id, StoryId(1), WHEN)])
        story = (await db.stories.by_ids([StoryId(1)]))[StoryId(1)]
    await begins(person, project)
    await person.says("60%")
    await person.says("пишут в газете")

    await person.presses("Источник")
    await person.presses("Henan Cable")
    await person.presses("Подтвердить")

    (change, *_) = await history(town, project)
    assert change.why.source == story.link
    assert story.link is not None


async def test_undo_puts_back_an_act_for_a_typed_reason(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    await begins(person, project)
    await person.says("60%")
    await person.presses("Изменить ещё")
    await person.presses("подготовка")
    await says_why_and_confirms(person)

    await person.presses("Вернуть как было")
    assert "60" in person.screen.text
    await person.says("не тот проект")

    now = await kept(town, project)
    assert (now.physical, now.stage) == (None, Stage.MEMORANDUM)
    (change, *_) = await history(town, project)
    assert change.why.reason == "не тот проект"
    assert change.undoes is not None


async def test_in_a_group_it_is_for_private_chats(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    await person.at(-100).says("/update")
    assert str(project.code) not in person.at(-100).screen.text
    await person.at(-100).presses_data(f"update:begin:{project.id}")
    assert "только сотрудникам" in town.telegram.toasts[-1]


async def test_whoever_asks_to_be_forgotten_leaves_no_update_behind(town: Town) -> None:
    project, person = await add(town.database), await official(town)
    await person.sends_file("table.csv", "Код;Название\nA-1;Завод".encode())
    await begins(person, project)
    await person.says("60%")
    await person.sends_file("act.pdf", b"%PDF")

    await town.cases["delete_me"](await town.cases["recognize"](sender(person)))

    async with town.database.reading() as db:
        assert await db.update_drafts.get(1010) is None
        for table in (ProjectFileTable, ImportTable):
            assert not (await db.session.scalars(select(table))).all()


def sender(person: Person) -> Sender:
    return Sender(person.user_id, ChatKind.PRIVATE, person.user_id)


async def test_words_that_mean_several_are_asked_about_and_none_is_said(town: Town) -> None:
    await add(town.database)
    await add(town.database, names={"ru": "Завод кабельных муфт"})
    person = await official(town)

    await person.says("/update кабель")
    assert "Какой из них" in person.screen.text
    assert len(person.screen.rows) == 2
    await person.presses_first()
    assert "Что изменилось" in person.screen.text

    await person.says("/update")
    await person.says("обогатительная фабрика")
    assert "такого нет" in person.screen.text
    await person.says("TUR-002")
    assert "муфт" in person.screen.text
