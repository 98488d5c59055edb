"""What is kept about a person: handed over as a file, or deleted for good."""

import json
from dataclasses import dataclass

from accounts.actor import Actor
from accounts.begun import throw_away
from accounts.rights import Rights
from common.clock import Clock
from model.announcements import ButtonPress
from model.audit import Act
from model.people import FILTERS, Draft, Liking, Office, Role, Subscriber
from model.projects import Follow
from model.updates import UpdateDraft
from storage.announcement_results import Announced
from storage.choices import alerts_json
from storage.database import Database
from storage.project_json import fields_json
from storage.subscribers import Message, Received


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed, for the answer to say."""

    anything: bool
    """False: nothing was kept about this chat."""
    digests: int = 0
    role: Role | None = None
    """A role that was held: its acts stay in the log, under role and number."""
    role_stays: bool = False
    """An admin of the settings is one until the settings change."""


class DeleteMe:
    """Removes profile, choices, ledger and pending rows; sent rows keep no chat id.

    So go what was begun and never confirmed: an update with its files, a spreadsheet. What was
    announced to the chat stays counted, without saying to whom; presses of its buttons go.

    A role ends first, in the same transaction; the acts done in it stay in the audit log, which
    holds a number and no name.
    """

    def __init__(self, database: Database, clock: Clock, rights: Rights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor) -> Forgotten:
        async with self._database.writing() as db:
            await db.roles.take_turn()
            held = await self._rights.role_of(db, actor.user_id)
            granted = await db.roles.get(actor.user_id) if actor.user_id is not None else None
            if granted is not None and actor.user_id is not None:
                await db.roles.revoke(actor.user_id)
                await db.audit.record(
                    Act(
                        at=self._clock.now(),
                        actor_id=actor.user_id,
                        role=granted,
                        action="role.end",
                        subject=str(actor.user_id),
                        before={"role": granted},
                        after=None,
                    )
                )
            if actor.user_id is not None:
                await throw_away(db, actor.user_id)
                await db.imports.forget(actor.user_id)
                await db.presses.forget(actor.user_id)
            role = held if held is not Role.SUBSCRIBER else None
            stays = await self._rights.role_of(db, actor.user_id) is not Role.SUBSCRIBER
            known = await db.subscribers.get(actor.chat_id)
            if known is not None:
                await db.saved_audiences.forget(known.id)  # announcements come before subscribers
            subscriber = await db.subscribers.get(actor.chat_id, hold=True)
            if subscriber is None:
                return Forgotten(anything=granted is not None, role=role, role_stays=stays)
            digests = await db.subscribers.count_received(subscriber.id)
            await db.outbox.forget(subscriber.id, self._clock.now())
            await db.subscribers.delete(subscriber.id)
        return Forgotten(anything=True, digests=digests, role=role, role_stays=stays)


class ExportMyData:
    """All that is kept about the chat, as JSON; None if nothing is."""

    def __init__(self, database: Database, clock: Clock, rights: Rights) -> None:
        self._database = database
        self._clock = clock
        self._rights = rights

    async def __call__(self, actor: Actor) -> bytes | None:
        async with self._database.reading() as db:
            subscriber = await db.subscribers.get(actor.chat_id)
            if subscriber is None:
                return None
            role = await self._rights.role_of(db, actor.user_id)
            office = None if actor.user_id is None else await db.roles.office(actor.user_id)
            received = await db.subscribers.received(subscriber.id)
            messages = await db.subscribers.messages(actor.chat_id)
            likings = await db.tastes.likings(subscriber.id)
            draft = await db.drafts.get(subscriber.id)
            searches = await db.searches.of(subscriber.id)
            alerted = await db.alerts.told(subscriber.id)
            update = await db.update_drafts.get(actor.chat_id) if actor.is_private else None
            follows = await db.follows.of(subscriber.id)
            told = await db.follows.told([subscriber.id])
            announced = await db.results.of_chat(subscriber.id)
            presses = [] if actor.user_id is None else await db.presses.by(actor.user_id)
        data = {
            "made_at": self._clock.now(),
            **_profile(subscriber),
            "more_or_less": [_liking(each) for each in likings],
            "filters_not_saved": None if draft is None else _tried(draft),
            "update_of_a_project": None if update is None else _update(update),
            "role": role,
            "office": None if office is None else _office(office),
            "digests": [_received(each) for each in received],
            "follows": [_follow(each) for each in follows],
            "told_of_projects": [{"at": each.at, "change": each.change_id} for each in told],
            "alerted": [{"at": at, "story": story} for at, story in alerted],
            "announcements": [_announced(each) for each in announced],
            "buttons_pressed": [_press(each) for each in presses],
            "messages": [_message(each) for each in messages],
            "searches": [
                {"at": each.at, "words": each.words, "told_the_registry_at": each.told_at}
                for each in searches
            ],
        }
        return json.dumps(data, ensure_ascii=False, indent=2, default=str).encode()


def _profile(subscriber: Subscriber) -> dict[str, object]:
    schedule, choices = subscriber.schedule, subscriber.choices
    return {
        "chat_id": subscriber.chat_id,
        "language": subscriber.language,
        "digest": {
            "time": schedule.at.strftime("%H:%M"),
            "days": sorted(day + 1 for day in schedule.days),  # ISO: Monday is 1
            "timezone": schedule.timezone,
            "tells_nothing_new": subscriber.tells_nothing_new,
        },
        "news_languages": sorted(choices.news_languages) or "all",
        "districts": sorted(choices.districts) or "all",
        "sectors": sorted(choices.sectors) or "all",
        "filters": {
            "only_with_amount": choices.with_amount,
            "words": sorted(choices.words),
            "without_words": sorted(choices.without_words),
            "muted_sources": sorted(choices.muted_sources),
            "more_or_less_of": dict(sorted(choices.tastes)),
        },
        "alerts": alerts_json(subscriber.alerts),
        "first_seen_at": subscriber.created_at,
        "subscribed_at": subscriber.subscribed_at,
        "paused_at": subscriber.paused_at,
        "paused_until": subscriber.paused_until,
        "unreachable_at": subscriber.unreachable_at,
        "unreachable_reason": subscriber.unreachable_reason,
        "next_digest_at": subscriber.next_digest_at,
        "topic": subscriber.thread_id,
        "question_asked": subscriber.awaiting,
        "last_hint_at": subscriber.hint_at,
        "last_seen_at": subscriber.seen_at,
        "menu": subscriber.menu,
    }


def _office(office: Office) -> dict[str, object]:
    """What is kept of a role besides the acts, which are the log's."""
    return {
        "name": office.name,
        "districts": sorted(office.scope.districts) or "all",
        "projects": sorted(office.scope.projects) or "all",
        "granted_at": office.granted_at,
        "granted_by": office.granted_by,
    }


def _follow(each: Follow) -> dict[str, object]:
    return {
        "what": each.kind.name.lower(),
        "key": each.key,
        "at_once": each.at_once,
        "since": each.since,
    }


def _liking(each: Liking) -> dict[str, object]:
    return {"at": each.at, "story": each.story_id, "more": each.liked > 0}


def _tried(draft: Draft) -> dict[str, object]:
    """Only what was changed."""
    changed = {name: getattr(draft, name) for name in FILTERS}
    return {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in changed.items()
        if value is not None
    }


def _update(draft: UpdateDraft) -> dict[str, object]:
    return {
        "at": draft.at,
        "project": draft.project_id,
        "changes": fields_json(draft.changes),
        "reason": draft.reason,
        "source": draft.source,
        "confirmed": draft.done is not None,
    }


def _received(each: Received) -> dict[str, object]:
    return {"at": each.at, "stories": each.stories}


def _announced(each: Announced) -> dict[str, object]:
    return {"number": each.announcement_id, "language": each.language, "state": each.state}


def _press(each: ButtonPress) -> dict[str, object]:
    return {"at": each.at, "announcement": each.announcement_id, "button": each.button + 1}


def _message(each: Message) -> dict[str, object]:
    return {"at": each.at, "kind": each.kind, "state": each.state}
