"""Those who write announcements, with verbs, in a town of readers."""

from dataclasses import dataclass
from typing import Any

from delivery.outgoing import Outgoing
from model.announcements import Announcement, Announcing
from model.ids import AnnouncementId
from model.people import Language, Role
from tests.handlers.town import Person, Shown, Town

ADMIN = 9


def photo(file_id: str) -> dict[str, Any]:
    size = {"file_unique_id": file_id, "width": 1, "height": 1}
    return {"photo": [{"file_id": "small", **size}, {"file_id": file_id, **size}]}


def file(kind: str, file_id: str, **more: Any) -> dict[str, Any]:
    return {kind: {"file_id": file_id, "file_unique_id": file_id, **more}}


@dataclass(frozen=True)
class Writer:
    """Somebody who may write announcements, in their own chat."""

    person: Person

    @property
    def town(self) -> Town:
        return self.person.town

    @property
    def screen(self) -> Shown:
        return self.person.screen

    async def begins(self, language: str | None = None) -> None:
        """A new draft, and the question what it says."""
        await self.person.says("/announce")
        await self.person.presses("Новое объявление")
        if language is not None:
            await self.person.presses(language)

    async def writes(self, text: str = "Открыт приём заявок", **content: Any) -> int:
        """A new draft that says it; the message's id."""
        await self.begins()
        return await self.person.says(text, **content)

    async def sends_album(
        self, *items: dict[str, Any], group: str = "77", **more: Any
    ) -> list[int]:
        """All within a second, as it is in the apps; the ids in order."""
        at = self.town.clock.now()
        return [
            await self.person.says(**item, **more, media_group_id=group, date=at) for item in items
        ]

    async def presses(self, label: str, on: Shown | None = None) -> None:
        await self.person.presses(label, on)

    async def says(self, text: str | None = None, **content: Any) -> int:
        return await self.person.says(text, **content)

    async def draft(self, number: int = 1) -> Announcement:
        """As a second session sees it."""
        async with self.town.database.reading() as db:
            found = await db.announcements.get(AnnouncementId(number))
        assert found is not None
        return found

    async def said(self, language: Language = Language.RUSSIAN, number: int = 1) -> Outgoing:
        return Outgoing.from_json((await self.draft(number)).versions[language])

    def heard(self, since: int = 0) -> list[str]:
        """What the bot said in their chat."""
        return self.town.telegram.said(self.person.chat_id)[since:]


async def writer(town: Town, user_id: int = ADMIN, name: str = "Айгуль") -> Writer:
    """Somebody with the right to write, who has pressed /start."""
    if user_id != ADMIN:
        async with town.database.writing() as db:
            now = town.clock.now()
            await db.roles.grant(user_id, Role.OFFICIAL, ADMIN, now, name=name)
            await db.roles.let_announce(user_id, Announcing.WRITE)
    person = town.person(user_id)
    await person.says("/start")
    await person.presses_first()
    return Writer(person)


async def readers(town: Town, *languages: str) -> None:
    """Somebody who reads each of these, from the number 2001 on."""
    for number, language in enumerate(languages, 2001):
        person = town.person(number, language)
        await person.says("/start")
        await person.presses_first()
