"""The chat page in a real browser: every part of it pressed, typed into and looked at."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, FilePayload, Locator, Page, async_playwright, expect

from sandbox.server import Sandbox

pytestmark = pytest.mark.asyncio(loop_scope="module")  # one browser for all

expect.set_options(timeout=30_000)  # how long a busy machine may take; a quiet one takes none

CHROMIUM = shutil.which("chromium")
if CHROMIUM is None and not os.environ.get("CI"):
    pytest.skip("no chromium for the chat page: apt-get install chromium", allow_module_level=True)
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
        [{"text": "Search", "switch_inline_query_current_chat": "зав"}],
    ]
}
FOUND = {
    "type": "article",
    "id": "plant",
    "title": "Завод в Сауране",
    "description": "160 млрд тенге",
    "input_message_content": {"message_text": "Завод в Сауранском районе"},
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
        if (message := update.get("message")) and "text" in message:
            chat_id = message["chat"]["id"]
            await self.call(
                "sendMessage", chat_id=chat_id, text=HTML, parse_mode="HTML", reply_markup=KEYBOARD
            )
        elif query := update.get("callback_query"):
            await self._press(query)
        elif query := update.get("inline_query"):
            await self.call("answerInlineQuery", inline_query_id=query["id"], results=[FOUND])

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
                await self.call("editMessageText", **where, text="Изменено", reply_markup=KEYBOARD)
            case "delete":
                await self.call("deleteMessage", **where)
        await self.call("answerCallbackQuery", **answer)


@pytest_asyncio.fixture(loop_scope="module")
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
def bot(sandbox: Sandbox) -> ScriptedBot:
    return ScriptedBot(sandbox)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.fail("chromium is not installed: apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        await browser.close()


class Screen:
    """The page as a person has it before them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.log = page.get_by_role("log")
        self.box = page.get_by_label("Message", exact=True)
        self.messages = page.locator("article")
        self.options = page.locator("#suggest li")
        self.broken: list[str] = []
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: self.broken.append(str(error)))

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    async def start(self) -> None:
        await self.button("START").click()
        await expect(self.messages).to_have_count(2)

    async def open(self, chat: str) -> None:
        await self.page.locator("#chats").get_by_role("button", name=chat).click()

    async def shot(self, name: str) -> None:
        ARTIFACTS.mkdir(exist_ok=True)
        await self.page.screenshot(path=ARTIFACTS / f"{name}.png")


@pytest_asyncio.fixture(loop_scope="module")
async def screen(browser: Browser, sandbox: Sandbox) -> AsyncIterator[Screen]:
    async with opened(browser, sandbox) as screen:
        yield screen


@asynccontextmanager
async def opened(
    browser: Browser, sandbox: Sandbox, width: int = 1280, **more: Any
) -> AsyncIterator[Screen]:
    view: Any = {"width": width, "height": 800}
    context = await browser.new_context(viewport=view, locale="en-GB", **more)
    try:
        screen = Screen(await context.new_page())
        await screen.page.goto(sandbox.url)
        yield screen
        assert screen.broken == []
    finally:
        await context.close()


async def test_a_conversation(screen: Screen) -> None:
    await expect(screen.log.get_by_text("Новости инвестиций")).to_be_visible()
    await screen.start()
    bubble = screen.page.locator("article .body").last
    await expect(bubble.locator("b").first).to_have_text("жирный ")
    await expect(bubble.locator("b i")).to_have_text("и курсив")
    await expect(bubble.locator("code")).to_have_text("x < y")
    link = bubble.get_by_role("link", name="ссылка")
    assert await link.get_attribute("href") == "https://example.com/a?b=1&c=2"
    await screen.shot("page-conversation")
    await screen.button("Toast").click()
    await expect(screen.page.locator("#toast")).to_have_text("Готово")
    await screen.button("Alert").click()
    await expect(screen.page.get_by_role("dialog")).to_contain_text("Точно?")
    await screen.button("OK").click()
    await screen.button("Change").click()
    await expect(screen.log.get_by_text("Изменено", exact=True)).to_be_visible()
    await expect(screen.page.locator("article .meta").last).to_contain_text("edited")


async def test_a_redrawn_message_keeps_the_focus(screen: Screen) -> None:
    await screen.start()
    await screen.button("Change").focus()
    await screen.page.keyboard.press("Enter")
    await expect(screen.log.get_by_text("Изменено", exact=True)).to_be_visible()
    await expect(screen.button("Change")).to_be_focused()


async def test_a_deleted_message_vanishes(screen: Screen) -> None:
    await screen.start()
    await screen.button("Away").click()
    await expect(screen.messages).to_have_count(1)


async def test_text_from_outside_stays_text(screen: Screen, sandbox: Sandbox) -> None:
    words = "<img src=x onerror=alert(1)><b>no</b>"
    sandbox.say(1001, words)
    await expect(screen.messages.first.locator(".body")).to_have_text(words)
    assert await screen.page.locator("article.mine :is(img, b)").count() == 0


async def test_marks_that_are_nested_or_hide(
    screen: Screen, bot: ScriptedBot, sandbox: Sandbox
) -> None:
    await screen.start()
    quote = "\n".join(f"строка {n}" for n in range(9))
    await bot.call(
        "sendMessage",
        chat_id=1001,
        parse_mode="HTML",
        text=f"<blockquote expandable>{quote}</blockquote>"
        '<pre><code class="language-sql">SELECT 1</code></pre><tg-spoiler>тайна</tg-spoiler>',
    )
    last = screen.messages.last
    await expect(last.locator("pre")).to_have_attribute("data-language", "sql")
    more = last.get_by_role("button", name="Show more")
    await more.click()
    await expect(last.get_by_role("button", name="Show less")).to_have_attribute(
        "aria-expanded", "true"
    )
    await last.get_by_role("button", name="Hidden text: press to read").press("Enter")
    await expect(last.locator(".spoiler.open")).to_have_text("тайна")


async def test_a_link_is_previewed_unless_the_bot_forbids(screen: Screen, bot: ScriptedBot) -> None:
    await screen.start()
    await expect(screen.page.locator(".preview")).to_contain_text("example.com")
    options = {"is_disabled": True}
    await bot.call(
        "sendMessage", chat_id=1001, text="https://example.com/x", link_preview_options=options
    )
    await expect(screen.messages).to_have_count(3)
    await expect(screen.messages.last.locator(".preview")).to_have_count(0)


async def test_the_keyboard_alone_is_enough(screen: Screen, sandbox: Sandbox) -> None:
    sandbox.say(1001, "/start")
    await expect(screen.box).to_be_visible()
    await screen.box.focus()
    await screen.page.keyboard.type("/")
    await expect(screen.options).to_have_count(2)
    await screen.page.keyboard.press("ArrowDown")
    await screen.page.keyboard.press("ArrowDown")
    await expect(screen.box).to_have_attribute("aria-activedescendant", "option-1")
    await screen.page.keyboard.press("Enter")
    await expect(screen.page.locator("article.mine .body").last).to_have_text("/help")
    await expect(screen.box).to_have_value("")
    await screen.page.keyboard.type("/d")
    await expect(screen.options).to_have_count(1)
    await screen.page.keyboard.press("Escape")
    await expect(screen.page.locator("#suggest")).to_be_hidden()


async def test_everything_that_can_be_pressed_has_a_name(screen: Screen) -> None:
    await screen.start()
    nameless = await screen.page.evaluate(
        """() => [...document.querySelectorAll("button, a, select, summary, textarea, input")]
            .filter((each) => each.checkVisibility() && each.tabIndex >= 0)
            .filter((each) => !each.ariaLabel && !each.innerText?.trim() && !each.labels?.length)
            .map((each) => each.outerHTML)"""
    )
    assert nameless == []
    for landmark in ("navigation", "main", "complementary", "log"):
        await expect(screen.page.get_by_role(landmark)).to_be_visible()


async def test_another_person_another_chat(screen: Screen, bot: ScriptedBot) -> None:
    await screen.start()
    await screen.page.get_by_label("Who you are").select_option("1002")
    await expect(screen.button("START")).to_be_visible()
    await bot.call("sendMessage", chat_id=1001, text="Сергей, это вам")
    unread = screen.page.get_by_role("option", name="● Сергей (ru)")
    await expect(unread).to_have_count(1)
    await screen.open("Инвесторы")
    await screen.box.fill("Сәлем!")
    await screen.page.keyboard.press("Enter")
    await expect(screen.page.locator("article.mine .body")).to_have_text("Сәлем!")


async def test_somebody_new_can_come(screen: Screen, sandbox: Sandbox) -> None:
    await screen.button("Be somebody new").click()
    await screen.page.get_by_label("Name").fill("Ли")
    await screen.page.get_by_label("Language of the app").select_option("zh-hans")
    await screen.button("Go on").click()
    await expect(screen.button("START")).to_be_visible()
    await screen.start()
    asked = sandbox.calls("sendMessage")[-1]
    assert asked["params"]["chat_id"] not in (1001, 1002)


async def test_files_are_sent_and_shown(screen: Screen, sandbox: Sandbox) -> None:
    sandbox.say(1001, "/start")
    await screen.page.locator("#file").set_input_files(
        {"name": "dot.png", "mimeType": "image/png", "buffer": PNG}
    )
    await expect(screen.page.locator("img.photo")).to_be_visible()
    await screen.page.locator("#file").set_input_files(
        {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"}
    )
    link = screen.page.get_by_role("link", name="plan.pdf")
    assert await link.get_attribute("download") == "plan.pdf"
    file = await screen.page.request.get(f"{sandbox.url}{await link.get_attribute('href')}")
    assert await file.body() == b"%PDF-1.4"


async def test_a_blocked_bot_is_let_in_again(screen: Screen) -> None:
    await screen.start()
    await screen.page.get_by_label("More about this chat").click()
    await screen.button("Block the bot").click()
    await screen.button("UNBLOCK AND START").click()
    await expect(screen.box).to_be_visible()


async def test_a_reply_keyboard_comes_and_goes(screen: Screen, bot: ScriptedBot) -> None:
    await screen.start()
    keyboard = {"keyboard": [["Дайджест", {"text": "Новости"}]]}
    await bot.call("sendMessage", chat_id=1001, text="Выберите", reply_markup=keyboard)
    await screen.button("Новости").click()
    await expect(screen.page.locator("article.mine .body").last).to_have_text("Новости")
    away = {"remove_keyboard": True}
    await bot.call("sendMessage", chat_id=1001, text="Готово", reply_markup=away)
    await expect(screen.page.locator("#keyboard")).to_be_hidden()


async def test_an_inline_result_is_chosen(screen: Screen) -> None:
    await screen.start()
    await screen.button("Search").click()
    await expect(screen.box).to_have_value("@keruen_bot зав")
    await expect(screen.options).to_have_text("Завод в Сауране160 млрд тенге")
    await screen.box.press("ArrowDown")
    await screen.box.press("Enter")
    await expect(screen.page.locator("article.mine .body").last).to_have_text(
        "Завод в Сауранском районе"
    )
    await expect(screen.messages.last).to_contain_text("via @keruen_bot")


async def test_a_deep_link_opens_here(screen: Screen, bot: ScriptedBot, sandbox: Sandbox) -> None:
    await screen.start()
    channel = sandbox.channel("Керуен: новости")
    link = {"text": "Ещё", "url": "https://t.me/keruen_bot?start=more_7"}
    await bot.call(
        "sendMessage", chat_id=channel, text="День", reply_markup={"inline_keyboard": [[link]]}
    )
    await screen.open("Керуен: новости")
    await expect(screen.page.get_by_text("Only admins write in this channel")).to_be_visible()
    await screen.page.get_by_role("link", name="Ещё").click()
    said = screen.page.locator("article.mine .body").last
    await expect(said).to_have_text("/start more_7")


async def test_a_reply_says_what_it_answers(screen: Screen, sandbox: Sandbox) -> None:
    await screen.start()
    await screen.messages.last.hover()
    await screen.messages.last.get_by_role("button", name="Reply").click()
    await screen.box.fill("Спасибо")
    await screen.box.press("Enter")
    await expect(screen.page.locator("article.mine .quoted")).to_contain_text("Привет 😀")


async def test_topics_are_told_apart(screen: Screen, sandbox: Sandbox) -> None:
    forum = sandbox.group("Форум", [1001, 1002], forum=True)
    news, questions = sandbox.topic(forum, "Новости"), sandbox.topic(forum, "Вопросы")
    sandbox.say(1002, "Завод", chat_id=forum, thread_id=news)
    sandbox.say(1002, "Когда?", chat_id=forum, thread_id=questions)
    await screen.open("Форум")
    await expect(screen.messages).to_have_count(2)
    await expect(screen.messages.last.locator(".topic")).to_have_text("Вопросы")
    await screen.button("Новости").click()
    await expect(screen.messages).to_have_count(1)
    await screen.box.fill("Где?")
    await screen.box.press("Enter")
    await expect(screen.messages).to_have_count(2)
    assert sandbox.messages(forum)[-1]["message_thread_id"] == news


async def test_typing_is_seen(screen: Screen, bot: ScriptedBot) -> None:
    await screen.start()
    await bot.call("sendChatAction", chat_id=1001, action="typing")
    await expect(screen.page.locator("#subtitle")).to_have_text("Керуен is typing…")
    await bot.call("sendMessage", chat_id=1001, text="Вот")
    await expect(screen.page.locator("#subtitle")).to_have_text("bot")


async def test_the_demos_buttons(screen: Screen, bot: ScriptedBot, sandbox: Sandbox) -> None:
    await screen.start()

    async def send_digest(user_id: int) -> None:
        await bot.call("sendMessage", chat_id=user_id, text="Дайджест")

    sandbox.action("digest", "Send my digest now", send_digest)
    await screen.button("Send my digest now").click()
    await expect(screen.messages.last.locator(".body")).to_have_text("Дайджест")


async def test_failed_calls_are_red(screen: Screen, bot: ScriptedBot) -> None:
    await bot.call("sendMessage", chat_id=5, text="nobody")
    failed = screen.page.locator("#calls .bad").first
    await expect(failed).to_contain_text("sendMessage")
    await failed.locator("summary").click()
    await expect(failed).to_contain_text("chat not found")
    await screen.shot("page-calls")
    await screen.page.get_by_label("Only failures").check()
    await expect(screen.page.locator("#calls li:visible")).to_have_count(1)
    await screen.button("Close the calls").click()
    await expect(screen.page.get_by_role("complementary")).to_be_hidden()


async def test_a_lost_connection_is_found_again(browser: Browser) -> None:
    async with AsyncExitStack() as stack:
        async with Sandbox() as first:
            port = int(first.url.rsplit(":", 1)[1])
            first.user("Emma", "en")
            screen = await stack.enter_async_context(opened(browser, first))
            await expect(screen.button("START")).to_be_visible()
        lost = screen.page.get_by_text("Connection lost. Trying again…")
        await expect(lost).to_be_visible()
        second = await stack.enter_async_context(Sandbox(port=port))
        second.say(second.user("Emma", "en"), "Hello again")
        await expect(screen.messages.locator(".body")).to_have_text("Hello again")
        await expect(lost).to_be_hidden()


async def test_light_and_dark(screen: Screen) -> None:
    def ground() -> Any:
        return screen.page.evaluate("getComputedStyle(document.body).backgroundColor")

    light = await ground()
    await screen.button("Dark theme").click()
    assert await ground() != light
    await screen.page.reload()
    await expect(screen.button("Dark theme")).to_have_attribute("aria-pressed", "true")


async def test_narrow_and_dark(browser: Browser, sandbox: Sandbox) -> None:
    async with opened(browser, sandbox, width=390, color_scheme="dark") as screen:
        await screen.open("Керуен")
        await screen.start()
        await screen.shot("page-narrow-dark")
        overflow = await screen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0
        await screen.button("Back to the chats").click()
        await expect(screen.page.get_by_label("Who you are")).to_be_visible()
        await expect(screen.log).to_be_hidden()


async def test_a_long_message_is_read_from_its_top(screen: Screen, bot: ScriptedBot) -> None:
    await screen.start()
    words = "\n".join(f"строка {n}" for n in range(60))
    await bot.call("sendMessage", chat_id=1001, text=f"Начало\n{words}")
    await expect(screen.messages).to_have_count(3)
    await expect(screen.button("To the newest message")).to_be_visible()
    await expect(screen.messages.nth(1)).not_to_be_in_viewport()
    await expect(screen.messages.last.locator(".body")).to_be_in_viewport()
    await screen.button("To the newest message").click()
    await expect(screen.messages.last.locator(".meta")).to_be_in_viewport()
    await expect(screen.button("To the newest message")).to_be_hidden()


async def test_the_bot_is_added_to_a_group(screen: Screen, sandbox: Sandbox) -> None:
    await screen.open("Инвесторы")
    await screen.button("Add Керуен to this group").click()
    await expect(screen.log.get_by_text("Керуен joined")).to_be_visible()
    await expect(screen.button("Add Керуен to this group")).to_be_hidden()
    await screen.page.get_by_label("More about this chat").click()
    await screen.button("Remove the bot").click()
    await expect(screen.button("Add Керуен to this group")).to_be_visible()


async def test_an_upgraded_group_stays_open(screen: Screen, sandbox: Sandbox) -> None:
    await screen.open("Инвесторы")
    await screen.page.get_by_label("More about this chat").click()
    await screen.button("Upgrade to a supergroup").click()
    await expect(screen.log.get_by_text("This was a group before")).to_be_visible()
    chats = screen.page.locator("#chats").get_by_role("button", name="Инвесторы")
    await expect(chats).to_have_count(1)


async def test_an_admin_writes_as_the_group(screen: Screen, sandbox: Sandbox) -> None:
    group = sandbox.group("Совет", [1001, 1002])
    await screen.open("Совет")
    await screen.page.get_by_label("More about this chat").click()
    await screen.button("Write as the group").click()
    await screen.box.fill("Решено")
    await screen.box.press("Enter")
    await expect(screen.messages.locator(".from")).to_have_text("Совет")
    assert sandbox.messages(group)[-1]["sender_chat"]["id"] == group


async def test_a_button_copies(browser: Browser, sandbox: Sandbox, bot: ScriptedBot) -> None:
    allowed = ["clipboard-read", "clipboard-write"]
    async with opened(browser, sandbox, permissions=allowed) as screen:
        await screen.start()
        code = {"text": "Код", "copy_text": {"text": "KRN-7"}}
        await bot.call(
            "sendMessage", chat_id=1001, text="Ваш код", reply_markup={"inline_keyboard": [[code]]}
        )
        await screen.button("Код").click()
        await expect(screen.page.locator("#toast")).to_have_text("Copied")
        assert await screen.page.evaluate("navigator.clipboard.readText()") == "KRN-7"


async def picks(screen: Screen, *files: tuple[str, str, bytes]) -> None:
    uploads: list[FilePayload] = [
        {"name": name, "mimeType": kind, "buffer": content} for name, kind, content in files
    ]
    await screen.page.locator("#file").set_input_files(uploads)


async def test_an_album_is_sent_and_shown_as_a_grid(screen: Screen, sandbox: Sandbox) -> None:
    await screen.start()
    await screen.box.fill("Стройка")
    pictures = [(f"{n}.png", "image/png", PNG) for n in range(3)]
    await picks(screen, *pictures, ("film.mp4", "video/mp4", b"frames"))
    await expect(screen.page.locator("article.mine .album :is(img, video)")).to_have_count(4)
    await expect(screen.page.locator("article.mine .body").last).to_have_text("Стройка")
    await expect(screen.box).to_have_value("")
    sent = sandbox.messages(1001)[-4:]
    assert len({each["media_group_id"] for each in sent}) == 1
    assert [each.get("caption") for each in sent] == ["Стройка", None, None, None]
    await screen.shot("page-album")


async def test_files_that_make_no_album_come_one_by_one(screen: Screen, sandbox: Sandbox) -> None:
    sandbox.say(1001, "/start")
    await picks(screen, ("a.png", "image/png", PNG), ("b.pdf", "application/pdf", b"%PDF-1.4"))
    await expect(screen.page.get_by_role("link", name="b.pdf")).to_be_visible()
    assert not any("media_group_id" in each for each in sandbox.messages(1001))


async def test_a_voice_is_attached(screen: Screen, sandbox: Sandbox) -> None:
    await screen.start()
    await screen.page.get_by_label("Attach").click()
    async with screen.page.expect_file_chooser() as choosing:
        await screen.button("Voice message").click()
    chooser = await choosing.value
    await chooser.set_files({"name": "talk.ogg", "mimeType": "audio/ogg", "buffer": b"OggS"})
    await expect(screen.page.locator("article.mine audio")).to_be_visible()
    assert "voice" in sandbox.messages(1001)[-1]


async def test_a_poll_is_made_and_voted_in(screen: Screen, sandbox: Sandbox) -> None:
    await screen.start()
    await screen.page.get_by_label("Attach").click()
    await screen.button("Poll").click()
    await screen.page.get_by_label("Question").fill("Когда <b>удобно</b>?")
    await screen.page.get_by_label("Answers, one a line").fill("Утром\n\nВечером")
    await screen.button("Send the poll").click()
    poll = screen.messages.last
    await expect(poll).to_contain_text("Когда <b>удобно</b>?")
    message = next(each for each in sandbox.messages(1001) if "poll" in each)
    sandbox.vote(1002, 1001, message["message_id"], 1)
    await poll.get_by_role("button", name="Вечером").click()
    await expect(poll.locator(".result")).to_have_text(["Утром0 · 0%", "● Вечером2 · 100%"])
    await poll.get_by_role("button", name="Retract").click()
    await expect(poll.locator(".foot")).to_have_text("1 vote")


async def test_several_answers_and_a_quiz(screen: Screen, sandbox: Sandbox) -> None:
    await screen.start()
    sandbox.poll(1001, "Где?", ["Кентау", "Сауран", "Арысь"], several=True, anonymous=False)
    poll = screen.messages.last
    await poll.get_by_label("Кентау").check()
    await poll.get_by_label("Арысь").check()
    await poll.get_by_role("button", name="Vote").click()
    await expect(poll.locator(".result").nth(2)).to_have_text("● Арысь1 · 100%")
    sandbox.poll(1001, "2 × 2?", ["3", "4"], right=[1])
    quiz = screen.messages.last
    await quiz.get_by_role("button", name="3").click()
    await expect(quiz.locator(".right")).to_contain_text("✓ 4")
    await expect(quiz.get_by_role("button", name="Retract")).to_have_count(0)


async def test_places_and_contacts(screen: Screen, sandbox: Sandbox) -> None:
    await screen.start()
    await screen.page.get_by_label("Attach").click()
    await screen.button("Location").click()
    await screen.page.get_by_label("Title, if it has one").fill("Завод")
    await screen.page.get_by_label("Address").fill("Кентау, 1")
    await screen.button("Send the place").click()
    await expect(screen.page.locator(".place")).to_contain_text("Кентау, 1")
    assert sandbox.messages(1001)[-1]["venue"]["title"] == "Завод"
    await screen.page.get_by_label("Attach").click()
    await screen.button("My contact").click()
    await expect(screen.page.locator(".contact")).to_contain_text("Сергей")


async def test_a_post_of_a_channel_is_forwarded_to_the_bot(
    screen: Screen, sandbox: Sandbox
) -> None:
    await screen.start()
    channel = sandbox.channel("Вести области", members=[1002], bot=False)
    items: list[dict[str, Any]] = [
        {"photo": ("a.png", PNG), "text": "Пуск"},
        {"photo": ("b.png", PNG)},
    ]
    sandbox.album(1002, items, chat_id=channel)
    await screen.open("Вести области")
    await screen.messages.last.hover()
    await screen.messages.last.get_by_role("button", name="Forward").click()
    await screen.page.get_by_role("dialog").get_by_role("button", name="Керуен").click()
    passed_on = screen.page.locator("article.mine").last
    await expect(passed_on.locator(".via")).to_have_text("Forwarded from Вести области")
    await expect(passed_on.locator(".album img")).to_have_count(2)
    forwards = [each for each in sandbox.messages(1001) if "forward_origin" in each]
    assert len(forwards) == 2


async def test_whose_channel_it_is_writes_in_it(screen: Screen, sandbox: Sandbox) -> None:
    channel = sandbox.channel("Мои вести", members=[1001])
    await screen.open("Мои вести")
    await screen.box.fill("Пост")
    await screen.box.press("Enter")
    await expect(screen.messages.locator(".body")).to_have_text("Пост")
    assert sandbox.messages(channel)[-1]["sender_chat"]["id"] == channel


async def test_every_kind_of_content_fits_a_narrow_screen(
    browser: Browser, sandbox: Sandbox
) -> None:
    sandbox.say(1001, "/start")
    for kind in ("video", "animation", "audio", "voice", "video_note", "document"):
        content: dict[str, Any] = {kind: (f"{kind}.mp4", b"bytes")}
        sandbox.say(1001, **content)
    sandbox.album(
        1001, [{"photo": ("a.png", PNG), "text": "Три"}] + [{"photo": ("b.png", PNG)}] * 2
    )
    sandbox.say(1001, "тайна", photo=("a.png", PNG), has_media_spoiler=True)
    sandbox.venue(1001, 43.3, 68.25, "Очень длинное название предприятия " * 3, "Кентау")
    sandbox.poll(1001, "Вопрос " * 20, ["Ответ " * 15, "Нет"])
    async with opened(browser, sandbox, width=390, has_touch=True) as screen:
        await screen.open("Керуен")
        await expect(screen.page.locator("article .poll")).to_be_visible()
        overflow = await screen.page.evaluate(
            """() => [...document.querySelectorAll("#log, #log *")]
                .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
                .map((each) => each.outerHTML.slice(0, 80))"""
        )
        assert overflow == []
        await screen.shot("page-narrow-contents")
        await screen.page.get_by_label("Hidden picture: press to see").click()
        last = screen.messages.last
        await last.locator(".meta").click()
        await expect(last.get_by_role("button", name="Forward")).to_be_visible()
        await screen.shot("page-narrow-picked")


async def test_what_was_deleted_leaves_a_trace(screen: Screen, bot: ScriptedBot) -> None:
    await screen.start()
    for _ in range(2):
        sent = await bot.call("sendMessage", chat_id=1001, text="Отзовём")
        await bot.call("deleteMessage", chat_id=1001, message_id=sent["message_id"])
    await expect(screen.page.locator(".gone")).to_have_text("2 messages deleted")
    await expect(screen.messages).to_have_count(2)
