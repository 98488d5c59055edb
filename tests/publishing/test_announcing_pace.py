"""The feeder and the sender together: the limit is used, never exceeded, and shared."""

from collections import Counter

from sqlalchemy import insert

from model.people import Schedule
from storage.database import Database
from storage.tables import SubscriberTable
from tests.delivery.office import Office
from tests.publishing.sending_stage import SendingStage

LIMIT = 1_000
SECONDS = 4


class Pace:
    """A second at a time, as the scheduler and the sender live it."""

    def __init__(self, database: Database, per_second: int) -> None:
        self.office = Office(database, per_second)
        self.stage = SendingStage(database, self.office.clock, per_second)
        self.database = database

    async def crowd(self, count: int) -> None:
        schedule = Schedule()
        rows = [
            {
                "chat_id": chat,
                "kind": "private",
                "language": "ru",
                "choices": {},
                "timezone": schedule.timezone,
                "digest_time": schedule.at,
                "days": 127,
                "tells_nothing_new": False,
                "created_at": self.office.clock.now(),
                "subscribed_at": self.office.clock.now(),
            }
            for chat in range(1, count + 1)
        ]
        async with self.database.writing() as db:
            await db.session.execute(insert(SubscriberTable), rows)

    async def second(self) -> int:
        """How many messages went in it."""
        before = len(self.office.telegram.sent)
        await self.stage.start_due()
        await self.stage.feed()
        await self.office.works(0.999)
        self.office.clock.advance(0.001)
        return len(self.office.telegram.sent) - before


async def test_a_thousand_a_second_are_used_and_never_exceeded(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    pace = Pace(database, LIMIT)
    await pace.crowd(LIMIT * SECONDS)
    await pace.stage.confirmed()
    went = [await pace.second() for _ in range(SECONDS + 1)]
    await database.close()
    assert sum(went) == LIMIT * SECONDS
    assert Counter(pace.office.telegram.chats()).most_common(1)[0][1] == 1
    assert max(went) <= LIMIT
    assert min(went[:SECONDS]) >= 0.95 * LIMIT, went


async def test_two_share_the_seconds_and_an_urgent_one_takes_them(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    pace = Pace(database, 20)
    await pace.crowd(200)
    await pace.stage.confirmed("Раз")
    for _ in range(2):
        await pace.second()
    await pace.stage.confirmed("Два")
    for _ in range(5):
        await pace.second()
    since = len(pace.office.telegram.sent)
    await pace.second()
    shared = Counter(message.text for message in pace.office.telegram.sent[since:])
    assert all(8 <= shared[said] <= 12 for said in ("Раз", "Два")), shared
    await pace.stage.confirmed("Срочно", is_urgent=True)
    since = len(pace.office.telegram.sent)
    for _ in range(4):
        await pace.second()
    first = [message.text for message in pace.office.telegram.sent[since : since + 60]]
    assert set(first) == {"Срочно"}
    for _ in range(30):
        await pace.second()
    await database.close()
    everybody = Counter((message.chat_id, message.text) for message in pace.office.telegram.sent)
    assert everybody == dict.fromkeys(
        [(chat, said) for chat in range(1, 201) for said in ("Раз", "Два", "Срочно")], 1
    )
