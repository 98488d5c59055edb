"""What was put right in a story after readers had it, in a line."""

from collections.abc import Sequence

from markupsafe import Markup

from common.text import shorten
from model.news import Correction, Mark, Story
from model.people import Language
from views.texts import Texts

FACT_UNITS = 60
"""A fact is a few words; a longer one was read wrongly."""


def put_right(story: Story, language: Language) -> Markup | None:
    """«Исправлено: 42 → 51 га», or that it was taken down; None where nothing was."""
    text = Texts(language)
    if story.mark is Mark.WITHDRAWN:
        return text("story-withdrawn")
    if story.mark is not Mark.CORRECTED:
        return None
    if not story.corrections:
        return text("story-retitled")
    return text("story-corrected", changes=changes(story.corrections, text))


def changes(corrections: Sequence[Correction], text: Texts) -> str:
    separator = "；" if text.language is Language.CHINESE else "; "
    return separator.join(_change(one, text) for one in corrections)


def _change(correction: Correction, text: Texts) -> str:
    """As printed; what stands behind both numbers is said once."""
    nothing = text.plain("story-not-said")
    before, after = (
        shorten(one, FACT_UNITS).split() for one in (correction.before, correction.after)
    )
    said = " ".join(after)
    while len(before) > 1 and len(after) > 1 and before[-1] == after[-1]:
        if before[:-1] == after[:-1]:
            break
        before.pop()
        after.pop()
    return f"{' '.join(before) or nothing} → {said or nothing}"
