"""What a use case works with inside a transaction: every table's queries over one session."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.alerts import Alerts
from storage.articles import Articles
from storage.audit import Audit
from storage.drafts import Drafts
from storage.editions import Editions
from storage.key_values import KeyValues
from storage.outbox import Outbox
from storage.roles import Roles
from storage.sources import Sources
from storage.stories import Stories
from storage.subscribers import Subscribers
from storage.tastes import Tastes


class Transaction:
    """`db` in a use case: `async with database.writing() as db: await db.sources.get(...)`."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.alerts = Alerts(session)
        self.articles = Articles(session)
        self.audit = Audit(session)
        self.drafts = Drafts(session)
        self.editions = Editions(session)
        self.key_values = KeyValues(session)
        self.outbox = Outbox(session)
        self.roles = Roles(session)
        self.sources = Sources(session)
        self.stories = Stories(session)
        self.subscribers = Subscribers(session)
        self.tastes = Tastes(session)
