"""What people do on the chat page, in a few words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from playwright.async_api import Locator, Page

OpenPage = Callable[..., Awaitable[Page]]
"""Opens the page as somebody, in a chat or in none."""


def bubbles(page: Page) -> Locator:
    return page.get_by_role("article")


def message_field(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Message")


async def say(page: Page, text: str) -> None:
    await message_field(page).fill(text)
    await message_field(page).press("Enter")
