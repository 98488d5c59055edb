"""The buttons under an announcement, and trying it out before it is sent."""

from collections.abc import Sequence

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.announcements import MOST_BUTTONS, Announcement, AnnouncementButton
from model.people import Language, Subscriber
from model.projects import Project
from views.announcing import AREA, label_of
from views.callbacks import pack
from views.offices import name_of_person
from views.packing import BETWEEN
from views.phrases import own_name
from views.project_words import name_of
from views.texts import Texts

LABEL_UNITS = 40


def buttons(
    one: Announcement,
    keys: Sequence[str],
    language: Language,
    said: Markup | None = None,
) -> Outgoing:
    """The buttons there are, and what can be done about them; `keys` tell them apart."""
    text = Texts(language)
    lines = [_line(number, button, text) for number, button in enumerate(one.buttons, 1)]
    rows: list[tuple[Button, ...]] = []
    for index, (button, key) in enumerate(zip(one.buttons, keys, strict=True)):
        label = shorten(label_of(button, language), LABEL_UNITS // 2)
        rows.append(
            (
                Button(f"✏️ {label}", pack(AREA, "labels", one.id, index)),
                Button(f"✕ {label}", pack(AREA, "unbutton", one.id, index, key)),
            )
        )
    if len(one.buttons) < MOST_BUTTONS:
        rows.append(
            (
                Button(text.plain("announce-add-link"), pack(AREA, "link", one.id)),
                Button(text.plain("announce-add-project"), pack(AREA, "project", one.id)),
            )
        )
    rows.append(_back(one, text))
    parts = [
        text("announce-buttons-title", most=MOST_BUTTONS),
        Markup("\n").join(lines) or text("announce-buttons-none"),
        text("announce-presses-known"),
    ]
    body = BETWEEN.join(parts if said is None else [said, *parts])
    return Outgoing(body, buttons=tuple(rows))


def labels(one: Announcement, index: int, language: Language) -> Outgoing:
    """A button is called something in each version."""
    text = Texts(language)
    button = one.buttons[index]
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                f"{own_name(each)}: {button.labels.get(each, '—')}",
                pack(AREA, "label", one.id, index, each),
            ),
        )
        for each in one.versions
    ]
    rows.append((Button(text.plain("announce-to-buttons"), pack(AREA, "buttons", one.id)),))
    return Outgoing(text("announce-labels", label=label_of(button, language)), buttons=tuple(rows))


def ask(key: str, one: Announcement, language: Language, **values: str) -> Outgoing:
    """What is typed next: a link with its label, a project, or a label."""
    text = Texts(language)
    back = Button(text.plain("announce-to-buttons"), pack(AREA, "buttons", one.id))
    return Outgoing(text(key, **values), buttons=((back,),))


def which_project(one: Announcement, projects: Sequence[Project], language: Language) -> Outgoing:
    """What was typed may mean several; or it means none."""
    text = Texts(language)
    rows: list[tuple[Button, ...]] = [
        (
            Button(
                shorten(name_of(project, language), LABEL_UNITS),
                pack(AREA, "project-is", one.id, project.id),
            ),
        )
        for project in projects
    ]
    rows.append((Button(text.plain("announce-to-buttons"), pack(AREA, "buttons", one.id)),))
    said = text("announce-which-project" if projects else "announce-no-project")
    return Outgoing(said, buttons=tuple(rows))


def colleagues(
    one: Announcement,
    found: Sequence[tuple[Subscriber, str | None]],
    me: int,
    language: Language,
    said: Markup | None = None,
) -> Outgoing:
    """To whom it can be shown before it is sent: a press shows it at once."""
    text = Texts(language)
    others = [each for each in found if each[0].chat_id != me]
    rows: list[tuple[Button, ...]] = [
        (Button(text.plain("announce-test-me"), pack(AREA, "try", one.id, me)),)
    ]
    rows += _people_rows(one, others, text)
    rows.append(_back(one, text))
    parts = [text("announce-test-title")]
    if not others:
        parts.append(text("announce-test-alone"))
    body = BETWEEN.join(parts if said is None else [said, *parts])
    return Outgoing(body, buttons=tuple(rows))


def trial(one: Announcement, said: Outgoing, language: Language) -> Outgoing:
    """What is tried out, after a line that says so."""
    return Outgoing(Texts(language)("announce-trial", number=str(one.id)), then=said)


def _people_rows(
    one: Announcement, people: Sequence[tuple[Subscriber, str | None]], text: Texts
) -> Rows:
    made = [
        Button(name_of_person(each.chat_id, name, text), pack(AREA, "try", one.id, each.chat_id))
        for each, name in people
    ]
    return tuple(tuple(made[start : start + 2]) for start in range(0, len(made), 2))


def _line(number: int, button: AnnouncementButton, text: Texts) -> Markup:
    label = label_of(button, text.language)
    if button.url is not None:
        return text("announce-button-link", number=str(number), label=label, url=button.url)
    return text("announce-button-project", number=str(number), label=label)


def _back(one: Announcement, text: Texts) -> tuple[Button, ...]:
    return (Button(text.plain("announce-back"), pack(AREA, "draft", one.id)),)
