"""What can go wrong with an account, in words for the log and a key for the person."""

from common.errors import KeruenError


class UnknownChatError(KeruenError):
    """A button of a chat that has asked to be forgotten, or has never started."""

    def __init__(self, chat_id: int) -> None:
        super().__init__(f"chat {chat_id} has no row", "error-forgotten")


class WrongChoiceError(KeruenError):
    """A choice that no button of ours offers: an old button, or a forged one."""

    def __init__(self, what: str) -> None:
        super().__init__(f"not a choice: {what}", "error-old-button")
