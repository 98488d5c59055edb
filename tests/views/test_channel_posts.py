"""Posts of a channel and the screens of channels, in every language, whatever they hold."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from delivery.outgoing import Outgoing
from model.channels import (
    Channel,
    ChannelCard,
    LastPost,
    NotPosted,
    Posting,
    PostKind,
    Standing,
    When,
)
from model.ids import ChatId, SubscriberId
from model.news import Correction, FactKind, Mark, Money
from model.people import ChatKind, Choices, Language, Schedule, Subscriber
from tests.projects.makers import WHEN, project
from tests.tdlib import HOSTILE, parse_html
from tests.views.test_digest import LINKS, NUMBER, UNTIL, story
from tests.views.test_following import news
from views import channel_posts as posts
from views import channels as views
from views.digest import Look, digest
from views.links import NO_LINKS, parse_project
from views.texts import Texts

HOSTILES = st.sampled_from(HOSTILE)
LOOKS = [Look(language, "Asia/Almaty", ChatKind.CHANNEL) for language in Language]
CABLE = replace(
    story(7),
    title="В Кентау построят завод кабеля",
    lead="Инвестор вложит 3 млрд тенге.",
    districts=("612000000",),
    sectors=("electrical",),
    amount=Money(3_000_000_000, "KZT"),
)


def urls(outgoing: Outgoing) -> list[str]:
    return [button.url or "" for row in outgoing.buttons for button in row]


def words_of(outgoing: Outgoing) -> str:
    return str(parse_html(outgoing.text).text)


@pytest.mark.parametrize("look", LOOKS)
def test_a_story_leads_to_its_project_to_the_bot_and_on(look: Look) -> None:
    post = posts.story_post(CABLE, [project()], replace(look, discussion="keruen_talk"), LINKS)
    words = words_of(post)
    for said in ("В Кентау построят завод кабеля", "Инвестор вложит", "📍", "🏷", "💰"):
        assert said in words
    card, chat, share, talk = urls(post)
    assert parse_project(card.partition("start=")[2]) == "TUR-001"
    assert chat == "https://t.me/keruen_bot"
    assert "t.me/share/url" in share
    assert talk == "https://t.me/keruen_talk"
    assert post.preview_url == CABLE.link


@pytest.mark.parametrize("look", LOOKS)
def test_a_digest_leads_to_the_discussion_too(look: Look) -> None:
    discussed = replace(look, discussion="keruen_talk")
    assert Look.of_key(discussed.key) == discussed
    assert Look.of_key(look.key) == look
    links = urls(digest(NUMBER, UNTIL, [CABLE], discussed, LINKS))
    assert links[-1] == "https://t.me/keruen_talk"
    assert links[:-1] == urls(digest(NUMBER, UNTIL, [CABLE], look, LINKS))


@pytest.mark.parametrize("look", LOOKS)
def test_what_was_taken_down_is_told_no_further(look: Look) -> None:
    post = posts.story_post(replace(CABLE, mark=Mark.WITHDRAWN), [], look, LINKS)
    assert "🚫" in words_of(post)
    for gone in ("Инвестор вложит", "💰", "📍"):
        assert gone not in words_of(post)
    assert post.preview_url is None


@pytest.mark.parametrize("look", LOOKS)
def test_a_correction_is_said(look: Look) -> None:
    right = (Correction(FactKind.AMOUNT, "3 млрд тенге", "4 млрд тенге"),)
    post = posts.story_post(replace(CABLE, mark=Mark.CORRECTED, corrections=right), [], look, LINKS)
    assert "3 → 4 млрд тенге" in words_of(post)


@pytest.mark.parametrize("look", LOOKS)
def test_a_projects_post_says_what_changed(look: Look) -> None:
    post = posts.project_post(news(), WHEN, look, LINKS)
    assert "→" in words_of(post)
    assert parse_project(urls(post)[0].partition("start=")[2]) == "T-1"
    new = posts.project_post(news(is_new=True), WHEN, look, LINKS)
    assert words_of(new) != words_of(post)


def test_without_the_bots_name_there_are_no_links_to_it() -> None:
    post = posts.story_post(CABLE, [project()], LOOKS[0], NO_LINKS)
    assert post.buttons == ()


@settings(max_examples=60)
@given(title=HOSTILES, lead=HOSTILES, source=HOSTILES, look=st.sampled_from(LOOKS))
def test_any_story_is_a_message(title: str, lead: str, source: str, look: Look) -> None:
    told = replace(CABLE, title=title, lead=lead, source_title=source)
    post = posts.story_post(told, [project()], look, LINKS)
    assert 0 < len(words_of(post)) <= 4_096
    assert all(label.strip() for row in post.buttons for label in (each.label for each in row))


def channel(**changed: object) -> Channel:
    subscriber = Subscriber(
        SubscriberId(1),
        ChatId(-1001),
        ChatKind.CHANNEL,
        Language.KAZAKH,
        Schedule(),
        Choices(sectors=frozenset({"textile"})),
        None,
        False,
        WHEN,
        WHEN,
        None,
        None,
        None,
        None,
        WHEN + timedelta(hours=5),
        title="Вестник <b>",
    )
    posting = Posting(When.AT_ONCE, When.AT_HOURS, pins_digest=True)
    made = Channel(subscriber, posting, Standing(False, "keruen", "talk"))
    return replace(made, **changed)  # type: ignore[arg-type]


def lost() -> Channel:
    gone = replace(
        channel().subscriber,
        unreachable_at=WHEN,
        unreachable_reason="Forbidden: bot was kicked from the channel chat",
        next_digest_at=None,
    )
    return channel(subscriber=gone, lost_at=WHEN)


@pytest.mark.parametrize("language", list(Language))
def test_every_screen_can_be_sent(language: Language) -> None:
    one, gone = channel(), lost()
    errors = {"put out": 2, "Bad Request: not enough rights": 1, "": 1, "its time was over": 1}
    full = ChannelCard(one, LastPost("post", WHEN), WHEN, 3, 2, NotPosted(5, errors))
    empty = ChannelCard(gone, None, None, 0, 0, NotPosted(0, {}))
    off = channel(posting=Posting())
    shown = [
        views.channel_list([one, gone, off], language),
        views.channel_list([], language),
        views.channel_card(full, WHEN, language, "channel-checked"),
        views.channel_card(empty, WHEN, language),
        views.channel_card(replace(full, channel=off), WHEN, language),
        views.choose_when(one, "stories", language),
        views.choose_when(one, "projects", language),
        views.choose_pace(one, language),
        views.choose_quiet(one, language),
        views.choose_digest(one, language),
        views.choose_zone(one, WHEN, language),
        views.choose_sample(one, language),
        *(views.choose_of(one, kind, language) for kind in views.PICKED),
        views.lost_notice(gone, language),
        views.back_notice(one, language),
    ]
    for outgoing in shown:
        assert words_of(outgoing).strip()
        data = [each.data for row in outgoing.buttons for each in row]
        assert all(data)
    for toast in (
        *(views.no_sample(kind, language) for kind in PostKind),
        views.last_hour_stays(language),
        views.not_asked(language),
    ):
        assert 0 < len(toast) <= 200


@pytest.mark.parametrize(
    ("reason", "key"),
    [
        ("put out", "out"),
        ("Forbidden: bot was kicked from the channel chat", "out"),
        ("Forbidden: bot is not a member of the channel chat", "out"),
        ("Bad Request: need administrator rights in the channel chat", "rights"),
        ("Bad Request: not enough rights to send text messages to the chat", "rights"),
        ("may not post", "rights"),
        ("Bad Request: chat not found", "none"),
        ("its time was over", "overdue"),
        ("in flight when its sender ended", "uncertain"),
        ("", "unknown"),
    ],
)
def test_reasons_are_said_in_words(reason: str, key: str) -> None:
    for language in Language:
        text = Texts(language)
        assert views.trouble_words(reason, text) == text.plain(f"channel-why-{key}")
    assert views.trouble_words("Bad Request: odd", Texts(Language.RUSSIAN)) == ("Bad Request: odd")
