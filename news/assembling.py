"""The use cases of news under the names by which handlers and commands ask for them."""

from typing import Any

from accounts.rights import Rights
from common.clock import Clock
from news.collecting import CollectDue, CollectSource, PollSources, Tell
from news.fetching import Fetch
from news.full_text import ReadFullText
from news.judging import stem_judge
from news.managing import (
    AddSource,
    ChangeSource,
    CheckSource,
    ExportOpml,
    ImportOpml,
    ListSources,
    PauseSource,
    RemoveSource,
    ResumeSource,
)
from news.review_cards import SeeArticle, SeeLikely, SeeQueues
from news.reviewing import (
    JoinStories,
    MarkCorrected,
    SayOfArticle,
    SplitStory,
    TakeBack,
)
from news.worker import Parser
from storage.database import Database


def use_cases(
    database: Database, clock: Clock, rights: Rights, fetch: Fetch, parse: Parser, tell: Tell
) -> dict[str, Any]:
    """The dispatcher's workflow data, as far as news goes."""
    collect = CollectSource(
        database,
        fetch,
        parse,
        stem_judge(),
        clock,
        tell=tell,
        read_full_text=ReadFullText(fetch, parse.run, clock),
    )
    return {
        "add_source": AddSource(database, rights, clock),
        "change_source": ChangeSource(database, rights, clock),
        "check_source": CheckSource(database, rights, clock, fetch, parse),
        "collect_due": CollectDue(database, collect, clock),
        "export_opml": ExportOpml(database, rights, clock),
        "import_opml": ImportOpml(database, rights, clock),
        "list_sources": ListSources(database, rights, clock),
        "pause_source": PauseSource(database, rights, clock),
        "poll_sources": PollSources(database, collect, clock),
        "remove_source": RemoveSource(database, rights, clock),
        "resume_source": ResumeSource(database, rights, clock),
        **review_cases(database, clock, rights),
    }


def review_cases(database: Database, clock: Clock, rights: Rights) -> dict[str, Any]:
    parts = (database, rights, clock)
    return {
        "join_stories": JoinStories(*parts),
        "mark_corrected": MarkCorrected(*parts),
        "say_of_article": SayOfArticle(*parts),
        "see_article": SeeArticle(*parts),
        "see_likely": SeeLikely(*parts),
        "see_queues": SeeQueues(*parts),
        "split_story": SplitStory(*parts),
        "take_back": TakeBack(*parts),
    }
