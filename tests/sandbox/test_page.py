"""The chat page in a real browser: every part of it pressed, typed into and looked at."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Browser, Page, async_playwright, expect

from sandbox.server import Sandbox

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ARTIFACTS = Path(__file__).parents[2] / "artifacts"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c4944415408d763d8b871230005110226b7ef43b90000000049454e44ae426082"
)
HTML = (
    "Привет 😀 <b>жирный <i>и курсив</i></b> "
    '<a href="https://example.com/a?b=1&amp;c=2">ссылка</a> '
    "<code>x &lt; y</code> <tg-spoiler>тайна</tg-spoiler> /help"
)
KEYBOARD = {
    "inline_keyboard": [
        [{"text": "Toast", "callback_data": "toast"}, {"text": "Alert", "callback_data": "alert"}],
        [{"text": "Change", "callback_data": "edit"}, {"text": "Away", "callback_data": "delete"}],
        [{"text": "Site", "url": "https://example.com/"}],
    ]
}


class ScriptedBot:
    """Answers with one screen, whatever it hears; and does what its buttons say."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._base = f"{sandbox.url}/bot{sandbox.token}"

    async def call(self, method: str, **params: Any) -> Any:
        async with (
            aiohttp.ClientSession() as session,
            session.post(f"{self._base}/{method}", json=params) as response,
        ):
            return (await response.json()).get("result")

    async def run(self) -> None:
        commands = [
            {"command": "digest", "description": "what is new"},
            {"command": "help", "description": "what I can do"},
        ]
        await self.call("setMyCommands", commands=commands)
        await self.call("setMyDescription", description="Новости инвестиций")
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20) or []:
                offset = update["update_id"] + 1
                await self._handle(update)

    async def _handle(self, update: dict[str, Any]) -> None:
        if message := update.get("message"):
            await self.call(
                "sendMessage",
                chat_id=message["chat"]["id"],
                text=HTML,
                parse_mode="HTML",
                reply_markup=KEYBOARD,
            )
        elif query := update.get("callback_query"):
            await self._press(query)

    async def _press(self, query: dict[str, Any]) -> None:
        where = {
            "chat_id": query["message"]["chat"]["id"],
            "message_id": query["message"]["message_id"],
        }
        answer: dict[str, Any] = {"callback_query_id": query["id"]}
        match query["data"]:
            case "toast":
                answer["text"] = "Готово"
            case "alert":
                answer |= {"text": "Точно?", "show_alert": True}
            case "edit":
                await self.call("editMessageText", **where, text="Изменено")
            case "delete":
                await self.call("deleteMessage", **where)
        await self.call("answerCallbackQuery", **answer)


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox(token="42:TEST") as sandbox:
        sandbox.user("Сергей", "ru", id=1001)
        sandbox.user("Айгерім", "kk", id=1002)
        sandbox.group("Инвесторы", [1001, 1002])
        bot = asyncio.create_task(ScriptedBot(sandbox).run())
        await sandbox.wait_for("setMyDescription")
        yield sandbox
        bot.cancel()
        await asyncio.gather(bot, return_exceptions=True)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("chromium is not installed")
        pytest.skip("chromium is not installed: apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


async def opened(browser: Browser, sandbox: Sandbox, width: int = 1280, **more: Any) -> Page:
    context = await browser.new_context(
        viewport={"width": width, "height": 800}, locale="en-GB", **more
    )
    page = await context.new_page()
    page.set_default_timeout(10_000)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.broken = broken  # type: ignore[attr-defined]
    await page.goto(sandbox.url)
    return page


async def shot(page: Page, name: str) -> None:
    ARTIFACTS.mkdir(exist_ok=True)
    await page.screenshot(path=ARTIFACTS / f"{name}.png")
    assert page.broken == []  # type: ignore[attr-defined]


async def test_a_conversation(browser: Browser, sandbox: Sandbox) -> None:
    page = await opened(browser, sandbox)
    await expect(page.get_by_role("log").get_by_text("Новости инвестиций")).to_be_visible()
    await page.get_by_role("button", name="START", exact=True).click()
    bubble = page.locator("article .body").last
    await expect(bubble.locator("b").first).to_have_text("жирный ")
    await expect(bubble.locator("b", has=page.locator("i"))).to_have_text("и курсив")
    await expect(bubble.locator("code")).to_have_text("x < y")
    link = bubble.get_by_role("link", name="ссылка")
    assert await link.get_attribute("href") == "https://example.com/a?b=1&c=2"
    await shot(page, "page-conversation")
    await page.get_by_role("button", name="Toast").click()
    await expect(page.get_by_role("status").get_by_text("Готово")).to_be_visible()
    await page.get_by_role("button", name="Alert").click()
    await expect(page.get_by_role("dialog")).to_contain_text("Точно?")
    await page.get_by_role("button", name="OK").click()
    await page.get_by_role("button", name="Change").click()
    await expect(page.get_by_role("log").get_by_text("Изменено", exact=True)).to_be_visible()
    await expect(page.locator("article .meta").last).to_contain_text("edited")


async def test_a_deleted_message_vanishes(browser: Browser, sandbox: Sandbox) -> None:
    page = await opened(browser, sandbox)
    await page.get_by_role("button", name="START", exact=True).click()
    await page.get_by_role("button", name="Away").click()
    await expect(page.locator("article")).to_have_count(1)


async def test_text_from_outside_stays_text(browser: Browser, sandbox: Sandbox) -> None:
    page = await opened(browser, sandbox)
    sandbox.say(1001, "<img src=x onerror=alert(1)><b>no</b>")
    await expect(
        page.get_by_role("log").get_by_text("<img src=x onerror=alert(1)><b>no</b>")
    ).to_be_visible()
    assert await page.locator("article img").count() == 0


async def test_the_keyboard_alone_is_enough(browser: Browser, sandbox: Sandbox) -> None:
    page = await opened(browser, sandbox)
    sandbox.say(1001, "/start")
    await expect(page.get_by_label("Message", exact=True)).to_be_visible()
    await page.get_by_label("Message", exact=True).focus()
    await page.keyboard.type("/")
    options = page.locator("#commands li")
    await expect(options).to_have_count(2)
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("ArrowDown")
    await page.keyboard.press("Enter")
    await expect(page.locator("article.mine .body").last).to_have_text("/help")
    await expect(page.get_by_label("Message", exact=True)).to_have_value("")
    await page.keyboard.type("/")
    await expect(options).to_have_count(2)
    await page.keyboard.press("Escape")
    await expect(page.locator("#commands")).to_be_hidden()


async def test_another_person_another_chat(browser: Browser, sandbox: Sandbox) -> None:
    page = await opened(browser, sandbox)
    await page.get_by_role("button", name="START", exact=True).click()
    await expect(page.locator("article")).to_have_count(2)
    await page.get_by_label("Who you are").select_option("1002")
    await expect(page.get_by_role("button", name="START", exact=True)).to_be_visible()
    await page.get_by_role("button", name="Инвесторы").click()
    await page.get_by_label("Message", exact=True).fill("Сәлем!")
    await page.keyboard.press("Enter")
    await expect(page.locator("article.mine .body")).to_have_text("Сәлем!")


async def test_files_are_sent_and_shown(browser: Browser, sandbox: Sandbox) -> None:
    page = await opened(browser, sandbox)
    sandbox.say(1001, "/start")
    await page.locator("#file").set_input_files(
        {"name": "dot.png", "mimeType": "image/png", "buffer": PNG}
    )
    await expect(page.locator("img.photo")).to_be_visible()
    await page.locator("#file").set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
    )
    await expect(page.get_by_role("link", name="plan.pdf")).to_be_visible()


async def test_a_blocked_bot_is_let_in_again(browser: Browser, sandbox: Sandbox) -> None:
    page = await opened(browser, sandbox)
    await page.get_by_role("button", name="START", exact=True).click()
    await page.get_by_label("More about this chat").click()
    await page.get_by_role("menuitem", name="Block the bot").click()
    await page.get_by_role("button", name="UNBLOCK AND START").click()
    await expect(page.get_by_label("Message", exact=True)).to_be_visible()


async def test_failed_calls_are_red(browser: Browser, sandbox: Sandbox) -> None:
    page = await opened(browser, sandbox)
    await page.get_by_role("button", name="API calls", exact=True).click()
    await ScriptedBot(sandbox).call("sendMessage", chat_id=5, text="nobody")
    failed = page.locator("#calls .bad").first
    await expect(failed).to_contain_text("sendMessage")
    await failed.locator("summary").click()
    await expect(failed).to_contain_text("chat not found")
    await shot(page, "page-calls")


async def test_narrow_and_dark(browser: Browser, sandbox: Sandbox) -> None:
    page = await opened(browser, sandbox, width=390, color_scheme="dark")
    await expect(page.get_by_role("button", name="Керуен")).to_be_visible()
    await page.get_by_role("button", name="Керуен").click()
    await page.get_by_role("button", name="START", exact=True).click()
    await expect(page.locator("article")).to_have_count(2)
    await shot(page, "page-narrow-dark")
    overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert overflow <= 0
    await page.get_by_role("button", name="Back to the chats").click()
    await expect(page.get_by_label("Who you are")).to_be_visible()
