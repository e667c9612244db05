"""A class plays a round while the bot is killed; its board is recounted from Telegram's votes."""

from __future__ import annotations

import asyncio
import os
import random
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from bot.playground import people
from bot.playground.chats import Chat
from bot.playground.classroom import CLASS_ID, INSTRUCTOR
from bot.playground.errors import Refused
from bot.playground.messages import Message
from bot.playground.server import Playground, serve
from bot.playground.users import User
from bot.playground.world import World
from bot.services import boards
from bot.store import rounds
from bot.store.database import Database

PROGRAM = Path(__file__).with_name("round_bot.py")
ROOT = PROGRAM.parents[2]
STUDENTS = [User(6_200_000_000 + number, f"Student {number:03}") for number in range(200)]
LATE = STUDENTS[150:]
SPEED = 8.0
QUESTIONS, SECONDS = 8, 12
KILLED_IN = 5


class Classroom:
    """Two hundred students who vote when and as often as they like."""

    def __init__(self, playground: Playground, chance: random.Random) -> None:
        self.world = playground.world
        self.chance = chance
        self.chat = self.world.chats[CLASS_ID]
        for student in STUDENTS:
            self.world.add_person(student)
            self.chat.statuses[student.id] = "member"
        self.accepted = 0

    def polls(self) -> list[Message]:
        return [message for message in self.chat.messages.values() if message.poll]

    async def votes_in(self, message: Message, first_late: int) -> None:
        """Everybody who is there votes after a delay of their own, or not at all."""
        here = [s for s in STUDENTS if s not in LATE or len(self.polls()) >= first_late]
        await asyncio.gather(*(self._vote(student, message) for student in here))

    async def _vote(self, student: User, message: Message) -> None:
        chance, poll = self.chance, message.poll
        if chance.random() < 0.1:
            return
        await asyncio.sleep(chance.uniform(0, 1.2 * SECONDS / SPEED))
        right = chance.random() < 0.5 + 0.4 * (student.id % 2)
        option = poll.correct_option_ids[0] if right else chance.randrange(len(poll.options))
        with suppress(Refused):  # the poll is closed by now
            people.vote(self.world, student, CLASS_ID, message.id, [option])
            self.accepted += 1
        if chance.random() < 0.2:
            self.world.updates.repeat()
        with suppress(Refused):  # a quiz takes one vote from each
            people.vote(self.world, student, CLASS_ID, message.id, [0])
        with suppress(Refused):
            people.retract(self.world, student, CLASS_ID, message.id)

    def recounted(self) -> Counter[int]:
        """Right answers by voter, from the votes that the server accepted."""
        points: Counter[int] = Counter()
        counting = {m.poll.question: m.poll for m in self.polls()}  # the last of each question
        for poll in counting.values():
            for voter, options in poll.votes.items():
                points[voter] += options == poll.correct_option_ids
        return points


async def start_bot(playground: Playground, folder: Path, origin: float):
    arguments = (playground.url, playground.token, str(folder), str(SPEED), str(origin))
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(PROGRAM),
        *arguments,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
    )
    assert await process.stdout.readline() == b"up\n"
    return process


async def hurry(playground: Playground) -> None:
    """Let the playground's time pass as fast as the bot's."""
    last = time.monotonic()
    while True:
        await asyncio.sleep(0.02)
        now = time.monotonic()
        playground.skip((now - last) * (SPEED - 1))
        last = now


async def button(chat: Chat, text: str):
    """The newest button with this text, once there is one: its message and data."""
    while True:
        for message in reversed(chat.messages.values()):
            for found in message.buttons:
                if found["text"] == text:
                    return message, found["callback_data"]
        await asyncio.sleep(0.05)


async def opened_lobby(world: World, chat: Chat):
    """The lobby's Join button; the bot is asked again while it still makes its questions."""
    while True:
        people.say(world, INSTRUCTOR, CLASS_ID, f"/quiz {QUESTIONS} {SECONDS}s")
        with suppress(TimeoutError):
            return await asyncio.wait_for(button(chat, "✋ Join"), 5)


async def play(
    playground: Playground, folder: Path, classroom: Classroom, killed_in: set[int]
) -> None:
    """A whole round, in some of whose questions the bot is killed."""
    world, chat, origin = playground.world, classroom.chat, time.time()
    bot = await start_bot(playground, folder, origin)
    hurrying = asyncio.create_task(hurry(playground))
    try:
        lobby, join = await opened_lobby(world, chat)
        for student in STUDENTS[:100]:
            people.press(world, student, CLASS_ID, lobby.id, join)
        lobby, start = await button(chat, "▶ Start")
        people.press(world, INSTRUCTOR, CLASS_ID, lobby.id, start)
        voting: list[asyncio.Task[None]] = []
        while not any("The round is over" in m.text for m in chat.messages.values()):
            for message in classroom.polls()[len(voting) :]:
                voting.append(asyncio.create_task(classroom.votes_in(message, first_late=3)))
                if len(voting) in killed_in:
                    share = 0.5 if len(voting) == KILLED_IN else classroom.chance.random()
                    await asyncio.sleep(share * SECONDS / SPEED)
                    bot.kill()
                    await bot.wait()
                    bot = await start_bot(playground, folder, origin)
            await asyncio.sleep(0.02)
        await asyncio.gather(*voting)
        while len(world.updates):
            await asyncio.sleep(0.05)
        await asyncio.sleep(1)  # the standings are renewed for votes that came in last
    finally:
        hurrying.cancel()
        bot.terminate()
        await bot.wait()


@pytest.mark.timeout(400)
async def test_a_class_of_two_hundred_gets_the_board_that_its_votes_make(tmp_path, seed, kills):
    killed_in = {KILLED_IN} if kills < QUESTIONS else set(range(1, QUESTIONS + 1))
    async with serve() as playground:
        classroom = Classroom(playground, random.Random(seed))
        await asyncio.wait_for(play(playground, tmp_path, classroom, killed_in), 360)
        expected = classroom.recounted()
        said = [message.text for message in classroom.chat.messages.values()]
        shown = next(m for m in classroom.chat.messages.values() if "The round is over" in m.text)

    async with Database.open(tmp_path / "gobbet.sqlite3") as database:
        stored = await database.read(lambda tx: rounds.last_in(tx, CLASS_ID))
        board = await database.read(lambda tx: boards.of_round(tx, stored))
        parked = await database.read(
            lambda tx: tx.all("SELECT * FROM inbox WHERE state = 'parked'")
        )

    assert not parked
    assert any(f"Question {KILLED_IN} of {QUESTIONS} goes on" in text for text in said)
    assert board.counted == QUESTIONS
    assert classroom.accepted > 4 * len(STUDENTS)
    counted = {s.score.player: s.score.points for s in board.standings}
    assert {player: points for player, points in counted.items() if points} == dict(+expected)
    best = max(expected.values())
    for standing in board.standings:
        better = sum(points > standing.score.points for points in expected.values())
        assert standing.place == better + 1
    assert f": {best} of {QUESTIONS}" in shown.text
