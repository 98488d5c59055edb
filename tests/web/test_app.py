"""The webhook's answers: they say to Telegram whether an update should come again."""

from collections.abc import Mapping

import pytest
from aiohttp.test_utils import TestClient, TestServer

from web.app import SECRET_HEADER, make_app

SECRET = "a-secret-of-the-test"


async def all_is_well() -> Mapping[str, str]:
    return {}


async def handle(body: bytes) -> bool:
    if body == b"nonsense":
        raise ValueError("not an update")
    return body == b"done"


@pytest.mark.parametrize(
    ("body", "secret", "status"),
    [
        (b"done", SECRET, 200),
        (b"again", SECRET, 503),
        (b"nonsense", SECRET, 400),
        (b"done", "another", 401),
        (b"done", "", 401),
    ],
)
async def test_the_webhook(body: bytes, secret: str, status: int) -> None:
    app = make_app(
        ready=all_is_well, metrics=lambda: (b"", "text/plain"), handle_update=handle, secret=SECRET
    )
    async with TestClient(TestServer(app)) as telegram:
        answer = await telegram.post("/webhook", data=body, headers={SECRET_HEADER: secret})
        assert answer.status == status
