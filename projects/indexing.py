"""Keeping what projects are found by in step with them.

A project is indexed in the transaction that writes it; by older rules indexed ones are gone
through once, a batch at a time.
"""

import asyncio
from collections.abc import Collection, Iterable, Sequence

from model.ids import ProjectId
from model.people import Language, Scope
from model.projects import Field, Project
from model.search import UNCOUNTED, SearchText
from news.terms import code_term, neutral_term, words_of
from news.vocabulary import district_name, sector_name
from projects.wording import OPEN, amount_terms, terms_of
from projects.zones import ZONES, zone_name
from storage.database import Database
from storage.transaction import Transaction

RULES = 1
"""Raised when terms are made otherwise than before: everything is indexed anew."""
BATCH = 40
"""Projects indexed in one go: other tasks get their turn between."""
BATCHES = 25
"""Of one tick."""

OTHER_NAME, COMPANIES = "/", "|"
"""What stands in a title between names in several languages, and before the investors."""

INDEXED = frozenset(
    {
        *(Field.NAMES, Field.INVESTORS, Field.SECTORS, Field.DISTRICTS, Field.ZONE),
        *(Field.PLACE, Field.CLAIMS, Field.AMOUNT, Field.CAPACITY, Field.MEMORANDUM),
        *(Field.CURATOR, Field.PUBLISHED, Field.DELETED),
    }
)
"""What a project is found by, and by whom."""

_KEY = "project_index"
_DONE = "done"


async def index_projects(db: Transaction, projects: Sequence[Project]) -> None:
    """They are found as they are now, or no more; in the transaction that wrote them."""
    for start in range(0, len(projects), BATCH):
        some = projects[start : start + BATCH]
        await db.project_index.put([project_text(one) for one in some if not one.deleted])
        await db.project_index.remove([one.id for one in some if one.deleted])
        await asyncio.sleep(0)


def project_text(project: Project) -> SearchText:
    """What it is found by. Nothing that is for officials only is in it."""
    words: dict[str, str] = {}
    terms: dict[str, None] = {}
    title: list[str] = []

    def take(text: str, language: str) -> list[str]:
        found: dict[str, None] = {}
        for term, word in terms_of(text, language):
            found[term] = None
            if not word or len(word) < len(words.get(term) or word + " "):
                words.setdefault(term, word)
                words[term] = word or words[term]
        terms.update(found)
        return list(found)

    for language, name in sorted(project.names.items()):
        title += [OTHER_NAME, *take(name, language)]
    title.append(COMPANIES)
    for investor in project.investors:
        title += take(investor.name, "ru")
    for language, text in _told_besides(project):
        take(text, language)
    things = [*_things(project), *_audience(project)]
    terms.update(dict.fromkeys(things))
    words.update(dict.fromkeys(things, ""))
    return SearchText(
        project.id, tuple(title), tuple(sorted(terms)), words if project.published else {}
    )


def _told_besides(project: Project) -> Iterable[tuple[str, str]]:
    """Texts besides its names, with their languages."""
    yield from (("ru", one) for one in (project.place, project.capacity) if one)
    if project.memorandum is not None and project.memorandum.number:
        yield "ru", project.memorandum.number
    for language in Language:
        yield from ((language, sector_name(code, language)) for code in project.sectors)
        yield from ((language, district_name(code, language)) for code in project.districts)
        if project.zone in ZONES:
            yield language, zone_name(project.zone, language)


def _things(project: Project) -> Iterable[str]:
    for code in (*project.sectors, *project.districts):
        yield code_term(code)
    for code in project.districts:
        places = (neutral_term(word, "ru") for word in words_of(district_name(code, "ru").lower()))
        yield from (place for place in places if place is not None and place[0] == "@")
    yield from (code_term(one.country) for one in project.investors if one.country)
    claim = project.claim
    if claim is not None and claim.money is not None:
        yield from amount_terms(claim.money)


# Who finds it


def _audience(project: Project) -> Iterable[str]:
    if project.published:
        yield OPEN
        return
    yield UNCOUNTED
    yield _of("p", project.id)
    yield from (_of("d", code) for code in project.districts)
    if project.curator is not None:
        yield _of("c", project.curator)


def found_by(user_id: int | None, scope: Scope) -> tuple[tuple[str], ...]:
    """What a project must have, one of these, to be found by an official of a limited office."""
    terms = [OPEN, *(_of("d", code) for code in sorted(scope.districts))]
    terms += [_of("p", project) for project in sorted(scope.projects)]
    if user_id is not None:
        terms.append(_of("c", user_id))
    return tuple((term,) for term in terms)


def _of(kind: str, key: object) -> str:
    return f"#of_{kind}{key}"


class IndexProjects:
    """Goes through the projects that are not indexed by these rules yet; a restart goes on."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._is_done = False

    async def __call__(self, batches: int = BATCHES) -> int:
        """How many projects were indexed; 0 once there are none left."""
        indexed = 0
        for _ in range(batches):
            if self._is_done:
                break
            indexed += await self._batch()
        return indexed

    async def _batch(self) -> int:
        async with self._database.writing() as db:
            after = _project_of(await db.key_values.get(_KEY))
            projects: Collection[Project] = ()
            if after is not None:
                await db.projects.take_turn()
                ids = [one.id for one in await db.projects.after(after, BATCH)]
                projects = list((await db.projects.by_ids(ids, hold=True)).values())
                await index_projects(db, projects)
                last = max((one.id for one in projects), default=None)
                await db.key_values.set(_KEY, f"{RULES}:{_DONE if last is None else last}")
            self._is_done = not projects
        return len(projects)


def _project_of(kept: str | None) -> ProjectId | None:
    """The last project indexed by these rules, 0 before the first; None: all are."""
    rules, _, project = (kept or "").partition(":")
    if rules == str(RULES) and project == _DONE:
        return None
    return ProjectId(int(project) if rules == str(RULES) and project.isdigit() else 0)
