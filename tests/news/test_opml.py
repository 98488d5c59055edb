"""Lists of sources, written and read."""

import pytest

from model.news import PageRule, SourceKind
from news.opml import OpmlError, Outline, default_list, read_opml, write_opml
from news.wanted import checked_outline
from tests.news.makers import source


def test_what_is_written_is_read() -> None:
    sources = [
        source(title='Жаңалық & "Ко" <b>', url="https://a.example/?a=1&b=2", interval_minutes=45),
        source(title="\x07Плохой", url="https://b.example/", language=None, timezone="Asia/Tokyo"),
    ]
    assert read_opml(write_opml(sources).encode()) == [
        Outline("https://a.example/?a=1&b=2", 'Жаңалық & "Ко" <b>', "ru", 45),
        Outline("https://b.example/", "Плохой", None, 30, "Asia/Tokyo"),
    ]


def test_sitemaps_pages_and_switches_are_written_and_read() -> None:
    rule = PageRule('ul > li[class="n"]', "h3", "a", "time", None)
    sources = [
        source(url="https://a.example/s.xml", kind=SourceKind.SITEMAP, reads_full_text=True),
        source(url="https://b.example/", kind=SourceKind.PAGE, rule=rule, is_reviewed=True),
        source(url="https://c.example/"),
    ]
    text = write_opml(sources)
    sitemap, page, feed = read_opml(text.encode())
    assert (sitemap.kind, sitemap.reads_full_text) == (SourceKind.SITEMAP, True)
    assert (page.kind, page.rule, page.is_reviewed) == (SourceKind.PAGE, rule, True)
    assert (page.reads_full_text, sitemap.is_reviewed) == (False, False)
    assert feed == Outline("https://c.example/", "Новости", "ru")
    assert 'itemDate="time"' in text
    assert "itemLead" not in text


def test_a_page_without_title_and_link_is_read_by_its_links() -> None:
    content = b'<opml><outline type="page" xmlUrl="https://a.example/" item="li"/></opml>'
    (page,) = read_opml(content)
    assert page.rule == PageRule("li", "a", "a")


def test_folders_odd_cases_and_repeats() -> None:
    content = """<?xml version="1.0"?><opml><body><outline text="Folder">
        <outline XMLURL="https://a.example/" TEXT="А"/><outline xmlUrl="https://a.example/"/>
        <outline text="no address"/></outline></body></opml>"""
    assert read_opml(content.encode()) == [Outline("https://a.example/", "А")]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"<rss/>",
        b"<opml><body>",
        b'<!DOCTYPE opml [<!ENTITY a "b">]><opml/>',
        b'<!DOCTYPE opml SYSTEM "file:///etc/passwd"><opml/>',
    ],
)
def test_what_is_no_list_is_told(content: bytes) -> None:
    with pytest.raises(OpmlError):
        read_opml(content)


def test_a_list_in_another_encoding() -> None:
    content = (
        '<?xml version="1.0" encoding="windows-1251"?>'
        '<opml><outline xmlUrl="https://a.example/" text="Новости области сегодня"/></opml>'
    )
    (outline,) = read_opml(content.encode("windows-1251"))
    assert outline.title == "Новости области сегодня"


def test_the_shipped_list_is_fit_to_be_added() -> None:
    outlines = read_opml(default_list())
    assert len(outlines) >= 7
    assert {outline.language for outline in outlines} >= {"kk", "ru", "en"}
    assert all(checked_outline(outline) == outline for outline in outlines)
