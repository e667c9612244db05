"""The bot's first minute: students write while the first questions are being made."""

from __future__ import annotations

import asyncio

import pytest

from bot.cli import checks
from bot.settings import SHIPPED_LIBRARY
from knowledge import Library
from tests.dialogues.conftest import Host, settings_for

MOMENT = "One moment: I am making questions from my articles."


@pytest.fixture
def is_made(library, monkeypatch):
    """Set when the questions may come to be."""
    event = asyncio.Event()

    async def in_time(_):
        await event.wait()
        return library.make()

    monkeypatch.setattr("bot.services.making.made_apart", in_time)
    return event


@pytest.fixture
async def new_host(stage, tmp_path, is_made):
    """A host whose articles nothing has been made of; the bot is running."""
    someone = Host(stage, settings_for(stage.playground, tmp_path), Library.open(SHIPPED_LIBRARY))
    await someone.starts_the_bot()
    yield someone
    is_made.set()
    await someone.stops_the_bot()


@pytest.mark.usefixtures("new_host")
async def test_a_quiz_begins_as_soon_as_its_questions_are_made(stage, is_made):
    await stage.ann.says("/quiz 1")
    await stage.ann.hears(MOMENT)
    await stage.ben.says("How long did Blinken meet Wang Yi?")
    await stage.ben.hears("about three hours")
    is_made.set()
    await stage.ann.sees_poll("?")


async def test_a_quiz_that_was_waited_for_is_not_forgotten_when_the_bot_ends(
    stage, new_host, is_made
):
    await stage.ann.says("/quiz 2")
    await stage.ann.hears(MOMENT)
    async with asyncio.timeout(5):
        await new_host.stops_the_bot()
    is_made.set()
    await new_host.starts_the_bot()
    await stage.ann.sees_poll("1/2")


@pytest.mark.usefixtures("new_host")
async def test_nobody_waits_longer_for_a_quiz_than_a_while(stage, monkeypatch):
    monkeypatch.setattr("bot.services.making._MOST_PATIENCE", 0.1)
    await stage.ann.says("/quiz")
    await stage.ann.hears("The questions are not ready yet")
    await stage.ann.says("How long did Blinken meet Wang Yi?")
    await stage.ann.hears("about three hours")


async def test_a_failed_attempt_lets_nobody_wait(stage, new_host, is_made, monkeypatch, library):
    await stage.ann.says("/quiz")
    await stage.ann.hears(MOMENT)

    async def broken(*_, **__):
        raise ValueError("the disk is full")

    monkeypatch.setattr("bot.services.banking.bring_up_to_date", broken)
    is_made.set()
    await stage.ann.hears("I can't make a good question from my articles yet")


async def test_looking_things_over_right_after_the_start_disturbs_no_bot(stage, host, caplog):
    found = {each.name: each for each in await checks.run(host.settings)}
    assert found["poller"].ok
    await stage.ann.says("How long did Blinken meet Wang Yi?")
    await stage.ann.hears("about three hours")
    assert "Another process" not in caplog.text
