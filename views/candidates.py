"""A candidate: what a story says of a project that nobody knew, and what may become of it.

And what officials are told of stories: what these propose, and the candidates they began.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from common.text import shorten
from delivery.outgoing import Button, Outgoing, Rows
from model.people import Language
from model.projects import Field, Project, Proposal
from projects.candidates import CandidateCard
from views.callbacks import pack
from views.packing import BETWEEN
from views.project_words import Known, change_words, field_name, name_of, value_words
from views.stories import usable_link
from views.texts import Texts
from views.ways_back import open_story, way_to

SHOWN = (
    Field.STAGE,
    Field.INVESTORS,
    Field.AMOUNT,
    Field.SECTORS,
    Field.DISTRICTS,
    Field.ZONE,
    Field.JOBS_PLANNED,
    Field.CAPACITY,
    Field.MEMORANDUM,
)
LABEL_UNITS = 60
NAME_UNITS = 120
MOST_STORIES = 3
MOST_TOLD = 8
"""Projects of one message to an official; the others wait in the list."""

_LINE = Markup("\n")


@dataclass(frozen=True, slots=True)
class Proposed:
    """What stories propose of a project; nothing where they began it: it is a candidate."""

    project: Project
    proposals: tuple[Proposal, ...]


def news_waits(news: Sequence[Proposed], language: Language) -> Outgoing:
    """All that has come together for one official, who is told it once. At least one."""
    first = news[0]
    if len(news) == 1 and len({one.story_id for one in first.proposals}) <= 1:
        if not first.proposals:
            return candidate_waits(first.project, language)
        return story_proposes(first.proposals, first.project, language)
    text = Texts(language)
    shown = news[:MOST_TOLD]
    parts = [text("news-waits"), *(_news_part(one, text) for one in shown)]
    if rest := len(news) - len(shown):
        parts.append(text("news-waits-more", count=rest))
    rows: list[tuple[Button, ...]] = [(_news_button(one, text),) for one in shown]
    if count := sum(len(one.proposals) for one in news):
        rows.append((Button(text.plain("update-waiting", count=count), pack("proposal", "list")),))
    return Outgoing(BETWEEN.join(parts), buttons=tuple(rows))


def _news_part(one: Proposed, text: Texts) -> Markup:
    name = shorten(name_of(one.project, text.language), NAME_UNITS)
    if not one.proposals:
        return text("news-waits-candidate", name=name)
    said = [line for each in one.proposals for line in _said(each, one.project, text)]
    return _LINE.join([Markup("📰 <b>{}</b>").format(name), *said])


def _news_button(one: Proposed, text: Texts) -> Button:
    name, project = name_of(one.project, text.language), one.project.id
    if not one.proposals:
        return Button(shorten(f"🌱 {name}", LABEL_UNITS), pack("candidate", "open", project))
    data = pack("proposal", "list", 0, project)
    if len(one.proposals) == 1:
        data = pack("proposal", "show", one.proposals[0].id)
    return Button(shorten(f"📰 {name}", LABEL_UNITS), data)


def candidate_waits(project: Project, language: Language) -> Outgoing:
    """What officials are told, once."""
    text = Texts(language)
    lines = [text("candidate-waits"), *_facts(project, text)]
    open_it = Button(text.plain("candidate-look"), pack("candidate", "open", project.id))
    return Outgoing(_LINE.join(lines), buttons=((open_it,),))


def story_proposes(proposals: Sequence[Proposal], project: Project, language: Language) -> Outgoing:
    """What one story says otherwise than the registry; told once, each to be decided by itself."""
    text = Texts(language)
    lines = [
        text("proposal-of-story", name=name_of(project, language)),
        *(line for one in proposals for line in _said(one, project, text)),
        text("proposal-source", source=_source(proposals[0])),
    ]
    looks = tuple((_look(one, text, is_alone=len(proposals) == 1),) for one in proposals)
    return Outgoing(_LINE.join(lines), buttons=looks)


def _said(proposal: Proposal, project: Project, text: Texts) -> Iterator[Markup]:
    known = Known.of(replace(project, claims=proposal.changes.get(Field.CLAIMS, project.claims)))
    for field in _told(proposal):
        old, new = getattr(project, field.value), proposal.changes[field]
        words = change_words(field, old, new, text, known)
        yield Markup("{}: {}").format(field_name(field, text), words)


def _told(proposal: Proposal) -> list[Field]:
    """Without what goes along with an amount."""
    return [field for field in proposal.changes if field is not Field.CLAIMS]


def _look(proposal: Proposal, text: Texts, *, is_alone: bool) -> Button:
    label = text.plain("candidate-look")
    if not is_alone:
        label += ": " + ", ".join(field_name(field, text) for field in _told(proposal))
    return Button(label, pack("proposal", "show", proposal.id))


def _source(proposal: Proposal) -> Markup:
    title, link = proposal.why.reason, usable_link(proposal.why.source)
    if link is None:
        return Markup("{}").format(title)
    return Markup('<a href="{}">{}</a>').format(link, title)


def candidate_screen(card: CandidateCard, language: Language) -> Outgoing:
    text, project = Texts(language), card.project
    facts = _LINE.join([text("candidate-title"), *_facts(project, text)])
    here = way_to(pack("candidate", "open", project.id))
    stories = tuple(
        (Button(text.plain("candidate-story", number=str(at)), open_story(one, here)),)
        for at, one in enumerate(card.stories[:MOST_STORIES], 1)
    )
    rows: list[tuple[Button, ...]] = [
        (_button(text, "publish", project), _update(text, project)),
        (_dismiss(text, project),),
    ]
    if card.near:
        rows.insert(1, (_near_button(text, project),))
    card_of_it = Button(text.plain("update-to-card"), pack("project", "show", project.id))
    said = BETWEEN.join([facts, text("candidate-what")])
    return Outgoing(said, buttons=(*rows, *stories, (card_of_it,)))


def near_screen(card: CandidateCard, language: Language) -> Outgoing:
    """Which of the known projects it is."""
    text, project = Texts(language), card.project
    lines = [text("candidate-which"), Markup("<b>{}</b>").format(name_of(project, language))]
    rows: Rows = tuple(
        (
            Button(
                shorten(f"{one.code} · {name_of(one, language)}", LABEL_UNITS),
                pack("candidate", "same", project.id, project.version, one.id),
            ),
        )
        for one in card.near
    )
    back = Button(text.plain("candidate-back"), pack("candidate", "open", project.id))
    return Outgoing(_LINE.join(lines), buttons=(*rows, (back,)))


def dismiss_screen(card: CandidateCard, language: Language) -> Outgoing:
    text, project = Texts(language), card.project
    said = text("candidate-dismiss-sure", name=name_of(project, language))
    yes = _button(text, "dismiss", project)
    back = Button(text.plain("candidate-back"), pack("candidate", "open", project.id))
    return Outgoing(said, buttons=((yes,), (back,)))


def settled(verb: str, project: Project, known: Project | None, language: Language) -> Outgoing:
    """What became of it, and the way on; `known` is the project that it is."""
    text = Texts(language)
    shown = known or project
    said = text(f"candidate-{verb}-done", name=name_of(project, language), code=shown.code)
    if verb == "dismiss":
        return Outgoing(said)
    look = Button(text.plain("candidate-project"), pack("project", "show", shown.id))
    return Outgoing(said, buttons=((look,),))


def meanwhile(language: Language) -> str:
    return Texts(language).plain("candidate-meanwhile")


def _facts(project: Project, text: Texts) -> list[Markup]:
    known = Known.of(project)
    lines = [Markup("<b>{}</b>").format(name_of(project, text.language))]
    for field in SHOWN:
        value = getattr(project, field.value)
        if value not in (None, ()):
            words = value_words(field, value, text, known)
            lines.append(Markup("{}: {}").format(field_name(field, text), words))
    return lines


def _button(text: Texts, verb: str, project: Project) -> Button:
    data = pack("candidate", verb, project.id, project.version)
    return Button(text.plain(f"candidate-{verb}"), data)


def _update(text: Texts, project: Project) -> Button:
    return Button(text.plain("candidate-complete"), pack("update", "begin", project.id))


def _near_button(text: Texts, project: Project) -> Button:
    return Button(text.plain("candidate-near"), pack("candidate", "near", project.id))


def _dismiss(text: Texts, project: Project) -> Button:
    return Button(text.plain("candidate-dismiss"), pack("candidate", "doubt", project.id))
