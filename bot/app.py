"""The one place where objects meet: settings and a library go in, a running bot comes out.

    Telegram ──getUpdates──▶ Intake ──▶ inbox ──▶ routes ──▶ handlers ──▶ services ──▶ store
    Telegram ◀──sendMessage── Sender ◀── outbox ◀──────────── views ◀────────┘
"""

from __future__ import annotations

import asyncio
import logging
import signal
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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
from bot.telegram import routes
from bot.telegram.deliveries import Deliveries
from bot.telegram.intake import Intake
from bot.telegram.outgoing import Sender
from bot.telegram.transport import AiohttpRequest
from knowledge import Library

_log = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 1.0, 60.0

PtbApplication = Application[Any, Any, Any, Any, Any, Any]


async def run(settings: Settings) -> None:
    """Run the bot until SIGINT or SIGTERM; what is in hand is finished first."""
    redaction.log_to_stderr(settings.log_level, secrets=(settings.token(),))
    library = await opened(settings)
    stop = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stop.set)
    async with running(settings, library):
        await stop.wait()
        _log.info("Stopping: what is in hand is finished first.")


async def opened(settings: Settings) -> Library:
    """The library of the settings, with a line in the log for each article that is left out."""
    library = await asyncio.to_thread(Library.open, settings.library_dir)
    for problem in library.problems:
        _log.warning("%s", problem)
    _log.info("The library has %d articles.", len(library.articles))
    return library


@asynccontextmanager
async def running(settings: Settings, library: Library) -> AsyncIterator[Services]:
    """The bot at work, until the block is left."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    async with Database.open(settings.database_path) as database:
        services = assembled(database, library)
        application = telegram_application(settings)
        routes.register(application, services)
        await _introduced(application)
        try:
            async with delivering(application, services):
                yield services
        finally:
            await application.shutdown()


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


def telegram_application(settings: Settings) -> PtbApplication:
    """python-telegram-bot without its own updater: the intake feeds it."""
    return (
        ApplicationBuilder()
        .token(settings.token())
        .base_url(f"{settings.api_url}/bot")
        .base_file_url(f"{settings.api_url}/file/bot")
        .request(AiohttpRequest())
        .get_updates_request(AiohttpRequest())
        .updater(None)
        .build()
    )


async def name_of_bot(settings: Settings) -> str:
    """The bot's username, as Telegram knows it. Raises `TelegramProblem`."""
    bot = Bot(settings.token(), f"{settings.api_url}/bot", request=AiohttpRequest())
    try:
        async with bot:
            return f"@{bot.username}"
    except InvalidToken:
        raise TokenRefused from None
    except TelegramError as error:
        raise ServerUnreachable(settings.api_url, error.message) from None


def prepare_folder(folder: Path) -> None:
    """Make the data folder where it is missing. Raises `SettingsError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The data folder {folder} can't be made ({error.strerror}). "
            f"Set {PREFIX}DATA_DIR to a folder that the bot may write to."
        ) from error
