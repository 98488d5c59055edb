"""Links that lead into the bot, and out of it to share."""

from dataclasses import dataclass
from urllib.parse import urlencode

from model.ids import EditionId


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

    def share(self, url: str, text: str) -> str:
        """Opens Telegram's own list of chats to share with."""
        return "https://t.me/share/url?" + urlencode({"url": url, "text": text})


def parse_edition(payload: str) -> tuple[EditionId, int] | None:
    """The edition and the start of a deep link's payload, or None if it is no such payload."""
    words = payload.split("_")
    if words[0] != "e" or len(words) not in (2, 3):
        return None
    if not all(word.isascii() and word.isdigit() and len(word) <= 18 for word in words[1:]):
        return None
    return EditionId(int(words[1])), int(words[2]) if len(words) == 3 else 0
