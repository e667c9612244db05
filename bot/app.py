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
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import SystemRandom

from bot import redaction
from bot.errors import Ended, SettingsError
from bot.health_page import served
from bot.housekeeping import keep_house
from bot.instruments import Instruments
from bot.services import Services, privacy
from bot.services.asking import Asking
from bot.services.groups import Groups
from bot.services.practising import Practising
from bot.services.voting import Voting
from bot.settings import PREFIX, Settings
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.supervision import LoopLag, PollerSilent, Supervisor
from bot.telegram import routes
from bot.telegram.deliveries import Deliveries
from bot.telegram.dispatch import Dispatch
from bot.telegram.fetching import Fetching
from bot.telegram.intake import Intake
from bot.telegram.line import Line
from bot.telegram.outcomes import TokenRefused
from bot.telegram.outgoing import Hooks, Sender
from bot.telegram.pacing import Pacing
from bot.telegram.probe import Standing, standing
from knowledge import Library

_log = logging.getLogger(__name__)


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
    line = Line.to(settings.api_url, settings.token())
    async with curable_errors(), Database.open(settings.database_path) as database:
        services = assembled(database, library)
        routes.register(line.application, services)
        try:
            _log.info("This is @%s.", await line.introduce_at_last())
            await routes.publish_commands(line.application.bot)
            delivery = Delivery.of(line, services, pacing or Pacing())
            async with delivery.at_work(), watched(settings, line, delivery):
                yield services
        finally:
            await line.close()


@asynccontextmanager
async def curable_errors() -> AsyncIterator[None]:
    """Let out, of all that a running bot can die of, the one error that a person can cure."""
    try:
        yield
    except TokenRefused as refusal:
        raise Ended(str(refusal)) from None
    except ExceptionGroup as group:
        curable, bugs = group.split((TokenRefused, PollerSilent, StoreError))
        if curable is None or bugs is not None:
            raise
        raise Ended(" ".join(dict.fromkeys(map(str, _leaves(curable))))) from group


def _leaves(error: BaseException) -> Iterator[BaseException]:
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from _leaves(inner)
    else:
        yield error


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


@dataclass(frozen=True, slots=True)
class Delivery:
    """What brings updates in and takes messages out."""

    database: Database
    fetching: Fetching
    intake: Intake
    sender: Sender

    @classmethod
    def of(cls, line: Line, services: Services, pacing: Pacing) -> Delivery:
        """The parts of a delivery, joined."""
        database, fates = services.database, Deliveries(services)
        hooks = Hooks(fates.delivered, fates.failed, fates.migrated)
        fetching = Fetching(database, line.polls, routes.ALLOWED_UPDATES)
        dispatch = Dispatch(line.application, services)
        intake = Intake(database, fetching, line.application.bot, dispatch)
        return cls(database, fetching, intake, Sender(database, line.calls, hooks, pacing=pacing))

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Deliver until the block is left; then the intake stops first."""
        async with asyncio.TaskGroup() as tasks:

            def scrub(_: object) -> None:
                tasks.create_task(self.database.checkpoint())

            self.database.on_commit(privacy.ERASED, scrub)
            sending = tasks.create_task(self.sender.run())
            receiving = tasks.create_task(self.intake.run())
            try:
                yield
            finally:
                self.intake.stop()
                await asyncio.wait([receiving])
                self.sender.stop()
                await asyncio.wait([sending])


@asynccontextmanager
async def watched(settings: Settings, line: Line, delivery: Delivery) -> AsyncIterator[None]:
    """The bot looked after while it works: health, backups, what need not be kept."""
    lag = LoopLag()
    database, backups = delivery.database, settings.backup_dir
    instruments = Instruments(database, delivery.fetching, line.pools, lag, backups)
    supervisor = Supervisor(instruments.read, line.is_reachable, settings.vitals_path)
    async with contextlib.AsyncExitStack() as stack:
        if settings.health_port is not None:
            page = served(instruments.read, port=settings.health_port, host=settings.health_host)
            _log.info("Health: %s/readyz", await stack.enter_async_context(page))
        async with asyncio.TaskGroup() as tasks:
            on_the_side = [
                tasks.create_task(lag.run()),
                tasks.create_task(supervisor.run()),
                tasks.create_task(keep_house(database, backups, time.time)),
            ]
            try:
                yield
            finally:
                for task in on_the_side:
                    task.cancel()


async def standing_of(settings: Settings, *, is_running: bool) -> Standing:
    """How the bot stands with Telegram. Raises `SettingsError` or `ServerUnreachable`."""
    line = Line.to(settings.api_url, settings.token())
    try:
        return await standing(line, is_running=is_running)
    except TokenRefused as refusal:
        raise SettingsError(str(refusal)) from None
    finally:
        await line.close()


def prepare_folder(folder: Path) -> None:
    """Make the data folder where it is missing. Raises `SettingsError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The data folder {folder} can't be made ({error.strerror}). "
            f"Set {PREFIX}DATA_DIR to a folder that the bot may write to."
        ) from error
