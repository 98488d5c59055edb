"""The limiter and the sender together: never more than the allowance, and nearly all of it."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as some
from markupsafe import Markup

from delivery.contents import AlbumItem, Media, MediaKind
from delivery.outcomes import Outcome
from delivery.outgoing import Outgoing
from model.ids import ChatId
from model.outbox import NewRow, Priority
from storage.database import Database
from tests.delivery.fakes import FakeTelegram
from tests.delivery.office import Office

SECONDS = 5.0


class Stopwatch(FakeTelegram):
    """Remembers when each message came."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self._office = office
        self.moments: list[float] = []

    async def send(
        self,
        chat_id: int,
        outgoing: Outgoing,
        *,
        as_plain: bool = False,
        without_thread: bool = False,
        instead_of: int | None = None,
    ) -> Outcome:
        self.moments += [self._office.clock.monotonic()] * outgoing.messages
        return await super().send(
            chat_id,
            outgoing,
            as_plain=as_plain,
            without_thread=without_thread,
            instead_of=instead_of,
        )


async def fill(office: Office, chats: int, sizes: list[int]) -> None:
    """A row for each chat, and three more for the first: one slow chat among many.

    `sizes`: of how many messages the rows are, in turn.
    """
    subscriber = await office.post.person(1)
    now = office.clock.now()
    async with office.post.database.writing() as db:
        bodies = [
            await db.outbox.body(f"{size}", message_of(size).to_json(), now) for size in sizes
        ]
        await db.outbox.enqueue(
            [
                NewRow(
                    subscriber,
                    ChatId(chat),
                    bodies[n % len(bodies)],
                    f"{n}",
                    "digest",
                    Priority.DIGEST,
                    now,
                )
                for n, chat in enumerate([1, 1, 1, *range(1, chats + 1)])
            ],
            now,
        )


def message_of(size: int) -> Outgoing:
    photo = AlbumItem(Media(MediaKind.PHOTO, "photo-1"))
    return Outgoing(Markup("a digest")) if size == 1 else Outgoing(album=(photo,) * size)


def most_within_a_second(moments: list[float]) -> int:
    return max(
        sum(start <= moment < start + 1.0 for moment in moments[index:])
        for index, start in enumerate(moments)
    )


@settings(max_examples=20, deadline=None)
@given(
    per_second=some.integers(20, 60),
    delays=some.lists(some.floats(0, 0.02), min_size=1, max_size=20),
    answers=some.lists(some.floats(0, SECONDS), max_size=10),
    sizes=some.just([1]) | some.lists(some.integers(1, 10), min_size=1, max_size=5),
)
async def test_the_allowance_is_kept_and_used(
    migrated_sqlite: Path,
    per_second: int,
    delays: list[float],
    answers: list[float],
    sizes: list[int],
) -> None:
    """`delays`: how late the sender wakes, in turn. `answers`: when someone else takes a permit."""
    with TemporaryDirectory() as folder:
        shutil.copy(migrated_sqlite, Path(folder) / "keruen.db")
        database = Database(f"sqlite+aiosqlite:///{folder}/keruen.db")
        try:
            office = Office(database, per_second)
            office.telegram = Stopwatch(office)
            office.sender = office.new_sender()
            await fill(office, int(per_second * (SECONDS + 2)), sizes)
            moments = await run(office, office.telegram, delays, sorted(answers))
        finally:
            await database.close()
    assert most_within_a_second(moments) <= per_second
    # Before an album, permits stay unused that are too few for it: none overtakes it.
    assert len(moments) >= 0.95 * (per_second - max(sizes) + 1) * SECONDS


async def run(
    office: Office, telegram: Stopwatch, delays: list[float], answers: list[float]
) -> list[float]:
    """Send for SECONDS; when each message went, answers among them."""
    start = office.clock.monotonic()
    taken: list[float] = []
    turn = 0
    while (passed := office.clock.monotonic() - start) < SECONDS:
        while answers and answers[0] <= passed:
            answers.pop(0)
            if office.limiter.take(-1 - len(answers), answer=True):
                taken.append(office.clock.monotonic())
        rest = await office.step()
        office.clock.advance(rest + delays[turn % len(delays)])
        turn += 1
    return sorted(telegram.moments + taken)
