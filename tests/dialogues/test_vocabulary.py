"""The words of the stage, proved with a bot of a few lines."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    PollAnswerHandler,
    filters,
)

from bot.playground.errors import Refused
from tests.dialogues.stage import Stage

Context = ContextTypes.DEFAULT_TYPE


async def _echo(update: Update, _: Context) -> None:
    assert update.message
    button = InlineKeyboardButton("Louder", callback_data="louder")
    await update.message.reply_text(
        f"You said {update.message.text}", reply_markup=InlineKeyboardMarkup([[button]])
    )


async def _louder(update: Update, _: Context) -> None:
    query = update.callback_query
    assert query
    await query.edit_message_text("YOU SAID IT")
    await query.answer("Done")


async def _quiz(update: Update, context: Context) -> None:
    assert update.message
    sent = await update.message.reply_poll(
        "How many?",
        ["six", "five"],
        is_anonymous=False,
        type="quiz",
        correct_option_ids=[0],
        allows_revoting=True,
        open_period=60,
    )
    assert sent.poll
    context.bot_data[sent.poll.id] = sent.chat_id


async def _count(update: Update, context: Context) -> None:
    answer = update.poll_answer
    assert answer
    voter = answer.voter_chat.title if answer.voter_chat else answer.user and answer.user.name
    await context.bot.send_message(
        context.bot_data[answer.poll_id], f"{voter} chose {list(answer.option_ids)}"
    )


async def _file(update: Update, _: Context) -> None:
    assert update.message
    assert update.message.document
    file = await update.message.document.get_file()
    content = bytes(await file.download_as_bytearray())
    await update.message.reply_document(content.upper(), filename="answer.txt")


@pytest.fixture(autouse=True)
async def echo(stage: Stage) -> AsyncIterator[None]:
    url = stage.playground.url
    application: Application[Any, Any, Any, Any, Any, Any] = (
        ApplicationBuilder()
        .token(stage.playground.token)
        .base_url(f"{url}/bot")
        .base_file_url(f"{url}/file/bot")
        .build()
    )
    application.add_handler(CommandHandler("quiz", _quiz))
    application.add_handler(MessageHandler(filters.Document.ALL, _file))
    application.add_handler(MessageHandler(filters.TEXT, _echo))
    application.add_handler(CallbackQueryHandler(_louder))
    application.add_handler(PollAnswerHandler(_count))
    async with application:
        await application.start()
        assert application.updater
        await application.updater.start_polling(allowed_updates=Update.ALL_TYPES)
        yield
        await application.updater.stop()
        await application.stop()


async def test_what_somebody_says_is_answered_where_it_was_said(stage: Stage) -> None:
    await stage.ann.says("good morning")
    heard = await stage.ann.hears("good morning")
    assert heard.chat.id == stage.ann.user.id
    assert not stage.ben.has_heard("good morning")


async def test_each_answer_is_heard_once_and_in_order(stage: Stage) -> None:
    await stage.ann.says("one")
    first = await stage.ann.hears("You said")
    await stage.ann.says("two")
    second = await stage.ann.hears("You said")
    assert (first.text, second.text) == ("You said one", "You said two")


async def test_a_pressed_button_changes_its_message_and_gives_a_notice(stage: Stage) -> None:
    await stage.ann.says("it")
    pressed = await stage.ann.presses("Louder")
    assert await stage.ann.hears("YOU SAID IT") is pressed
    assert (await stage.ann.is_told("Done")).text == "Done"


async def test_votes_in_the_group_reach_the_bot_with_their_voters(stage: Stage) -> None:
    ann, ben, ida = stage.ann.in_class, stage.ben.in_class, stage.instructor.in_class
    await ida.says("/quiz@gobbet_bot")
    assert (await ann.sees_poll("How many")).options == ("six", "five")
    await ann.votes("five")
    await ann.hears("@ann chose [1]")
    await ann.retracts()
    await ann.hears("@ann chose []")
    await ben.votes("six")
    await ben.hears("Ben chose [0]")
    await ida.votes("six", anonymously=True)
    await ida.hears("Class 9b chose [0]")


async def test_a_poll_ends_when_its_time_is_up(stage: Stage) -> None:
    await stage.ann.says("/quiz")
    await stage.ann.sees_poll()
    stage.skip(60)
    assert (await stage.ann.sees_poll_end()).is_closed
    with pytest.raises(Refused, match="closed"):
        await stage.ann.votes("six")


async def test_files_go_both_ways(stage: Stage) -> None:
    await stage.ann.sends("notes.txt", b"short notes")
    assert await stage.ann.receives_file("answer") == b"SHORT NOTES"


async def test_what_does_not_happen_is_told_with_the_whole_dialogue(stage: Stage) -> None:
    await stage.ann.says("good morning")
    await stage.ann.hears()
    with pytest.raises(AssertionError, match=r"(?s)did not hear 'evening'.*Ann: good morning"):
        await stage.ann.hears("evening", within=0.05)
