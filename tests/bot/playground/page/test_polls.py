"""Polls on the chat page: voting, shares, the key, the time that is left."""

from __future__ import annotations

import asyncio
import re
from typing import Final

import pytest
from playwright.async_api import Route, expect

from bot.playground.classroom import ANN, BEN, CLASS_ID
from bot.playground.server import Playground
from bot.playground.wire import Json
from tests.bot.playground.page.acting import OpenPage, say
from tests.bot.playground.scripted_bot import EXPLANATION, ScriptedBot
from tests.browser import needs_chromium

LIVE_MILLISECONDS: Final = 500
"""Within which a page has long been told of a vote."""

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module"), needs_chromium]


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


async def test_a_vote_is_seen_that_came_while_the_history_was_on_its_way(
    look: OpenPage, bot: ScriptedBot
) -> None:
    ann, ben = await look(ANN, CLASS_ID), await look(BEN)
    await bot.ask_quiz(CLASS_ID)
    voted = asyncio.Event()

    async def late(route: Route) -> None:
        answer = await route.fetch()
        await voted.wait()
        await route.fulfill(response=answer)

    await ben.route("**/messages?as=*", late)
    await ben.get_by_role("link", name="Class 9b").click()
    await ann.get_by_role("button", name="Beijing").click()
    await expect(ann.get_by_text("your answer, correct")).to_be_attached()
    await ben.wait_for_timeout(LIVE_MILLISECONDS)
    voted.set()
    await expect(ben.get_by_text("1 answer")).to_be_visible()


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
