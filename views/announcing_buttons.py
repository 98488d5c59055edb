"""The buttons under an announcement: which there are, in what order, and what each is called."""

from collections.abc import Sequence

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import LONGEST_LABEL, MOST_BUTTONS, Announcement, AnnouncementButton
from model.people import Language
from model.projects import Project
from views.announcing import AREA, label_of
from views.callbacks import pack
from views.packing import BETWEEN
from views.phrases import own_name
from views.project_words import name_of
from views.stories import one_line
from views.texts import Texts

LABEL_UNITS = 40
URL_UNITS = 200


def buttons(one: Announcement, language: Language) -> Outgoing:
    """The buttons there are, and what can be done about them."""
    text = Texts(language)
    lines = [_line(number, button, text) for number, button in enumerate(one.buttons, 1)]
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                "✏️ " + shorten(label_of(button, language), LABEL_UNITS),
                pack(AREA, "button", one.id, button.key),
            ),
        )
        for button in one.buttons
    ]
    if len(one.buttons) < MOST_BUTTONS:
        rows.append(
            (
                Button(text.plain("announce-add-link"), pack(AREA, "link", one.id)),
                Button(text.plain("announce-add-project"), pack(AREA, "project", one.id)),
            )
        )
    rows.append((Button(text.plain("announce-back"), pack(AREA, "draft", one.id)),))
    parts = [
        text("announce-buttons-title", most=MOST_BUTTONS),
        Markup("\n").join(lines) or text("announce-buttons-none"),
        text("announce-presses-known"),
    ]
    return Outgoing(BETWEEN.join(parts), buttons=tuple(rows))


def card(one: Announcement, button: AnnouncementButton, language: Language) -> Outgoing:
    """One button: what it is called in each version, where it stands, where it leads."""
    text, key = Texts(language), button.key
    at = one.buttons.index(button)
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                f"{own_name(each)}: {shorten(button.labels.get(each, '—'), LABEL_UNITS)}",
                pack(AREA, "label", one.id, key, each),
            ),
        )
        for each in one.versions or button.labels
    ]
    if button.url is not None:
        rows.append((Button(text.plain("announce-relink"), pack(AREA, "link", one.id, key)),))
    moves = [
        Button(text.plain(label), pack(AREA, "place", one.id, key, to))
        for label, to in (("announce-higher", at - 1), ("announce-lower", at + 1))
        if 0 <= to < len(one.buttons)
    ]
    if moves:
        rows.append(tuple(moves))
    rows.append((Button(text.plain("announce-unbutton"), pack(AREA, "unbutton", one.id, key)),))
    parts = [_line(at + 1, button, text), text("announce-labels")]
    return Outgoing(BETWEEN.join(parts), buttons=(*rows, _to_buttons(one, text)))


def ask(question: str, one: Announcement, about: Sequence[str], language: Language) -> Outgoing:
    """What is typed next: a link, a project, or a label; `about` is the button and the version."""
    text = Texts(language)
    if question == "announce-label":
        said = text("announce-label-ask", language=own_name(Language(about[1])))
    elif question == "announce-link" and about:
        said = text("announce-relink-ask")
    else:
        said = text(f"{question}-ask")
    return Outgoing(said, buttons=(_to_buttons(one, text),))


def which_project(one: Announcement, projects: Sequence[Project], language: Language) -> Outgoing:
    """What was typed may mean several; or it means none."""
    text = Texts(language)
    rows: Rows = tuple(
        (
            Button(
                shorten(name_of(project, language), LABEL_UNITS),
                pack(AREA, "project-is", one.id, project.id),
            ),
        )
        for project in projects
    )
    said = text("announce-which-project" if projects else "announce-no-project")
    return Outgoing(said, buttons=(*rows, _to_buttons(one, text)))


def labels_of(project: Project) -> dict[Language, str]:
    """What a project's button is called until somebody says otherwise: as the project is."""
    named = {each: one_line(project.names.get(each, "")) for each in Language}
    labels = {each: shorten(name, LONGEST_LABEL) for each, name in named.items() if name}
    return labels or {Language.RUSSIAN: project.code}


def _line(number: int, button: AnnouncementButton, text: Texts) -> Markup:
    label = label_of(button, text.language)
    if button.url is not None:
        url = shorten(button.url, URL_UNITS)
        return text("announce-button-link", number=str(number), label=label, url=url)
    return text("announce-button-project", number=str(number), label=label)


def _to_buttons(one: Announcement, text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("announce-to-buttons"), pack(AREA, "buttons", one.id)),)
