"""The first screens: what you will get, one press to have it, and the home of those who do."""

from datetime import datetime

from delivery.outgoing import Button, Outgoing
from model.people import Choices, Language, Schedule, Subscriber
from news.vocabulary import of_region
from views import formats, phrases
from views.callbacks import pack
from views.filters import summary
from views.pickers import mark
from views.texts import Texts
from views.zones import zone_label

YES = pack("welcome", "yes")
JOIN = pack("welcome", "join")
"""Subscribe, under a message that is to stay as it is."""
CHOOSE = pack("welcome", "choose")
LATEST = pack("news", "latest")
SETTINGS = pack("settings", "open")
RESUME = pack("settings", "resume")


def welcome(
    subscriber: Subscriber, usual: Schedule, now: datetime, *, offers_topics: bool = False
) -> Outgoing:
    """What you will get; the first button goes on with what is chosen so far.

    `usual` is a newcomer's schedule: anything else is called the reader's own choice.
    """
    text = Texts(subscriber.language)
    key = "welcome" if is_own(subscriber) else "welcome-group"
    region = of_region(subscriber.language)
    said = text(key, region=region, plan=_plan(subscriber, usual, now, text))
    if offers_topics:
        said += "\n\n" + text("welcome-topics")
    yes = "welcome-yes" if is_own(subscriber) else "welcome-yes-group"
    return Outgoing(
        said,
        buttons=(
            (Button(text.plain(yes), YES),),
            (Button(text.plain("welcome-choose"), CHOOSE),),
            *language_rows(subscriber.language, "welcome"),
        ),
    )


def language_rows(current: Language, area: str) -> tuple[tuple[Button, ...], ...]:
    """A button for each language, two in a row, the present one marked."""
    buttons = [
        Button(
            mark(language is current) + phrases.own_name(language),
            pack(area, "language", language.value),
        )
        for language in Language
    ]
    return (tuple(buttons[:2]), tuple(buttons[2:]))


def invitation(language: Language) -> Outgoing:
    """Who we are, for someone who came by a link and knows nothing of us."""
    text = Texts(language)
    said = text("invitation", region=of_region(language))
    return Outgoing(said, buttons=((Button(text.plain("button-subscribe"), YES),),))


def subscribed(subscriber: Subscriber, now: datetime) -> Outgoing:
    """The screen after the last: it begins with the words that every reader looks for."""
    text = Texts(subscriber.language)
    key = "subscribed" if is_own(subscriber) else "subscribed-group"
    return Outgoing(
        text(key, at=phrases.next_digest(subscriber, now, text)), buttons=_home_buttons(text)
    )


def home(subscriber: Subscriber, now: datetime) -> Outgoing:
    """/start of those who have subscribed already."""
    text = Texts(subscriber.language)
    if subscriber.next_digest_at is None:
        said = text("home-paused")
        return Outgoing(said, buttons=(_resume(text), *_home_buttons(text)))
    at = phrases.next_digest(subscriber, now, text)
    if subscriber.is_paused(now):
        said = text("home-paused-until", at=at)
        return Outgoing(said, buttons=(_resume(text), *_home_buttons(text)))
    key = "home-active" if is_own(subscriber) else "home-active-group"
    return Outgoing(text(key, at=at), buttons=_home_buttons(text))


def is_own(subscriber: Subscriber) -> bool:
    """Whether the chat is one person's, and not a group's."""
    return subscriber.chat_id > 0


def _plan(subscriber: Subscriber, usual: Schedule, now: datetime, text: Texts) -> str:
    schedule, choices = subscriber.schedule, subscriber.choices
    is_usual = schedule == usual and choices == Choices()
    if choices == Choices():
        news = text.plain("welcome-news-all")
    else:
        news = text.plain("welcome-news-some", chosen=summary(choices, text))
    return text(
        "welcome-plan" if is_usual else "welcome-plan-own",
        news=news,
        days=phrases.days(schedule.days, text),
        time=formats.clock_time(schedule.at),
        zone=zone_label(schedule.timezone, now, text.language),
    )


def _resume(text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("settings-resume"), RESUME),)


def _home_buttons(text: Texts) -> tuple[tuple[Button, ...], ...]:
    return (
        (Button(text.plain("button-latest"), LATEST),),
        (Button(text.plain("button-settings"), SETTINGS),),
    )
