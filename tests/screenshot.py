"""Takes the README's picture: a student asks, is quizzed, and sees why the answer was right.

    make picture

The bot, the local Telegram and the page are those of ``gobbet demo``; only the browser is driven.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Locator, Page, expect
from pydantic import SecretStr

from bot.app import opened, running
from bot.playground.classroom import ANN, TOKEN
from bot.playground.server import serve
from bot.settings import load
from knowledge import Library
from tests.browser import chromium

PICTURE = Path(__file__).with_suffix(".png")
SIZE = {"width": 640, "height": 1400}
PATIENCE = 60_000  # milliseconds; the first questions have to be made


async def main() -> None:
    """Write the picture beside this file."""
    with TemporaryDirectory() as folder:
        async with serve() as playground, chromium() as browser:
            settings = load(
                bot_token=SecretStr(TOKEN), api_url=playground.url, data_dir=Path(folder)
            )
            library = await opened(settings)
            async with running(settings, library):
                page = await browser.new_page(viewport=SIZE, color_scheme="light")
                await page.goto(f"{playground.url}/#as={ANN.id}&chat={ANN.id}")
                await _talk(page, library)
                await page.screenshot(path=PICTURE)


async def _talk(page: Page, library: Library) -> None:
    await page.get_by_role("button", name="Start").click()
    await _shown(page, "Hello, Ann!")
    await _say(page, "How long did Blinken meet Wang Yi?")
    await _shown(page, "about three hours")
    await _say(page, "/quiz 3")
    poll = await _shown(page, "1/3")
    words = await poll.inner_text()
    asked = next(q for q in library.questions() if q.stem in words)
    await poll.get_by_text(asked.answer, exact=True).click()
    await _shown(page, "2/3")
    await page.mouse.move(0, 0)
    await page.wait_for_timeout(1000)  # until nothing moves any more


async def _shown(page: Page, words: str) -> Locator:
    message = page.get_by_role("article").filter(has_text=words)
    await expect(message).to_be_visible(timeout=PATIENCE)
    return message


async def _say(page: Page, words: str) -> None:
    field = page.get_by_role("textbox", name="Message")
    await field.fill(words)
    await field.press("Enter")


if __name__ == "__main__":
    asyncio.run(main())
