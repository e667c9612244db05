"""A class plays a round and its instructor reads the report, in a real browser."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.playground.classroom import ANN, CLASS_ID, INSTRUCTOR
from tests.browser import PATIENCE, chromium, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]


def bubble(page: Page, words: str):
    return page.get_by_role("article").filter(has_text=words).last


async def test_the_page_shows_lobby_question_board_and_the_reports_picture(stage, host):
    address = stage.playground.url
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 1100, "height": 900})
        page.set_default_timeout(PATIENCE)
        await page.goto(f"{address}/#as={ANN.id}&chat={CLASS_ID}")
        await stage.instructor.in_class.says("/quiz 1 30s")
        await expect(bubble(page, "A round begins soon")).to_be_visible()
        await page.get_by_role("button", name="Join").click()
        await expect(bubble(page, "In (1): Ann")).to_be_visible()
        await stage.instructor.in_class.presses("▶ Start")

        poll = await stage.ann.in_class.sees_poll()
        shown = bubble(page, host.question(poll.question).stem)
        await expect(shown.get_by_text("0:2", exact=False)).to_be_visible()
        await shown.get_by_text(host.right(poll), exact=True).click()
        standings = bubble(page, "The round is over")
        await expect(standings).to_contain_text("🥇 Ann: 1 of 1")

        await stage.instructor.says("/report")
        await page.goto(f"{address}/#as={INSTRUCTOR.id}&chat={INSTRUCTOR.id}")
        report = bubble(page, "Share right, and points.")
        picture = report.get_by_role("img").first
        await expect(picture).to_be_visible()
        assert await picture.evaluate("image => image.naturalWidth") >= 800
