"""How a round bears a growing class: the board after the last vote, and the cost of a vote.

    python -m tests.benchmarks.rounds [SIZE ...]

The whole bot runs in a process of its own, against the playground with flood limits on.
Everybody joins, and all vote at once in each of three questions. Prints medians over these:
seconds from the last vote to the renewed board, and milliseconds of the bot's processor time for
each vote, whatever else it did meanwhile. Takes about two minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bot.playground import people
from bot.playground.chats import Chat
from bot.playground.classroom import CLASS_ID, INSTRUCTOR, classroom
from bot.playground.messages import Message
from bot.playground.server import Playground, serve
from bot.playground.users import User

ROOT = Path(__file__).parents[2]
START = "from bot.cli import main; main()"
QUESTIONS = 3
PATIENCE_SECONDS = 60
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Figures:
    """What one question took."""

    board_seconds: float
    vote_milliseconds: float


@asynccontextmanager
async def running_bot(playground: Playground, folder: Path) -> AsyncIterator[int]:
    """The bot as hosts run it; its process id."""
    settings = {
        "GOBBET_BOT_TOKEN": playground.token,
        "GOBBET_API_URL": playground.url,
        "GOBBET_DATA_DIR": str(folder),
        "GOBBET_LOG_LEVEL": "WARNING",
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", START, "run", cwd=ROOT, env=os.environ | settings
    )
    try:
        yield process.pid
    finally:
        process.terminate()
        await process.wait()


def processor_seconds(pid: int) -> float:
    """User and system time of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


async def until(found: object) -> object:
    """What a function returns once it returns something."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            if (value := found()) is not None:
                return value
            await asyncio.sleep(0.005)


def button(chat: Chat, text: str) -> tuple[Message, str] | None:
    for message in reversed(chat.messages.values()):
        for each in message.buttons:
            if each["text"] == text:
                return message, each["callback_data"]
    return None


def said(chat: Chat, words: str) -> Message | None:
    return next((m for m in chat.messages.values() if words in m.text), None)


def poll(chat: Chat, number: int) -> Message | None:
    polls = [message for message in chat.messages.values() if message.poll]
    return polls[number - 1] if len(polls) >= number else None


async def measured(size: int) -> list[Figures]:
    """One round of a class of this size."""
    students = [User(6_300_000_000 + n, f"Student {n:04}") for n in range(size)]
    world = classroom()
    chat = world.chats[CLASS_ID]
    for student in students:
        world.add_person(student)
        chat.statuses[student.id] = "member"
    with tempfile.TemporaryDirectory() as folder:
        async with (
            serve(world, flood_limits=True) as playground,
            running_bot(playground, Path(folder)) as pid,
        ):
            await started(playground, chat, students)
            return [
                await question(playground, chat, students, n, pid) for n in range(1, QUESTIONS + 1)
            ]


async def started(playground: Playground, chat: Chat, students: list[User]) -> None:
    world = playground.world
    lobby = None
    for _ in range(6):
        people.say(world, INSTRUCTOR, CLASS_ID, f"/quiz {QUESTIONS} 60s")
        with suppress(TimeoutError):
            lobby = await asyncio.wait_for(until(lambda: button(chat, "✋ Join")), 10)
            break
    message, join = lobby
    for student in students:
        people.press(world, student, CLASS_ID, message.id, join)
    while len(world.updates):
        await asyncio.sleep(0.05)
    await asyncio.sleep(5)  # the lobby is renewed once more
    message, start = button(chat, "▶ Start")
    people.press(world, INSTRUCTOR, CLASS_ID, message.id, start)


async def question(
    playground: Playground, chat: Chat, students: list[User], number: int, pid: int
) -> Figures:
    message = await until(lambda: poll(chat, number))
    await asyncio.sleep(1)
    before = processor_seconds(pid)
    for student in students:
        people.vote(playground.world, student, CLASS_ID, message.id, [student.id % 2])
    last_vote = time.monotonic()
    words = "The round is over" if number == QUESTIONS else f"Board after question {number} "
    await until(lambda: said(chat, words))
    seconds = time.monotonic() - last_vote
    spent = processor_seconds(pid) - before
    return Figures(seconds, 1000 * spent / len(students))


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[10, 100, 1000])
    print(f"{'players':>8} {'board after last vote':>22} {'a vote costs':>14}")  # noqa: T201
    for size in parser.parse_args().sizes:
        found = await measured(size)
        board = statistics.median(each.board_seconds for each in found)
        cost = statistics.median(each.vote_milliseconds for each in found)
        print(f"{size:>8} {board:>20.2f} s {cost:>11.2f} ms", flush=True)  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main())
