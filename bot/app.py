"""The one place where objects meet: settings and a library go in, a running bot comes out.

Telegram ──getUpdates──▶ Intake ─▶ inbox ─▶ routes ─▶ handlers ─▶ services ─▶ store
Telegram ◀─sendMessage── Sender ◀─ outbox ◀────────── views ◀────────┘
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom
from typing import Any

from telegram import Bot
from telegram.error import InvalidToken, NetworkError, TelegramError
from telegram.ext import Application, ApplicationBuilder

from bot import redaction
from bot.services import Services, privacy
from bot.services.asking import Asking
from bot.services.groups import Groups
from bot.services.practising import Practising
from bot.services.voting import Voting
from bot.settings import PREFIX, Settings, SettingsError
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.telegram import routes
from bot.telegram.api import BotApi
from bot.telegram.deliveries import Deliveries
from bot.telegram.dispatch import Dispatch
from bot.telegram.fetching import Fetching
from bot.telegram.intake import Intake
from bot.telegram.outcomes import TokenRefused
from bot.telegram.outgoing import Hooks, Sender
from bot.telegram.pacing import Pacing
from bot.telegram.transport import AiohttpRequest
from knowledge import Library

_log = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0


class ServerUnreachable(Exception):  # noqa: N818 - it reads as the sentence it is
    """The Bot API server does not answer as one; nothing is lost, the bot keeps trying."""

    def __init__(self, settings: Settings, error: TelegramError) -> None:
        super().__init__(
            f"{settings.api_url} does not answer as a Bot API server ({error.message}). "
            f"Check the network and {PREFIX}API_URL."
        )


@dataclass(frozen=True, slots=True)
class Line:
    """The bot's connection to Telegram: the library's application, and its two pools of HTTP."""

    application: Application[Any, Any, Any, Any, Any, Any]
    calls: BotApi
    polls: BotApi
    pools: tuple[AiohttpRequest, ...]

    @classmethod
    def to(cls, settings: Settings) -> Line:
        """A line to the settings' server; the application has no updater, the intake feeds it."""
        address = f"{settings.api_url}/bot{settings.token()}"
        calling, polling = AiohttpRequest(), AiohttpRequest(connections=2)
        application = (
            ApplicationBuilder()
            .token(settings.token())
            .base_url(f"{settings.api_url}/bot")
            .base_file_url(f"{settings.api_url}/file/bot")
            .request(calling)
            .get_updates_request(polling)
            .updater(None)
            .build()
        )
        calls, polls = BotApi(address, calling), BotApi(address, polling)
        return cls(application, calls, polls, (calling, polling))

    async def close(self) -> None:
        """Close every connection, also where the application never got to know its bot."""
        await self.application.shutdown()
        for pool in self.pools:
            await pool.shutdown()


async def run(settings: Settings) -> None:
    """Run the bot until SIGINT or SIGTERM; what is in hand is finished first."""
    redaction.log_to_stderr(settings.log_level, secrets=(settings.token(),))
    stop_on_signals()
    with contextlib.suppress(asyncio.CancelledError):
        async with running(settings, await opened(settings)):
            await asyncio.Event().wait()
    _log.info("Stopped.")


def stop_on_signals() -> None:
    """Let SIGINT and SIGTERM cancel this task, wherever it is."""
    task = asyncio.current_task()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, task.cancel if task else int)


async def opened(settings: Settings) -> Library:
    """The library of the settings, with a line in the log for each article that is left out."""
    library = await asyncio.to_thread(Library.open, settings.library_dir)
    for problem in library.problems:
        _log.warning("%s", problem)
    questions = await asyncio.to_thread(library.questions)
    _log.info("%d articles, %d questions.", len(library.articles), len(questions))
    return library


@asynccontextmanager
async def running(
    settings: Settings, library: Library, pacing: Pacing | None = None
) -> AsyncIterator[Services]:
    """The bot at work, until the block is left; ``pacing`` is Telegram's unless one is given."""
    prepare_folder(settings.data_dir)
    line = Line.to(settings)
    async with curable_errors(), Database.open(settings.database_path) as database:
        services = assembled(database, library)
        routes.register(line.application, services)
        try:
            await introduced(line, settings)
            async with delivering(line, services, pacing or Pacing()):
                yield services
        finally:
            await line.close()


@asynccontextmanager
async def curable_errors() -> AsyncIterator[None]:
    """Let out, of all that a running bot can die of, the one error that a person can cure."""
    try:
        yield
    except TokenRefused as refusal:
        raise SettingsError(str(refusal)) from None
    except ExceptionGroup as group:
        curable, bugs = group.split((TokenRefused, StoreError))
        if curable is None or bugs is not None:
            raise
        raise SettingsError(" ".join(str(error) for error in curable.exceptions)) from group


def assembled(database: Database, library: Library) -> Services:
    """The services, each given what it needs."""
    chance = SystemRandom()
    practising = Practising(library, chance)
    return Services(
        database=database,
        asking=Asking(library),
        practising=practising,
        groups=Groups(library, chance),
        voting=Voting(practising),
        clock=time.time,
    )


async def introduced(line: Line, settings: Settings) -> None:
    """Learn who the bot is; where Telegram can't be reached, say so and keep trying."""
    pause = _FIRST_PAUSE
    while True:
        try:
            await line.application.initialize()
            await routes.publish_commands(line.application.bot)
        except InvalidToken:
            raise TokenRefused from None
        except NetworkError as error:
            problem = ServerUnreachable(settings, error)
            _log.warning("%s Trying again in %.0f s.", problem, pause)
            await asyncio.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
        else:
            _log.info("This is @%s.", line.application.bot.username)
            return


@asynccontextmanager
async def delivering(line: Line, services: Services, pacing: Pacing) -> AsyncIterator[None]:
    """Updates come in and messages go out, until the block is left; then intake stops first."""
    database, fates = services.database, Deliveries(services)
    hooks = Hooks(fates.delivered, fates.failed, fates.migrated)
    sender = Sender(database, line.calls, hooks, pacing=pacing)
    fetching = Fetching(database, line.polls, routes.ALLOWED_UPDATES)
    dispatch = Dispatch(line.application, services)
    intake = Intake(database, fetching, line.application.bot, dispatch)
    async with asyncio.TaskGroup() as tasks:

        def scrub(_: object) -> None:
            tasks.create_task(database.checkpoint())

        database.on_commit(privacy.ERASED, scrub)
        sending = tasks.create_task(sender.run())
        receiving = tasks.create_task(intake.run())
        try:
            yield
        finally:
            intake.stop()
            await asyncio.wait([receiving])
            sender.stop()
            await asyncio.wait([sending])


async def name_of_bot(settings: Settings) -> str:
    """The bot's username. Raises `SettingsError` or `ServerUnreachable`."""
    bot = Bot(settings.token(), f"{settings.api_url}/bot", request=AiohttpRequest())
    try:
        async with bot:
            return f"@{bot.username}"
    except InvalidToken:
        raise SettingsError(str(TokenRefused())) from None
    except TelegramError as error:
        raise ServerUnreachable(settings, error) from None


def prepare_folder(folder: Path) -> None:
    """Make the data folder where it is missing. Raises `SettingsError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The data folder {folder} can't be made ({error.strerror}). "
            f"Set {PREFIX}DATA_DIR to a folder that the bot may write to."
        ) from error
