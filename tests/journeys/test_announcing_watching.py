"""An announcement on its way, over real HTTP: watched, paused, resumed, cancelled, gone wrong."""

import itertools
import re
from collections.abc import Sequence

import pytest

from delivery.limiter import CHAT_SECONDS
from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementButton, AnnouncementState
from model.ids import AnnouncementId
from model.people import Language
from publishing.announcing.telling import LEAST_SECONDS, SLACK
from storage.database import Database
from tests.clocks import MORNING, ManualClock
from tests.journeys.stage import ADMIN, Journey, Json, Person, buttons, until
from tests.publishing.announced import Broadcasts

SAID = "Открыт приём заявок"
READERS = 80
PER_SECOND = 10


class Watching:
    """An admin before the message that tells how far it is, and a crowd that gets it."""

    def __init__(self, journey: Journey, admin: Person, crowd: Sequence[int]) -> None:
        self.journey = journey
        self.admin = admin
        self.crowd = crowd

    @classmethod
    async def begins(
        cls, journey: Journey, blocked: float = 0.0, url: str = "https://keruen.kz"
    ) -> "Watching":
        """A draft to everyone, confirmed."""
        journey.settings = journey.settings.model_copy(update={"messages_per_second": PER_SECOND})
        await journey.starts()
        admin = journey.admin()
        await admin.subscribes()
        crowd = journey.sandbox.crowd(READERS, blocked=blocked).ids
        number = await written(journey.program.database, crowd, url)
        watching = cls(journey, admin, crowd)
        await watching.presses_data(f"announce:go:{number}:0")
        return watching

    @property
    def message(self) -> Json:
        """The newest that tells how far it is: the admin is among those who get it, too."""
        return self.admin.said_with("бъявлени")[-1]

    @property
    def told(self) -> str:
        return str(self.message["text"])

    async def presses(self, label: str) -> None:
        """Without waiting until all that is being sent has gone."""
        found = [one for one in buttons(self.message) if label in one["text"]]
        assert found, f"no button {label!r} under {self.told}"
        await self.presses_data(found[0]["callback_data"])

    async def presses_data(self, data: str) -> None:
        admin, shown = self.admin, (self.admin.said_with("бъявлени") or self.admin.messages)[-1]
        await self.journey.sandbox.press(
            admin.user_id, admin.chat_id, data=data, message_id=shown["message_id"]
        )
        await self.journey.sandbox.settled()

    def reached(self) -> int:
        return len(self.journey.sandbox.arrived(SAID).keys() & set(self.crowd))

    async def reaches(self, count: int) -> None:
        """Wait until so many of the crowd have it; the clocks run on meanwhile."""

        async def enough() -> bool:
            self.journey.moves_clocks(0.2)
            await self.journey.program.tick_announcements()
            return self.reached() >= count

        await until(enough, f"{count} have it")

    async def says(self, words: str) -> None:
        """Wait until the message says so."""

        async def so() -> bool:
            self.journey.moves_clocks(0.5)
            await self.journey.program.tick_announcements()
            await self.journey.program.tick_guarding()
            await self.journey.program.tick_watching()
            return words in self.told

        await until(so, words)

    async def says_more_than(self, sent: int) -> None:
        """Wait until more have it, by the message."""

        async def so() -> bool:
            self.journey.moves_clocks(0.5)
            await self.journey.program.tick_watching()
            found = re.search(r"Доставлено: (\d+)", self.told)
            return found is not None and int(found[1]) > sent

        await until(so, f"more than {sent} have it")

    def edits(self) -> list[Json]:
        """Of the message, in their order."""
        chat = str(self.admin.chat_id)
        calls = self.journey.sandbox.calls("editMessageText")
        return [call for call in calls if str(call["params"]["chat_id"]) == chat]


async def written(database: Database, crowd: Sequence[int], url: str) -> AnnouncementId:
    """A draft with a button that opens a link, and readers who subscribed long ago."""
    said = {Language.RUSSIAN: Outgoing.authored(SAID, []).to_json()}
    button = AnnouncementButton({Language.RUSSIAN: "Подать"}, url=url)
    draft = Announcement(
        AnnouncementId(0),
        ADMIN,
        AnnouncementState.DRAFT,
        MORNING,
        MORNING,
        versions=said,
        buttons=(button,),
    )
    post = Broadcasts(database, ManualClock())
    for chat_id in crowd:
        await post.chat(chat_id)
    async with database.writing() as db:
        return (await db.announcements.add(draft)).id


async def test_paused_in_the_middle_restarted_resumed_and_cancelled(idle_journey: Journey) -> None:
    journey = idle_journey
    watching = await Watching.begins(journey)
    assert "отправляется" in watching.told
    await watching.reaches(15)
    await watching.presses("Приостановить")
    assert "приостановлено" in watching.told
    await journey.settles()
    had, message = watching.reached(), watching.message["message_id"]
    assert had < READERS, "it was paused in the middle"
    await journey.time_passes(minutes=5)
    assert watching.reached() == had, "nothing leaves meanwhile"

    await journey.restarts()
    await journey.time_passes(minutes=5)
    assert watching.reached() == had
    await watching.presses("Продолжить")
    await watching.reaches(had + 15)
    await watching.says_more_than(had)
    assert watching.message["message_id"] == message, "the same message goes on"

    await watching.presses("Отменить")
    await watching.presses("Да")
    await journey.settles()
    await journey.time_passes(minutes=5)
    had = watching.reached()
    assert had < READERS
    assert "отменена" in watching.told
    # The admin reads it too, and may have been the last to get it, or not.
    assert (
        f"Не отправлено из-за отмены: {READERS + 1 - had - journey.sandbox.arrived(SAID)[ADMIN]}"
        in (watching.told)
    )
    assert set(journey.sandbox.arrived(SAID).values()) == {1}, "nobody twice"


async def test_the_message_is_edited_at_a_rate_that_telegram_takes(idle_journey: Journey) -> None:
    watching = await Watching.begins(idle_journey)
    await watching.says("отправлено")
    assert f"из {READERS + 1}" in watching.told
    moments = [call["time"] for call in watching.edits()[1:-1]]
    gaps = [later - earlier for earlier, later in itertools.pairwise(moments)]
    assert min(gaps) >= CHAT_SECONDS
    assert moments[-1] - moments[0] >= SLACK * LEAST_SECONDS * len(gaps)
    assert [call["code"] for call in watching.edits()] == [200] * len(watching.edits())


async def test_a_dead_button_stops_it_at_once(idle_journey: Journey) -> None:
    journey = idle_journey
    journey.expected_refusals.append("Wrong HTTP URL")
    watching = await Watching.begins(journey, url="http://localhost")
    progress = watching.message["message_id"]

    async def told() -> bool:
        journey.moves_clocks(0.2)
        await journey.program.tick_announcements()
        await journey.program.tick_guarding()
        return bool(watching.admin.said_with("приостановилось само"))

    await until(told, "the admins are told")
    refused = [call for call in journey.sandbox.calls("sendMessage") if call["code"] == 400]
    assert 10 <= len(refused) < READERS
    await journey.time_passes(minutes=1)
    (notice,) = watching.admin.said_with("приостановилось само")
    assert "Wrong HTTP URL" in notice["text"]
    (shown,) = [one for one in watching.admin.messages if one["message_id"] == progress]
    assert "приостановлено" in shown["text"]
    assert "Wrong HTTP URL" in shown["text"]
    await watching.presses("Открыть")
    assert "приостановлено" in watching.told
    assert watching.reached() == 0


async def test_a_crowd_that_has_left_stops_it(idle_journey: Journey) -> None:
    journey = idle_journey
    watching = await Watching.begins(journey, blocked=1.0)
    await watching.says("приостановилось само")
    assert "bot was blocked by the user" in watching.told
    await journey.time_passes(minutes=5)
    failed = [call for call in journey.sandbox.calls("sendMessage") if call["code"] == 403]
    assert 40 <= len(failed) < READERS


async def test_an_outage_is_waited_out_and_said(idle_journey: Journey) -> None:
    journey = idle_journey
    watching = await Watching.begins(journey)
    await watching.reaches(5)
    journey.sandbox.fault("sendMessage", times=1_000, code=502, body="<html>502</html>")
    await watching.says("Telegram сейчас не принимает сообщения")
    journey.telegram_recovers()
    journey.moves_clocks(600)
    await watching.says("отправлено")
    assert watching.reached() == READERS


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_on_postgresql_it_is_stopped_as_well(idle_journey: Journey) -> None:
    idle_journey.expected_refusals.append("message is not modified")  # looked at twice
    watching = await Watching.begins(idle_journey)
    await watching.reaches(15)
    await watching.presses("Приостановить")
    await idle_journey.settles()
    had = watching.reached()
    assert had < READERS
    await watching.presses("Продолжить")
    await watching.says("отправлено")
    assert watching.reached() == READERS
    assert set(idle_journey.sandbox.arrived(SAID).values()) == {1}
