"""The whole bot is killed again and again while students practise; each quiz goes on."""

from __future__ import annotations

import asyncio
import logging
import os
import random
import sys
from collections.abc import Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.playground import people
from bot.playground.classroom import ANN
from bot.playground.events import Event, Posted
from bot.playground.messages import Message
from bot.playground.server import Playground, serve
from bot.playground.users import User
from tests.faults.program import rows, until_nothing_waits

_log = logging.getLogger(__name__)
ROOT = Path(__file__).parents[2]
STUDENTS = [User(6_200_000_000 + number, f"Student {number}") for number in range(12)]
RUN = [sys.executable, "-c", "from bot.cli import main; main()", "run"]
LONGEST_LIFE = 3.0  # seconds after it has come up
THINKING = 0.15


class Class:
    """Students who vote in every poll that they get, and want a new quiz after each."""

    def __init__(self, playground: Playground, chance: random.Random) -> None:
        self.votes: list[tuple[str, int]] = []
        self.is_over = False
        self._world = playground.world
        self._chance = chance
        for student in STUDENTS:
            self._world.add_person(student)
            self._want_a_quiz(student)
        self._world.watch(self._hear)

    def _hear(self, event: Event) -> None:
        if not isinstance(event, Posted) or not event.message.sender.is_bot:
            return
        student = event.message.chat.person
        act = self._vote if event.message.poll else self._go_on
        delay = self._chance.uniform(0, THINKING)
        asyncio.get_running_loop().call_later(delay, act, student, event.message)

    def _vote(self, student: User, message: Message) -> None:
        option = self._chance.randrange(len(message.poll.options))
        people.vote(self._world, student, student.id, message.id, [option])
        self.votes.append((message.poll.id, student.id))

    def _go_on(self, student: User, message: Message) -> None:
        if not self.is_over and "right" in message.text:
            self._want_a_quiz(student)

    def _want_a_quiz(self, student: User) -> None:
        people.say(self._world, student, student.id, "/quiz 4")


@asynccontextmanager
async def bot(playground: Playground, data: Path):
    settings = {
        "GOBBET_API_URL": playground.url,
        "GOBBET_BOT_TOKEN": playground.token,
        "GOBBET_DATA_DIR": str(data),
    }
    process = await asyncio.create_subprocess_exec(
        *RUN, env=os.environ | settings, cwd=ROOT, stderr=asyncio.subprocess.PIPE
    )
    told: list[bytes] = []
    try:
        while line := await process.stderr.readline():
            told.append(line)
            if b"This is @" in line:
                break
        listening = asyncio.create_task(listen(process.stderr, told))
        yield
        listening.cancel()
        assert process.returncode is None, b"".join(told).decode()
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def listen(stream: asyncio.StreamReader, told: list[bytes]) -> None:
    while line := await stream.readline():
        told.append(line)


async def until_questions_are_made(students: Class) -> None:
    async with asyncio.timeout(60):
        while not students.votes:
            await asyncio.sleep(0.1)


@pytest.mark.timeout(1800)
async def test_killed_at_random_every_vote_counts_once_and_every_quiz_goes_on(
    tmp_path, kills, seed, caplog
):
    caplog.set_level(logging.INFO)
    chance = random.Random(seed)
    database = tmp_path / "gobbet.sqlite3"
    times = max(2, kills // 2)  # each life takes seconds
    async with serve() as playground:
        students = Class(playground, chance)
        async with bot(playground, tmp_path):
            await until_questions_are_made(students)
        for _ in range(times):
            async with bot(playground, tmp_path):
                await asyncio.sleep(chance.uniform(0, LONGEST_LIFE))
        students.is_over = True
        async with bot(playground, tmp_path):
            await until_nothing_waits(
                playground, database, "SELECT 1 FROM practices WHERE ended_at IS NULL"
            )

    known = {poll for (poll,) in rows(database, "SELECT poll_id FROM posts WHERE poll_id <> ''")}
    counted = rows(database, "SELECT poll_id, player_id FROM answers JOIN posts USING (post_id)")
    uncertain = rows(database, "SELECT 1 FROM outbox WHERE state = 'uncertain'")
    expected = {vote for vote in students.votes if vote[0] in known}
    assert len(students.votes) == len(set(students.votes)) > 2 * len(STUDENTS)
    assert set(counted) == expected
    assert len(counted) == len(expected)
    assert len(students.votes) - len(expected) <= len(uncertain)
    assert rows(database, "SELECT error FROM inbox WHERE state = 'parked'") == []
    _log.info(
        "%d kills, %d votes counted, %d messages uncertain", times, len(counted), len(uncertain)
    )


@pytest.mark.timeout(240)
async def test_killed_before_its_first_questions_are_made_the_bot_knows_who_waits(tmp_path):
    async with serve() as playground:

        def posted() -> list[Message]:
            return list(playground.world.chats[ANN.id].messages.values())

        async def until(is_so: Callable[[], bool]) -> None:
            async with asyncio.timeout(100):
                while not is_so():
                    await asyncio.sleep(0.02)

        people.say(playground.world, ANN, ANN.id, "/quiz 2")
        async with bot(playground, tmp_path):
            await until(lambda: any("One moment" in message.text for message in posted()))
            assert not any(message.poll for message in posted())
        async with bot(playground, tmp_path):
            await until(lambda: any(message.poll for message in posted()))
    (poll,) = [message.poll for message in posted() if message.poll]
    assert poll.question.startswith("1/2")
