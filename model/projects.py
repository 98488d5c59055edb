"""Projects of the registry: what is known of each, who says so, and how it came to be known."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from model.ids import NO_CHANGE, ChangeId, FileId, ProjectId, ProposalId, StoryId, SubscriberId
from model.news import Money, Stage
from model.partial_dates import PartialDate
from model.people import Role


@dataclass(frozen=True, slots=True)
class Investor:
    """Who pays: a name as printed and the country it comes from (ISO 3166 alpha-2)."""

    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """Coordinates in degrees (WGS 84)."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Claim:
    """An amount that somebody printed. All are kept; a person chooses which is current."""

    id: int
    """Counted within its project from 1; never used again."""
    printed: str
    """The words themselves: «свыше 200 млрд тенге»."""
    money: Money | None
    """None where the words name no sum."""
    as_of: PartialDate | None = None
    source: str | None = None
    """An address, or what a paper is called."""


@dataclass(frozen=True, slots=True)
class Memorandum:
    number: str | None
    on: PartialDate | None


@dataclass(frozen=True, slots=True)
class Suspension:
    """Work rests, whatever the stage."""

    reason: str
    since: PartialDate


@dataclass(frozen=True, slots=True)
class Milestone:
    id: int
    """Counted within its project from 1; never used again."""
    title: str
    due: PartialDate
    met_on: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Blocker:
    """What stands in the way; for officials only."""

    id: int
    text: str
    since: PartialDate
    resolved_on: PartialDate | None = None


class DocumentKind(StrEnum):
    PHOTO = "photo"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a project; its bytes are kept beside it (storage/project_files.py)."""

    id: FileId
    kind: DocumentKind
    title: str
    file_id: str | None
    """Telegram's, for sending it again; None where it came another way."""
    added_at: datetime
    is_public: bool = False


class Field(StrEnum):
    """What a project has a history of. The values are attributes of `Project`."""

    CODE = "code"
    NAMES = "names"
    INVESTORS = "investors"
    SECTORS = "sectors"
    DISTRICTS = "districts"
    ZONE = "zone"
    PLACE = "place"
    POINT = "point"
    CLAIMS = "claims"
    AMOUNT = "amount"
    JOBS_PLANNED = "jobs_planned"
    JOBS_CREATED = "jobs_created"
    CAPACITY = "capacity"
    MEMORANDUM = "memorandum"
    CURATOR = "curator"
    STAGE = "stage"
    LAPSED = "lapsed"
    SUSPENSION = "suspension"
    PLANNED_START = "planned_start"
    PLANNED_FINISH = "planned_finish"
    ACTUAL_START = "actual_start"
    ACTUAL_FINISH = "actual_finish"
    MILESTONES = "milestones"
    PHYSICAL = "physical"
    FINANCIAL = "financial"
    BLOCKERS = "blockers"
    DOCUMENTS = "documents"
    NOTES = "notes"
    PUBLISHED = "published"
    DELETED = "deleted"


INTERNAL = frozenset(
    {Field.CURATOR, Field.BLOCKERS, Field.NOTES, Field.PUBLISHED, Field.DELETED, Field.CLAIMS}
)
"""What the public view leaves out, in the history as on the card."""


@dataclass(frozen=True, slots=True)
class Project:
    """All that is known of one project. Every field of `Field` has a history."""

    id: ProjectId
    code: str
    """ASCII letters, digits and hyphens: it stands in links."""
    names: Mapping[str, str]
    """By language (kk, ru, en, zh), as far as it is known; at least one."""
    investors: tuple[Investor, ...] = ()
    sectors: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    """KATO codes of the home region's units."""
    zone: str | None = None
    """Code of a zone (projects/data/zones.json)."""
    place: str | None = None
    """As printed: a village, a street."""
    point: Point | None = None
    claims: tuple[Claim, ...] = ()
    amount: int | None = None
    """Id of the claim that is current."""
    jobs_planned: int | None = None
    jobs_created: int | None = None
    capacity: str | None = None
    """As printed: «10 млн м ткани в год»."""
    memorandum: Memorandum | None = None
    curator: int | None = None
    """User id of an official."""
    stage: Stage = Stage.PLANNED
    lapsed: bool = False
    """A memorandum of which nothing came."""
    suspension: Suspension | None = None
    planned_start: PartialDate | None = None
    planned_finish: PartialDate | None = None
    actual_start: PartialDate | None = None
    actual_finish: PartialDate | None = None
    milestones: tuple[Milestone, ...] = ()
    physical: int | None = None
    """Percent built."""
    financial: int | None = None
    """Percent spent."""
    blockers: tuple[Blocker, ...] = ()
    documents: tuple[Document, ...] = ()
    notes: str | None = None
    published: bool = True
    """False for a candidate that no official has completed yet."""
    deleted: bool = False
    version: int = 1
    """Raised by every change: who changes a project says which version they saw."""
    created_at: datetime = field(kw_only=True)
    changed_at: datetime = field(kw_only=True)
    """When a field last changed."""
    checked_at: datetime = field(kw_only=True)
    """When a person last said that it is so: by a change, or "nothing changed"."""

    @property
    def claim(self) -> Claim | None:
        """The current amount."""
        return next((one for one in self.claims if one.id == self.amount), None)


@dataclass(frozen=True, slots=True)
class Why:
    """What a change rests on."""

    reason: str
    source: str | None = None
    """An address, or what a paper is called."""


@dataclass(frozen=True, slots=True)
class Change:
    """One field that became another: an entry of the history, which nobody edits."""

    id: ChangeId
    project_id: ProjectId
    at: datetime
    field: Field
    old: Any
    """Values are of the type that `Project` has for the field."""
    new: Any
    why: Why
    actor_id: int
    """0 is the operator."""
    role: Role
    confirmed_by: int | None = None
    """The second official, where the rule asks for one."""
    act: int | None = None
    """Number of the audit log's entry; the changes of one act belong together."""
    undoes: ChangeId | None = None


Changes = Mapping[Field, Any]
"""What fields are to become."""


class ProposalState(StrEnum):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    RETURNED = "returned"
    """To its author, with a word."""
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Changes that wait for a person: a colleague's, or what a story tells."""

    id: ProposalId
    project_id: ProjectId
    changes: Changes
    why: Why
    author_id: int | None
    """None: a story proposes it."""
    story_id: StoryId | None
    version: int
    """Of the project it was made for."""
    base: Changes
    """What these fields were then: what is otherwise by now was changed meanwhile."""
    state: ProposalState
    created_at: datetime
    decided_by: int | None = None
    decided_at: datetime | None = None
    word: str | None = None
    """What was said when it was returned."""


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A story that tells of a project."""

    project_id: ProjectId
    story_id: StoryId
    linked_at: datetime
    linked_by: int | None = None
    """None: it was linked by itself."""
    reasons: tuple[str, ...] = ()
    dismissed_at: datetime | None = None
    """A person said that it tells of something else: it is not linked again by itself."""


DEFAULT_OC4IDS_PREFIX = "oc4ids-keruen"
"""Of ids in open data, until the publisher has one from the Open Contracting Partnership."""


class FollowKind(StrEnum):
    """What can be followed. The values stand in buttons: they never change."""

    PROJECT = "p"
    DISTRICT = "d"
    SECTOR = "s"
    COUNTRY = "c"
    CURATOR = "o"


@dataclass(frozen=True, slots=True)
class Follow:
    """A chat follows a project (its id), or all of a district, sector, country or curator."""

    subscriber_id: SubscriberId
    kind: FollowKind
    key: str
    at_once: bool
    """Told at once, and not with the next digest."""
    since: datetime
    after: ChangeId = NO_CHANGE
    """The newest change there was: what changed before is not told."""


class KeyKind(StrEnum):
    """By what projects are listed and counted."""

    SECTOR = "sector"
    DISTRICT = "district"
    COUNTRY = "country"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which projects are meant; None and False ask nothing. All that is asked must hold."""

    stage: Stage | None = None
    sector: str | None = None
    district: str | None = None
    country: str | None = None
    zone: str | None = None
    curator: int | None = None
    suspended: bool = False
    unpublished: bool = False
    """Candidates only; else published ones only."""
