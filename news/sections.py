"""A section page of a site without a feed → entries, by CSS rules that an editor wrote.

Selectors look at the item itself and at all in it, so that an item that is a link names `a`.
"""

from functools import lru_cache

from cssselect import SelectorError
from lxml import etree, html
from lxml.cssselect import CSSSelector

from model.news import Entry, PageRule, ParsedFeed
from news.bodies import Body, nothing
from news.encodings import decode
from news.entries import (
    FORBIDDEN_IN_XML,
    MAX_ENTRIES,
    MAX_SUMMARY,
    MAX_TITLE,
    cut,
    tidy_link,
    zone_of,
)
from news.page_dates import read_shown_date
from news.plain_text import one_line, plain_text

FORMAT = "page"
MAX_SELECTOR = 300

_DECLARATION_END = "?>"
_DATE_ATTRIBUTES = ("datetime", "content", "data-date", "data-time")
_IMAGE_ATTRIBUTES = ("data-src", "data-original", "src")


def wrong_selector(rule: PageRule) -> str | None:
    """The first selector of the rule that cannot be used, or None."""
    for css in (rule.item, rule.title, rule.link, rule.date, rule.lead):
        if css is not None and not _is_selector(css):
            return css
    return None


def read_section(body: Body) -> ParsedFeed:
    """The items of a page that have a title or a link; where there are none, the reason."""
    if body.rule is None:
        return nothing("a page needs a rule")
    document, encoding = _document(body)
    if document is None:
        return nothing("not a web page", encoding)
    items = _found(document, body.rule.item)[:MAX_ENTRIES]
    if not items:
        return nothing(f"nothing on the page is {body.rule.item!r}", encoding)
    base = _base(document, body.url)
    read = (_entry(item, body.rule, body, base) for item in items)
    entries = tuple(entry for entry in read if entry.title or entry.link)
    if not any(entry.title and entry.link for entry in entries):
        return nothing(f"{len(items)} items on the page, none with title and link", encoding)
    return ParsedFeed(FORMAT, encoding, _title(document), entries)


def _is_selector(css: str) -> bool:
    if not css.strip() or len(css) > MAX_SELECTOR:
        return False
    try:
        _selector(css)(html.Element("p"))
    except (SelectorError, etree.XPathError, ValueError, RecursionError):
        return False
    return True


@lru_cache(maxsize=500)
def _selector(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")


def _document(body: Body) -> tuple[html.HtmlElement | None, str]:
    text, encoding = decode(body.content, body.content_type)
    text = FORBIDDEN_IN_XML.sub("", text).strip()
    if text.startswith("<?xml"):  # lxml reads no text that declares an encoding
        text = text.partition(_DECLARATION_END)[2]
    if "<" not in text:
        return None, encoding
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text, parser=parser), encoding
    except (etree.LxmlError, ValueError):
        return None, encoding


def _base(document: html.HtmlElement, url: str) -> str:
    """What relative links are relative to: the page may say so itself."""
    said = next((base.get("href") for base in document.iter("base")), None)
    return (tidy_link(said, url) or url) if said else url


def _title(document: html.HtmlElement) -> str:
    found = next(document.iter("title"), None)
    return cut(one_line(found.text or ""), MAX_TITLE) if found is not None else ""


def _entry(item: html.HtmlElement, rule: PageRule, body: Body, base: str) -> Entry:
    lead = _first(item, rule.lead)
    return Entry(
        guid=None,
        link=_link(item, rule.link, base),
        title=cut(_line(_first(item, rule.title)), MAX_TITLE),
        summary=cut(plain_text(_markup(lead)), MAX_SUMMARY) if lead is not None else "",
        published=next(
            (
                moment
                for printed in _dates(_first(item, rule.date))
                if (moment := read_shown_date(printed, zone_of(body.timezone), body.now))
            ),
            None,
        ),
        image=_image(item, base),
    )


def _found(element: html.HtmlElement, css: str) -> list[html.HtmlElement]:
    return list(_selector(css)(element))


def _first(item: html.HtmlElement, css: str | None) -> html.HtmlElement | None:
    found = _found(item, css) if css else []
    return found[0] if found else None


def _line(element: html.HtmlElement | None) -> str:
    """What is written in it, else what its attribute says: some cards have a title only there."""
    if element is None:
        return ""
    return one_line(_markup(element)) or one_line(element.get("title") or element.get("alt") or "")


def _markup(element: html.HtmlElement) -> str:
    return str(html.tostring(element, encoding="unicode", with_tail=False))


def _link(item: html.HtmlElement, css: str, base: str) -> str | None:
    """The address of what was found, or of the first link within it."""
    for found in _found(item, css):
        for link in found.iter("a", "area"):
            if address := tidy_link(link.get("href"), base):
                return address
    return None


def _dates(element: html.HtmlElement | None) -> list[str]:
    if element is None:
        return []
    told = [element.get(name) for name in _DATE_ATTRIBUTES]
    return [date for date in (*told, _line(element)) if date]


def _image(item: html.HtmlElement, base: str) -> str | None:
    for image in item.iter("img"):
        for name in _IMAGE_ATTRIBUTES:
            if address := tidy_link(image.get(name), base):
                return address
    return None
