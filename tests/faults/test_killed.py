"""The bot is killed again and again while people talk to it."""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from pathlib import Path

import pytest

from bot.playground import people
from bot.playground.server import Playground, serve
from bot.playground.users import User
from tests.faults.program import rows, started, until_nothing_waits

_log = logging.getLogger(__name__)
PROGRAM = Path(__file__).with_name("crashing_bot.py")
ROOT = PROGRAM.parents[2]
STUDENTS = [User(6_100_000_000 + number, f"Student {number}") for number in range(40)]
MESSAGES_A_ROUND = 60
LONGEST_LIFE = 0.25  # seconds after it has come up


def posted(playground: Playground) -> Counter[str]:
    return Counter(
        message.text
        for chat in playground.world.chats.values()
        for message in chat.messages.values()
        if message.sender.is_bot
    )


@pytest.mark.timeout(1200)
async def test_killed_at_random_the_bot_loses_nothing_and_does_nothing_twice(
    tmp_path, kills, seed, caplog
):
    caplog.set_level(logging.INFO)
    chance = random.Random(seed)
    database = tmp_path / "gobbet.sqlite3"
    said: list[str] = []
    async with serve() as playground:
        for student in STUDENTS:
            playground.world.add_person(student)
        for _ in range(kills):
            for _ in range(MESSAGES_A_ROUND):
                student = chance.choice(STUDENTS)
                said.append(f"message {len(said)}")
                people.say(playground.world, student, student.id, said[-1])
            async with started(PROGRAM, playground, database):
                await asyncio.sleep(chance.uniform(0, LONGEST_LIFE))
        async with started(PROGRAM, playground, database):
            await until_nothing_waits(
                playground, database, "SELECT 1 FROM inbox WHERE state = 'waiting'"
            )
        replies = posted(playground)

    noted = [number for (number,) in rows(database, "SELECT update_id FROM notes")]
    uncertain = {
        purpose
        for (purpose,) in rows(database, "SELECT purpose FROM outbox WHERE state = 'uncertain'")
    }
    assert len(noted) == len(set(noted)), "something was handled twice"
    assert len(noted) == len(said), "something was lost"
    assert not rows(database, "SELECT * FROM inbox WHERE state = 'parked'")
    assert max(replies.values()) == 1, "something was posted twice"
    assert set(said) - set(replies) <= uncertain, "a reply was lost without being declared so"
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    _log.info("%d kills, %d messages, %d replies uncertain", kills, len(said), len(uncertain))
