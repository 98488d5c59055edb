"""Nobody gets in where they do not belong: every command, button and question, as everybody.

The buttons are those that people who belong are shown (a walk through all screens), and the same
with numbers that were never shown. Each is said or pressed by everybody in their own chat and in a
group, and an eye on the whole town (rights_world.py) tells what they saw and what they changed.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import pytest

from accounts.rights import Rights
from model.ids import ChatId
from model.people import Role
from projects import rights as project_rights
from storage.database import Database
from tests.handlers.rights_table import (
    ALIKE_FOR_ALL,
    BUTTONS,
    COMMANDS,
    QUESTIONS,
    Needs,
    buttons_of_code,
    commands_of,
    is_final,
    kind_of,
    questions_of_code,
    samples,
)
from tests.handlers.rights_world import (
    CODES,
    EVERYBODY,
    GROUP,
    Outcome,
    Somebody,
    World,
)
from tests.handlers.town import Shown
from views.menu import COMMANDS as MENUS

ALIKE = 4
"""Of buttons of one kind, so many are pressed on a walk."""
MOVED_ON = {("review", "newer"), ("review", "set-stage")}
"""Whose card is another by the time that a walk comes to them: test_review.py presses them."""
CONTENT: tuple[dict[str, Any], ...] = (
    {"photo": [{"file_id": "f", "file_unique_id": "f", "width": 1, "height": 1}]},
    {"document": {"file_id": "f", "file_unique_id": "f", "file_name": "projects.xlsx"}},
    {"location": {"latitude": 43.3, "longitude": 68.2}},
    {"voice": {"file_id": "f", "file_unique_id": "f", "duration": 1}},
)
"""What people send besides words."""
SPEECH = (
    *(f"/{command}" for command in COMMANDS),
    *(f"/{command} {CODES[0]}" for command in COMMANDS if command != "delete_me"),
    *(f"/status {code}" for code in CODES[1:]),
    *(f"/start p_{code}" for code in CODES),
    "/start s_1",
    "/start i_0",
    "/search препятствие",
    "кандидат",
    "заметка препятствие предложение",
    "что с кабельным заводом в Кентау?",
    CODES[0],
    CODES[2],
)


@dataclass
class Walked:
    """What somebody who belongs was shown, and what became of pressing it."""

    shown: list[str] = field(default_factory=list)
    let_in: set[tuple[str, str]] = field(default_factory=set)
    commands: set[str] = field(default_factory=set)
    questions: dict[str, str] = field(default_factory=dict)
    wrongs: list[str] = field(default_factory=list)

    def __or__(self, other: "Walked") -> "Walked":
        return Walked(
            list(dict.fromkeys((*self.shown, *other.shown))),
            self.let_in | other.let_in,
            self.commands | other.commands,
            self.questions | other.questions,
            self.wrongs + other.wrongs,
        )


class Walk:
    """Says every command and presses every kind of button, the last ones last."""

    def __init__(self, world: World, who: Somebody) -> None:
        self._world = world
        self._who = who
        self._person = world.person(who, who.user_id)
        self._waiting: dict[str, Shown] = {}
        self._pressed: dict[tuple[object, ...], int] = {}
        self.walked = Walked()

    async def __call__(self) -> Walked:
        for said in SPEECH:
            if not said.startswith("/delete_me"):
                out = await self._does(said, partial(self._person.says, said))
                if said.startswith("/") and not out.is_refused:
                    self.walked.commands.add(said[1:].split()[0])
        while self._waiting:
            data = min(self._waiting, key=is_final)
            await self._presses(data, self._waiting.pop(data))
        return self.walked

    async def _presses(self, data: str, on: Shown) -> None:
        kind = (*kind_of(data), len(data.split(":")))
        self._pressed[kind] = self._pressed.get(kind, 0) + 1
        most = 1 if kind[0] in ALIKE_FOR_ALL else ALIKE
        if self._pressed[kind] > most or data == "privacy:delete:yes":
            return
        out = await self._does(data, partial(self._person.presses_data, data, on))
        if not out.is_refused:
            self.walked.let_in.add(kind_of(data))

    async def _does(self, what: str, act: Any) -> Outcome:
        out = await self._world.does(act, self._who, self._who.user_id)
        self.walked.wrongs += [f"{what}: {each}" for each in out.wrongs]
        for shown in out.screens:
            for data in [each for row in shown.rows for _, each in row]:
                if "://" not in data and data not in self.walked.shown:
                    self.walked.shown.append(data)
                    self._waiting[data] = shown
        subscriber = await self._world.town.subscriber(self._who.user_id)
        if subscriber is not None and subscriber.awaiting is not None:
            question = subscriber.awaiting.partition(":")[0].partition("@")[0]
            self.walked.questions.setdefault(question, subscriber.awaiting)
        return out


async def tries(world: World, who: Somebody, place: int, presses: list[str]) -> list[str]:
    """All that went wrong while somebody said, answered and pressed everything there is."""
    person, wrongs = world.person(who, place), list[str]()
    in_private = place == who.user_id

    async def does(what: str, act: Any) -> None:
        out = await world.does(act, who, place)
        wrongs.extend(f"{what}: {each}" for each in out.wrongs)

    for said in SPEECH:
        words = said if in_private else addressed(said)
        await does(words, partial(person.says, words))
        if in_private and not said.startswith("/"):
            await does(f"inline {said}", partial(person.types, said))
    screen = person.screen
    for data in presses:
        await does(data, partial(person.presses_data, data, screen))
    for question, (_, rest, answers) in QUESTIONS.items():
        for content in ({"text": answer} for answer in answers):
            await asked(world, place, question + rest)
            await does(
                f"{question}: {content}", partial(person.says, reply=not in_private, **content)
            )
    for kind in CONTENT:
        await asked(world, place, "update" + QUESTIONS["update"][1])
        await does(f"{kind}", partial(person.says, reply=not in_private, **kind))
    return wrongs


def addressed(said: str) -> str:
    """The same in a group: to the bot."""
    if not said.startswith("/"):
        return f"@keruen_bot {said}"
    command, _, rest = said.partition(" ")
    return f"{command}@keruen_bot {rest}".strip()


async def asked(world: World, place: int, awaiting: str) -> None:
    """As if the question had been asked there, of whoever could be asked it once."""
    async with world.database.writing() as db:
        await db.subscribers.set_awaiting(ChatId(place), awaiting)


@pytest.fixture
async def world(sqlite_url: str) -> AsyncIterator[World]:
    database = Database(sqlite_url)
    made = await World.made(database)
    yield made
    made.close()
    await database.close()


@pytest.fixture(scope="module")
def shared() -> dict[str, Walked]:
    """What was walked once stands for all tests of this file."""
    return {}


async def _admin(self: Rights, db: Any, actor: Any, role: Role) -> Role:
    return Role.ADMIN


def somebody(name: str) -> Somebody:
    return next(one for one in EVERYBODY if one.name == name)


@pytest.fixture
async def walked(
    shared: dict[str, Walked], sqlite_url: str, tmp_path_factory: Any, migrated_sqlite: Any
) -> Walked:
    """Through all screens, as an official of one district and as an admin, each in a fresh town."""
    if not shared:
        found = Walked()
        for name in ("official-of-kentau", "admin-of-the-settings"):
            file = tmp_path_factory.mktemp("walk") / "keruen.db"
            file.write_bytes(migrated_sqlite.read_bytes())
            database = Database(f"sqlite+aiosqlite:///{file}")
            found |= await Walk(await World.made(database), somebody(name))()
            await database.close()
        shared["all"] = found
    return shared["all"]


async def test_every_command_has_a_row(world: World) -> None:
    there = commands_of(world.town.dispatcher)
    assert there == set(COMMANDS)
    for role, listed in MENUS.items():
        assert set(listed) <= there
        needs = Needs.ADMIN if role is Role.ADMIN else Needs.OWN_PROJECT
        needs = Needs.NOTHING if role is Role.SUBSCRIBER else needs
        assert all(COMMANDS[one] <= needs for one in listed), role


async def test_every_button_has_a_row(walked: Walked) -> None:
    there = buttons_of_code() | {kind_of(data) for data in walked.shown}
    assert there - set(BUTTONS) == set(), "buttons without a row"
    assert set(BUTTONS) - there == set(), "rows without a button"


async def test_every_question_has_a_row() -> None:
    assert questions_of_code() == set(QUESTIONS)


async def test_whoever_belongs_gets_in(walked: Walked) -> None:
    """Or a door that is shut for everybody would pass for a safe one."""
    assert walked.wrongs == []
    assert set(COMMANDS) - walked.commands == {"delete_me"}
    needed = {kind for kind, needs in BUTTONS.items() if needs is not Needs.NOTHING}
    shut = needed & {kind_of(data) for data in walked.shown} - walked.let_in
    assert shut <= MOVED_ON


PLACES = [
    pytest.param(who, place, id=f"{who.name}-{'group' if place < 0 else 'private'}")
    for who in EVERYBODY
    for place in (who.user_id, GROUP)
]


@pytest.mark.parametrize(("who", "place"), PLACES)
async def test_nobody_gets_in_where_they_do_not_belong(
    world: World, walked: Walked, who: Somebody, place: int
) -> None:
    assert await tries(world, who, place, samples(walked.shown)) == []


@pytest.mark.parametrize("needs", [Needs.OFFICIAL, Needs.OWN_PROJECT, Needs.ADMIN])
async def test_whoever_does_not_belong_is_told_so(
    world: World, walked: Walked, needs: Needs
) -> None:
    """A subscriber is refused in so many words, and so is everybody in a group."""
    for who, place in ((somebody("subscriber"), 102), (somebody("admin"), GROUP)):
        person = world.person(who, place)
        await person.says("/help@keruen_bot")
        let_in = []
        for command in (one for one, needed in COMMANDS.items() if needed is needs):
            words = f"/{command}" if place > 0 else f"/{command}@keruen_bot"
            out = await world.does(partial(person.says, words), who, place)
            let_in += [] if out.is_refused else [words]
        for data in samples(walked.shown):
            if BUTTONS[kind_of(data)] is needs:
                act = partial(person.presses_data, data, person.screen)
                out = await world.does(act, who, place)
                let_in += [] if out.is_refused else [f"{data}: {out.words}"]
        assert let_in == []


async def test_a_press_outlives_no_right(world: World, walked: Walked) -> None:
    """What an official and an admin had on their screens, pressed again when they are nobody."""
    for name in ("official-of-kentau", "admin"):
        before = somebody(name)
        await world.person(before, before.user_id).says(f"/status {CODES[0]}")
        async with world.database.writing() as db:
            await db.roles.revoke(before.user_id)
        now = replace(before, role=None)
        assert await tries(world, now, now.user_id, samples(walked.shown)) == []


MUTATIONS = {
    "roles are not asked for": (Rights, "require", _admin),
    "every project is one's own": (project_rights, "looks_after", lambda standing, project: True),
}


@pytest.mark.parametrize("mutation", MUTATIONS)
async def test_a_right_that_is_not_asked_for_is_noticed(
    world: World, walked: Walked, monkeypatch: pytest.MonkeyPatch, mutation: str
) -> None:
    """The eye sees: take one check away, and somebody gets in."""
    where, name, mutated = MUTATIONS[mutation]
    monkeypatch.setattr(where, name, mutated)
    who = somebody("official-of-sairam")
    assert await tries(world, who, who.user_id, samples(walked.shown)) != []
