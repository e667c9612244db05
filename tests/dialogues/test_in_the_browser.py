"""A student and a classmate use the whole bot through the chat page, in a real browser."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from bot.playground.classroom import ANN, BEN, CLASS_ID
from tests.browser import chromium, needs_chromium

pytestmark = [pytest.mark.browser, needs_chromium]

PATIENCE = 15_000  # milliseconds


def bubbles(page: Page):
    return page.get_by_role("article")


async def say(page: Page, words: str) -> None:
    await page.get_by_role("textbox", name="Message").fill(words)
    await page.get_by_role("textbox", name="Message").press("Enter")


async def vote(page: Page, host, number: int) -> None:
    """Vote right in the poll with this number, and see the tick."""
    poll = bubbles(page).filter(has_text=f"{number}/3").last
    await expect(poll).to_be_visible(timeout=PATIENCE)
    words = await poll.inner_text()
    question = next(q for q in host.library.questions() if q.stem in words)
    await poll.get_by_text(question.options[question.key], exact=True).click()
    await expect(poll.get_by_text("100%")).to_be_visible(timeout=PATIENCE)


async def test_a_student_asks_takes_a_quiz_of_three_and_sees_the_score(stage, host):
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 1100, "height": 800})
        await page.goto(f"{stage.playground.url}/#as={ANN.id}&chat={ANN.id}")
        await page.get_by_role("button", name="Start").click()
        await expect(bubbles(page).last).to_contain_text("Hello, Ann!", timeout=PATIENCE)

        await say(page, "How long did Blinken meet Wang Yi?")
        answer = bubbles(page).filter(has_text="about three hours").last
        await expect(answer.locator("blockquote").first).to_contain_text(
            "Wang Yi", timeout=PATIENCE
        )
        await expect(answer).to_contain_text("Blinken and Wang Yi discuss Taiwan")

        await say(page, "/quiz 3")
        for number in (1, 2, 3):
            await vote(page, host, number)
        await expect(bubbles(page).last).to_contain_text("You got 3 of 3 right", timeout=PATIENCE)
        await say(page, "/score")
        await expect(bubbles(page).last).to_contain_text("3 of 3 right", timeout=PATIENCE)


async def test_a_classmate_sees_the_groups_question_in_another_window(stage, host):
    async with chromium() as browser:
        page = await browser.new_page(viewport={"width": 1100, "height": 800})
        await page.goto(f"{stage.playground.url}/#as={BEN.id}&chat={CLASS_ID}")
        await expect(page.get_by_role("textbox", name="Message")).to_be_visible(timeout=PATIENCE)
        await stage.ann.in_class.says("/ask How long did Blinken meet Wang Yi?")
        answer = bubbles(page).filter(has_text="about three hours").last
        await expect(answer).to_be_visible(timeout=PATIENCE)
