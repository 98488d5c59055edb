"""What a use case works with inside a transaction: every table's queries over one session.

On PostgreSQL two transactions that take the same rows in different orders wait for each other, and
one is thrown out. So everybody takes them in this order, and several of one kind by their ids:

1. the turn of those who give roles, of those who write stories, or of those who make editions
   (advisory locks);
2. rows of sources, of stories and articles;
3. the turn of those who add projects; rows of projects, their proposals and drafts;
4. rows of announcements;
5. rows of subscribers, then of channels;
6. their ledger, alerts and what they follow, recipients of announcements;
7. the turn of those who claim, then rows of the outbox (whoever skips locked rows waits for none).

What is read with `hold=True` nobody else changes until the transaction ends; a turn is taken where
no row stands for what two must not do at once.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.alerts import Alerts
from storage.amendments import Amendments
from storage.announcement_archive import AnnouncementArchive
from storage.announcement_progress import AnnouncementProgress
from storage.announcement_results import AnnouncementResults
from storage.announcements import Announcements
from storage.articles import Articles
from storage.audience_chats import AudienceChats
from storage.audit import Audit
from storage.channels import Channels
from storage.drafts import Drafts
from storage.editions import Editions
from storage.follows import Follows
from storage.imports import Imports
from storage.invites import Invites
from storage.joining import Joining
from storage.key_values import KeyValues
from storage.labels import Labels
from storage.outbox import Outbox
from storage.presses import Presses
from storage.project_care import ProjectCare
from storage.project_files import ProjectFiles
from storage.project_numbers import ProjectNumbers
from storage.project_stories import ProjectStories
from storage.projects import Projects
from storage.proposals import Proposals
from storage.pruning import Pruning
from storage.recipients import Recipients
from storage.review_queue import ReviewQueue
from storage.roles import Roles
from storage.saved_audiences import SavedAudiences
from storage.searches import Searches
from storage.sent_news import SentMessages
from storage.sources import Sources
from storage.statistics import Statistics
from storage.stories import Stories
from storage.subscribers import Subscribers
from storage.tastes import Tastes
from storage.text_index import PROJECTS, TextIndex
from storage.update_drafts import UpdateDrafts


class Transaction:
    """`db` in a use case: `async with database.writing() as db: await db.sources.get(...)`."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.alerts = Alerts(session)
        self.amendments = Amendments(session)
        self.announcements = Announcements(session)
        self.archive = AnnouncementArchive(session)
        self.articles = Articles(session)
        self.audience_chats = AudienceChats(session)
        self.audit = Audit(session)
        self.channels = Channels(session)
        self.drafts = Drafts(session)
        self.editions = Editions(session)
        self.follows = Follows(session)
        self.imports = Imports(session)
        self.invites = Invites(session)
        self.joining = Joining(session)
        self.key_values = KeyValues(session)
        self.labels = Labels(session)
        self.outbox = Outbox(session)
        self.presses = Presses(session)
        self.progress = AnnouncementProgress(session)
        self.project_care = ProjectCare(session)
        self.project_files = ProjectFiles(session)
        self.project_stories = ProjectStories(session)
        self.project_index = TextIndex(session, PROJECTS)
        self.project_numbers = ProjectNumbers(session)
        self.projects = Projects(session)
        self.proposals = Proposals(session)
        self.pruning = Pruning(session)
        self.recipients = Recipients(session)
        self.results = AnnouncementResults(session)
        self.review_queue = ReviewQueue(session)
        self.roles = Roles(session)
        self.saved_audiences = SavedAudiences(session)
        self.searches = Searches(session)
        self.sent_news = SentMessages(session)
        self.sources = Sources(session)
        self.statistics = Statistics(session)
        self.stories = Stories(session)
        self.subscribers = Subscribers(session)
        self.tastes = Tastes(session)
        self.update_drafts = UpdateDrafts(session)
