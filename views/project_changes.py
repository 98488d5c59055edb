"""What changed in a project, a line for each thing: «Стадия: меморандум → строительство».

A field that is one value is told by it, old → new; one made of items (milestones, claims, blockers,
documents) by what became of each of them. Lines are the same in a history, a digest, a preview.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from common.text import shorten
from model.people import Language
from model.projects import Blocker, Change, Changes, Claim, Document, Field, Milestone
from views import formats
from views.phrases import own_name
from views.project_words import (
    NOTHING_KNOWN,
    WORDS_UNITS,
    Known,
    field_name,
    suspension_words,
    value_words,
)
from views.stories import one_line
from views.texts import Texts

_YES_OR_NO = {
    Field.LAPSED: "lapsed",
    Field.PUBLISHED: "published",
    Field.DELETED: "deleted",
}


def change_lines(
    changes: Iterable[Change], text: Texts, known: Known = NOTHING_KNOWN
) -> list[Markup]:
    """Of entries of a history, in their order."""
    return [
        line for one in changes for line in field_lines(one.field, one.old, one.new, text, known)
    ]


def difference_lines(
    old: Changes, new: Changes, text: Texts, known: Known = NOTHING_KNOWN
) -> list[Markup]:
    """Of what is to change, in the order of the card; a field that `old` lacks was not known."""
    return [
        line
        for one in Field
        if one in new
        for line in field_lines(one, old.get(one), new[one], text, known)
    ]


def field_lines(
    one: Field, old: Any, new: Any, text: Texts, known: Known = NOTHING_KNOWN
) -> list[Markup]:
    """One field's. What differs is told in any case, if only by saying so."""
    if old == new or (is_empty(old) and is_empty(new)):
        return []
    if one in _YES_OR_NO:
        return _yes_or_no(one, old, new, text)
    lines = list(_lines(one, old, new, text, known))
    return lines or [text("change-altered", field=field_name(one, text))]


def _lines(one: Field, old: Any, new: Any, text: Texts, known: Known) -> Iterable[Markup]:
    match one:
        case Field.NAMES:
            return _names(old or {}, new or {}, text)
        case Field.MILESTONES:
            return _milestones(old or (), new or (), text)
        case Field.CLAIMS:
            return _claims(old or (), new or (), text)
        case Field.BLOCKERS:
            return _blockers(old or (), new or (), text)
        case Field.DOCUMENTS:
            return _documents(old or (), new or (), text)
        case Field.SUSPENSION if new and not old:
            return [text("change-suspended", suspension=suspension_words(new, text))]
        case Field.SUSPENSION if old and not new:
            return [text("change-resumed")]
    before, after = (
        "" if is_empty(value) else value_words(one, value, text, known) for value in (old, new)
    )
    return _other(field_name(one, text), before, after, text)


def is_empty(value: Any) -> bool:
    """Nothing is known; zero and no are known."""
    return value is None or (isinstance(value, str | tuple | Mapping) and not value)


def _other(name: str, old: str, new: str, text: Texts) -> Iterator[Markup]:
    if old == new:
        return
    if not old:
        yield text("change-first", field=name, new=new)
    elif not new:
        yield text("change-gone", field=name, old=old)
    else:
        yield text("change-other", field=name, old=old, new=new)


def _names(old: Any, new: Any, text: Texts) -> Iterator[Markup]:
    for language in Language:
        before, after = (_cut(names.get(language, "")) for names in (old, new))
        label = text.plain("change-name-in", language=own_name(language))
        yield from _other(label, before, after, text)


def _yes_or_no(one: Field, old: Any, new: Any, text: Texts) -> list[Markup]:
    if bool(old) == bool(new):
        return []
    return [text(f"change-{_YES_OR_NO[one]}" if new else f"change-not-{_YES_OR_NO[one]}")]


def _claims(old: Sequence[Claim], new: Sequence[Claim], text: Texts) -> Iterator[Markup]:
    def words(claim: Claim) -> str:
        return value_words(Field.CLAIMS, (claim,), text)

    for before, after in _items(old, new):
        if before is None:
            yield text("change-claim-added", claim=words(after))
        elif after is None:
            yield text("change-claim-gone", claim=words(before))
        elif words(before) != words(after):
            yield text("change-claim-other", old=words(before), new=words(after))


def _milestones(
    old: Sequence[Milestone], new: Sequence[Milestone], text: Texts
) -> Iterator[Markup]:
    def day(value: Any) -> str:
        return formats.partial_date(value, text.language)

    for before, after in _items(old, new):
        if after is None:
            yield text("change-milestone-gone", title=_title(before.title, text))
            continue
        title = _title(after.title, text)
        if before is None:
            yield text("change-milestone-added", title=title, due=day(after.due))
        elif before.title != after.title:
            was = _title(before.title, text)
            yield text("change-milestone-title", old=was, new=title)
        if before is not None and before.due != after.due:
            was, due = day(before.due), day(after.due)
            yield text("change-milestone-due", title=title, old=was, new=due)
        met = None if before is None else before.met_on
        if after.met_on is not None and after.met_on != met:
            yield text("change-milestone-met", title=title, on=day(after.met_on))
        elif after.met_on is None and met is not None:
            yield text("change-milestone-unmet", title=title)


def _blockers(old: Sequence[Blocker], new: Sequence[Blocker], text: Texts) -> Iterator[Markup]:
    def day(value: Any) -> str:
        return formats.partial_date(value, text.language)

    for before, after in _items(old, new):
        if after is None:
            yield text("change-blocker-gone", text=_title(before.text, text))
            continue
        words = _title(after.text, text)
        if before is None:
            yield text("change-blocker-added", text=words, since=day(after.since))
        elif before.text != after.text:
            yield text("change-blocker-other", old=_title(before.text, text), new=words)
        resolved = None if before is None else before.resolved_on
        if after.resolved_on is not None and after.resolved_on != resolved:
            yield text("change-blocker-resolved", text=words, on=day(after.resolved_on))
        elif after.resolved_on is None and resolved is not None:
            yield text("change-blocker-reopened", text=words)


def _documents(old: Sequence[Document], new: Sequence[Document], text: Texts) -> Iterator[Markup]:
    for before, after in _items(old, new):
        if after is None:
            yield text(f"change-{before.kind}-gone", title=_title(before.title, text))
            continue
        title, key = _title(after.title, text), f"change-{after.kind}"
        if before is None:
            yield text(f"{key}-added", title=title)
            continue
        if before.title != after.title:
            yield text(f"{key}-title", old=_title(before.title, text), new=title)
        if before.is_public != after.is_public:
            yield text(f"{key}-public" if after.is_public else f"{key}-internal", title=title)


def _items(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Each item before and after, None where it was not or is no more; the old ones first."""
    before, after = ({one.id: one for one in items} for items in (old, new))
    for number in before | after:
        yield before.get(number), after.get(number)


def _title(title: str, text: Texts) -> str:
    return _cut(title) or text.plain("change-untitled")


def _cut(words: str) -> str:
    return shorten(one_line(words), WORDS_UNITS)
