"""What became of an announcement: in numbers, and chat by chat as a spreadsheet.

figures | on a screen
chats, slice by slice | packed | in the worker: words, then XLSX
"""

import asyncio
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from accounts.actor import Actor
from common.clock import Clock
from common.errors import KeruenError
from common.worker import Run, WorkFailed
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from model.announcements import Announcing
from model.ids import AnnouncementId, ChatId, RecipientId
from model.people import ChatKind, Language
from model.results import Gathered, Results, pack
from publishing.announcing.errors import UnknownAnnouncementError
from publishing.announcing.rights import AnnouncingRights
from publishing.digests import BREATH
from storage.database import Database
from storage.transaction import Transaction
from views import announcing_after as views
from views.errors import sentence

log = structlog.get_logger(__name__)

ASKED = "results-asked:"
"""What the keys of files that were asked for begin with: announcement and chat stand behind it."""

SLICE = 500
"""Chats read at once: a hundredth of a second."""


class NoFileError(KeruenError):
    """The worker was lost over a spreadsheet, or took too long."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"no spreadsheet of results: {reason}", "error-results-failed")


@dataclass(frozen=True, slots=True)
class Asked:
    """Where the file is waited for, and how it is read."""

    message_id: int
    """The screen that says that it is being made."""
    language: Language
    timezone: str

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, kept: str) -> "Asked":
        fields = json.loads(kept)
        return cls(**fields | {"language": Language(fields["language"])})


@dataclass(frozen=True, slots=True)
class ResultsFile:
    name: str
    content: bytes


class SeeResults:
    """An announcement with its figures, for whoever may write."""

    def __init__(self, database: Database, clock: Clock, rights: AnnouncingRights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId) -> Results:
        """UnknownAnnouncementError for one that nobody began to send."""
        async with self._database.reading() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            return await results_of(db, number, self._clock.now())


class AskResultsFile:
    """Somebody wants all of it as XLSX: with 100,000 chats that takes longer than a press may."""

    def __init__(self, database: Database, rights: AnnouncingRights) -> None:
        self._database = database
        self._rights = rights

    async def __call__(self, actor: Actor, number: AnnouncementId, asked: Asked) -> None:
        """Asked for twice, it is made once."""
        async with self._database.writing() as db:
            await self._rights.require(db, actor, Announcing.WRITE)
            await db.key_values.set(f"{ASKED}{number}:{actor.chat_id}", asked.to_json())


class MakeAskedFiles:
    """Each tick: what was asked for, one after another. Cut short by a crash, it begins anew."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        see_results: SeeResults,
        run: Run,
        answers: Answers,
    ) -> None:
        self._database = database
        self._clock = clock
        self._see_results = see_results
        self._run = run
        self._answers = answers

    async def __call__(self) -> int:
        """How many there were."""
        async with self._database.reading() as db:
            found = await db.key_values.beginning(ASKED)
        for name, kept in found.items():
            number, chat = (int(word) for word in name.removeprefix(ASKED).split(":"))
            asked = Asked.from_json(kept)
            actor = Actor(ChatId(chat), ChatKind.PRIVATE, chat, asked.language)
            shown = await self._made(actor, AnnouncementId(number), asked)
            async with self._database.writing() as db:
                await db.key_values.forget(name)
            if not await self._answers.edit(chat, asked.message_id, shown):
                await self._answers.send(chat, shown)
        return len(found)

    async def _made(self, actor: Actor, number: AnnouncementId, asked: Asked) -> Outgoing:
        """Sends it; returns what the screen says then."""
        try:
            results = await self._see_results(actor, number)
            file = await self._file(results, asked)
        except KeruenError as error:
            log.warning("results were not made into a file", error=str(error))
            return views.failed(sentence(error, asked.language), number, asked.language)
        caption = views.caption(results, asked.language)
        sent = await self._answers.send_file(actor.chat_id, file.name, file.content, caption)
        said = views.said("result-not-made" if sent is None else "result-made", asked.language)
        return views.results(results, asked.timezone, asked.language, said)

    async def _file(self, results: Results, asked: Asked) -> ResultsFile:
        number, now = results.announcement.id, self._clock.now()
        packed = await self._outcomes(number)
        gathered = Gathered(results, packed, asked.language, asked.timezone, now)
        content = await self._run(write_results, gathered)
        if isinstance(content, WorkFailed):
            raise NoFileError(content.reason)
        day = now.astimezone(ZoneInfo(asked.timezone)).date()
        return ResultsFile(f"keruen-announcement-{number}-{day}.xlsx", content)

    async def _outcomes(self, number: AnnouncementId) -> tuple[bytes, ...]:
        """Each slice in a transaction of its own: nothing is held up for long."""
        packed: list[bytes] = []
        last, more = RecipientId(0), True
        while more:
            async with self._database.reading() as db:
                found = await db.results.outcomes(number, last, SLICE)
            if found:
                packed.append(pack(found))
                last = found[-1].id
            more = len(found) == SLICE
            await asyncio.sleep(BREATH)
        return tuple(packed)


async def results_of(db: Transaction, number: AnnouncementId, now: datetime) -> Results:
    found = await db.announcements.get(number)
    if found is None or found.started_at is None:
        raise UnknownAnnouncementError(number)
    progress = await db.progress.of(number, now, now)
    figures = await db.results.figures(number)
    opened = {one.project_id for one in found.buttons if one.project_id is not None}
    projects = await db.projects.by_ids(opened)
    codes = {each: one.code for each, one in projects.items()}
    if found.amending_since is None:
        return Results(found, progress, figures, codes)
    came = await db.amendments.came(number, found.revision, found.amended[-1].languages)
    return Results(found, progress, figures, codes, came)


def write_results(gathered: Gathered) -> bytes:
    """XLSX. Runs in the worker: what it imports is heavy."""
    from projects.reports.spreadsheet import write_workbook
    from views.announcing_book import workbook

    return write_workbook(workbook(gathered))
