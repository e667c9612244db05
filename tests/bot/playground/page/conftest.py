"""The chat page in a real browser; a scripted bot answers what people write there."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest_asyncio
from playwright.async_api import Browser, Page, ViewportSize

from bot.playground.server import Playground, serve
from bot.playground.users import User
from tests.bot.playground.page.acting import OpenPage
from tests.bot.playground.scripted_bot import ScriptedBot
from tests.browser import PATIENCE, chromium

DESKTOP: ViewportSize = {"width": 1100, "height": 800}


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


@pytest_asyncio.fixture(loop_scope="module")
async def look(playground: Playground, browser: Browser) -> AsyncIterator[OpenPage]:
    """Open the page as somebody; afterwards nothing may have failed or left this machine."""
    troubles: list[str] = []
    requests: list[str] = []

    async def open_page(
        user: User, chat: int | None = None, *, size: ViewportSize = DESKTOP, **options: Any
    ) -> Page:
        context = await browser.new_context(viewport=size, **options)
        context.set_default_timeout(PATIENCE)
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
