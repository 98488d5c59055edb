"""Questions to a registry of 10,000 projects: how long from the words to the answer.

The projects are the demo's real ones told many times over, each with other companies, villages
and amounts, so that common words stand in hundreds of them; their names are in Russian only. The
questions are those that people ask: a thing and a place, a company, an amount, a code, in four
languages, mistyped, on the wrong keyboard.
"""

import random
import statistics
import time
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from accounts.actor import Actor
from accounts.rights import Acting, Rights
from accounts.subscribing import Welcome
from bench import stage
from common.clock import SystemClock
from model.ids import ChatId
from model.news import Money, Stage
from model.people import ChatKind, Language, Role, Schedule
from model.projects import Changes, Claim, Field, Investor, Why
from news.vocabulary import DISTRICTS
from projects.asking import AskStatus
from projects.changing import Changed
from projects.recording import new_project, tell
from projects.rights import ProjectRights
from storage.database import Database

PROJECTS = 10_000
CHUNK = 500
ROUNDS = 40
"""Questions of each kind."""
AIM_MS = 30

_ADMIN = 1
_ACTORS = (
    Actor(ChatId(2), ChatKind.PRIVATE, 2, Language.RUSSIAN),
    Actor(ChatId(_ADMIN), ChatKind.PRIVATE, _ADMIN, Language.RUSSIAN, Role.ADMIN),
)
_SYLLABLES = ("ал", "бер", "дар", "жан", "кен", "мир", "нур", "сай", "тас", "шым", "ер", "ун")
_FIRST = ("кабельный завод", "хлопок", "теплицы", "кирпичный завод", "солнечная станция", "мебель")
_MANY = (
    *("кабель зауыты", "мақта өңдеу", "cotton processing", "solar power plant", "gelatine"),
    *("电缆厂", "棉花加工", "淀粉厂", "зауыт құрылысы қалай?", "жылыжай кешені"),
)
_WRONG_KEYBOARD = ("rf,tkmysq pfdjl", "ntgkbws", "rbhgbxysq pfdjl", ";tkfnby", "xnj c vt,tkm.")


async def measure(_url: str) -> dict[str, Any]:
    chance = random.Random(11)
    async with stage.database() as database:
        began = time.perf_counter()
        await _fill(database, chance)
        filled = time.perf_counter() - began
        times = await _ask(database, _questions(chance))
    every = [one for each in times.values() for one, _ in each]
    busy = [one for each in times.values() for _, one in each]
    return {
        "bench": "asking",
        "projects": PROJECTS,
        "p50_ms": _percentile(every, 50),
        "p99_ms": _percentile(every, 99),
        "aim": f"p99 < {AIM_MS} ms",
        "p99_ms_of": {kind: _percentile([t for t, _ in each], 99) for kind, each in times.items()},
        "p99_busy_ms": _percentile(busy, 99),
        "p50_busy_ms": _percentile(busy, 50),
        "busy": "processor time of all threads",
        "written_and_indexed_per_second": round(PROJECTS / filled),
    }


def _percentile(times: list[float], percent: int) -> float:
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return round(cuts[percent - 1] * 1000, 1)


def _name(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()


def _questions(chance: random.Random) -> dict[str, list[str]]:
    places = ("Кентау", "Сайрам", "Арыс", "Шардара", "Келес", "Туркестан", "Сузак")

    def mistyped(word: str) -> str:
        at = chance.randrange(1, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    def of(make: Callable[[], str]) -> list[str]:
        return [make() for _ in range(ROUNDS)]

    return {
        "a thing": of(lambda: f"что с проектом {chance.choice(_FIRST)}?"),
        "a thing in a place": of(lambda: f"{chance.choice(_FIRST)} {chance.choice(places)}"),
        "a company": of(lambda: f"как дела у {_name(chance)}"),
        "an amount": of(lambda: f"завод на {chance.randrange(1, 99)} млрд тенге"),
        "a code": of(lambda: f"TUR-{chance.randrange(1, PROJECTS):03}"),
        "other languages": of(lambda: chance.choice(_MANY)),
        "mistyped": of(lambda: f"{mistyped('кабельный')} {mistyped('завод')} {_name(chance)}"),
        "wrong keyboard": of(lambda: chance.choice(_WRONG_KEYBOARD)),
        "in vain": of(lambda: f"ядерный реактор {_name(chance)} {mistyped('холодильник')}"),
        "a sentence": of(
            lambda: (
                f"подскажите пожалуйста что там с {chance.choice(_FIRST)} компании {_name(chance)}"
                f" в районе {chance.choice(places)} на {chance.randrange(1, 99)} млрд"
            )
        ),
    }


async def _ask(
    database: Database, questions: dict[str, list[str]]
) -> dict[str, list[tuple[float, float]]]:
    """By kind, the seconds that each answer took, and those that the processor was at it.

    Half of them are an admin's, who finds everything.
    """
    clock = SystemClock()
    welcome = Welcome(database, clock, Schedule())
    ask = AskStatus(database, clock, ProjectRights(Rights(frozenset({_ADMIN}))), welcome)
    mixed = [(kind, words) for kind, asked in questions.items() for words in asked]
    random.Random(12).shuffle(mixed)
    for _, words in mixed[:10]:  # the first read the data and make statements
        await ask(_ACTORS[0], words)
    times: dict[str, list[tuple[float, float]]] = {kind: [] for kind in questions}
    for number, (kind, words) in enumerate(mixed):
        began, busy = time.perf_counter(), time.process_time()
        await ask(_ACTORS[number % 2], words)
        times[kind].append((time.perf_counter() - began, time.process_time() - busy))
    return times


async def _fill(database: Database, chance: random.Random) -> None:
    told = tomllib.loads(files("bot").joinpath("demo_projects.toml").read_text("utf-8"))["projects"]
    now = datetime.now(UTC)
    for start in range(1, PROJECTS + 1, CHUNK):
        made = [
            (new_project(f"TUR-{number:03}", fields, now), fields)
            for number in range(start, start + CHUNK)
            for fields in [_fields(told[number % len(told)], chance)]
        ]
        async with database.writing() as db:
            ids = await db.projects.add([one for one, _ in made])
            kept = await db.projects.by_ids(ids)
            after = [
                Changed(kept[number], dict.fromkeys(fields), fields)
                for number, (_, fields) in zip(ids, made, strict=True)
            ]
            await tell(db, after, Why("bench"), Acting(0, Role.ADMIN), now, 0)


def _fields(told: dict[str, Any], chance: random.Random) -> Changes:
    value = chance.randrange(1, 990) * 100_000_000
    claim = Claim(1, f"{value} тенге", Money(value, "KZT"))
    return {
        Field.NAMES: {"ru": f"{told['name']['ru']} «{_name(chance)}»"},
        Field.INVESTORS: (Investor(f"ТОО «{_name(chance)}»", chance.choice(("CN", "TR", None))),),
        Field.SECTORS: tuple(told["sectors"]),
        Field.DISTRICTS: (chance.choice(DISTRICTS),),
        Field.PLACE: f"с. {_name(chance)}",
        Field.STAGE: Stage(told["stage"]),
        Field.CLAIMS: (claim,),
        Field.AMOUNT: 1,
        Field.PUBLISHED: chance.random() > 0.05,
    }
