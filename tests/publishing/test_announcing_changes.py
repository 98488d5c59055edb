"""What one step of writing makes of a draft."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from delivery.outgoing import Outgoing
from model.announcements import Announcement, AnnouncementState, Source
from model.ids import AnnouncementId, ProjectId
from model.people import Language
from publishing.announcing import changes
from publishing.announcing.drafting import Change
from publishing.announcing.errors import (
    AnnouncementChangedError,
    TooManyButtonsError,
    WrongLabelError,
    WrongLinkError,
)

NOW = datetime(2026, 12, 1, tzinfo=UTC)
EMPTY = Announcement(AnnouncementId(1), 9, AnnouncementState.DRAFT, NOW, NOW)
WORDS = Outgoing(Markup("Слова"), ())
SOURCE = Source(9, (1,))

languages = st.sampled_from(list(Language))


@given(st.lists(st.tuples(st.sampled_from(["say", "drop", "prefer"]), languages), max_size=12))
def test_whoever_reads_whatever_gets_a_version_while_there_is_one(
    steps: list[tuple[str, Language]],
) -> None:
    draft = EMPTY
    for step, language in steps:
        before = draft.default_language
        change = {
            "say": changes.saying(language, WORDS, SOURCE),
            "drop": changes.without_version(language, draft.stamp_of(language)),
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
        "https://printer.local/",
        "https://-example.kz/",
        "https://exa_mple!.kz/",
        "https://example.kz\\@10.0.0.1/",
        "https://0x7f.1/",
        "https://169.254.169.254/latest",
        "https://" + "a" * 64 + ".kz/",
    ],
)
def test_links_that_lead_nowhere_are_not(link: str) -> None:
    with pytest.raises(WrongLinkError):
        changes.checked_link(link)


def project(number: int) -> Change:
    return changes.with_project({Language.RUSSIAN: "Завод"}, ProjectId(number))


def link(label: str, url: str) -> Change:
    return changes.with_link(Language.RUSSIAN, label, url)


def keys_of(draft: Announcement) -> list[str]:
    return [one.key for one in draft.buttons]


def test_there_are_three_buttons_at_most_and_each_once() -> None:
    draft = link("А", "https://a.kz")(project(1)(EMPTY))
    assert project(1)(draft) == draft
    assert link("Ещё раз", "https://a.kz")(draft) == draft
    draft = link("Б", "https://b.kz")(draft)
    with pytest.raises(TooManyButtonsError):
        link("В", "https://c.kz")(draft)
    assert link("А", "https://a.kz")(draft) == draft


def test_a_button_is_removed_moved_and_renamed_by_what_it_is() -> None:
    draft = link("Б", "https://b.kz")(link("А", "https://a.kz")(project(1)(EMPTY)))
    first, second, third = keys_of(draft)
    assert keys_of(changes.placed(third, 0)(draft)) == [third, first, second]
    assert keys_of(changes.placed(first, 2)(draft)) == [second, third, first]
    assert changes.placed(first, 0)(draft) == draft
    named = changes.relabelled(second, Language.KAZAKH, "Ә")(draft)
    assert named.buttons[1].labels == {Language.RUSSIAN: "А", Language.KAZAKH: "Ә"}
    elsewhere = changes.relinked(second, "https://d.kz")(named)
    assert elsewhere.buttons[1].labels == named.buttons[1].labels
    assert elsewhere.buttons[1].url == "https://d.kz"
    once = changes.without_button(first)(draft)
    assert keys_of(once) == [second, third]
    assert changes.without_button(first)(once) == once


@pytest.mark.parametrize(
    "change",
    [
        changes.placed("gone", 0),
        changes.relabelled("gone", Language.KAZAKH, "Ә"),
        changes.relinked("gone", "https://d.kz"),
    ],
)
def test_a_button_that_is_gone_is_no_other(change: Change) -> None:
    with pytest.raises(AnnouncementChangedError):
        change(link("А", "https://a.kz")(EMPTY))


def test_a_label_belongs_to_the_version_that_its_author_reads() -> None:
    """Typed in Russian under an English version alone, it is the English one's."""
    english = changes.saying(Language.ENGLISH, WORDS, SOURCE)(EMPTY)
    assert list(link("А", "https://a.kz")(english).buttons[0].labels) == [Language.ENGLISH]
    both = changes.saying(Language.RUSSIAN, WORDS, SOURCE)(english)
    assert list(link("А", "https://a.kz")(both).buttons[0].labels) == [Language.RUSSIAN]


@pytest.mark.parametrize("label", ["", " \n ", "а" * 65])
def test_a_label_fits_its_button(label: str) -> None:
    with pytest.raises(WrongLabelError):
        changes.checked_label(label)
