"""Lists of sources, written and read."""

import pytest

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
