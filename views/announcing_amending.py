"""Before an announcement is edited for everyone who has it, or taken back: how far that reaches."""

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from delivery.outgoing import Button, Outgoing
from model.announcements import Announcement
from model.people import Language
from model.results import Reach
from views.announcing import AREA as DRAFTS
from views.announcing_after import AREA, back_to
from views.callbacks import pack
from views.packing import BETWEEN
from views.phrases import own_name
from views.texts import Texts

_BEYOND = (Reach.OLD, Reach.GONE, Reach.DOUBT)


def ask_correct(
    draft: Announcement,
    changed: Mapping[Language, frozenset[int]],
    reach: Mapping[Reach, int],
    language: Language,
    *,
    needs_another: bool,
) -> Outgoing:
    """The button carries the count and the version of the draft that was seen."""
    text = Texts(language)
    within = reach.get(Reach.WITHIN, 0)
    versions = ", ".join(own_name(one) for one in changed)
    parts = [
        text("correct-ask", of=str(draft.parent_id)),
        text("correct-versions", versions=versions),
        Markup("\n").join(_reach(reach, "correct", text)),
    ]
    yes = pack(AREA, "apply-yes", draft.id, draft.version)
    rows = [(Button(text.plain("correct-yes", count=within), yes),)]
    if needs_another:
        parts.append(text("correct-needs-another"))
        rows = []
    look = Button(text.plain("announce-look"), pack(DRAFTS, "look", draft.id))
    back = Button(text.plain("correct-back"), pack(DRAFTS, "draft", draft.id))
    return Outgoing(BETWEEN.join(parts), buttons=(*rows, (look,), (back,)))


def ask_withdraw(one: Announcement, reach: Mapping[Reach, int], language: Language) -> Outgoing:
    """Asked once: what is deleted does not come back."""
    text = Texts(language)
    count = reach.get(Reach.WITHIN, 0)
    parts = [
        text("withdraw-ask", number=str(one.id)),
        Markup("\n").join(_reach(reach, "withdraw", text)),
    ]
    yes = Button(
        text.plain("withdraw-yes", count=count), pack(AREA, "withdraw-yes", one.id, one.version)
    )
    return Outgoing(BETWEEN.join(parts), buttons=((yes,), (back_to(one.id, text),)))


def _reach(reach: Mapping[Reach, int], what: str, text: Texts) -> Iterator[Markup]:
    yield text(f"{what}-within", count=reach.get(Reach.WITHIN, 0))
    if coming := reach.get(Reach.WAITING, 0):
        yield text(f"{what}-waiting", count=coming)
    if coming := reach.get(Reach.UNDER_WAY, 0):
        yield text(f"{what}-under-way", count=coming)
    if any(reach.get(each, 0) for each in _BEYOND):
        yield text("reach-beyond")
    for each in _BEYOND:
        if count := reach.get(each, 0):
            why = f"{what}-old" if each is Reach.OLD else f"reach-{each.value}"
            yield text("result-reason", why=text.plain(why), count=count)
