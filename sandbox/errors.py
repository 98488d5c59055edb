"""How the Bot API says no: a code, a description, sometimes parameters."""

from typing import Any

_PREFIXES = {
    400: "Bad Request: ",
    401: "Unauthorized: ",
    403: "Forbidden: ",
    404: "Not Found: ",
    409: "Conflict: ",
    413: "Request Entity Too Large: ",
    429: "Too Many Requests: ",
    500: "Internal Server Error: ",
    502: "Bad Gateway: ",
}


class ApiError(Exception):
    """A refusal; `message` is the description, whose prefix may be left out."""

    def __init__(self, code: int, message: str = "", **parameters: Any) -> None:
        super().__init__(f"{code} {message}")
        self.code = code
        self.parameters = parameters
        self.description = _description(code, message)

    def answer(self) -> dict[str, Any]:
        """The body of the answer."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def _description(code: int, message: str) -> str:
    """Lower-cased after its prefix, unless it is a word in capitals like BUTTON_DATA_INVALID."""
    prefix = _PREFIXES.get(code, "")
    if not message:
        return prefix.removesuffix(": ")
    if message.startswith(prefix.removesuffix(": ") or "\0"):
        return message
    keeps_case = len(message) > 1 and (message[1].isupper() or message[1] == "_")
    return prefix + (message if keeps_case else message[0].lower() + message[1:])


def bad_request(message: str, **parameters: Any) -> ApiError:
    return ApiError(400, message, **parameters)


def forbidden(message: str) -> ApiError:
    return ApiError(403, message)


def retry_after(seconds: int) -> ApiError:
    return ApiError(429, f"retry after {seconds}", retry_after=seconds)
