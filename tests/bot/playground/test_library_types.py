"""python-telegram-bot reads everything that the playground says, as it reads Telegram."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import telegram
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter

from bot.playground import membership, people
from bot.playground.classroom import ANN, BEN, CHEN, CLASS_ID, INSTRUCTOR
from bot.playground.server import Playground, serve
from bot.playground.world import World


@pytest.fixture
async def playground(world: World) -> AsyncIterator[Playground]:
    async with serve(world) as running:
        yield running


def library(playground: Playground, token: str) -> Bot:
    url = playground.url
    return Bot(token, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot")


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[Bot]:
    async with library(playground, playground.token) as opened:
        yield opened


async def test_every_kind_of_update_is_read(bot: Bot, world: World) -> None:
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    text = await bot.send_message(CLASS_ID, "<b>x</b>", parse_mode="HTML", reply_markup=keyboard)
    poll = await bot.send_poll(CLASS_ID, "?", ["x", "y"], is_anonymous=False)
    people.say(world, BEN, CLASS_ID, "me", reply_to=text.message_id)
    people.press(world, BEN, CLASS_ID, text.message_id, "go")
    people.vote(world, BEN, CLASS_ID, poll.message_id, [1])
    people.vote(world, INSTRUCTOR, CLASS_ID, poll.message_id, [0], anonymously=True)
    people.upload(world, ANN, ANN.id, "x.txt", b"x", "caption")
    people.ask_inline(world, ANN, "x")
    membership.block(world, ANN)
    new = membership.migrate(world, INSTRUCTOR, CLASS_ID)
    updates = await bot.get_updates(allowed_updates=[])
    kinds = [next(iter(set(update.to_dict()) - {"update_id"})) for update in updates]
    assert kinds == [
        "message",
        "callback_query",
        "poll_answer",
        "poll",
        "poll_answer",
        "poll",
        "message",
        "inline_query",
        "my_chat_member",
        "message",
        "message",
    ]
    assert updates[0].message
    assert updates[0].message.reply_to_message
    assert updates[0].message.reply_to_message.entities[0].type == "bold"
    assert updates[4].poll_answer
    assert updates[4].poll_answer.voter_chat
    assert updates[9].message
    assert updates[9].message.migrate_to_chat_id == new.id
    assert not any(update.api_kwargs for update in updates)
    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(CLASS_ID, "x")
    assert moved.value.new_chat_id == new.id


async def test_a_quiz_is_sent_with_everything_the_bot_uses(bot: Bot) -> None:
    sent = await bot.send_poll(
        CLASS_ID,
        "How long?",
        ["six", "five"],
        type="quiz",
        correct_option_ids=[0],
        is_anonymous=False,
        explanation="<b>Six</b>, said so",
        explanation_parse_mode="HTML",
        open_period=60,
        shuffle_options=True,
        hide_results_until_closes=True,
    )
    poll = sent.poll
    assert poll
    assert tuple(poll.correct_option_ids) == (0,)
    assert poll.explanation_entities[0].type == "bold"
    assert (await bot.stop_poll(CLASS_ID, sent.message_id)).is_closed


async def test_the_chat_its_members_and_the_commands_are_read(bot: Bot) -> None:
    assert (await bot.get_me()).username == "gobbet_bot"
    assert (await bot.get_chat(CLASS_ID)).title == "Class 9b"
    (ruler,) = await bot.get_chat_administrators(CLASS_ID)
    assert (ruler.user.id, ruler.status) == (INSTRUCTOR.id, "creator")
    assert (await bot.get_chat_member(CLASS_ID, BEN.id)).status == "member"
    assert await bot.get_chat_member_count(CLASS_ID) == 5
    scope = telegram.BotCommandScopeChat(CLASS_ID)
    await bot.set_my_commands([("ask", "Ask")], scope=scope, language_code="en")
    (command,) = await bot.get_my_commands(scope=scope, language_code="en")
    assert command.command == "ask"
    await bot.set_my_description("x")
    assert (await bot.get_my_description()).description == "x"
    await bot.set_my_short_description("y")
    assert (await bot.get_my_short_description()).short_description == "y"
    assert (await bot.get_webhook_info()).url == ""


async def test_messages_are_sent_edited_and_deleted(bot: Bot) -> None:
    sent = await bot.send_message(
        ANN.id,
        "x",
        link_preview_options=telegram.LinkPreviewOptions(is_disabled=True),
        reply_parameters=telegram.ReplyParameters(1),
        reply_markup=telegram.ForceReply(input_field_placeholder="Type"),
        disable_notification=True,
        protect_content=True,
    )
    assert sent.has_protected_content
    edited = await bot.edit_message_text("y", ANN.id, sent.message_id)
    assert isinstance(edited, telegram.Message)
    assert edited.edit_date
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("y", ANN.id, sent.message_id)
    assert await bot.delete_message(ANN.id, sent.message_id)
    assert await bot.send_chat_action(ANN.id, "typing")


async def test_files_are_sent_and_fetched(bot: Bot, world: World) -> None:
    sent = await bot.send_document(ANN.id, b"content", filename="export.json", caption="x")
    assert sent.document
    again = await bot.send_document(ANN.id, sent.document.file_id)
    assert again.document == sent.document
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == b"content"


async def test_refusals_become_the_librarys_errors(
    bot: Bot, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")  # or the library warns of its own future
    with pytest.raises(Forbidden, match="bot can't initiate conversation"):
        await bot.send_message(CHEN.id, "x")
    with pytest.raises(BadRequest, match="[Cc]hat not found"):
        await bot.send_message(1, "x")
    playground.limits.are_on = True
    for _ in range(5):
        await bot.send_message(ANN.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(ANN.id, "x")
    stranger = library(playground, "1:wrong")
    with pytest.raises(InvalidToken):
        await stranger.initialize()
    await stranger.shutdown()


def test_the_library_finds_its_own_fields_in_a_poll_answer(world: World, call: Any) -> None:
    options = json.dumps([{"text": "x"}])
    sent = call("sendPoll", chat_id=ANN.id, question="?", options=options, is_anonymous="false")
    people.vote(world, ANN, ANN.id, sent["message_id"], [0])
    answer = telegram.Update.de_json(world.updates.fetch()[0], None)
    assert answer.poll_answer
    assert answer.poll_answer.option_persistent_ids == (f"{sent['poll']['id']}-0",)
