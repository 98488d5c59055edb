"""Queries over announcements, from draft to sent."""

from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import datetime, time
from typing import Any

from sqlalchemy import Row, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from model.announcements import (
    Amended,
    Announcement,
    AnnouncementButton,
    AnnouncementState,
    Every,
    Recurrence,
    Source,
    Watcher,
)
from model.audiences import audience_json, audience_of
from model.ids import AnnouncementId, ProjectId, SubscriberId
from model.people import Language
from storage.tables import AnnouncementTable


class Announcements:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, announcement: Announcement, words: str = "") -> Announcement:
        """As it is, but for its id; `words` is what it is found by, folded."""
        added = await self._session.execute(
            insert(AnnouncementTable)
            .values(**_values(announcement), words=words)
            .returning(AnnouncementTable.id)
        )
        found = await self.get(AnnouncementId(added.scalar_one()))
        assert found is not None
        return found

    async def get(self, number: AnnouncementId, *, hold: bool = False) -> Announcement | None:
        query = _ALL.where(AnnouncementTable.id == number)
        row = (await self._session.execute(query.with_for_update() if hold else query)).first()
        return None if row is None else _announcement(row)

    async def save(self, announcement: Announcement, words: str | None = None) -> None:
        """Writes what was held and decided since; None leaves the words as they are."""
        values = _values(announcement) if words is None else _values(announcement, words=words)
        await self._session.execute(
            update(AnnouncementTable)
            .where(AnnouncementTable.id == announcement.id)
            .values(**values)
        )

    async def delete(self, number: AnnouncementId) -> None:
        """A draft that was never sent."""
        await self._session.execute(delete(AnnouncementTable).where(AnnouncementTable.id == number))

    async def among(
        self, states: Collection[AnnouncementState], *, hold: bool = False
    ) -> list[Announcement]:
        """All in one of these states, the newest first; held in the order of their ids."""
        query = _ALL.where(AnnouncementTable.state.in_([state.value for state in states]))
        if hold:
            query = query.order_by(AnnouncementTable.id).with_for_update()
        else:
            query = query.order_by(AnnouncementTable.id.desc())
        return [_announcement(row) for row in await self._session.execute(query)]

    async def after(self, parent: AnnouncementId) -> list[Announcement]:
        """Those that come of another one, in the order in which they were begun."""
        query = _ALL.where(AnnouncementTable.parent_id == parent).order_by(AnnouncementTable.id)
        return [_announcement(row) for row in await self._session.execute(query)]

    async def due(self, now: datetime) -> list[AnnouncementId]:
        """Those that are to begin by now, the earliest first."""
        query = (
            select(AnnouncementTable.id)
            .where(
                AnnouncementTable.state == AnnouncementState.SCHEDULED.value,
                AnnouncementTable.starts_at <= now,
            )
            .order_by(AnnouncementTable.starts_at, AnnouncementTable.id)
        )
        return [AnnouncementId(number) for number in await self._session.scalars(query)]


_ALL: Any = select(*(c for c in AnnouncementTable.__table__.columns if c.name != "words"))


def _values(one: Announcement, **more: Any) -> dict[str, Any]:
    return {
        "state": one.state.value,
        "author_id": one.author_id,
        "parent_id": one.parent_id,
        "said": {
            "versions": dict(one.versions),
            "sources": {each: asdict(source) for each, source in one.sources.items()},
            "fallback": one.fallback,
            "buttons": [_button_json(button) for button in one.buttons],
        },
        "audience": audience_json(one.audience),
        "plan": _plan_json(one),
        "starts_at": one.starts_at,
        "confirmed_by": one.confirmed_by,
        "approved_by": one.approved_by,
        "started_at": one.started_at,
        "resumed_at": one.resumed_at,
        "finished_at": one.finished_at,
        "withdrawn_at": one.withdrawn_at,
        "pause_reason": one.pause_reason,
        "pause_detail": one.pause_detail,
        "amending_since": one.amending_since,
        "version": one.version,
        "revision": one.revision,
        "created_at": one.created_at,
        "changed_at": one.changed_at,
        **more,
    }


def _plan_json(one: Announcement) -> dict[str, Any]:
    recurrence = one.recurrence
    return {
        "is_urgent": one.is_urgent,
        "heeds_quiet": one.heeds_quiet,
        "pins": one.pins,
        "channels": {
            str(channel): None if at is None else at.isoformat()
            for channel, at in one.channels.items()
        },
        "recurrence": None
        if recurrence is None
        else asdict(recurrence) | {"at": recurrence.at.isoformat("minutes")},
        "watchers": [asdict(watcher) for watcher in one.watchers],
        "amended": [_amended_json(amended) for amended in one.amended],
        "is_correction": one.is_correction,
    }


def _amended_json(amended: Amended) -> dict[str, Any]:
    moments = {"began_at": amended.began_at, "ended_at": amended.ended_at}
    return asdict(amended) | {name: at and at.isoformat() for name, at in moments.items()}


def _button_json(button: AnnouncementButton) -> dict[str, Any]:
    labels = dict(button.labels)
    return {"labels": labels, "url": button.url, "project_id": button.project_id}


def _announcement(row: Row[Any]) -> Announcement:
    said, plan = row.said, row.plan
    return Announcement(
        id=AnnouncementId(row.id),
        author_id=row.author_id,
        state=AnnouncementState(row.state),
        created_at=row.created_at,
        changed_at=row.changed_at,
        versions={Language(each): outgoing for each, outgoing in said["versions"].items()},
        sources={Language(each): _source(kept) for each, kept in said["sources"].items()},
        fallback=None if said["fallback"] is None else Language(said["fallback"]),
        buttons=tuple(map(_button, said["buttons"])),
        audience=audience_of(row.audience),
        is_urgent=plan["is_urgent"],
        heeds_quiet=plan["heeds_quiet"],
        channels={
            SubscriberId(int(each)): None if at is None else datetime.fromisoformat(at)
            for each, at in plan["channels"].items()
        },
        pins=plan["pins"],
        starts_at=row.starts_at,
        recurrence=_recurrence(plan["recurrence"]),
        parent_id=None if row.parent_id is None else AnnouncementId(row.parent_id),
        confirmed_by=row.confirmed_by,
        approved_by=row.approved_by,
        started_at=row.started_at,
        resumed_at=row.resumed_at,
        finished_at=row.finished_at,
        withdrawn_at=row.withdrawn_at,
        pause_reason=row.pause_reason,
        pause_detail=row.pause_detail,
        watchers=tuple(map(_watcher, plan["watchers"])),
        amending_since=row.amending_since,
        amended=tuple(map(_amended, plan["amended"])),
        is_correction=plan["is_correction"],
        version=row.version,
        revision=row.revision,
    )


def _source(kept: Mapping[str, Any]) -> Source:
    return Source(kept["chat_id"], tuple(kept["message_ids"]))


def _button(kept: Mapping[str, Any]) -> AnnouncementButton:
    labels = {Language(each): label for each, label in kept["labels"].items()}
    project = kept["project_id"]
    return AnnouncementButton(labels, kept["url"], None if project is None else ProjectId(project))


def _recurrence(kept: Mapping[str, Any] | None) -> Recurrence | None:
    if kept is None:
        return None
    at = time.fromisoformat(kept["at"])
    return Recurrence(Every(kept["every"]), kept["day"], at, kept["timezone"])


def _amended(kept: Mapping[str, Any]) -> Amended:
    moments = {
        name: kept[name] and datetime.fromisoformat(kept[name]) for name in ("began_at", "ended_at")
    }
    languages = tuple(map(Language, kept["languages"]))
    return Amended(**{**kept, **moments, "languages": languages})


def _watcher(kept: Mapping[str, Any]) -> Watcher:
    return Watcher(**{**kept, "language": Language(kept["language"])})
