"""Ids: plain integers that the type checker keeps apart."""

from typing import NewType

ChatId = NewType("ChatId", int)
"""Telegram's id of a chat: a person's is positive, a group's or a channel's negative."""

SubscriberId = NewType("SubscriberId", int)
"""Ours: it stays when Telegram gives a group a new chat id."""

SourceId = NewType("SourceId", int)
ArticleId = NewType("ArticleId", int)
StoryId = NewType("StoryId", int)
NO_STORY = StoryId(0)
"""Before the first of them."""
EditionId = NewType("EditionId", int)
BodyId = NewType("BodyId", int)
RowId = NewType("RowId", int)
"""A row of the outbox."""
SearchId = NewType("SearchId", int)
ProjectId = NewType("ProjectId", int)
ChangeId = NewType("ChangeId", int)
"""An entry of a project's history."""
NO_CHANGE = ChangeId(0)
"""Before the first of them."""
ProposalId = NewType("ProposalId", int)
FileId = NewType("FileId", int)
"""A file of a project, in our own keeping."""
ImportId = NewType("ImportId", int)
InviteId = NewType("InviteId", int)
AnnouncementId = NewType("AnnouncementId", int)
RecipientId = NewType("RecipientId", int)
"""One chat that one announcement is for."""
AudienceId = NewType("AudienceId", int)
"""An audience that was saved under a name."""
