"""Links that lead into the bot, and out of it to share."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from model.ids import EditionId, StoryId


@dataclass(frozen=True, slots=True)
class BotLinks:
    """Links to the bot. Its name comes from Telegram: None where Telegram was never asked."""

    username: str | None = None

    def chat(self) -> str | None:
        return None if self.username is None else f"https://t.me/{self.username}"

    def edition(self, edition: EditionId, start: int = 0) -> str | None:
        """Opens the bot, which shows the edition from its story number `start` on."""
        if self.username is None:
            return None
        payload = f"e_{edition}_{start}" if start else f"e_{edition}"
        return f"https://t.me/{self.username}?start={payload}"

    def story(self, story: StoryId) -> str | None:
        """Opens the bot, which shows the story in full."""
        return None if self.username is None else f"https://t.me/{self.username}?start=s_{story}"

    def project(self, code: str) -> str | None:
        """Opens the bot, which shows the project's public view."""
        return None if self.username is None else f"https://t.me/{self.username}?start=p_{code}"

    def invite(self, token: str) -> str | None:
        """Opens the bot, which says what a role is offered."""
        return None if self.username is None else f"https://t.me/{self.username}?start=i_{token}"

    def share(self, url: str, text: str) -> str:
        """Opens Telegram's own list of chats to share with; some clients show a `+` as it is."""
        return "https://t.me/share/url?" + urlencode({"url": url, "text": text}, quote_via=quote)


NO_LINKS = BotLinks()


def public_chat(name: str) -> str:
    """A group or a channel by its public name."""
    return f"https://t.me/{name}"


def parse_edition(payload: str) -> tuple[EditionId, int] | None:
    """The edition and the start of a deep link's payload, or None if it is no such payload."""
    numbers = _numbers(payload, "e")
    if len(numbers) not in (1, 2):
        return None
    return EditionId(numbers[0]), numbers[1] if len(numbers) == 2 else 0


def parse_story(payload: str) -> StoryId | None:
    """The story of a deep link's payload, or None if it is no such payload."""
    numbers = _numbers(payload, "s")
    return StoryId(numbers[0]) if len(numbers) == 1 else None


def parse_project(payload: str) -> str | None:
    """The code of a deep link's payload, or None if it is no such payload."""
    return payload[2:] if payload.startswith("p_") and len(payload) > 2 else None


def parse_invite(payload: str) -> str | None:
    """The token of a deep link's payload, or None if it is no such payload."""
    return payload[2:] if payload.startswith("i_") and len(payload) > 2 else None


def _numbers(payload: str, kind: str) -> tuple[int, ...]:
    """The numbers behind a payload's first word; none where it is not made so."""
    first, *words = payload.split("_")
    are_numbers = all(word.isascii() and word.isdigit() and len(word) <= 18 for word in words)
    return tuple(map(int, words)) if first == kind and are_numbers else ()
