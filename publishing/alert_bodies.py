"""What an alert is made of, and the bodies made of it: once for all chats that are told alike."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from delivery.outgoing import Outgoing
from model.alerts import AlertReader
from model.ids import BodyId, SourceId, StoryId
from model.people import Choices
from publishing.alerting import Reason
from publishing.edition_bodies import look_of
from publishing.stories import stories_for
from storage.transaction import Transaction
from views.alerts import alert
from views.digest import Look
from views.links import BotLinks

_SAID = 16
"""Signs that tell what was said."""


@dataclass(frozen=True, slots=True)
class AlertBody:
    """All that the words of an alert depend on besides its story as it stands."""

    story_id: StoryId
    look: Look
    choices: Choices
    """Of its readers' choices those that say which article shows a story: languages and sources."""
    why: Reason

    @classmethod
    def for_reader(cls, story: StoryId, one: AlertReader, why: Reason) -> "AlertBody":
        reader = one.reader
        return cls(story, look_of(reader), shown_of(reader.choices), why)

    async def page(self, db: Transaction, links: BotLinks) -> Outgoing | None:
        """The message as its story is told now; None where the story is gone."""
        found = await stories_for(db, [self.story_id], self.look.language, self.choices)
        if not found:
            return None
        why = self.why
        return alert(found[0], why.words, why.sectors, why.districts, self.look, links)

    def key(self, page: str) -> str:
        """Names what the alert is made of, so that it can be made again, and what it said: told

        tomorrow, the story may have become another.
        """
        said, shown = said_in(page), shown_key(self.choices)
        return f"alert:{self.story_id}:{said}:{shown}:{self.look.key}:{self.why.key}"

    @classmethod
    def of_key(cls, key: str) -> "AlertBody":
        _, story, _, languages, muted, *look, why = key.split(":", 9)
        shown = shown_of_key(languages, muted)
        return cls(StoryId(int(story)), Look.of_key(":".join(look)), shown, Reason.of_key(why))


def shown_of(choices: Choices) -> Choices:
    """Those of the choices that say which article shows a story: languages and sources."""
    return Choices(choices.news_languages, muted_sources=choices.muted_sources)


def shown_key(shown: Choices) -> str:
    """As two words of a body's key."""
    languages = ",".join(sorted(shown.news_languages))
    return f"{languages}:{','.join(map(str, sorted(shown.muted_sources)))}"


def shown_of_key(languages: str, muted: str) -> Choices:
    return Choices(
        frozenset(filter(None, languages.split(","))),
        muted_sources=frozenset(SourceId(int(source)) for source in muted.split(",") if source),
    )


def said_in(page: str) -> str:
    """What was said, in a few signs: a story may have become another by tomorrow."""
    return sha256(page.encode()).hexdigest()[:_SAID]


class AlertBodies:
    """The bodies of one run."""

    def __init__(self, links: BotLinks, now: datetime) -> None:
        self._links = links
        self._now = now
        self._ids: dict[AlertBody, BodyId | None] = {}

    async def of(self, db: Transaction, made_of: AlertBody) -> BodyId | None:
        """None where the story is gone."""
        if made_of not in self._ids:
            outgoing = await made_of.page(db, self._links)
            page = None if outgoing is None else outgoing.to_json()
            self._ids[made_of] = (
                None if page is None else await db.outbox.body(made_of.key(page), page, self._now)
            )
        return self._ids[made_of]
