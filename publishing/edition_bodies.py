"""The bodies of editions: what one run has rendered serves all its chats."""

from dataclasses import replace
from datetime import datetime

from model.editions import Edition, Reader
from model.ids import BodyId, EditionId, StoryId
from model.news import Story
from model.people import ChatKind, Choices, Language
from publishing.composing import Composer
from publishing.stories import stories_for
from storage.transaction import Transaction
from views.digest import Look, digest, nothing_new
from views.links import BotLinks


def look_of(reader: Reader) -> Look:
    return Look.of(reader.language, reader.schedule, reader.kind, reader.thread_id)


async def look_for(db: Transaction, reader: Reader) -> Look:
    """As its digest reads: a channel's leads to where it is discussed."""
    look = look_of(reader)
    if reader.kind is not ChatKind.CHANNEL:
        return look
    channel = await db.channels.get(reader.id)
    return look if channel is None else replace(look, discussion=channel.standing.discussion)


class Bodies:
    """The bodies of one run: each edition rendered once for each look it is read in."""

    def __init__(self, links: BotLinks, composer: Composer) -> None:
        self._links = links
        self._composer = composer
        self._ids: dict[tuple[object, ...], BodyId] = {}
        self._stories: dict[tuple[tuple[StoryId, ...], Language, Choices], list[Story]] = {}

    @property
    def rendered(self) -> int:
        return len(self._ids)

    async def digest(
        self, db: Transaction, edition: Edition, reader: Reader, now: datetime
    ) -> BodyId:
        is_channel = reader.kind is ChatKind.CHANNEL  # there are few of them
        known = _known(edition.id, reader) + ((reader.id,) if is_channel else ())
        if known not in self._ids:
            look = await look_for(db, reader)
            stories = await self._told(db, edition, look.language)
            page = digest(
                edition.id,
                edition.until,
                stories,
                look,
                self._links,
                projects=await self._composer.news(db, edition),
                grouped_by=edition.choices.grouped_by,
            )
            key = f"edition:{edition.id}:{look.key}"
            self._ids[known] = await db.outbox.body(key, page.to_json(), now)
        return self._ids[known]

    async def _told(self, db: Transaction, edition: Edition, language: Language) -> list[Story]:
        """Read once for all editions that tell the same stories."""
        known = edition.story_ids, language, edition.choices
        if known not in self._stories:
            self._stories[known] = await stories_for(
                db, edition.story_ids, language, edition.choices
            )
        return self._stories[known]

    async def nothing_new(
        self, db: Transaction, reader: Reader, now: datetime, *, is_first: bool
    ) -> BodyId:
        known = (*_known(None, reader), is_first)
        if known not in self._ids:
            look = look_of(reader)
            key = f"nothing-yet:{look.key}" if is_first else f"nothing:{look.key}"
            shown = nothing_new(look, is_first=is_first)
            self._ids[known] = await db.outbox.body(key, shown.to_json(), now)
        return self._ids[known]


def _known(edition: EditionId | None, reader: Reader) -> tuple[object, ...]:
    """What a body depends on, told faster than by its key: it is asked once for each chat."""
    zone = reader.schedule.timezone
    return edition, reader.language, zone, reader.kind, reader.thread_id
