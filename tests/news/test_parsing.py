"""Bodies of feeds, as odd as they come, into plain text."""

import json
from datetime import UTC, datetime

import pytest

from model.news import ParsedFeed
from news.parsing import Body, parse

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
KAZAKH = "Түркістан өңірінде әлеуметтік ғимарат, жаңа зауыт, үш кәсіпорын, һәм ірі жоба"


def read(
    content: bytes | str, content_type: str = "", url: str = "https://news.example/feed"
) -> ParsedFeed:
    body = content.encode() if isinstance(content, str) else content
    return parse(Body(body, content_type, url, "Asia/Almaty", NOW))


def rss(items: str, declaration: str = '<?xml version="1.0"?>', title: str = "Лента") -> str:
    return f'{declaration}<rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'


def item(**parts: str) -> str:
    return "<item>" + "".join(f"<{k}>{v}</{k}>" for k, v in parts.items()) + "</item>"


def test_an_item_is_read_whole() -> None:
    feed = read(
        rss(
            item(
                title="Завод",
                link="https://a.example/1",
                guid="x1",
                description="Построен.",
                pubDate="Mon, 23 Nov 2026 09:00:00 +0500",
            )
        )
    )
    (entry,) = feed.entries
    assert (feed.format, feed.encoding, feed.title, feed.reason) == (
        "rss20",
        "utf-8",
        "Лента",
        None,
    )
    assert (entry.guid, entry.link) == ("x1", "https://a.example/1")
    assert (entry.title, entry.summary) == ("Завод", "Построен.")
    assert entry.published == datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-8-sig", "kz1048"])
def test_kazakh_letters_stay_whole(encoding: str) -> None:
    declaration = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    feed = read(rss(item(title=KAZAKH), declaration).encode(encoding))
    assert [entry.title for entry in feed.entries] == [KAZAKH]


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r", "utf-8", "iso-8859-1", "nonsense"])
@pytest.mark.parametrize("real", ["windows-1251", "koi8-r", "utf-8"])
def test_a_declared_encoding_may_be_wrong(real: str, declared: str) -> None:
    title = "В Туркестанской области открыли новый завод за три миллиарда тенге"
    declaration = f'<?xml version="1.0" encoding="{declared}"?>'
    feed = read(rss(item(title=title), declaration).encode(real))
    assert [entry.title for entry in feed.entries] == [title]


def test_the_header_names_an_encoding_the_document_does_not() -> None:
    body = rss(item(title="Новый завод открыт"), "").encode("koi8-r")
    assert read(body, "text/xml; charset=koi8-r").entries[0].title == "Новый завод открыт"


def test_a_header_that_says_latin_for_everything_is_not_believed() -> None:
    body = rss(item(title="Жаңа зауыт")).encode()
    assert read(body, "text/xml; charset=ISO-8859-1").entries[0].title == "Жаңа зауыт"


def test_a_few_spoiled_bytes_do_not_change_the_encoding() -> None:
    body = rss(item(title=KAZAKH), title="x").encode().replace(b"<title>x", b"<title>\xff")
    assert read(body).entries[0].title == KAZAKH


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("&lt;p&gt;бір&lt;/p&gt;&lt;p&gt;екі&lt;/p&gt;", "бір\nекі"),
        ("один&lt;br&gt;два&lt;br/&gt;три", "один\nдва\nтри"),
        ("<![CDATA[<ul><li>а</li><li>б</li></ul>]]>", "а\nб"),
        ("<![CDATA[до<script>alert(1)</script><style>p{}</style>после]]>", "допосле"),
        ("AT&amp;amp;T &amp;lt;b&amp;gt;", "AT&T <b>"),
        ("5 &lt; 6", "5 < 6"),
        ("&amp;laquo;Састөбе&amp;raquo;&amp;nbsp;— ok", "«Састөбе» — ok"),
        ("<![CDATA[<a href='javascript:x()'>ссылка</a> <img src=x onerror=y>]]>", "ссылка"),
        ("a\u202eb\u200bc", "abc"),
    ],
)
def test_markup_becomes_plain_text(html: str, text: str) -> None:
    assert read(rss(item(title="т", description=html))).entries[0].summary == text


def test_atom_text_means_itself() -> None:
    feed = read(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>т</title><entry><id>1</id>'
        '<title type="text">Use &lt;b&gt; &amp;amp; see</title>'
        '<summary type="html">&lt;p&gt;а&lt;/p&gt;</summary></entry></feed>'
    )
    assert feed.format == "atom10"
    assert feed.entries[0].title == "Use <b> &amp; see"
    assert feed.entries[0].summary == "а"


@pytest.mark.parametrize(
    ("printed", "link"),
    [
        ("/news/1", "https://news.example/news/1"),
        ("news/1?a=1&amp;b=2", "https://news.example/news/1?a=1&b=2"),
        ("//other.example/x", "https://other.example/x"),
        ("javascript:alert(1)", None),
        ("ftp://files.example/x", None),
        ("data:text/html,x", None),
        ("http://[broken", None),
        ("https://a.example/" + "x" * 3000, None),
    ],
)
def test_links_are_absolute_and_of_the_web(printed: str, link: str | None) -> None:
    assert read(rss(item(title="т", link=printed))).entries[0].link == link


def test_fields_are_capped() -> None:
    feed = read(rss(item(title="т" * 9_000, description="сөз " * 9_000, guid="g" * 9_000)))
    (entry,) = feed.entries
    assert len(entry.title) <= 500
    assert len(entry.summary) <= 2_000
    assert len(entry.guid or "") <= 500


def test_long_guids_stay_apart() -> None:
    feed = read(rss(item(title="а", guid="g" * 900 + "1") + item(title="б", guid="g" * 900 + "2")))
    assert len({entry.guid for entry in feed.entries}) == 2


def test_an_item_without_a_title_is_called_by_its_text() -> None:
    feed = read(rss(item(description="Первая строка&lt;br&gt;вторая")))
    assert feed.entries[0].title == "Первая строка"


def test_an_item_with_nothing_is_still_an_entry() -> None:
    (entry,) = read(rss("<item/>")).entries
    assert (entry.guid, entry.link, entry.title, entry.published) == (None, None, "", None)


def test_json_feed() -> None:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Жаңалық",
        "items": [
            {
                "id": 7,
                "url": "/7",
                "title": "A <b> & c",
                "content_html": "<p>бір</p><p>екі</p>",
                "date_published": "2026-11-23T09:00:00+05:00",
            },
            "nonsense",
            {"id": None, "content_text": "x < y"},
        ],
    }
    feed = read(json.dumps(document))
    first, second = feed.entries
    assert (feed.format, feed.title) == ("json11", "Жаңалық")
    assert (first.guid, first.link) == ("7", "https://news.example/7")
    assert (first.title, first.summary) == ("A <b> & c", "бір\nекі")
    assert first.published == datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
    assert (second.guid, second.title, second.summary) == (None, "x < y", "x < y")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("", "the body is empty"),
        (" \n\x00 ", "the body is empty"),
        ("<!DOCTYPE html><html><body><p>Привет</p></body></html>", "a web page, not a feed"),
        ("просто текст", "not a feed"),
        ("/etc/passwd", "not a feed"),
        ("http://127.0.0.1/", "not a feed"),
        ('<opml version="2.0"><body/></opml>', "a list of feeds (OPML), not a feed"),
        ('{"a": 1}', "JSON, but no JSON Feed"),
        ("{broken", "broken JSON"),
        ("[" * 100_000, "broken JSON"),
        (rss(""), "the feed has no entries"),
    ],
)
def test_nothing_comes_with_a_reason(body: str, reason: str) -> None:
    feed = read(body)
    assert feed.entries == ()
    assert feed.reason == reason


def test_an_empty_feed_is_still_a_feed() -> None:
    assert read(rss("")).format == "rss20"


def test_a_cut_document_gives_what_came() -> None:
    whole = rss(item(title="первый") + item(title="второй"))
    cut = whole[: whole.index("второй")]
    assert read(cut).entries[0].title == "первый"


def test_control_characters_and_bare_ampersands_lose_nothing() -> None:
    feed = read(rss(item(title="Тау \x0b& Ко", link="https://a.example/?a=1&b=2")))
    assert feed.entries[0].title == "Тау & Ко"
    assert feed.entries[0].link == "https://a.example/?a=1&b=2"


def test_an_entity_bomb_is_no_bomb() -> None:
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {name} "{f"&{below};" * 10}">'
        for below, name in zip("abcdefg", "bcdefgh", strict=True)
    )
    bomb = f"<!DOCTYPE rss [{entities}]>" + rss(item(title="&h;"), "")
    assert all(len(entry.title) <= 500 for entry in read(bomb).entries)


def test_an_outside_entity_is_not_read() -> None:
    body = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + rss(item(title="т&x;"), "")
    assert "root:" not in str(read(body))


def test_ttl_is_minutes() -> None:
    assert read(rss("<ttl>45</ttl>" + item(title="т"))).ttl_minutes == 45
    assert read(rss("<ttl>soon</ttl>" + item(title="т"))).ttl_minutes is None
