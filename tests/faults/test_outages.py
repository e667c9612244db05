"""Telegram goes away, forgets, stutters and repeats itself; nothing that people did is lost."""

from __future__ import annotations

import asyncio
import random
from collections import Counter

import pytest

from bot.playground import people
from bot.playground.classroom import ANN, BEN, CHEN, CLASS_ID
from bot.playground.faults import Delay, Fail, LoseCall, LoseReply
from bot.playground.server import Playground, serve
from bot.store import inbox, outbox
from bot.store.database import Database, Transaction
from bot.store.outbox import Outgoing
from bot.telegram import fetching as fetching_module
from bot.telegram.intake import Handle
from tests.bot.telegram.lines import Told, api, inbox_states, sending, taking_in, until

POLL = {
    "chat_id": CLASS_ID,
    "question": "Which moon has ice?",
    "options": [{"text": "Europa"}, {"text": "Deimos"}],
    "type": "quiz",
    "correct_option_ids": [0],
    "is_anonymous": False,
    "reply_markup": {"inline_keyboard": [[{"text": "Hint", "callback_data": "hint"}]]},
}
DAY = 86_400.0


@pytest.fixture
async def playground():
    async with serve() as served:
        yield served


@pytest.fixture
async def database(tmp_path):
    async with Database.open(tmp_path / "gobbet.sqlite3") as opened:
        yield opened


async def posted(playground: Playground) -> int:
    """A poll with a button in the group; its message's id."""
    async with api(playground) as calls:
        return (await calls.call("sendPoll", POLL))["message_id"]


async def kinds_received(database: Database, playground: Playground, count: int) -> set[str]:
    kinds: list[str] = []

    async def handle(update, _) -> None:
        if update.poll_answer or update.callback_query:
            kinds.append("vote" if update.poll_answer else "press")

    async with taking_in(database, playground, handle):
        await until(lambda: len(kinds) >= count)
        await asyncio.sleep(0.1)
    assert len(kinds) == count
    return set(kinds)


async def test_votes_of_a_days_outage_are_counted_and_presses_are_gone(database, playground):
    message = await posted(playground)
    for person in (ANN, BEN, CHEN):
        people.vote(playground.world, person, CLASS_ID, message, [0])
    people.press(playground.world, ANN, CLASS_ID, message, "hint")
    playground.skip(0.9 * DAY)

    assert await kinds_received(database, playground, 3) == {"vote"}


async def test_presses_survive_a_short_outage(database, playground):
    message = await posted(playground)
    people.press(playground.world, ANN, CLASS_ID, message, "hint")
    playground.skip(140)

    assert await kinds_received(database, playground, 1) == {"press"}


async def test_a_frozen_connection_is_given_up_and_fetching_goes_on(
    database, playground, monkeypatch
):
    monkeypatch.setattr(fetching_module, "_LATE_SECONDS", 0.2)
    playground.faults.plan("getUpdates", Delay(3600))
    heard = []

    async def handle(update, _) -> None:
        heard.append(update.effective_message.text)

    async with taking_in(database, playground, handle, poll_seconds=1):
        await asyncio.sleep(0.2)
        people.say(playground.world, ANN, ANN.id, "still there?")
        await until(lambda: heard, within=10)


async def test_a_disk_that_is_full_for_a_while_loses_nothing(database, playground):
    told = Told()
    handle = replying(database)
    async with (
        api(playground) as calls,
        sending(database, calls, told),
        taking_in(database, playground, handle),
    ):
        people.say(playground.world, ANN, ANN.id, "before")
        await until(lambda: told.delivered)
        await limit_pages(database, 1)
        for number in range(300):
            people.say(playground.world, BEN, BEN.id, f"{number} " * 400)
        await asyncio.sleep(1)
        assert len(playground.world.updates), "the disk was not full"
        await limit_pages(database, 1_000_000)
        await until(lambda: len(told.delivered) == 301, within=30)

    assert set((await inbox_states(database)).values()) == {"done"}


async def limit_pages(database: Database, most: int) -> None:
    await database.write(lambda tx: tx.run(f"PRAGMA max_page_count = {most}"))


async def test_in_a_storm_of_faults_nothing_is_lost_and_nothing_is_posted_twice(
    database, playground, seed
):
    chance = random.Random(seed)
    troubles = [LoseCall(), LoseReply(), Fail(502), Fail(500), *[Delay(0.01)] * 5]
    for _ in range(60):
        playground.faults.plan("getUpdates", chance.choice(troubles))
        playground.faults.plan("sendMessage", chance.choice(troubles))
    told = Told()

    handle = replying(database)
    said = [f"message {number}" for number in range(90)]
    async with (
        api(playground) as calls,
        sending(database, calls, told),
        taking_in(database, playground, handle),
    ):
        for place, text in enumerate(said):
            person = (ANN, BEN, CHEN)[place % 3]
            people.say(playground.world, person, person.id, text)
            if chance.random() < 0.2:
                playground.world.updates.repeat()
            await asyncio.sleep(0.01)
        await until(lambda: len(told.delivered) + len(told.failed) == len(said), within=50)

    replies = Counter(
        message.text
        for person in (ANN, BEN, CHEN)
        for message in playground.world.chats[person.id].messages.values()
        if message.sender.is_bot
    )
    doubtful = {purpose for purpose, _ in told.failed}
    assert set((await inbox_states(database)).values()) == {"done"}
    assert max(replies.values()) == 1
    assert set(said) - set(replies) <= doubtful
    assert doubtful, "the storm was no storm"


def replying(database: Database) -> Handle:
    async def handle(update, number) -> None:
        async def effect(tx: Transaction) -> None:
            if await inbox.mark_done(tx, number):
                await outbox.enqueue(tx, [reply(update.effective_message)], 0.0)

        await database.write(effect)

    return handle


def reply(message) -> Outgoing:
    params = {"chat_id": message.chat_id, "text": message.text}
    return Outgoing(message.chat_id, "sendMessage", params, message.text)
