"""What people say to the bot, by audience. A handler asks a use case and shows a view."""

from aiogram import Dispatcher, Router

from accounts.reaching import Return
from accounts.recognizing import NoteSeen, Recognize
from handlers import (
    alerts,
    announced,
    announcing,
    announcing_after,
    announcing_audience,
    announcing_buttons,
    announcing_moments,
    announcing_said,
    announcing_sending,
    announcing_trying,
    announcing_watching,
    asking,
    audit,
    candidates,
    channels,
    choosing,
    digest,
    errors,
    following,
    free_text,
    groups,
    imports,
    invites,
    menu,
    news,
    nudges,
    offices,
    overview,
    privacy,
    project_walk,
    projects,
    proposals,
    reports,
    review,
    search,
    settings,
    sources,
    stats,
    stories,
    undoing,
    updating,
    updating_confirm,
    updating_typed,
    welcome,
)
from handlers.middleware import ActorMiddleware, ForgetQuestion
from model.people import Language
from views.texts import Texts


def install(
    dispatcher: Dispatcher, recognize: Recognize, come_back: Return, note_seen: NoteSeen
) -> None:
    """All handlers, in a dispatcher whose workflow data has the use cases by name."""
    for language in Language:
        Texts(language)  # a broken sentence stops the start, not a conversation
    dispatcher.update.outer_middleware(ActorMiddleware(recognize, come_back, note_seen))
    dispatcher.update.outer_middleware(ForgetQuestion(dispatcher["expect_answer"]))
    dispatcher.include_routers(*routers())


def routers() -> tuple[Router, ...]:
    """Made anew each time: a router can be attached once."""
    return (
        errors.router(),
        channels.router(),  # before groups: what a channel tells is not what a group tells
        groups.router(),
        digest.router(),  # before welcome: a link into an edition is a /start too
        stories.router(),  # likewise
        asking.router(),  # likewise
        invites.router(),  # likewise
        announcing_sending.router(),
        announcing_watching.router(),
        announcing_moments.router(),  # likewise
        announced.router(),
        announcing_buttons.router(),
        announcing_trying.router(),
        announcing_said.router(),  # before whatever else takes files and words
        announcing.router(),
        announcing_after.router(),
        announcing_audience.router(),
        project_walk.router(),
        updating.router(),
        updating_typed.router(),  # before whatever else takes files and words
        updating_confirm.router(),
        undoing.router(),
        proposals.router(),
        nudges.router(),
        projects.router(),
        following.router(),
        news.router(),
        search.router(),
        welcome.router(),
        choosing.router(),  # before settings: the news languages are chosen there now
        alerts.router(),
        settings.router(),
        privacy.router(),
        review.router(),
        candidates.router(),
        sources.router(),
        stats.router(),
        overview.router(),
        reports.router(),
        imports.router(),
        offices.router(),
        audit.router(),
        menu.router(),
        free_text.router(),  # takes everything: must stay the last
    )
