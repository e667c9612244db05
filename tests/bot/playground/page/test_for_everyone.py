"""The chat page serves a keyboard alone, a small screen, and eyes that need contrast."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import (
    Page,
    ViewportSize,
    expect,
)

from bot.playground.classroom import ANN, CLASS_ID
from tests.bot.playground.page.acting import OpenPage, bubbles, message_field, say
from tests.bot.playground.scripted_bot import ScriptedBot
from tests.browser import needs_chromium

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module"), needs_chromium]
PHONE: ViewportSize = {"width": 360, "height": 640}
FAINT_TEXTS = (Path(__file__).parent / "contrast.js").read_text()


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


@pytest.mark.parametrize("width", [360, 640, 721, 780, 1100])
async def test_a_poll_stays_in_its_bubble_however_wide_the_page(
    look: OpenPage, bot: ScriptedBot, width: int
) -> None:
    page = await look(ANN, CLASS_ID, size={"width": width, "height": 800})
    await bot.call(
        "sendPoll",
        chat_id=CLASS_ID,
        question="Which of these words is long? " * 3,
        options=[{"text": "long " * 15}, {"text": "short"}],
    )
    await expect(page.get_by_role("article").last).to_be_visible()
    sticks_out = "bubble => bubble.scrollWidth > bubble.clientWidth"
    assert not await page.locator(".bubble").last.evaluate(sticks_out)


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
