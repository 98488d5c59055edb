"""What is being sent is watched, paused, resumed and cancelled here."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from accounts.actor import Actor
from common.clock import Clock
from delivery.answers import Answers
from handlers.announcing_desk import number_of
from handlers.filters import Fits
from handlers.showing import look_of, show_in_place
from model.announcements import AnnouncementState
from model.ids import AnnouncementId
from model.people import Schedule
from publishing.announcing.errors import AnnouncementChangedError
from publishing.announcing.stopping import CancelAnnouncement, PauseAnnouncement, ResumeAnnouncement
from publishing.announcing.watching import LeaveProgress, ListUnderWay, SeeProgress, WatchProgress
from views import announcing_watching as views
from views.callbacks import number, parse
from views.texts import Texts


class Watching:
    """Shows how far an announcement is, in a message that is edited from then on."""

    def __init__(
        self, answers: Answers, schedule: Schedule, see: SeeProgress, watch: WatchProgress
    ) -> None:
        self._answers = answers
        self._schedule = schedule
        self._see = see
        self._watch = watch

    async def __call__(
        self, query: CallbackQuery, actor: Actor, number: AnnouncementId, said: str = ""
    ) -> None:
        """`said` is the toast. Where the chat had such a message, it says where it goes on."""
        seen = await self._see(actor, number)
        zone = look_of(actor, self._schedule).timezone
        shown = views.progress(seen, zone, actor.language)
        message_id = await show_in_place(query, actor, self._answers, shown, said)
        if message_id is None or not seen.is_begun:
            return
        before = await self._watch(actor, seen, message_id, zone, shown)
        if before is not None:
            moved = views.moved(number, actor.language)
            await self._answers.edit(actor.chat_id, before, moved)


def router() -> Router:
    router = Router(name="announcing-watching")
    _looked_at(router)
    _stopped(router)
    _cancelled(router)
    return router


def _looked_at(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("watch:show:")))
    async def shown(query: CallbackQuery, actor: Actor, watching: Watching) -> None:
        await watching(query, actor, number_of(query))

    @router.callback_query(Fits(F.data == "watch:list"))
    @router.callback_query(Fits(F.data.startswith("watch:list:")))
    async def listed(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        clock: Clock,
        schedule: Schedule,
        list_under_way: ListUnderWay,
        leave_progress: LeaveProgress,
    ) -> None:
        found = await list_under_way(actor)
        await leave(query, actor, leave_progress)
        zone = look_of(actor, schedule).timezone
        said = views.under_way(found, zone, clock.now(), actor.language)
        await show_in_place(query, actor, answers, said)


def _stopped(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("watch:pause:")))
    async def paused(
        query: CallbackQuery,
        actor: Actor,
        watching: Watching,
        pause_announcement: PauseAnnouncement,
    ) -> None:
        after = await pause_announcement(actor, number_of(query))
        is_paused = after.state is AnnouncementState.PAUSED
        await watching(query, actor, after.id, _said("watch-did-pause", actor, is_so=is_paused))

    @router.callback_query(Fits(F.data.startswith("watch:resume:")))
    async def resumed(
        query: CallbackQuery,
        actor: Actor,
        watching: Watching,
        resume_announcement: ResumeAnnouncement,
    ) -> None:
        which, is_sending = number_of(query), False
        try:
            after = await resume_announcement(actor, which, _version(query))
            is_sending = after.state is AnnouncementState.SENDING
        except AnnouncementChangedError:
            pass  # what it is now is shown, with a button that resumes that
        await watching(query, actor, which, _said("watch-did-resume", actor, is_so=is_sending))


def _cancelled(router: Router) -> None:
    @router.callback_query(Fits(F.data.startswith("watch:cancel:")))
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        watching: Watching,
        see_progress: SeeProgress,
        leave_progress: LeaveProgress,
    ) -> None:
        seen = await see_progress(actor, number_of(query))
        if not seen.may_stop or not seen.announcement.state.is_under_way:
            await watching(query, actor, seen.announcement.id)
            return
        await leave(query, actor, leave_progress)
        await show_in_place(query, actor, answers, views.ask_cancel(seen, actor.language))

    @router.callback_query(Fits(F.data.startswith("watch:stop:")))
    async def cancelled(
        query: CallbackQuery,
        actor: Actor,
        watching: Watching,
        cancel_announcement: CancelAnnouncement,
    ) -> None:
        after = await cancel_announcement(actor, number_of(query))
        is_over = after.state is AnnouncementState.CANCELLED
        await watching(query, actor, after.id, _said("watch-did-cancel", actor, is_so=is_over))


async def leave(query: CallbackQuery, actor: Actor, leave_progress: LeaveProgress) -> None:
    """The pressed message, which names the announcement first, is about to say something else."""
    press = parse(query.data)
    which = number(press.args[0]) if press is not None and press.args else None
    if which is not None and query.message is not None:
        await leave_progress(actor, AnnouncementId(which), query.message.message_id)


def _version(query: CallbackQuery) -> int:
    """Which version the button was shown with; none that there is for one that names none."""
    press = parse(query.data)
    seen = number(press.args[1]) if press is not None and len(press.args) > 1 else None
    return -1 if seen is None else seen


def _said(key: str, actor: Actor, *, is_so: bool) -> str:
    return Texts(actor.language).plain(key if is_so else "watch-was-otherwise")
