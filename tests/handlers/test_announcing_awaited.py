"""What a message is to the question that is open: pure, step by step."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.announcing_awaited import AT_ONCE, Mode, Saying, Sent, Step
from model.ids import AnnouncementId
from model.people import Language

ASKED = Saying(AnnouncementId(12), Language.KAZAKH, "a1b2")
FIRST = Sent(100, 1_000)
OF_ALBUM = Sent(100, 1_000, "77", is_file=True)
MUCH_LATER = 1_000 + AT_ONCE + 1


@given(
    draft=st.integers(1, 2**63 - 1),
    language=st.sampled_from(list(Language)),
    seen=st.from_regex(r"-|[0-9a-f]{1,8}", fullmatch=True),
    mode=st.sampled_from(list(Mode)),
    group=st.from_regex(r"[0-9]{0,20}", fullmatch=True),
    first=st.integers(0, 2**31),
    at=st.integers(0, 2**32),
)
def test_a_question_survives_the_database(
    draft: int, language: Language, seen: str, mode: Mode, group: str, first: int, at: int
) -> None:
    saying = Saying(AnnouncementId(draft), language, seen, mode, group, first, at)
    if mode is Mode.WAITS:
        saying = Saying(AnnouncementId(draft), language, seen)
    assert Saying.read(":".join(map(str, saying.words)).split(":")) == saying


@pytest.mark.parametrize(
    "words", ["", "1", "1:ru", "x:ru:-", "1:xx:-", "1:ru:-:took", "-1:ru:-", "1:ru:-:took:7:1:1:1"]
)
def test_what_is_no_question_is_none(words: str) -> None:
    assert Saying.read(words.split(":")) is None


@pytest.mark.parametrize(
    ("saying", "sent", "step"),
    [
        (ASKED, FIRST, Step.ANSWER),
        (ASKED, OF_ALBUM, Step.ANSWER),
        # one message was taken
        (ASKED.after(Mode.TAKEN, FIRST), FIRST, Step.SILENT),
        (ASKED.after(Mode.TAKEN, FIRST), Sent(101, 1_000), Step.BEYOND),
        (ASKED.after(Mode.TAKEN, FIRST), Sent(101, 1_000 + AT_ONCE), Step.BEYOND),
        (ASKED.after(Mode.TAKEN, FIRST), Sent(101, MUCH_LATER), Step.ELSE),
        # an album is coming in
        (ASKED.after(Mode.TAKEN, OF_ALBUM), OF_ALBUM, Step.SILENT),
        (ASKED.after(Mode.TAKEN, OF_ALBUM), replace(OF_ALBUM, message_id=99), Step.MORE),
        (ASKED.after(Mode.TAKEN, OF_ALBUM), Sent(101, MUCH_LATER, "77"), Step.MORE),
        (ASKED.after(Mode.TAKEN, OF_ALBUM), Sent(101, MUCH_LATER, "78"), Step.ELSE),
        (ASKED.after(Mode.TAKEN, OF_ALBUM), Sent(101, 1_001, "78"), Step.BEYOND),
        # it is full
        (ASKED.after(Mode.FULL, OF_ALBUM), Sent(111, MUCH_LATER, "77"), Step.BEYOND),
        (ASKED.after(Mode.FULL, OF_ALBUM), Sent(111, MUCH_LATER, is_file=True), Step.BEYOND),
        (ASKED.after(Mode.FULL, OF_ALBUM), Sent(111, MUCH_LATER), Step.ELSE),
        # that was said
        (ASKED.after(Mode.SAID, OF_ALBUM), Sent(112, MUCH_LATER, "77"), Step.SILENT),
        (ASKED.after(Mode.SAID, FIRST), Sent(102, 1_001), Step.SILENT),
        (ASKED.after(Mode.SAID, FIRST), Sent(102, MUCH_LATER), Step.ELSE),
        # what came was refused: of an album as a whole
        (ASKED.after(Mode.REFUSED, OF_ALBUM), Sent(101, 1_000, "77"), Step.SILENT),
        (ASKED.after(Mode.REFUSED, OF_ALBUM), Sent(101, 1_000, "78"), Step.ANSWER),
        (ASKED.after(Mode.REFUSED, FIRST), Sent(101, 1_001), Step.ANSWER),
        (ASKED.after(Mode.REFUSED, FIRST), FIRST, Step.SILENT),
    ],
)
def test_what_a_message_is_to_it(saying: Saying, sent: Sent, step: Step) -> None:
    assert saying.step(sent) is step


def test_the_first_message_of_what_was_taken_stays_known() -> None:
    taken = ASKED.after(Mode.TAKEN, OF_ALBUM)
    assert taken.after(Mode.FULL, Sent(109, 1_001, "77")).first == 100
    assert taken.after(Mode.SAID, Sent(110, 1_002)).first == 100
