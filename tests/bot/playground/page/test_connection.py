"""The chat page and its live connection: late answers, a line that is cut."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import (
    Browser,
    Page,
    Route,
    WebSocketRoute,
    expect,
)

from bot.playground.classroom import ANN, CLASS_ID
from bot.playground.server import Playground
from tests.bot.playground.page.acting import bubbles, message_field
from tests.bot.playground.scripted_bot import ScriptedBot
from tests.browser import PATIENCE, needs_chromium

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module"), needs_chromium]


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
    page.set_default_timeout(PATIENCE)
    line = Line()
    await page.route_web_socket(re.compile("/people/live"), line.carry)
    yield page, line
    await page.close()
