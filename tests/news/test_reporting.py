"""Files through the same code as feeds; what is wrong with one is its reason."""

from pathlib import Path

from common.worker import WorkFailed
from news.fetching import MAX_BYTES
from news.reporting import ParseFile, report
from tests.clocks import ManualClock
from tests.news.outlets import parse_here, rss, story

PARSE = ParseFile(parse_here, ManualClock())


async def test_a_feed_gives_its_entries(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(rss(story("Жаңа зауыт", "https://a.example/1", ManualClock().now(), "1")))
    line = await PARSE(file)
    assert (line["file"], line["format"], line["encoding"]) == (str(file), "rss20", "utf-8")
    assert line["reason"] is None
    assert line["entries"] == [
        {
            "id": "1",
            "title": "Жаңа зауыт",
            "link": "https://a.example/1",
            "published": "2026-11-23T04:00:00+00:00",
            "summary": "",
        }
    ]


async def test_a_file_that_cannot_be_read_is_a_reason(tmp_path: Path) -> None:
    assert "cannot be read" in (await PARSE(tmp_path / "missing"))["reason"]
    assert "cannot be read" in (await PARSE(tmp_path))["reason"]


async def test_a_file_larger_than_any_feed_is_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "large"
    file.write_bytes(b" " * (MAX_BYTES + 1))
    assert (await PARSE(file))["reason"] == "larger than 5 MiB"


def test_a_lost_parser_is_a_reason() -> None:
    assert report("x", WorkFailed("the parser died"))["reason"] == "the parser died"
