"""What one step of writing makes of a draft. Pure: each gives a Change for ChangeDraft."""

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from common.text import utf16_length
from delivery.outgoing import Outgoing
from model.announcements import (
    LONGEST_LABEL,
    MOST_BUTTONS,
    Announcement,
    AnnouncementButton,
    Source,
)
from model.ids import ProjectId
from model.people import Language
from publishing.announcing.drafting import Change
from publishing.announcing.errors import (
    AnnouncementChangedError,
    TooManyButtonsError,
    WrongLabelError,
    WrongLinkError,
)

LONGEST_URL = 2048
LONGEST_HOST = 253

_HOST_LABEL = re.compile(r"(?!-)[\w-]{1,63}(?<!-)")
_LOCAL = frozenset(
    {"local", "localhost", "localdomain", "lan", "home", "internal", "intranet", "corp"}
    | {"private", "test", "invalid", "onion"}
)
"""Endings of names that nobody outside finds."""


def saying(language: Language, outgoing: Outgoing, source: Source) -> Change:
    """What is said in a language, and the messages it was taken from.

    The first of all is for everyone else too, until somebody says otherwise.
    """

    def change(draft: Announcement) -> Announcement:
        versions = {**draft.versions, language: outgoing.to_json()}
        return replace(
            draft,
            versions={one: versions[one] for one in Language if one in versions},
            sources={**draft.sources, language: source},
            fallback=draft.default_language or language,
        )

    return change


def without_version(language: Language, seen: str) -> Change:
    """Nothing is said in a language any more; those who read it get another version.

    AnnouncementChangedError where it is not the version that was seen: see its stamp.
    """

    def change(draft: Announcement) -> Announcement:
        if language not in draft.versions:
            return draft  # pressed twice
        if draft.stamp_of(language) != seen:
            raise AnnouncementChangedError(draft.id)
        left = {one: said for one, said in draft.versions.items() if one is not language}
        sources = {one: source for one, source in draft.sources.items() if one is not language}
        fallback = None if draft.fallback is language else draft.fallback
        return replace(draft, versions=left, sources=sources, fallback=fallback)

    return change


def falling_back_to(language: Language) -> Change:
    """Whose language has no version gets this one."""
    return lambda draft: replace(draft, fallback=language) if language in draft.versions else draft


def with_link(language: Language, label: str, url: str) -> Change:
    """One more button, which opens a link; WrongLinkError, WrongLabelError."""
    button = AnnouncementButton({language: checked_label(label)}, url=checked_link(url))
    return lambda draft: _with_button(draft, _labelled_as(button, language, draft))


def with_project(labels: Mapping[Language, str], project: ProjectId) -> Change:
    """One more button, which shows a project's card."""
    checked = {language: checked_label(label) for language, label in labels.items()}
    button = AnnouncementButton(checked, project_id=project)
    return lambda draft: _with_button(draft, button)


def relabelled(key: str, language: Language, label: str) -> Change:
    """What a button is called in a version."""
    checked = checked_label(label)
    return _changing(key, lambda one: replace(one, labels={**one.labels, language: checked}))


def relinked(key: str, url: str) -> Change:
    """A button opens another link, and is called what it was."""
    checked = checked_link(url)

    def change(draft: Announcement) -> Announcement:
        if any(one.url == checked for one in draft.buttons):
            return draft  # said twice
        return _changing(key, lambda one: replace(one, url=checked))(draft)

    return change


def placed(key: str, at: int) -> Change:
    """A button stands at another place, from 0."""

    def change(draft: Announcement) -> Announcement:
        one = button_of(draft, key)
        others = [each for each in draft.buttons if each is not one]
        return replace(draft, buttons=(*others[:at], one, *others[at:]))

    return change


def without_button(key: str) -> Change:
    """Without a button; gone already, nothing happens."""
    return lambda draft: replace(
        draft, buttons=tuple(one for one in draft.buttons if one.key != key)
    )


def button_of(draft: Announcement, key: str) -> AnnouncementButton:
    """AnnouncementChangedError where it is gone."""
    for one in draft.buttons:
        if one.key == key:
            return one
    raise AnnouncementChangedError(draft.id)


def checked_label(label: str) -> str:
    """One line of words that fit a button."""
    words = " ".join(label.split())
    if not words or utf16_length(words) > LONGEST_LABEL:
        raise WrongLabelError(label)
    return words


def checked_link(url: str) -> str:
    """A link that Telegram takes under a button: http(s), a host with a dot, not of a local net."""
    link = url.strip()
    if "://" not in link and "." in link.partition("/")[0]:
        link = f"https://{link}"
    try:
        parts = urlsplit(link)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise WrongLinkError(url) from error
    is_web = parts.scheme in ("http", "https") and not parts.username
    if not is_web or any(each.isspace() for each in link) or len(link) > LONGEST_URL:
        raise WrongLinkError(url)
    if not _leads_somewhere(host):
        raise WrongLinkError(url)
    return link


def _leads_somewhere(host: str) -> bool:
    """Whether others than this network can find it. Nothing is asked of it: rules alone."""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    labels = host.rstrip(".").split(".")
    is_named = len(host) <= LONGEST_HOST and all(map(_HOST_LABEL.fullmatch, labels))
    ends_well = len(labels[-1]) > 1 and not labels[-1].isdigit() and labels[-1] not in _LOCAL
    return len(labels) > 1 and is_named and ends_well


def _with_button(draft: Announcement, button: AnnouncementButton) -> Announcement:
    if button.key in [one.key for one in draft.buttons]:
        return draft  # said twice
    if len(draft.buttons) >= MOST_BUTTONS:
        raise TooManyButtonsError(draft.id)
    return replace(draft, buttons=(*draft.buttons, button))


def _labelled_as(
    button: AnnouncementButton, language: Language, draft: Announcement
) -> AnnouncementButton:
    """Its label belongs to the version that its author reads, in whatever language they type."""
    (label,) = button.labels.values()
    return replace(button, labels={draft.version_for(language) or language: label})


def _changing(key: str, become: Callable[[AnnouncementButton], AnnouncementButton]) -> Change:
    def change(draft: Announcement) -> Announcement:
        one = button_of(draft, key)
        buttons = tuple(become(each) if each is one else each for each in draft.buttons)
        return replace(draft, buttons=buttons)

    return change
