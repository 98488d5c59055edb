"""The tables, for SQLite and PostgreSQL alike. Every moment is aware and in UTC.

Lists that are only read and written whole are JSON; what a query looks for is a column.
"""

from storage.tables.accounts import (
    AuditTable,
    DraftTable,
    InviteTable,
    RoleTable,
    SubscriberTable,
)
from storage.tables.announcing import (
    AmendmentTable,
    AnnouncementTable,
    ChannelTable,
    PressTable,
    RecipientTable,
    SavedAudienceTable,
)
from storage.tables.base import Base
from storage.tables.news import (
    AlertTable,
    ArticleTable,
    ArticleTermTable,
    LabelTable,
    SourceTable,
    StoryKeyTable,
    StoryTable,
    TasteTable,
)
from storage.tables.projects import (
    FollowTable,
    ImportTable,
    ProjectChangeTable,
    ProjectFileTable,
    ProjectKeyTable,
    ProjectStoryTable,
    ProjectTable,
    ProposalTable,
    ToldChangeTable,
    UpdateDraftTable,
)
from storage.tables.search import (
    FULL_TEXT,
    ProjectTextTable,
    ProjectWordTable,
    SearchTable,
    SearchTextTable,
    SearchWordTable,
)
from storage.tables.sending import (
    BodyTable,
    EditionTable,
    LedgerTable,
    OutboxTable,
)
from storage.tables.values import KeyValueTable

__all__ = [
    "FULL_TEXT",
    "AlertTable",
    "AmendmentTable",
    "AnnouncementTable",
    "ArticleTable",
    "ArticleTermTable",
    "AuditTable",
    "Base",
    "BodyTable",
    "ChannelTable",
    "DraftTable",
    "EditionTable",
    "FollowTable",
    "ImportTable",
    "InviteTable",
    "KeyValueTable",
    "LabelTable",
    "LedgerTable",
    "OutboxTable",
    "PressTable",
    "ProjectChangeTable",
    "ProjectFileTable",
    "ProjectKeyTable",
    "ProjectStoryTable",
    "ProjectTable",
    "ProjectTextTable",
    "ProjectWordTable",
    "ProposalTable",
    "RecipientTable",
    "RoleTable",
    "SavedAudienceTable",
    "SearchTable",
    "SearchTextTable",
    "SearchWordTable",
    "SourceTable",
    "StoryKeyTable",
    "StoryTable",
    "SubscriberTable",
    "TasteTable",
    "ToldChangeTable",
    "UpdateDraftTable",
]
