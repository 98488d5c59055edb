"""What one step of writing makes of a draft. Pure: each gives a Change for ChangeDraft."""

import ipaddress
import zlib
from dataclasses import replace
from urllib.parse import urlsplit

from common.text import utf16_length
from delivery.outgoing import Outgoing
from model.announcements import MOST_BUTTONS, Announcement, AnnouncementButton
from model.ids import ProjectId
from model.people import Language
from publishing.announcing.drafting import Change
from publishing.announcing.errors import TooManyButtonsError, WrongLabelError, WrongLinkError

LONGEST_LABEL = 64
"""UTF-16 units; a longer one is cut by phones."""
LONGEST_URL = 2048


def saying(language: Language, outgoing: Outgoing) -> Change:
    """What is said in a language."""

    def change(draft: Announcement) -> Announcement:
        said = {**draft.versions, language: outgoing.to_json()}
        return replace(
            draft,
            versions={one: said[one] for one in Language if one in said},
            fallback=draft.default_language or language,  # the first that was written
        )

    return change


def without_version(language: Language) -> Change:
    """Nothing is said in a language any more; those who read it get another version."""

    def change(draft: Announcement) -> Announcement:
        left = {one: said for one, said in draft.versions.items() if one is not language}
        fallback = None if draft.fallback is language else draft.fallback
        return replace(draft, versions=left, fallback=fallback)

    return change


def falling_back_to(language: Language) -> Change:
    """Whose language has no version gets this one."""
    return lambda draft: replace(draft, fallback=language) if language in draft.versions else draft


def with_link(language: Language, label: str, url: str) -> Change:
    """One more button, which opens a link; WrongLinkError, WrongLabelError."""
    button = AnnouncementButton({language: checked_label(label)}, url=checked_link(url))
    return lambda draft: _with_button(draft, button)


def with_project(language: Language, label: str, project: ProjectId) -> Change:
    """One more button, which shows a project's card."""
    button = AnnouncementButton({language: checked_label(label)}, project_id=project)

    def change(draft: Announcement) -> Announcement:
        if any(one.project_id == project for one in draft.buttons):
            return draft  # pressed twice
        return _with_button(draft, button)

    return change


def labelled(index: int, language: Language, label: str) -> Change:
    """What a button is called in a version."""

    def change(draft: Announcement) -> Announcement:
        buttons = tuple(
            replace(one, labels={**one.labels, language: checked_label(label)})
            if at == index
            else one
            for at, one in enumerate(draft.buttons)
        )
        return replace(draft, buttons=buttons)

    return change


def without_button(index: int, button: str) -> Change:
    """Without the button of a number, if it is still the one that was seen there: see `key_of`."""

    def change(draft: Announcement) -> Announcement:
        left = tuple(
            one for at, one in enumerate(draft.buttons) if at != index or key_of(one) != button
        )
        return replace(draft, buttons=left)

    return change


def key_of(button: AnnouncementButton) -> str:
    """A short word that tells a button from the one that may take its place."""
    what = button.url if button.project_id is None else f"project {button.project_id}"
    return format(zlib.crc32(str(what).encode()), "x")


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
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        pass
    labels = host.rstrip(".").split(".")
    ends_well = len(labels[-1]) > 1 and not labels[-1].isdigit()
    return len(labels) > 1 and all(labels) and ends_well


def _with_button(draft: Announcement, button: AnnouncementButton) -> Announcement:
    if len(draft.buttons) >= MOST_BUTTONS:
        raise TooManyButtonsError(draft.id)
    return replace(draft, buttons=(*draft.buttons, button))
