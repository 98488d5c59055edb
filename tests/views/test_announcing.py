"""Every screen of writing an announcement, in every language: Telegram takes it, and it fits."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from markupsafe import Markup

from common.errors import KeruenError
from common.text import utf16_length
from delivery.contents import AlbumItem, Contact, Forwarded, Media, MediaKind, Place
from delivery.outgoing import Outgoing
from model.announcements import (
    LONGEST_LABEL,
    Announcement,
    AnnouncementButton,
    AnnouncementState,
    Source,
)
from model.audiences import Counted
from model.ids import AnnouncementId, ChatId, ProjectId, SubscriberId
from model.people import Language
from publishing.announcing import errors
from publishing.announcing.bodies import said
from tests.projects.makers import project
from tests.tdlib import parse_html
from tests.views.test_people import ACTIVE, NOW
from views import announcing, announcing_buttons, announcing_draft, announcing_trying
from views.announcing_audience import Aimed
from views.announcing_draft import SeenDraft
from views.audience_words import Names
from views.callbacks import parse
from views.errors import sentence
from views.links import BotLinks
from views.texts import Texts

KAZAKH, RUSSIAN, ENGLISH, CHINESE = Language
NUMBER = AnnouncementId(2**63 - 1)
"""Buttons hold 64 bytes: the largest number there can be."""
LONG = "Очень <b>длинное</b> & объявление " * 100
LINKS = BotLinks("keruen_bot")


def file(kind: MediaKind) -> Outgoing:
    return Outgoing.authored("" if not kind.has_caption else LONG[:900], [], Media(kind, "F"))


FORWARD = Outgoing(Markup(LONG), forwarded=Forwarded(9, (1, 2)))
POLL = Outgoing(Markup("Придёте?"), forwarded=Forwarded(9, (1,), is_poll=True))
KINDS: dict[str, Outgoing] = {
    "text": Outgoing.authored(LONG, []),
    "album": Outgoing(
        album=tuple(AlbumItem(Media(MediaKind.PHOTO, f"{n}"), Markup(LONG[:9])) for n in range(10))
    ),
    "place": Outgoing(place=Place(43.3, 68.2)),
    "contact": Outgoing(contact=Contact("+7", "Приёмная")),
    "forwarded": FORWARD,
    "poll": POLL,
    **{kind.value.replace("_", "-"): file(kind) for kind in MediaKind},
}
LINK = AnnouncementButton({RUSSIAN: "ы" * LONGEST_LABEL}, url="https://example.kz/" + "a" * 2020)
PROJECT = AnnouncementButton(
    dict.fromkeys(Language, "ы" * LONGEST_LABEL), project_id=ProjectId(2**63 - 1)
)
EMPTY = Announcement(NUMBER, 9, AnnouncementState.DRAFT, NOW, NOW)


def saying(*versions: Outgoing, **more: object) -> Announcement:
    kept = {one: each.to_json() for one, each in zip(Language, versions, strict=False)}
    sources = {one: Source(9, (1,)) for one in kept}
    return replace(EMPTY, versions=kept, sources=sources, **more)  # type: ignore[arg-type]


FULL = saying(
    KINDS["album"],
    FORWARD,
    KINDS["text"],
    buttons=(LINK, PROJECT, replace(LINK, url=f"{LINK.url}b")),
)
STATES = [replace(FULL, state=state) for state in AnnouncementState]
CORRECTION = replace(FULL, is_correction=True, parent_id=NUMBER)
ALL = [EMPTY, FULL, CORRECTION, *STATES, *(saying(each) for each in KINDS.values())]


def seen(
    one: Announcement, languages: dict[Language, int] | None = None, shut: bool = False
) -> SeenDraft:
    counted = Counted({RUSSIAN: 1_200, KAZAKH: 1} if languages is None else languages)
    aimed = Aimed(one, counted, Names(), True, 90, 25)
    return SeenDraft(aimed, frozenset({ProjectId(2**63 - 1)}) if shut else frozenset())


def colleagues(count: int) -> list[tuple[object, str | None]]:
    return [
        (replace(ACTIVE, id=SubscriberId(n), chat_id=ChatId(2**52 + n)), f"Имя {n}" * 5)
        for n in range(count)
    ]


def takes(outgoing: Outgoing) -> str:
    """The text as Telegram shows it."""
    text = parse_html(outgoing.text).text
    assert 0 < utf16_length(text) <= 4096
    assert "{" not in text
    assert "  " not in text
    for button in (button for row in outgoing.buttons for button in row):
        assert 0 < utf16_length(button.label) <= 64, button
        assert button.data is None or parse(button.data) is not None
    return text


Screen = Callable[[Announcement, Language], Outgoing]
SCREENS: dict[str, Screen] = {
    "draft": lambda one, language: announcing_draft.draft(seen(one, shut=True), language),
    "to nobody": lambda one, language: announcing_draft.draft(seen(one, {}), language),
    "an album comes": lambda one, language: announcing_draft.draft(
        seen(one),
        language,
        announcing_draft.happened(NUMBER, one, is_album=True, language=language),
        KAZAKH,
    ),
    "too much": lambda one, language: announcing_draft.draft(
        seen(one), language, announcing_draft.too_much(language, is_album=True)
    ),
    "in pieces": lambda one, language: announcing_draft.draft(
        seen(one), language, announcing_draft.too_much(language, is_album=False)
    ),
    "list": lambda one, language: announcing.drafts([one] * 20, language, 8),
    "no drafts": lambda one, language: announcing.drafts([], language),
    "ask": lambda one, language: announcing_draft.ask_words(one, KAZAKH, language),
    "ask again": lambda one, language: announcing_draft.ask_again(
        one.id, errors.TooLongError(5000, 4096), language
    ),
    "ask to delete": announcing_draft.ask_delete,
    "fallback": announcing_draft.choose_fallback,
    "edited": announcing_draft.edited,
    "buttons": announcing_buttons.buttons,
    "ask a link": lambda one, language: announcing_buttons.ask("announce-link", one, [], language),
    "ask another link": lambda one, language: announcing_buttons.ask(
        "announce-link", one, ["ffffffff"], language
    ),
    "ask a project": lambda one, language: announcing_buttons.ask(
        "announce-project", one, [], language
    ),
    "ask a label": lambda one, language: announcing_buttons.ask(
        "announce-label", one, ["ffffffff", "kk"], language
    ),
    "which project": lambda one, language: announcing_buttons.which_project(
        one, [project(id=ProjectId(2**63 - 1), names={"ru": LONG})] * 8, language
    ),
    "no project": lambda one, language: announcing_buttons.which_project(one, [], language),
    "try it out": lambda one, language: announcing_trying.colleagues(
        one,
        colleagues(30),  # type: ignore[arg-type]
        {SubscriberId(1): True, SubscriberId(2): False},
        2**52,
        KAZAKH,
        language,
    ),
    "nobody to try it on": lambda one, language: announcing_trying.colleagues(
        one, [], {}, 9, None, language
    ),
    "looked at": lambda one, language: announcing_trying.looked(
        one, KAZAKH, language, is_shown=True
    ),
    "not to be shown": lambda one, language: announcing_trying.looked(
        one, KAZAKH, language, is_shown=False
    ),
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_of_every_draft_in_every_language(screen: str, language: Language) -> None:
    for one in ALL:
        takes(SCREENS[screen](one, language))


@pytest.mark.parametrize("language", list(Language))
def test_every_card_of_a_version_and_of_a_button(language: Language) -> None:
    for one in ALL:
        for version in one.versions:
            takes(announcing_draft.version_card(seen(one), version, language))
            stamp = one.stamp_of(version)
            takes(announcing_draft.ask_drop(one, version, stamp, language))
        for button in one.buttons:
            takes(announcing_buttons.card(one, button, language))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_and_is_told_by_it(kind: str, language: Language) -> None:
    assert announcing.kind_of(KINDS[kind]) == kind
    told = announcing.summary(KINDS[kind], Texts(language))
    assert told.strip()
    assert utf16_length(told) <= 100


@pytest.mark.parametrize("language", list(Language))
def test_what_carries_no_buttons_is_followed_by_them(language: Language) -> None:
    for content in KINDS.values():
        one = saying(content, buttons=(LINK, PROJECT))
        shown = said(one, KAZAKH, LINKS)
        bare = bool(content.album or content.forwarded)
        below = shown.then if bare else shown
        assert below is not None
        assert [row[0].label for row in below.buttons] == ["ы" * LONGEST_LABEL] * 2
        assert (shown.then is not None) == bare
        if bare:
            takes(below)
        trial = announcing_trying.trial(one, KAZAKH, shown, language)
        takes(replace(trial, then=None))
        assert trial.parts[1:] == shown.parts


def test_in_a_channel_a_project_is_a_link_or_nothing() -> None:
    one = saying(KINDS["text"], buttons=(LINK, PROJECT))
    assert PROJECT.project_id is not None
    codes = {PROJECT.project_id: "TUR-001"}
    shown = said(one, KAZAKH, LINKS, codes, in_channel=True)
    assert [row[0].url for row in shown.buttons] == [
        LINK.url,
        "https://t.me/keruen_bot?start=p_TUR-001",
    ]
    hidden = said(one, KAZAKH, LINKS, in_channel=True)
    assert [row[0].url for row in hidden.buttons] == [LINK.url]


FAILURES: list[KeruenError] = [
    errors.UnknownAnnouncementError(NUMBER),
    errors.AnnouncementChangedError(NUMBER),
    errors.NothingSaidError(NUMBER),
    errors.EmptyAudienceError(NUMBER),
    *(
        errors.CannotCarryError(kind)
        for kind in ("dice", "poll-closed", "quiz", "album", "protected")
    ),
    *(errors.TooLongError(4096 + over, 4096) for over in (1, 2, 5, 21)),
    errors.AlbumFullError(10),
    errors.WrongLinkError("x"),
    errors.WrongLabelError("x"),
    errors.TooManyButtonsError(NUMBER),
    errors.PollNotSentError(NUMBER),
]


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("error", FAILURES, ids=str)
def test_whatever_goes_wrong_is_said(error: KeruenError, language: Language) -> None:
    told = sentence(error, language)
    assert told != Texts(language).plain("error-unexpected")
    assert len(told) <= 200  # it may be a toast


@pytest.mark.parametrize("count", range(1, 5))
def test_whoever_reads_whatever_is_counted_once(count: int) -> None:
    """The figures beside the versions add up to all who get it."""
    one = saying(*[KINDS["text"]] * count)
    readers = dict.fromkeys(Language, 7)
    told = takes(announcing_draft.draft(seen(one, readers), RUSSIAN))
    figures = [int(line.rpartition("👥 ")[2]) for line in told.splitlines() if "👥 " in line]
    assert sum(figures) == 28


def test_fallback_is_offered_only_where_there_is_a_choice() -> None:
    def offers(one: Announcement) -> bool:
        shown = announcing_draft.draft(seen(one), RUSSIAN)
        return any("others" in (b.data or "") for row in shown.buttons for b in row)

    text = KINDS["text"]
    assert [offers(saying(*[text] * n)) for n in range(5)] == [False, False, True, True, False]


def test_a_correction_takes_no_language_away_and_none_besides() -> None:
    shown = announcing_draft.draft(seen(CORRECTION), RUSSIAN)
    pressed = {parse(b.data or "") for row in shown.buttons for b in row}
    verbs = {each.verb for each in pressed if each is not None}
    assert verbs.isdisjoint({"say", "send", "copy", "open", "others", "test"})
    card = announcing_draft.version_card(seen(CORRECTION), KAZAKH, RUSSIAN)
    assert not any("drop" in (b.data or "") for row in card.buttons for b in row)
