"""The chat page in a real browser: people read, press, type and vote; a scripted bot answers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import (
    Browser,
    FilePayload,
    Locator,
    Page,
    Route,
    ViewportSize,
    WebSocketRoute,
    expect,
)

from bot.playground.classroom import ANN, BEN, CLASS_ID, INSTRUCTOR
from bot.playground.server import Playground, serve
from bot.playground.users import User
from tests.bot.playground.scripted_bot import EXPLANATION, ScriptedBot
from tests.browser import chromium, needs_chromium

Json = dict[str, Any]

DESKTOP: ViewportSize = {"width": 1100, "height": 800}
PHONE: ViewportSize = {"width": 360, "height": 640}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.asyncio(loop_scope="module"),
    needs_chromium,
]

FAINT_TEXTS = (Path(__file__).parent / "contrast.js").read_text()
HOSTILE = "<b>bold</b> <img src=x onerror=alert(1)> &amp; \u202eright to left\u202c שלום"


@pytest_asyncio.fixture(loop_scope="module")
async def playground() -> AsyncIterator[Playground]:
    async with serve() as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def bot(playground: Playground) -> AsyncIterator[ScriptedBot]:
    async with aiohttp.ClientSession() as session:
        scripted = ScriptedBot(playground, session)
        await scripted.publish_commands()
        listening = asyncio.create_task(scripted.listen())
        yield scripted
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


OpenPage = Callable[..., Awaitable[Page]]


@pytest_asyncio.fixture(loop_scope="module")
async def look(playground: Playground, browser: Browser) -> AsyncIterator[OpenPage]:
    """Open the page as somebody; afterwards nothing may have failed or left this machine."""
    troubles: list[str] = []
    requests: list[str] = []

    async def open_page(
        user: User, chat: int | None = None, *, size: ViewportSize = DESKTOP, **options: Any
    ) -> Page:
        context = await browser.new_context(viewport=size, **options)
        context.set_default_timeout(10_000)
        page = await context.new_page()
        page.on("console", lambda said: troubles.append(said.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.on("websocket", lambda socket: requests.append(socket.url))
        where = f"&chat={chat}" if chat else ""
        await page.goto(f"{playground.url}/#as={user.id}{where}")
        return page

    yield open_page
    for context in browser.contexts:
        await context.close()
    assert troubles == []
    assert {urlsplit(url).hostname for url in requests} == {"127.0.0.1"}


def bubbles(page: Page) -> Locator:
    return page.get_by_role("article")


def message_field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Message")


async def say(page: Page, text: str) -> None:
    await message_field(page).fill(text)
    await message_field(page).press("Enter")


async def test_a_student_starts_asks_and_unfolds_the_evidence(look: OpenPage) -> None:
    page = await look(ANN, ANN.id)
    await page.get_by_role("button", name="Start").click()
    await expect(bubbles(page).last).to_contain_text("Hello there.")
    await say(page, "How long?")
    answer = bubbles(page).last
    await expect(answer.locator("strong")).to_have_text("Five hours.")

    long, short = await quotes(answer)
    folded = await long.bounding_box()
    await long.get_by_role("button", name="Show all").click()
    unfolded = await long.bounding_box()
    assert folded
    assert unfolded
    assert unfolded["height"] > folded["height"] + 40
    await expect(long.get_by_role("button", name="Show less")).to_be_visible()
    await expect(short.get_by_role("button")).to_be_hidden()


async def quotes(answer: Locator) -> list[Locator]:
    await expect(answer.locator("blockquote")).to_have_count(2)
    return await answer.locator("blockquote").all()


async def test_a_pressed_button_brings_a_toast_or_an_alert(look: OpenPage) -> None:
    page = await look(ANN, ANN.id)
    await page.get_by_role("button", name="Start").click()
    await page.get_by_role("button", name="Soft").click()
    await expect(page.locator("#toasts")).to_have_text("You pressed soft")
    await page.get_by_role("button", name="Loud").click()
    alert = page.get_by_role("dialog")
    await expect(alert).to_contain_text("You pressed loud")
    await alert.get_by_role("button", name="OK").click()
    await expect(alert).to_have_count(0)


async def test_a_wrong_vote_shows_cross_tick_shares_and_explanation(look: OpenPage) -> None:
    page = await look(ANN, ANN.id)
    await page.get_by_role("button", name="Start").click()
    await say(page, "/quiz")
    quiz = page.get_by_role("region", name="Quiz")
    await expect(quiz.get_by_text("No answers yet")).to_be_visible()
    await expect(quiz.get_by_role("button", name="Explanation")).to_have_count(0)
    await quiz.get_by_role("button", name="Geneva").click()

    results = quiz.get_by_role("listitem")
    await expect(results.filter(has_text="Geneva")).to_contain_text("100%")
    await expect(results.filter(has_text="Geneva")).to_contain_text("your answer, wrong")
    await expect(results.filter(has_text="Beijing")).to_contain_text("the correct answer")
    await expect(results.locator("svg")).to_have_count(2)
    await expect(quiz.get_by_text(EXPLANATION)).to_be_visible()
    await expect(page.locator("#announcer")).to_contain_text("The answer is Beijing.")
    await quiz.get_by_role("button", name="Explanation").click()
    await expect(quiz.get_by_text(EXPLANATION)).to_be_hidden()


async def test_two_students_vote_in_the_group_and_see_each_other(
    look: OpenPage, bot: ScriptedBot
) -> None:
    ann, ben = await look(ANN, CLASS_ID), await look(BEN, CLASS_ID)
    await bot.ask_quiz(CLASS_ID)
    await ann.get_by_role("button", name="Beijing").click()
    await expect(ann.get_by_text("your answer, correct")).to_be_attached()
    await expect(ben.get_by_text("1 answer")).to_be_visible()
    await expect(ben.get_by_text("100%")).to_have_count(0)

    await ben.get_by_role("button", name="Vienna").click()
    await expect(ann.get_by_text("2 answers")).to_be_visible()
    await ann.get_by_role("button", name="Who voted").click()
    results = ann.get_by_role("listitem")
    await expect(results.filter(has_text="Beijing").last).to_contain_text("Ann")
    await expect(results.filter(has_text="Vienna").last).to_contain_text("Ben")
    await expect(results.filter(has_text="Vienna").last).to_contain_text("50%")


async def test_the_keyboard_alone_is_enough(look: OpenPage) -> None:
    page = await look(ANN)
    chats = page.get_by_role("navigation", name="Chats").get_by_role("link")
    press = page.keyboard.press
    start = page.get_by_role("button", name="Start")
    await expect(start).to_be_focused()
    await press("Escape")
    await expect(chats.first).to_be_focused()
    for key in ("End", "Home", "ArrowDown", "ArrowUp"):
        await press(key)
    await expect(chats.first).to_be_focused()
    await press("Enter")
    await expect(start).to_be_focused()
    await press("Enter")
    await expect(message_field(page)).to_be_focused()
    await page.keyboard.type("/qu")
    await expect(page.get_by_role("option")).to_have_text(["/quizOne question"])
    await press("Enter")
    await expect(page.get_by_role("button", name="Vienna")).to_be_visible()
    await tab_to(page, "Geneva", backwards=True)
    await press("ArrowUp")
    await press("ArrowDown")
    await expect(page.get_by_role("button", name="Beijing")).to_be_focused()
    await press("Enter")
    await expect(page.get_by_text("your answer, correct")).to_be_attached()
    await press("Escape")
    await expect(page.get_by_text("Choose a chat")).to_be_visible()
    await expect(chats.filter(has_text="Gobbet")).to_be_focused()


async def tab_to(page: Page, name: str, *, backwards: bool = False) -> None:
    wanted = page.get_by_role("button", name=name)
    for _ in range(30):
        if await wanted.evaluate("button => button === document.activeElement"):
            return
        await page.keyboard.press("Shift+Tab" if backwards else "Tab")
    pytest.fail(f"{name} cannot be reached with the Tab key")


async def test_on_a_phone_list_and_chat_take_turns(look: OpenPage, bot: ScriptedBot) -> None:
    page = await look(ANN, size=PHONE, has_touch=True, color_scheme="dark")
    chats, conversation = page.get_by_role("navigation", name="Chats"), page.get_by_role("main")
    await expect(conversation).to_be_hidden()
    await chats.get_by_role("link", name="Class 9b").tap()
    await expect(chats).to_be_hidden()
    await say(page, "A word that is far longer than this screen is wide: " + "x" * 300)
    await expect(bubbles(page)).to_have_count(1)
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tall = "<b>The answer</b>\n" + "An explanation of it.\n" * 40
    await bot.call("sendMessage", chat_id=CLASS_ID, text=tall, parse_mode="HTML")
    await expect(page.get_by_text("The answer", exact=True)).to_be_in_viewport()
    await page.get_by_role("link", name="Back to the chats").tap()
    await expect(conversation).to_be_hidden()
    await expect(chats.get_by_role("link", name="Class 9b")).to_contain_text("The answer")


@pytest.mark.parametrize("text", [HOSTILE, "😀" * 4096], ids=["markup", "4,096 emoji"])
async def test_hostile_text_is_shown_literally(look: OpenPage, text: str) -> None:
    page, other = await look(BEN, CLASS_ID), await look(ANN, CLASS_ID)
    await say(page, text)
    for view in (page, other):
        written = bubbles(view).last.locator(".text")
        await expect(written).to_have_text(text)
        await expect(written.locator("b, img")).to_have_count(0)


async def test_a_hostile_name_is_shown_literally(
    look: OpenPage, playground: Playground, bot: ScriptedBot
) -> None:
    name = "<b>Eve</b> \u202eevE"
    eve = User(6_000_000_666, name)
    playground.world.add_person(eve)
    playground.world.chats[CLASS_ID].statuses[eve.id] = "member"
    page = await look(ANN, CLASS_ID)
    await expect(message_field(page)).to_be_visible()
    speaker = await look(eve, CLASS_ID)
    await say(speaker, "Hello")
    await expect(bubbles(page).last.locator(".sender")).to_have_text(name)
    await bot.ask_quiz(CLASS_ID, question="<i>Who?</i>")
    await expect(page.get_by_text("<i>Who?</i>").last).to_be_visible()


async def test_entities_count_in_utf_16_and_may_nest(look: OpenPage, bot: ScriptedBot) -> None:
    page = await look(ANN, CLASS_ID)
    text = "😀 <b>bold <i>both 😀</i></b> <code>a&lt;b</code> <tg-spoiler>key</tg-spoiler> /quiz"
    link = ' <a href="https://example.org/">link</a>'
    await bot.call("sendMessage", chat_id=CLASS_ID, text=text + link, parse_mode="HTML")
    message = bubbles(page).last
    await expect(message.locator("strong")).to_have_text("bold both 😀")
    await expect(message.locator("strong em")).to_have_text("both 😀")
    await expect(message.locator("code")).to_have_text("a<b")
    await expect(message.get_by_role("link", name="link")).to_have_attribute(
        "rel", re.compile("noopener")
    )
    await expect(message.get_by_text("key")).to_be_hidden()
    await message.get_by_role("button", name="Hidden text").click()
    await expect(message.get_by_text("key")).to_be_visible()
    await message.get_by_role("button", name="/quiz").click()
    await expect(page.get_by_role("region", name="Quiz")).to_be_visible()


async def test_a_poll_counts_down_and_shows_the_key_when_it_closes(
    look: OpenPage, bot: ScriptedBot, playground: Playground
) -> None:
    page = await look(ANN, CLASS_ID)
    await bot.ask_quiz(CLASS_ID, open_period=90)
    await expect(page.get_by_role("timer")).to_have_text(re.compile(r"1:[23]\d"))
    playground.skip(100)
    await expect(page.get_by_text("Final results", exact=True)).to_be_visible()
    await expect(page.get_by_role("timer")).to_have_count(0)
    await expect(
        page.get_by_role("listitem").filter(has_text="the correct answer").last
    ).to_contain_text("Beijing")


async def test_a_regular_poll_takes_several_votes_and_gives_them_back(
    look: OpenPage, bot: ScriptedBot
) -> None:
    page = await look(ANN, CLASS_ID)
    options = [{"text": day} for day in ("Monday", "Tuesday", "Friday")]
    days: Json = {"question": "When?", "options": options, "allows_multiple_answers": True}
    await bot.call("sendPoll", chat_id=CLASS_ID, is_anonymous=False, **days)
    vote = page.get_by_role("button", name="Vote", exact=True)
    await expect(vote).to_be_disabled()
    await page.get_by_role("checkbox", name="Monday").click()
    await page.get_by_role("checkbox", name="Friday").click()
    await vote.click()
    await expect(page.get_by_text(", your vote")).to_have_count(2)
    await page.get_by_role("button", name="Take back my vote").click()
    await expect(page.get_by_text("No votes yet")).to_be_visible()


async def test_no_typed_word_is_lost_when_it_is_refused_or_the_chat_is_left(
    look: OpenPage,
) -> None:
    page = await look(ANN, CLASS_ID)
    await say(page, "x" * 4097)
    await expect(page.locator("#toasts")).to_contain_text("4096")
    await expect(message_field(page)).to_have_value("x" * 4097)
    await message_field(page).fill("Unfinished")
    await message_field(page).press("Escape")
    await page.get_by_role("link", name="Class 9b").click()
    await expect(message_field(page)).to_have_value("Unfinished")


async def test_files_go_up_and_come_down_as_they_were(look: OpenPage) -> None:
    page = await look(ANN, CLASS_ID)
    content = b"An article.\n" * 100
    file: FilePayload = {"name": "my article.txt", "mimeType": "text/plain", "buffer": content}
    await page.get_by_label("Choose a file").set_input_files(file)
    await say(page, "Please read this")
    sent = bubbles(page).last
    await expect(sent).to_contain_text("1.2 KB")
    await expect(sent).to_contain_text("Please read this")
    async with page.expect_download() as waiting:
        await sent.get_by_role("link", name="my article.txt").click()
    download = await waiting.value
    assert download.suggested_filename == "my article.txt"
    assert Path(await download.path()).read_bytes() == content


async def test_everyone_has_their_own_view_of_the_same_group(
    look: OpenPage, bot: ScriptedBot
) -> None:
    page = await look(ANN, CLASS_ID)
    await say(page, "Good morning")
    await expect(page.locator(".message.mine")).to_have_count(1)
    people = page.get_by_role("navigation", name="Switch person")
    await people.get_by_role("link", name="Ida").click()
    await expect(page.get_by_text("You are Ida")).to_contain_text("instructor")
    await expect(page.locator(".message.theirs")).to_contain_text("Good morning")
    assert f"as={INSTRUCTOR.id}&chat={CLASS_ID}" in page.url
    await people.get_by_role("link", name="Ben").click()
    await page.get_by_role("navigation", name="Chats").get_by_role("link", name="Gobbet").click()
    await bot.call("sendMessage", chat_id=CLASS_ID, text="News")
    unread = page.get_by_role("navigation", name="Chats").get_by_role("link", name="Class 9b")
    await expect(unread).to_contain_text("1 unread")


async def test_edits_deletions_and_replies_are_followed(look: OpenPage, bot: ScriptedBot) -> None:
    page = await look(ANN, CLASS_ID)
    await say(page, "First")
    sent = await bot.call(
        "sendMessage", chat_id=CLASS_ID, text="Draft", reply_parameters={"message_id": 1}
    )
    reply = bubbles(page).last
    await expect(reply.get_by_role("button", name="In reply to Ann")).to_contain_text("First")
    where = {"chat_id": CLASS_ID, "message_id": sent["message_id"]}
    await bot.call("editMessageText", text="Better", **where)
    await expect(reply).to_contain_text("edited")
    await expect(reply).to_contain_text("Better")
    await bot.call("deleteMessage", **where)
    await expect(bubbles(page)).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_text_stands_out_from_its_ground(
    look: OpenPage, bot: ScriptedBot, scheme: Literal["light", "dark"]
) -> None:
    page = await look(ANN, CLASS_ID, color_scheme=scheme, reduced_motion="reduce")
    await say(page, "How long?")
    await bot.cite(CLASS_ID)
    for city in ("Beijing", "Vienna", None):
        await bot.ask_quiz(CLASS_ID)
        await expect(page.get_by_role("button", name="Geneva")).to_have_count(1)
        if city:
            await page.get_by_role("button", name=city).click()
    await expect(page.get_by_role("complementary", name="Explanation")).to_have_count(2)
    for who in await page.get_by_role("button", name="Who voted").all():
        await who.click()
    await bot.greet(CLASS_ID)
    await expect(page.get_by_role("button", name="Loud")).to_be_visible()
    assert await page.evaluate(FAINT_TEXTS) == []


async def test_news_that_overtakes_the_history_is_not_undone_by_it(
    browser: Browser, playground: Playground, bot: ScriptedBot
) -> None:
    async with breakable(browser) as (page, _):
        asked, may_answer = asyncio.Event(), asyncio.Event()

        async def answer_late(route: Route) -> None:
            response = await route.fetch()
            asked.set()
            await may_answer.wait()
            await route.fulfill(response=response)

        await page.route("**/messages?*", answer_late)
        await page.goto(f"{playground.url}/#as={ANN.id}&chat={CLASS_ID}")
        await asked.wait()
        await bot.call("sendMessage", chat_id=CLASS_ID, text="Faster than history")
        await expect(bubbles(page)).to_have_count(1)
        async with page.expect_response("**/messages?*"):
            may_answer.set()
        await expect(page.get_by_role("button", name="Commands")).to_be_visible()
        await expect(bubbles(page)).to_have_count(1)


async def test_a_lost_connection_is_said_quietly_and_made_good(
    browser: Browser, playground: Playground, bot: ScriptedBot
) -> None:
    async with breakable(browser) as (page, line):
        await page.goto(f"{playground.url}/#as={ANN.id}&chat={CLASS_ID}")
        await expect(message_field(page)).to_be_visible()
        await line.cut()
        await expect(page.get_by_text("Connection lost")).to_be_visible()
        await bot.call("sendMessage", chat_id=CLASS_ID, text="Said meanwhile")
        line.is_cut = False
        await expect(bubbles(page).filter(has_text="Said meanwhile")).to_be_visible()
        await expect(page.get_by_text("Connection lost")).to_be_hidden()


class Line:
    """A live connection that can be cut, and stays so until it is allowed again."""

    def __init__(self) -> None:
        self.is_cut = False
        self._sockets: list[WebSocketRoute] = []

    async def carry(self, socket: WebSocketRoute) -> None:
        if self.is_cut:
            await socket.close()
            return
        socket.connect_to_server()
        self._sockets.append(socket)

    async def cut(self) -> None:
        self.is_cut = True
        for socket in self._sockets:
            await socket.close()


@asynccontextmanager
async def breakable(browser: Browser) -> AsyncIterator[tuple[Page, Line]]:
    page = await browser.new_page()
    page.set_default_timeout(10_000)
    line = Line()
    await page.route_web_socket(re.compile("/people/live"), line.carry)
    yield page, line
    await page.close()
