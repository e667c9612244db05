"""People talk on the chat page: what they write, press, edit and send stands there as meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.async_api import (
    FilePayload,
    Locator,
    expect,
)

from bot.playground.classroom import ANN, CLASS_ID, INSTRUCTOR
from tests.bot.playground.page.acting import OpenPage, bubbles, message_field, say
from tests.bot.playground.scripted_bot import ScriptedBot
from tests.browser import needs_chromium

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module"), needs_chromium]


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
    await page.locator("input[type=file]").set_input_files(file)
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
