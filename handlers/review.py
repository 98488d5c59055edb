"""/review: admins look through articles, one card at a time, in their private chat.

What is typed (an amount, a number of jobs) answers the question that `awaiting` names: what, the
queue, the article, and the stamp of the state it was asked about.
"""

from dataclasses import dataclass, replace

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from delivery.answers import Answers
from delivery.outgoing import Outgoing
from handlers.filters import Fits
from handlers.showing import look_of, say, show_in_place
from model.ids import ArticleId, StoryId
from model.news import FactKind, Stage
from model.people import Schedule
from model.review import Queue, QueueKind
from news.facts import read_facts
from news.reviewing import (
    Card,
    Decided,
    JoinStories,
    MarkCorrected,
    Outcome,
    SayOfArticle,
    SeeArticle,
    SeeLikely,
    SeeQueues,
    SplitStory,
    Step,
    TakeBack,
)
from news.verdicts import (
    Because,
    Word,
    as_judged,
    drop,
    keep,
    stamp_of,
    typed_amount,
    typed_jobs,
    with_amount,
    with_district,
    with_jobs,
    with_sector,
    with_stage,
)
from news.vocabulary import DISTRICTS
from views import groups as group_views
from views import review as views
from views import review_screens as screens
from views.callbacks import Press, number, parse
from views.review_buttons import queue_of
from views.texts import Texts

ALL = Queue(QueueKind.ALL)
QUESTION = "review"
LONGEST_ANSWER = 200

_STEPS = {"show": Step.HERE, "newer": Step.NEWER, "older": Step.OLDER}


@dataclass(frozen=True, slots=True)
class Desk:
    """Whoever reviews, and what it takes to show them a card."""

    actor: Actor
    timezone: str
    see_article: SeeArticle
    see_queues: SeeQueues

    async def queues(
        self, said: Markup | None = None, undo: int | None = None, here: Queue | None = None
    ) -> Outgoing:
        overview = await self.see_queues(self.actor)
        return screens.queues(overview, self.actor.language, said, undo, here)

    async def card(
        self,
        queue: Queue,
        at: ArticleId | None = None,
        step: Step = Step.HERE,
        said: Markup | None = None,
        undo: int | None = None,
    ) -> Outgoing:
        """The card; the queues where there is no card."""
        shown = await self.see_article(self.actor, queue, at, step)
        if shown is None:
            return await self.queues(said, undo, queue)
        return views.card(shown, self.timezone, self.actor.language, said, undo)

    async def here(self, queue: Queue, at: ArticleId) -> Card:
        shown = await self.see_article(self.actor, queue, at)
        assert shown is not None  # an article that is gone is an error
        return shown

    async def fixing(
        self, screen: str, queue: Queue, at: ArticleId, said: Markup | None = None
    ) -> Outgoing:
        """The card with what can be put right under it, or a question for what is typed."""
        shown = await self.here(queue, at)
        text = Texts(self.actor.language)
        if screen in screens.TYPED:
            return screens.asking(shown, screen, self.actor.language)
        rows = {
            "fix": screens.fixing,
            "sectors": screens.sectors,
            "places": screens.places,
            "stage": screens.stages,
        }[screen](shown, text)
        return views.card(shown, self.timezone, self.actor.language, said, buttons=rows)

    async def meanwhile(self, queue: Queue, at: ArticleId) -> Outgoing:
        """The card as it now is, under a word on what was decided."""
        shown = await self.here(queue, at)
        said = views.meanwhile(shown, self.timezone, self.actor.user_id, self.actor.language)
        return views.card(shown, self.timezone, self.actor.language, said)

    async def after(self, decided: Decided, queue: Queue, verb: str) -> Outgoing:
        """What follows a word: the next card after keep and drop, else the same one again."""
        article = decided.article
        if decided.outcome is Outcome.MEANWHILE:
            return await self.meanwhile(queue, article.id)
        said = views.said_of(verb, article.title, self.actor.language)
        if verb not in ("keep", "drop"):
            return await self.card(queue, article.id, Step.HERE, said, decided.act)
        following = await self.see_article(self.actor, queue, article.id, Step.OLDER)
        at = following.told.article.id if following else None
        return await self.card(queue, at, Step.HERE, said, decided.act)


def router() -> Router:
    router = Router(name="review")
    _said(router)
    _looked(router)
    _decided(router)
    return router


def _said(router: Router) -> None:
    @router.message(Command("review"))
    async def review(
        message: Message,
        actor: Actor,
        answers: Answers,
        see_article: SeeArticle,
        see_queues: SeeQueues,
        expect_answer: ExpectAnswer,
        schedule: Schedule,
    ) -> None:
        if not actor.is_private:
            await say(actor, answers, group_views.private_only(actor.language))
            return
        shown = await _desk(actor, schedule, see_article, see_queues).card(ALL)
        await _forget_question(actor, expect_answer)
        await say(actor, answers, shown)

    @router.message(Fits(F.text & ~F.text.startswith("/")), _is_awaited)
    async def answered(
        message: Message,
        actor: Actor,
        answers: Answers,
        see_article: SeeArticle,
        see_queues: SeeQueues,
        say_of_article: SayOfArticle,
        expect_answer: ExpectAnswer,
        schedule: Schedule,
    ) -> None:
        what, queue, article, stamp = _question(actor)
        desk = _desk(actor, schedule, see_article, see_queues)
        word = _typed(what, message.text or "")
        if word is None:
            shown = await desk.here(queue, article)
            await say(actor, answers, screens.asking(shown, what, actor.language, again=True))
            return
        decided = await say_of_article(actor, article, stamp, word)
        await expect_answer(actor, None)
        await say(actor, answers, await desk.after(decided, queue, "amend"))


def _looked(router: Router) -> None:
    """Presses that change nothing."""

    @router.callback_query(
        Fits(F.data.regexp(r"^review:(open|show|newer|older|queues|fix|sectors|places|stage):"))
    )
    async def looked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_article: SeeArticle,
        see_queues: SeeQueues,
        expect_answer: ExpectAnswer,
        schedule: Schedule,
    ) -> None:
        desk = _desk(_private(actor), schedule, see_article, see_queues)
        match parse(query.data):
            case Press("review", "queues", (word,)):
                outgoing = await desk.queues(here=_queue(word))
            case Press("review", "open", (word,)):
                outgoing = await desk.card(_queue(word))
            case Press("review", "show" | "newer" | "older" as verb, (word, at)):
                outgoing = await desk.card(_queue(word), _article(at), _STEPS[verb])
            case Press("review", verb, (word, at)):
                outgoing = await desk.fixing(verb, _queue(word), _article(at))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await _forget_question(actor, expect_answer)
        await show_in_place(query, actor, answers, outgoing)

    @router.callback_query(Fits(F.data.startswith("review:of:")))
    async def of_a_story(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_article: SeeArticle,
        see_queues: SeeQueues,
        schedule: Schedule,
    ) -> None:
        """From under a story, which stays as it is: a message of its own."""
        match parse(query.data):
            case Press("review", "of", (word,)):
                desk = _desk(_private(actor), schedule, see_article, see_queues)
                await say(actor, answers, await desk.card(_queue(word)))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await answers.toast(query.id)

    @router.callback_query(Fits(F.data.regexp(r"^review:(amount|jobs):")))
    async def asked(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_article: SeeArticle,
        see_queues: SeeQueues,
        welcome: Welcome,
        expect_answer: ExpectAnswer,
        schedule: Schedule,
    ) -> None:
        desk = _desk(_private(actor), schedule, see_article, see_queues)
        match parse(query.data):
            case Press("review", what, (word, at)):
                queue, article = _queue(word), _article(at)
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        shown = await desk.here(queue, article)  # refuses whoever is no admin
        known = replace(actor, subscriber=await welcome(actor))
        stamp = stamp_of(shown.told.article)
        await expect_answer(known, f"{QUESTION}:{what}:{queue.word}:{article}:{stamp}")
        await show_in_place(query, actor, answers, screens.asking(shown, what, actor.language))

    @router.callback_query(Fits(F.data.startswith("review:story:")))
    async def story(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_article: SeeArticle,
        see_queues: SeeQueues,
        see_likely: SeeLikely,
        schedule: Schedule,
    ) -> None:
        desk = _desk(_private(actor), schedule, see_article, see_queues)
        match parse(query.data):
            case Press("review", "story", (word, at)):
                shown = await desk.here(_queue(word), _article(at))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        likely = await see_likely(actor, shown.told.article.id)
        await show_in_place(query, actor, answers, screens.story(shown, likely, actor.language))


def _decided(router: Router) -> None:
    """Presses that decide. Each names the article and the state it was shown in."""

    @router.callback_query(Fits(F.data.regexp(r"^review:(mark|join|split|undo):")))
    async def of_stories(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_article: SeeArticle,
        see_queues: SeeQueues,
        join_stories: JoinStories,
        split_story: SplitStory,
        mark_corrected: MarkCorrected,
        take_back: TakeBack,
        schedule: Schedule,
    ) -> None:
        desk = _desk(_private(actor), schedule, see_article, see_queues)
        match parse(query.data):
            case Press("review", "join" as verb, (word, at, stamp, other)):
                story = StoryId(_number(other))
                decided = await join_stories(actor, _article(at), stamp, story)
            case Press("review", "split" as verb, (word, at, stamp)):
                decided = await split_story(actor, _article(at), stamp)
            case Press("review", "mark" as verb, (word, at, stamp)):
                decided = await mark_corrected(actor, _article(at), stamp)
            case Press("review", "undo" as verb, (word, act)):
                decided = await take_back(actor, _number(act))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        await _answer(query, actor, answers, desk, decided, _queue(word), verb)

    @router.callback_query(Fits(F.data.startswith("review:")))
    async def of_articles(
        query: CallbackQuery,
        actor: Actor,
        answers: Answers,
        see_article: SeeArticle,
        see_queues: SeeQueues,
        say_of_article: SayOfArticle,
        expect_answer: ExpectAnswer,
        schedule: Schedule,
    ) -> None:
        desk = _desk(_private(actor), schedule, see_article, see_queues)
        press = parse(query.data)
        if press is None or len(press.args) < 3:
            raise WrongChoiceError(f"{query.data!r}")
        word, at, stamp, *rest = press.args
        queue, article = _queue(word), _article(at)
        said, because = _word(press.verb, rest)
        decided = await say_of_article(actor, article, stamp, said, because)
        await _forget_question(actor, expect_answer)
        if press.verb in ("on", "off") and decided.outcome is not Outcome.MEANWHILE:
            # Of these one picks several: the same screen comes again.
            screen = "places" if rest[0] in DISTRICTS else "sectors"
            await show_in_place(query, actor, answers, await desk.fixing(screen, queue, article))
            return
        verb = press.verb if press.verb in ("keep", "drop") else "amend"
        await _answer(query, actor, answers, desk, decided, queue, verb)


async def _answer(
    query: CallbackQuery,
    actor: Actor,
    answers: Answers,
    desk: Desk,
    decided: Decided,
    queue: Queue,
    verb: str,
) -> None:
    await show_in_place(query, actor, answers, await desk.after(decided, queue, verb))


def _word(verb: str, rest: list[str]) -> tuple[Word, Because | None]:
    """What a button says of an article; WrongChoiceError for what none of ours says."""
    kinds = {kind.value: kind for kind in (FactKind.AMOUNT, FactKind.STAGE, FactKind.JOBS)}
    match verb, rest:
        case "keep", []:
            return keep, None
        case "drop", [because] if because in set(Because):
            return drop, Because(because)
        case "on" | "off", [code] if code in DISTRICTS:
            return with_district(code, is_on=verb == "on"), None
        case "on" | "off", [code]:
            return with_sector(code, is_on=verb == "on"), None
        case "set-stage", [stage] if stage in set(Stage):
            return with_stage(Stage(stage)), None
        case _, [screens.JUDGED] if kind := kinds.get(verb.removeprefix("set-")):
            return as_judged(kind), None
        case "set-amount", [screens.NONE]:
            return with_amount(None), None
        case "set-stage", [screens.NONE]:
            return with_stage(None), None
        case "set-jobs", [screens.NONE]:
            return with_jobs(None), None
    raise WrongChoiceError(f"{verb} {rest}")


def _typed(what: str, typed: str) -> Word | None:
    """What was typed, as a word on the article; None where it was not understood."""
    if len(typed) > LONGEST_ANSWER:
        return None
    if what == "amount":
        money = typed_amount(typed, read_facts)
        return None if money is None else with_amount(money)
    jobs = typed_jobs(typed)
    return None if jobs is None else with_jobs(jobs)


def _desk(actor: Actor, schedule: Schedule, see_article: SeeArticle, see_queues: SeeQueues) -> Desk:
    return Desk(actor, look_of(actor, schedule).timezone, see_article, see_queues)


def _private(actor: Actor) -> Actor:
    """An admin's card is for nobody else's eyes: in a group no button of ours shows it."""
    if not actor.is_private:
        raise WrongChoiceError("a card of /review in a group")
    return actor


def _queue(word: str) -> Queue:
    found = queue_of(word)
    if found is None:
        raise WrongChoiceError(f"queue {word!r}")
    return found


def _article(word: str) -> ArticleId:
    return ArticleId(_number(word))


def _number(word: str) -> int:
    found = number(word)
    if found is None:
        raise WrongChoiceError(f"number {word!r}")
    return found


async def _forget_question(actor: Actor, expect_answer: ExpectAnswer) -> None:
    """Another screen is before them: what is typed now answers nothing."""
    if actor.subscriber is not None and _is_question(actor.subscriber.awaiting):
        await expect_answer(actor, None)


def _is_question(awaiting: str | None) -> bool:
    return awaiting is not None and awaiting.startswith(f"{QUESTION}:")


def _question(actor: Actor) -> tuple[str, Queue, ArticleId, str]:
    """What was asked: what, the queue, the article, and the stamp of its state then."""
    assert actor.subscriber is not None
    match (actor.subscriber.awaiting or "").split(":"):
        case [_, what, word, at, stamp]:
            return what, _queue(word), _article(at), stamp
    raise WrongChoiceError(f"question {actor.subscriber.awaiting!r}")


async def _is_awaited(message: Message, actor: Actor) -> bool:
    """Whether this may be what an editor was asked for."""
    return (
        actor.is_private
        and actor.subscriber is not None
        and _is_question(actor.subscriber.awaiting)
    )
