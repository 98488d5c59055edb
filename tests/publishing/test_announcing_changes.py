"""What one step of writing makes of a draft."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from delivery.outgoing import Outgoing
from handlers.announcing_buttons import label_and_link
from model.announcements import Announcement, AnnouncementState
from model.ids import AnnouncementId, ProjectId
from model.people import Language
from publishing.announcing import changes
from publishing.announcing.errors import TooManyButtonsError, WrongLabelError, WrongLinkError

NOW = datetime(2026, 12, 1, tzinfo=UTC)
EMPTY = Announcement(AnnouncementId(1), 9, AnnouncementState.DRAFT, NOW, NOW)
WORDS = Outgoing(Markup("Слова"), ())

languages = st.sampled_from(list(Language))


@given(st.lists(st.tuples(st.sampled_from(["say", "drop", "prefer"]), languages), max_size=12))
def test_whoever_reads_whatever_gets_a_version_while_there_is_one(
    steps: list[tuple[str, Language]],
) -> None:
    draft = EMPTY
    for step, language in steps:
        before = draft.default_language
        change = {
            "say": changes.saying(language, WORDS),
            "drop": changes.without_version(language),
            "prefer": changes.falling_back_to(language),
        }[step]
        draft = change(draft)
        for reader in Language:
            version = draft.version_for(reader)
            assert (version is None) == (not draft.versions)
            if reader in draft.versions:
                assert version is reader
        if step == "say" and before is not None:
            assert draft.default_language is before  # nobody is moved by one more version


@pytest.mark.parametrize(
    "link",
    [
        "https://example.kz/a?b=c#d",
        "http://example.kz",
        "example.kz/page",
        "https://инвест.қаз/",
        "https://93.184.216.34/x",
        "https://example.kz:8443/",
    ],
)
def test_links_of_the_web_are_taken(link: str) -> None:
    assert changes.checked_link(f" {link} ").endswith(link)


@pytest.mark.parametrize(
    "link",
    [
        "",
        "слово",
        "http://localhost/a",
        "https://intranet/a",
        "ftp://example.kz",
        "javascript:alert(1)",
        "https://10.0.0.1/",
        "http://127.0.0.1:80/",
        "http://[::1]/",
        "https://user:secret@example.kz/",
        "https://example..kz/",
        "https://example.k/",
        "https://1.2.3/",
        "https://example.kz:99999/",
        "https://exa mple.kz/",
        "tg://user?id=1",
        "https://example.kz/" + "a" * 2048,
    ],
)
def test_links_that_lead_nowhere_are_not(link: str) -> None:
    with pytest.raises(WrongLinkError):
        changes.checked_link(link)


@pytest.mark.parametrize(
    ("typed", "label", "link"),
    [
        ("Подать заявку https://example.kz/a", "Подать заявку", "https://example.kz/a"),
        ("Подать заявку — example.kz/a", "Подать заявку", "example.kz/a"),
        ("Подать\nзаявку:\nhttps://example.kz/a", "Подать заявку", "https://example.kz/a"),
        ("https://example.kz/a", "example.kz", "https://example.kz/a"),
    ],
)
def test_a_label_and_a_link_come_in_one_message(typed: str, label: str, link: str) -> None:
    assert label_and_link(typed) == (label, link)


def test_there_are_three_buttons_at_most_and_each_project_once() -> None:
    draft = changes.with_project(Language.RUSSIAN, "Завод", ProjectId(1))(EMPTY)
    assert changes.with_project(Language.RUSSIAN, "Завод", ProjectId(1))(draft) == draft
    draft = changes.with_link(Language.RUSSIAN, "А", "https://a.kz")(draft)
    draft = changes.with_link(Language.RUSSIAN, "Б", "https://b.kz")(draft)
    with pytest.raises(TooManyButtonsError):
        changes.with_link(Language.RUSSIAN, "В", "https://c.kz")(draft)


def test_an_old_press_removes_no_other_button() -> None:
    draft = changes.with_link(Language.RUSSIAN, "А", "https://a.kz")(EMPTY)
    draft = changes.with_link(Language.RUSSIAN, "Б", "https://b.kz")(draft)
    first = changes.key_of(draft.buttons[0])
    once = changes.without_button(0, first)(draft)
    assert [one.url for one in once.buttons] == ["https://b.kz"]
    assert changes.without_button(0, first)(once) == once


@pytest.mark.parametrize("label", ["", " \n ", "а" * 65])
def test_a_label_fits_its_button(label: str) -> None:
    with pytest.raises(WrongLabelError):
        changes.checked_label(label)
