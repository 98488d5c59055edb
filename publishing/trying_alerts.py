"""What alerts would have brought last week: shown while they are chosen."""

from datetime import timedelta

from common.clock import Clock
from model.alerts import Wish
from model.people import Alerts, Subscriber
from publishing.alerting import would_have_come
from storage.database import Database

WEEK = timedelta(days=7)
MOST_LOOKED_AT = 2_000
"""Stories of a week that are looked at, the newest of them."""


class TryAlerts:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, subscriber: Subscriber) -> int:
        """How many alerts the last week would have brought, whether they are on or off."""
        alerts = subscriber.alerts or Alerts()
        if not alerts.any_chosen:
            return 0
        since = self._clock.now() - WEEK
        async with self._database.reading() as db:
            newest = await db.stories.newest(MOST_LOOKED_AT)
        week = [story for story in newest if story.stored_at > since]
        return would_have_come(week, Wish(alerts, subscriber.choices), subscriber.schedule)
