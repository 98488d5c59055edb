"""What of a project is no text: its place on a map, a picture of its link, a document."""

from io import BytesIO

import segno
from markupsafe import Markup

from common.text import shorten
from delivery.contents import Media, MediaKind, Place
from delivery.outgoing import Outgoing
from model.projects import DocumentKind, Project
from projects.papers import Paper
from projects.zones import zone_point
from views.digest import Look
from views.links import BotLinks
from views.project_card import where_words
from views.project_words import document_words, name_of
from views.texts import Texts

PLACE_UNITS = 100
SCALE = 12
"""Pixels of one module: what is printed small is still read."""
_KINDS = {DocumentKind.PHOTO: MediaKind.PHOTO, DocumentKind.DOCUMENT: MediaKind.DOCUMENT}


def place(project: Project, look: Look) -> Outgoing | None:
    """Where it stands; about where its zone lies, where no more is known."""
    text = Texts(look.language)
    name, where = name_of(project, look.language), where_words(project, text) or project.code
    if project.point is not None:
        point = project.point
    elif project.zone and (about := zone_point(project.zone)) is not None:
        point, where = about, f"{text.plain('map-about')}: {where}"
    else:
        return None
    title, address = shorten(name, PLACE_UNITS), shorten(where, PLACE_UNITS)
    return Outgoing(place=Place(point.latitude, point.longitude, title, address))


def qr(project: Project, links: BotLinks) -> bytes | None:
    """The project's link as a PNG; None where it has none: nobody but officials sees it."""
    url = links.project(project.code)
    if url is None or not project.published:
        return None
    picture = BytesIO()
    segno.make_qr(url, error="m").save(picture, kind="png", scale=SCALE, border=4)
    return picture.getvalue()


def qr_caption(project: Project, look: Look) -> Markup:
    name = name_of(project, look.language)
    return Texts(look.language)("qr-caption", name=name, code=project.code)


def paper(one: Paper, look: Look) -> Outgoing:
    """A document with its name and its project's; without media where Telegram has no copy."""
    text = Texts(look.language)
    title, name = document_words(one.document, text), name_of(one.project, look.language)
    caption = Markup("{}\n<i>{}</i>").format(title, name)
    file_id = one.document.file_id
    media = None if file_id is None else Media(_KINDS[one.document.kind], file_id)
    return Outgoing(caption, media=media, thread_id=look.thread_id)
