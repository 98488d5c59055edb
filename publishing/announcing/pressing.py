"""Buttons under announcements that show a project: who pressed one, and which project it is."""

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from common.clock import Clock
from model.ids import AnnouncementId, ProjectId
from model.people import ChatKind
from storage.database import Database


class PressButton:
    """Notes who pressed a button first, whoever it is, and says which project it opens.

    Under a draft that is looked at or tried out nothing is noted. In a channel such buttons are
    links: nothing is to be said there to whoever presses.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    async def __call__(self, actor: Actor, number: AnnouncementId, button: int) -> ProjectId:
        """WrongChoiceError where there is no such button (any more)."""
        async with self._database.reading() as db:
            found = await db.announcements.get(number)
            buttons = () if found is None else found.buttons
            project = buttons[button].project_id if button < len(buttons) else None
            if found is None or project is None or actor.kind is ChatKind.CHANNEL:
                raise WrongChoiceError(f"button {button} of announcement {number}")
            user_id = actor.user_id
            is_known = user_id is None or await db.presses.has(number, button, user_id)
        if user_id is not None and not is_known and found.started_at is not None:
            async with self._database.writing() as db:
                await db.presses.add(number, button, user_id, self._clock.now())
        return project
