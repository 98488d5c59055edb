"""What a group hears when the bot joins it."""

from datetime import datetime

from delivery.outgoing import Button, Outgoing
from model.people import Language, Schedule, Subscriber
from views import phrases
from views.links import NO_LINKS, BotLinks
from views.texts import Texts
from views.welcome import SETTINGS, welcome


def offer(subscriber: Subscriber, usual: Schedule, now: datetime, *, has_topics: bool) -> Outgoing:
    """A digest here, if an admin of the group says yes."""
    return welcome(subscriber, usual, now, offers_topics=has_topics)


def back(subscriber: Subscriber, now: datetime) -> Outgoing:
    """The bot was put out and is here again: what the group had chosen is as it was."""
    text = Texts(subscriber.language)
    if subscriber.next_digest_at is None:
        said = text("group-back-paused")
    else:
        said = text("group-back", at=phrases.next_digest(subscriber, now, text))
    return Outgoing(said, buttons=((Button(text.plain("button-settings"), SETTINGS),),))


def private_only(language: Language, links: BotLinks = NO_LINKS) -> Outgoing:
    """Not here; and the way there."""
    text = Texts(language)
    chat = links.chat()
    buttons = ((Button(text.plain("group-open-private"), url=chat),),) if chat else ()
    return Outgoing(text("group-private-only"), buttons=buttons)
