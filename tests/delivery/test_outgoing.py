"""A message as it is stored: what was kept before reads as it did, whoever wrote it."""

import json

from markupsafe import Markup

from delivery.outgoing import Button, Media, MediaKind, Outgoing

KEPT = (
    '{"text":"<b>A &lt; B</b>","entities":null,"media":null,'
    '"buttons":[[{"label":"Ещё","data":"more:1","url":null}]],"preview_url":null,"thread_id":7}'
)


def test_what_views_made_comes_back_as_html() -> None:
    outgoing = Outgoing(
        Markup("<b>{}</b>").format("A < B"), buttons=((Button("Ещё", "more:1"),),), thread_id=7
    )
    assert outgoing.to_json() == KEPT
    again = Outgoing.from_json(KEPT)
    assert again == outgoing
    assert isinstance(again.text, Markup)


def test_an_author_s_words_stay_as_they_were_written() -> None:
    bold = {"type": "bold", "offset": 0, "length": 1}
    outgoing = Outgoing.authored("a < b", [bold], Media(MediaKind.PHOTO, "42"))
    assert json.loads(outgoing.to_json())["text"] == "a < b"
    assert Outgoing.from_json(outgoing.to_json()) == outgoing
