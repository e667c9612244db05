"""What stands in a message is shown as it was meant, and never as the page's own markup."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import (
    expect,
)

from bot.playground.classroom import ANN, BEN, CLASS_ID
from bot.playground.server import Playground
from bot.playground.users import User
from tests.bot.playground.page.acting import OpenPage, bubbles, message_field, say
from tests.bot.playground.scripted_bot import ScriptedBot
from tests.browser import needs_chromium

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module"), needs_chromium]
HOSTILE = "<b>bold</b> <img src=x onerror=alert(1)> &amp; \u202eright to left\u202c שלום"


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
