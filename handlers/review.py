"""/review: admins look through articles, one card at a time, in their private chat.

What is typed (an amount, a number of jobs) answers the question that `awaiting` names: what, the
queue, the article, and the stamp of the state it was asked about.
"""

from dataclasses import replace

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from accounts.actor import Actor
from accounts.errors import WrongChoiceError
from accounts.settings import ExpectAnswer
from accounts.subscribing import Welcome
from delivery.answers import Answers
from handlers.filters import Fits, awaited
from handlers.review_desk import desk_of, in_private
from handlers.review_words import article_named, number_named, queue_named, said_word, typed_word
from handlers.showing import say, show_in_place
from model.ids import ArticleId, StoryId
from model.people import Schedule
from model.review import Queue, QueueKind
from news.review_cards import SeeArticle, SeeLikely, SeeQueues, Step
from news.reviewing import (
    JoinStories,
    MarkCorrected,
    Outcome,
    SayOfArticle,
    SplitStory,
    TakeBack,
)
from news.verdicts import stamp_of
from news.vocabulary import DISTRICTS
from views import groups as group_views
from views import review_screens as screens
from views.callbacks import Press, parse

ALL = Queue(QueueKind.ALL)
QUESTION = "review"

_STEPS = {"show": Step.HERE, "newer": Step.NEWER, "older": Step.OLDER}


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
        shown = await desk_of(actor, schedule, see_article, see_queues).card(ALL)
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
        desk = desk_of(actor, schedule, see_article, see_queues)
        word = typed_word(what, message.text or "")
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
        desk = desk_of(in_private(actor), schedule, see_article, see_queues)
        match parse(query.data):
            case Press("review", "queues", (word,)):
                outgoing = await desk.queues(here=queue_named(word))
            case Press("review", "open", (word,)):
                outgoing = await desk.card(queue_named(word))
            case Press("review", "show" | "newer" | "older" as verb, (word, at)):
                outgoing = await desk.card(queue_named(word), article_named(at), _STEPS[verb])
            case Press("review", verb, (word, at)):
                outgoing = await desk.fixing(verb, queue_named(word), article_named(at))
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
                desk = desk_of(in_private(actor), schedule, see_article, see_queues)
                await say(actor, answers, await desk.card(queue_named(word)))
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
        desk = desk_of(in_private(actor), schedule, see_article, see_queues)
        match parse(query.data):
            case Press("review", what, (word, at)):
                queue, article = queue_named(word), article_named(at)
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
        desk = desk_of(in_private(actor), schedule, see_article, see_queues)
        match parse(query.data):
            case Press("review", "story", (word, at)):
                shown = await desk.here(queue_named(word), article_named(at))
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
        desk = desk_of(in_private(actor), schedule, see_article, see_queues)
        match parse(query.data):
            case Press("review", "join" as verb, (word, at, stamp, other)):
                story = StoryId(number_named(other))
                decided = await join_stories(actor, article_named(at), stamp, story)
            case Press("review", "split" as verb, (word, at, stamp)):
                decided = await split_story(actor, article_named(at), stamp)
            case Press("review", "mark" as verb, (word, at, stamp)):
                decided = await mark_corrected(actor, article_named(at), stamp)
            case Press("review", "undo" as verb, (word, act)):
                decided = await take_back(actor, number_named(act))
            case _:
                raise WrongChoiceError(f"{query.data!r}")
        outgoing = await desk.after(decided, queue_named(word), verb)
        await show_in_place(query, actor, answers, outgoing)

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
        desk = desk_of(in_private(actor), schedule, see_article, see_queues)
        press = parse(query.data)
        if press is None or len(press.args) < 3:
            raise WrongChoiceError(f"{query.data!r}")
        word, at, stamp, *rest = press.args
        queue, article = queue_named(word), article_named(at)
        said, because = said_word(press.verb, rest)
        decided = await say_of_article(actor, article, stamp, said, because)
        await _forget_question(actor, expect_answer)
        if press.verb in ("on", "off") and decided.outcome is not Outcome.MEANWHILE:
            # Of these one picks several: the same screen comes again.
            screen = "places" if rest[0] in DISTRICTS else "sectors"
            await show_in_place(query, actor, answers, await desk.fixing(screen, queue, article))
            return
        verb = press.verb if press.verb in ("keep", "drop") else "amend"
        await show_in_place(query, actor, answers, await desk.after(decided, queue, verb))


async def _forget_question(actor: Actor, expect_answer: ExpectAnswer) -> None:
    """Another screen is before them: what is typed now answers nothing."""
    if awaited(actor, QUESTION) is not None:
        await expect_answer(actor, None)


def _question(actor: Actor) -> tuple[str, Queue, ArticleId, str]:
    """What was asked: what, the queue, the article, and the stamp of its state then."""
    asked = awaited(actor, QUESTION) or ""
    match asked.split(":"):
        case [what, word, at, stamp]:
            return what, queue_named(word), article_named(at), stamp
    raise WrongChoiceError(f"question {asked!r}")


async def _is_awaited(message: Message, actor: Actor) -> bool:
    """Whether this may be what an editor was asked for."""
    return awaited(actor, QUESTION) is not None
