"""Nobody is shown what is for officials: every screen of every project for every kind of reader.

Each internal value has words of its own, looked for in all that anyone was shown: texts, labels,
toasts, captions and inline results.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from accounts.rights import Acting
from model.ids import FileId
from model.news import Money
from model.partial_dates import PartialDate
from model.people import Role, Scope
from model.projects import (
    Blocker,
    Claim,
    Document,
    DocumentKind,
    Field,
    Project,
    StoryLink,
    Why,
)
from projects.proposals import propose
from projects.recording import RecordChanges
from storage.database import Database
from tests.clocks import ManualClock
from tests.handlers.town import Person, Town
from tests.projects.makers import KENTAU, OFFICIAL, SAIRAM, WHEN, add, make_official, rights
from tests.publishing.stage import Stage

ADMIN = 9
OWN, FOREIGN, CURATOR, EVERYWHERE, NOBODY = OFFICIAL, 1011, 1012, 1013, 1001
GROUP = -100

SECRETS = (
    "Тайная помеха",
    "Тайная заметка",
    "Тайный документ",
    "Куратор Тайныш",
    "777 млн",
    "Тайная сумма",
    "Тайное основание",
)
FOR_OFFICIALS = ("Обновить", "Вернуть: ", "Все суммы", "Ждут решения: 1", "Не о проекте")
"""Words of buttons."""
PUBLIC = "Завод с тайнами"
HIDDEN_NAME = "Тайный кандидат"
GONE_NAME = "Тайный удалённый"


async def secretive(database: Database, **fields: Any) -> Project:
    """A project that has something to hide in every internal field, and in their history."""
    project = await add(database, **fields)
    record = RecordChanges(database, ManualClock(WHEN + timedelta(hours=1)), rights())
    official = await make_official(database, EVERYWHERE, name="Начальник Тайныш")
    secret = Document(FileId(1), DocumentKind.DOCUMENT, "Тайный документ", "tg-1", WHEN)
    public = Document(FileId(2), DocumentKind.DOCUMENT, "Открытый акт", "tg-2", WHEN, True)
    hidden = {
        Field.CURATOR: CURATOR,
        Field.BLOCKERS: (Blocker(1, "Тайная помеха", PartialDate(2026)),),
        Field.NOTES: "Тайная заметка",
        Field.CLAIMS: (
            *project.claims,
            Claim(9, "Тайная сумма", Money(777_000_000, "KZT")),
        ),
        Field.DOCUMENTS: (secret,),
    }
    why = Why("Тайное основание")
    project = (await record(official, project.id, hidden, why, seen=project.version)).project
    why = Why("по итогам совещания")
    for known in ({Field.DOCUMENTS: (secret, public)}, {Field.AMOUNT: 9}, {Field.AMOUNT: 1}):
        project = (await record(official, project.id, known, why, seen=project.version)).project
    async with database.writing() as db:
        await propose(
            db,
            project,
            {Field.CAPACITY: "Тайное предложение"},
            why,
            WHEN,
            Acting(OWN, Role.OFFICIAL),
        )
    return project


@dataclass(frozen=True)
class Registry:
    shown: Project
    candidate: Project
    gone: Project
    story: int


@pytest.fixture
async def registry(town: Town, clock: ManualClock) -> Registry:
    database = town.database
    await make_official(database, OWN, Scope(frozenset({KENTAU})), name="Свой Тайныш")
    await make_official(database, FOREIGN, Scope(frozenset({SAIRAM})), name="Чужой Тайныш")
    await make_official(database, CURATOR, Scope(frozenset({SAIRAM})), name="Куратор Тайныш")
    shown = await secretive(database, names={"ru": PUBLIC}, districts=(KENTAU,))
    candidate = await secretive(
        database, names={"ru": HIDDEN_NAME}, districts=(KENTAU,), published=False
    )
    gone = await secretive(database, names={"ru": GONE_NAME}, districts=(KENTAU,))
    record = RecordChanges(database, clock, rights())
    official = await make_official(database, EVERYWHERE, name="Начальник Тайныш")
    delete = {Field.DELETED: True}
    await record(official, gone.id, delete, Why("дубль"), seen=gone.version)
    story = await Stage(database, clock).story("Завод строится")
    async with database.writing() as db:
        links = [StoryLink(one.id, story, WHEN) for one in (shown, candidate, gone)]
        await db.project_stories.link(links)
    return Registry(shown, candidate, gone, story)


def screens(project: Project, story: int) -> list[str]:
    """Every button there is about a project."""
    number = project.id
    pages = [f"project:{verb}:{number}:0" for verb in ("history", "stories", "documents")]
    pages += [f"project:history:{number}:{page}" for page in (1, 2, 3)]
    pages += [f"project:file:{number}:{file}" for file in (1, 2)]
    plain = ("show", "back", "milestones", "amounts", "map", "qr")
    return [*pages, *(f"project:{verb}:{number}" for verb in plain), f"story:show:{story}"]


async def everything(town: Town, person: Person, registry: Registry) -> str:
    """All that somebody was shown, who asked for all there is; also what was edited away."""
    shown: list[str] = []

    async def presses(data: str) -> None:
        await person.presses_data(data)
        shown.extend(now_shown(town, person))

    await person.says("/help@keruen_bot")
    for project in (registry.shown, registry.candidate, registry.gone):
        for data in screens(project, registry.story):
            await presses(data)
    await person.says("/projects@keruen_bot")
    for data in ("projects:list:-:0", "projects:by:d:-", "projects:list:m:0", "projects:list:x:0"):
        await presses(data)
    return "\n".join([*shown, *town.telegram.toasts])


def now_shown(town: Town, person: Person) -> list[str]:
    words = [name for name, _ in town.telegram.files]
    for message in town.telegram.messages:
        if message.chat_id == person.chat_id:
            words += [message.text, *message.labels]
    return words


@pytest.mark.parametrize(
    ("user_id", "place", "shows_internal", "shows_candidate"),
    [
        pytest.param(NOBODY, None, False, False, id="a subscriber"),
        pytest.param(NOBODY, GROUP, False, False, id="a subscriber in a group"),
        pytest.param(FOREIGN, None, False, False, id="an official of another district"),
        pytest.param(FOREIGN, GROUP, False, False, id="an official of another district in a group"),
        pytest.param(OWN, None, True, True, id="an official of the district"),
        pytest.param(OWN, GROUP, False, False, id="an official of the district in a group"),
        pytest.param(CURATOR, None, True, True, id="the curator"),
        pytest.param(CURATOR, GROUP, False, False, id="the curator in a group"),
        pytest.param(EVERYWHERE, None, True, True, id="an official of everything"),
        pytest.param(EVERYWHERE, GROUP, False, False, id="an official of everything in a group"),
        pytest.param(ADMIN, None, True, True, id="an admin"),
        pytest.param(ADMIN, GROUP, False, False, id="an admin in a group"),
    ],
)
async def test_everyone_is_shown_what_they_may_see(
    town: Town,
    registry: Registry,
    user_id: int,
    place: int | None,
    shows_internal: bool,
    shows_candidate: bool,
) -> None:
    person = town.person(user_id)
    person = person if place is None else person.at(place)

    seen = await everything(town, person, registry)

    assert PUBLIC in seen
    assert "Открытый акт" in seen
    assert GONE_NAME not in seen
    assert (HIDDEN_NAME in seen) is shows_candidate
    for secret in SECRETS:
        assert (secret in seen) is shows_internal, secret
    assert ("Тайныш" in seen) is shows_internal
    if shows_internal:
        assert all(words in seen for words in FOR_OFFICIALS)
    else:
        assert not [words for words in (*FOR_OFFICIALS, "Тайное предложение") if words in seen]


@pytest.mark.parametrize("user_id", [NOBODY, FOREIGN, OWN, CURATOR, EVERYWHERE, ADMIN])
async def test_links_and_inline_results_are_public_whoever_asks(
    town: Town, registry: Registry, user_id: int
) -> None:
    person = town.person(user_id)
    for project in (registry.shown, registry.candidate, registry.gone):
        await person.says(f"/start p_{project.code}")
    shown = [*town.telegram.said(person.chat_id)]
    for words in (PUBLIC, HIDDEN_NAME, GONE_NAME, registry.shown.code, "Тайная"):
        answer = await person.types(words)
        for one in answer.results:
            shown += [one.title, one.description, str(one.message.text)]
    seen = "\n".join(shown)
    assert PUBLIC in seen
    for secret in (*SECRETS, HIDDEN_NAME, GONE_NAME, "Тайныш"):
        assert secret not in seen, secret


async def test_the_public_history_does_not_tell_of_other_amounts(
    town: Town, registry: Registry
) -> None:
    person = town.person(NOBODY)
    await person.says("/help")
    await person.presses_data(f"project:history:{registry.shown.id}:0")
    assert "Сумма: другая сумма → 3 млрд тенге" in person.screen.text
    assert "+ Открытый акт" in person.screen.text


async def test_a_link_to_what_is_not_public_says_what_a_wrong_one_says(
    town: Town, registry: Registry
) -> None:
    person = town.person(ADMIN)
    for code in (registry.candidate.code, registry.gone.code, "TUR-404"):
        await person.says(f"/start p_{code}")
        assert "Такого проекта в реестре не нашлось" in person.screen.text
        assert not [name for name in (HIDDEN_NAME, GONE_NAME) if name in person.screen.text]
