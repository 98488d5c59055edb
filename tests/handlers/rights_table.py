"""Who may use which command, button and question; and what there is of each, found by looking.

A command, a button or a question that is new and has no row here fails a test.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from importlib import import_module
from pathlib import Path

from aiogram import Dispatcher
from aiogram.filters import Command, CommandStart

from views.callbacks import LIMIT_BYTES

ROOT = Path(__file__).parent.parent.parent


class Needs(IntEnum):
    """What it takes, in somebody's own chat; each includes what stands above it."""

    NOTHING = 0
    OFFICIAL = 1
    OWN_PROJECT = 2
    """An official who looks after the project."""
    ADMIN = 3


COMMANDS: dict[str, Needs] = {
    "start": Needs.NOTHING,
    "help": Needs.NOTHING,
    "settings": Needs.NOTHING,
    "digest": Needs.NOTHING,
    "news": Needs.NOTHING,
    "search": Needs.NOTHING,
    "projects": Needs.NOTHING,
    "export": Needs.NOTHING,
    "status": Needs.NOTHING,
    "pause": Needs.NOTHING,
    "follow": Needs.NOTHING,
    "following": Needs.NOTHING,
    "announcements": Needs.NOTHING,
    "resume": Needs.NOTHING,
    "language": Needs.NOTHING,
    "privacy": Needs.NOTHING,
    "delete_me": Needs.NOTHING,
    "overview": Needs.OFFICIAL,
    "overdue": Needs.OFFICIAL,
    "update": Needs.OFFICIAL,
    "report": Needs.OFFICIAL,
    "announce": Needs.ADMIN,
    "review": Needs.ADMIN,
    "sources": Needs.ADMIN,
    "people": Needs.ADMIN,
    "invite": Needs.ADMIN,
    "audit": Needs.ADMIN,
    "stats": Needs.ADMIN,
}

_BUTTONS: dict[Needs, dict[str, str]] = {
    Needs.NOTHING: {
        "alerts": "districts main most off open quiet sectors set words",
        "announced": "list open press",
        "ask": "list tell",
        "digest": "from",
        "export": "csv geojson oc4ids xlsx",
        "filters": "amount below cancel districts hear languages open save sectors sources without"
        " words",
        "follow": "choose digest list mine now open pick show stop",
        "invite": "not-now take",
        "news": "after before latest",
        "pause": "for open",
        "privacy": "delete export open",
        "project": "amounts back documents file history map milestones qr show stories",
        "projects": "at by list",
        "search": "from",
        "settings": "days group here language main news open pause resume tell time zone",
        "update": "drop",
        "story": "back even hear less more mute show why",
        "welcome": "choose join language yes",
    },
    Needs.OFFICIAL: {
        "ask": "close questions",
        "import": "apply cancel column columns is look undo",
        "overdue": "list",
        "overview": "all by chart list",
        "proposal": "list",
        "report": "by make menu",
    },
    Needs.OWN_PROJECT: {
        "candidate": "dismiss doubt near open publish same",
        "nudge": "same update",
        "project": "doubt unlink",
        "proposal": "accept correct dismiss return show",
        "update": "anew begin confirm mine same set source to undo undone why",
    },
    Needs.ADMIN: {
        "announced": "all",
        "announce": "button buttons copy delete delete-yes draft drop drop-yes fallback go label"
        " link list look new others place project project-is say send test try unbutton version",
        "audience": "active chats districts drop drop-yes everyone languages less missed nobody"
        " open pressed projects roles save saved sectors sorts use",
        "audit": "action days file list person project",
        "channel": "check digest districts hours languages list most pace pin projects quiet sample"
        " samples sectors show stories time zone",
        "invite": "begin districts list make revoke",
        "people": "districts end end-yes list projects role role-yes says show two",
        "review": "amount drop fix jobs join keep mark newer of off older on open places queues"
        " sectors set-amount set-stage show split stage story undo",
        "watch": "cancel list pause resume show stop",
        "result": "again apply apply-yes correct doubt file follow pressed resend show withdraw"
        " withdraw-yes",
        "send": "agree ask at channel channels every now own pins plan quiet return stop urgent"
        " when",
        "sources": "add check full-text list open pause remove remove-yes resume review show",
    },
}
BUTTONS: dict[tuple[str, str], Needs] = {
    (area, verb): needs
    for needs, areas in _BUTTONS.items()
    for area, verbs in areas.items()
    for verb in verbs.split()
}
"""By area and verb."""

QUESTIONS: dict[str, tuple[Needs, str, tuple[str, ...]]] = {
    "alerts-words": (Needs.NOTHING, "", ("завод",)),
    "filters-words": (Needs.NOTHING, "", ("завод",)),
    "filters-without": (Needs.NOTHING, "", ("завод",)),
    "status": (Needs.NOTHING, "", ("завод в Кентау", "TUR-003")),
    "time": (Needs.NOTHING, "", ("08:45",)),
    "zone": (Needs.NOTHING, "", ("Ташкент",)),
    "announce-label": (Needs.ADMIN, ":1:0:ru", ("Подробнее",)),
    "announce-link": (Needs.ADMIN, ":1", ("Сайт https://example.kz", "нет")),
    "announce-project": (Needs.ADMIN, ":1", ("TUR-001", "нет")),
    "announce-say": (Needs.ADMIN, ":1:ru:-", ("Открыт приём заявок",)),
    "audience-chats": (Needs.ADMIN, ":1:less", ("102, 103", "Инвесторы")),
    "audience-name": (Needs.ADMIN, ":1", ("Кентау",)),
    "audience-projects": (Needs.ADMIN, ":1:among", ("TUR-001", "нет")),
    "audit-days": (Needs.ADMIN, ":-", ("23.11.2026", "вчера")),
    "audit-project": (Needs.ADMIN, ":-", ("TUR-003", "нет")),
    "send-own": (Needs.ADMIN, ":1:1", ("завтра 10:00", "нет")),
    "send-return": (Needs.ADMIN, ":1:1", ("не то",)),
    "send-time": (Needs.ADMIN, ":1:week:0", ("10:00", "нет")),
    "send-when": (Needs.ADMIN, ":1", ("завтра 10:00", "нет")),
    "people-projects": (Needs.ADMIN, ":77", ("TUR-001", "нет")),
    "review": (Needs.ADMIN, ":amount:all:1:d4649e", ("5 млрд тенге", "что?")),
    "source": (Needs.ADMIN, "", ("https://new.example.kz/rss", "нет")),
    "proposal-word": (Needs.OWN_PROJECT, ":1", ("не то",)),
    "undo": (Needs.OWN_PROJECT, ":1", ("ошибка",)),
    "update": (Needs.OWN_PROJECT, ":1:0:menu:", ("потому что", "45")),
}
"""What it takes to answer, what stands behind its name in `awaiting`, and some answers."""


def commands_of(dispatcher: Dispatcher) -> set[str]:
    """Every command that some router listens to."""
    return {
        str(name)
        for router in dispatcher.chain_tail
        for handler in router.message.handlers
        for one in handler.filters or ()
        if isinstance(one.callback, Command)
        for name in (
            ("start",) if isinstance(one.callback, CommandStart) else one.callback.commands
        )
    }


def buttons_of_code() -> set[tuple[str, str]]:
    """Areas and verbs that the handlers name: in their filters and where they take a press apart,

    and those that a view packs into a button.
    """
    found: set[tuple[str, str]] = set()
    for file in sorted((ROOT / "handlers").glob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        found |= set(_filtered(tree)) | set(_matched(tree))
    for file in sorted((ROOT / "views").glob("*.py")):
        found |= set(_packed(ast.parse(file.read_text("utf-8"))))
    return found


_WORDS = re.compile(r"\^?([a-z][a-z_]*):(?:([a-z][a-z0-9-]*)|\(([a-z|-]+)\))(?::.*)?")


def _filtered(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """What `F.data` begins with, is, or matches: `"area:verb:"`, `r"^area:(verb|other):"`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call | ast.Compare) or "F.data" not in ast.unparse(node):
            continue
        for one in ast.walk(node):
            said = one.value if isinstance(one, ast.Constant) else None
            if isinstance(said, str) and (words := _WORDS.fullmatch(said)):
                yield from ((words[1], verb) for verb in (words[2] or words[3]).split("|"))


def _matched(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """`case Press("area", "verb" | "other", …)`"""
    for node in ast.walk(tree):
        if isinstance(node, ast.MatchClass) and ast.unparse(node.cls) == "Press":
            said = [list(_constants(each)) for each in node.patterns[:2]]
            if len(said) == 2:
                yield from ((area, verb) for area in said[0] for verb in said[1])


def _constants(pattern: ast.pattern) -> Iterator[str]:
    for node in ast.walk(pattern):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _packed(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """`pack("area", "verb", …)`, the area possibly a constant of the module."""
    named = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or ast.unparse(node.func) != "pack" or len(node.args) < 2:
            continue
        words = [
            each.value
            if isinstance(each, ast.Constant)
            else named.get(each.id)
            if isinstance(each, ast.Name)
            else None
            for each in node.args[:2]
        ]
        if isinstance(words[0], str) and isinstance(words[1], str):
            yield words[0], words[1]


def questions_of_code() -> set[str]:
    """The questions whose answers are typed: what the modules of the handlers call so."""
    found: set[str] = set()
    for file in sorted((ROOT / "handlers").glob("*.py")):
        module = import_module(f"handlers.{file.stem}") if file.stem != "__init__" else None
        for name, value in vars(module).items() if module else ():
            if name in ("QUESTION", "QUESTIONS", "AWAITED"):
                found |= {value} if isinstance(value, str) else set(value)
    return found


NUMBERS = ("1", "2", "3")
"""The projects there are: one's own, another's, a candidate."""
_FINAL = ("privacy:delete", "-yes", "remove", "dismiss", "end", "undo", "publish", "same", "merge")


def kind_of(data: str) -> tuple[str, str]:
    area, _, rest = data.partition(":")
    return area, rest.partition(":")[0]


ALIKE_FOR_ALL = frozenset({"announce", "audience", "channel", "result", "send", "watch"})
"""Areas whose numbers make no difference: who may, may with every announcement and channel."""


def samples(shown: Iterable[str]) -> list[str]:
    """Of what people were shown, and of what nobody was, enough of each kind to press.

    Where numbers name projects and people, one for each of the first: one's own, another's.
    """
    alike: dict[tuple[object, ...], str] = {}
    for data in (*shown, *sorted(forged(shown)), *(f"{a}:{v}:1:1:1" for a, v in BUTTONS)):
        kind = kind_of(data)
        number = next((word for word in data.split(":")[2:] if word in NUMBERS), "")
        if BUTTONS.get(kind) is Needs.NOTHING and kind[0] not in ("project", "follow"):
            number = ""
        if kind[0] in ALIKE_FOR_ALL:
            number = ""
        if len(data.encode()) <= LIMIT_BYTES and not data.startswith("privacy:delete:yes"):
            alike.setdefault((kind, number), data)
    return sorted(alike.values(), key=is_final)


def is_final(data: str) -> bool:
    """Whether there is less to look at once it was pressed."""
    return any(word in data for word in _FINAL)


def forged(data: Iterable[str]) -> set[str]:
    """The same with somebody else's numbers."""
    made: set[str] = set()
    for one in data:
        words = one.split(":")
        for at, word in enumerate(words[2:], 2):
            if word.isdigit() and len(word) < 4:
                for other in NUMBERS:
                    made.add(":".join([*words[:at], other, *words[at + 1 :]]))
    return made
