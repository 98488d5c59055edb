"""Command menus by language and role, and what Telegram shows before /start: pure data."""

from model.people import Language, Role
from news.vocabulary import of_region
from views.texts import Texts

EVERYONE = (
    "digest",
    "news",
    "search",
    "projects",
    "status",
    "following",
    "announcements",
    "settings",
    "pause",
    "resume",
    "language",
    "privacy",
    "help",
)
OFFICIALS = ("overview", "overdue", "update", "report")
ADMINS = ("announce", "review", "sources", "people", "invite", "audit", "stats")
COMMANDS = {
    Role.SUBSCRIBER: EVERYONE,
    Role.OFFICIAL: EVERYONE + OFFICIALS,
    Role.ADMIN: EVERYONE + OFFICIALS + ADMINS,
}


def menu(language: Language, role: Role) -> tuple[tuple[str, str], ...]:
    """Commands without the slash, and what each does."""
    text = Texts(language)
    return tuple((command, text.plain(f"menu-{command}")) for command in COMMANDS[role])


def description(language: Language) -> str:
    """What an empty chat with the bot says; Telegram takes 512 characters."""
    return Texts(language).plain("bot-description", region=of_region(language))


def about(language: Language) -> str:
    """The line of the bot's profile; Telegram takes 120 characters."""
    return Texts(language).plain("bot-about", region=of_region(language))
