"""Gives dialogues their stage: a fresh playground with its people, and the real bot over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.app import running
from bot.playground.polls import Poll
from bot.playground.server import Playground, serve
from bot.services import Services
from bot.settings import SHIPPED_LIBRARY, Settings, load
from bot.store import deadlines, inbox, outbox
from bot.store.database import Transaction
from bot.telegram.pacing import Limits, Pacing
from knowledge import Library
from knowledge.models import Question
from knowledge.questions.forms import true_or_false
from tests.dialogues.rounds import Room
from tests.dialogues.stage import Stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with serve() as playground:
        yield Stage(playground)


@pytest.fixture(scope="session")
def library() -> Library:
    """The shipped library, its questions made once."""
    shipped = Library.open(SHIPPED_LIBRARY)
    shipped.questions()
    return shipped


HURRIED = Limits(chat_interval=0.001, group_per_minute=9999, overall_interval=0.001)


class Host:
    """Whoever runs the bot: starts it, stops it, starts it again on the same data."""

    services: Services

    def __init__(self, stage: Stage, settings: Settings, library: Library) -> None:
        self.stage = stage
        self.world = stage.world
        self.settings = settings
        self.library = library
        self._running = AsyncExitStack()

    async def starts_the_bot(self) -> None:
        clock = self.world.clock.now
        bot = running(self.settings, self.library, Pacing(HURRIED), clock)
        self.services = await self._running.enter_async_context(bot)

    async def stops_the_bot(self) -> None:
        await self._running.aclose()

    async def has_handled_everything(self) -> None:
        """Wait until no update is under way or in the inbox, and no call in the outbox."""
        database = self.services.database
        while (
            len(self.world.updates)
            or (await database.read(inbox.depth)).waiting
            or (await database.read(outbox.depth)).pending
        ):
            await asyncio.sleep(0.01)

    async def lets_pass(self, seconds: float) -> None:
        """Let time pass at once, for the bot too; what is under way is finished before."""
        await self.has_handled_everything()
        self.stage.skip(seconds)

        async def look_at_the_clock(tx: Transaction) -> None:
            tx.announce(deadlines.CHANGED)

        await self.services.database.write(look_at_the_clock)

    def right(self, poll: Poll) -> str:
        """The right option of a poll."""
        question = self.question(poll.question)
        return question.options[question.key]

    def wrong(self, poll: Poll) -> str:
        """A wrong option of a poll."""
        return next(option for option in poll.options if option != self.right(poll))

    def question(self, poll_text: str) -> Question:
        """The question that a poll asks, in the form in which it asks it."""
        plain = list(self.library.questions())
        forms = [*plain, *filter(None, map(true_or_false, plain))]
        return next(question for question in forms if poll_text.endswith(question.stem))


@pytest.fixture
async def host(stage: Stage, library: Library, tmp_path: Path) -> AsyncIterator[Host]:
    """The host, with the bot already running."""
    settings = settings_for(stage.playground, tmp_path)
    someone = Host(stage, settings, library)
    await someone.starts_the_bot()
    yield someone
    await someone.stops_the_bot()


@pytest.fixture
def room(stage: Stage, host: Host) -> Room:
    """The class in its group, with the bot in it."""
    return Room(stage, host)


def settings_for(playground: Playground, folder: Path) -> Settings:
    return load(bot_token=playground.token, api_url=playground.url, data_dir=folder)
