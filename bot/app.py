"""The one place where objects meet: settings and a library go in, a running bot comes out.

Telegram ──getUpdates──▶ Intake ─▶ inbox ─▶ routes ─▶ handlers ─▶ services ─▶ store
Telegram ◀─sendMessage── Sender ◀─ outbox ◀────────── views ◀────────┘
                                              deadlines ─▶ Ticking ──┘
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from pathlib import Path
from random import SystemRandom
from typing import Any

from bot import redaction
from bot.errors import Ended, SettingsError
from bot.health import page
from bot.health.instruments import Instruments
from bot.health.loop_lag import LoopLag
from bot.health.supervision import PollerSilent, Supervisor
from bot.services import Services
from bot.services.adding import Adding
from bot.services.asking import Asking
from bot.services.doubting import Doubting
from bot.services.erasing import Erasing
from bot.services.libraries import Libraries
from bot.services.links import Links
from bot.services.lobbies import Lobbies
from bot.services.making import Making
from bot.services.practising import Practising
from bot.services.rounds import Rounds
from bot.services.shelves import Shelf
from bot.services.voting import Voting
from bot.settings import PREFIX, Settings
from bot.store.database import Database
from bot.store.errors import StoreError
from bot.store.housekeeping import keep_house
from bot.telegram import routes
from bot.telegram.adding import Additions
from bot.telegram.delivery import Delivery
from bot.telegram.line import Line
from bot.telegram.membership import Membership
from bot.telegram.outcomes import TokenRefused
from bot.telegram.pacing import Pacing
from knowledge import Library

_log = logging.getLogger(__name__)

_PAUSE = 3.0
"""Seconds for answers before questions are made, which takes all the processor there is."""

Clock = Callable[[], float]
"""Tells the time in seconds since 1970."""


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
    assert task is not None  # noqa: S101 - a coroutine runs in a task
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, task.cancel)


async def opened(settings: Settings) -> Library:
    """The library of the settings, with a line in the log for each article that is left out."""
    library = await asyncio.to_thread(shelf_of(settings).open)
    for problem in library.problems:
        _log.warning("%s", problem)
    _log.info("Articles: %d.", len(library.articles))
    return library


def shelf_of(settings: Settings) -> Shelf:
    """The host's articles, and what is derived from them."""
    return Shelf(settings.library_dir, settings.derived_dir)


@asynccontextmanager
async def running(
    settings: Settings,
    library: Library,
    pacing: Pacing | None = None,
    clock: Clock = time.time,
) -> AsyncIterator[Services]:
    """The bot at work, until the block is left; ``pacing`` is Telegram's unless one is given."""
    prepare_folder(settings.data_dir)
    line = Line.to(settings.api_url, settings.token())
    async with curable_errors(), Database.open(settings.database_path) as database:
        libraries = Libraries(database, settings.libraries_dir, library)
        making = Making(database, libraries, shelf_of(settings))
        services = assembled(settings, making, Membership(line.application.bot), clock)
        routes.register(line.application, services)
        try:
            _log.info("This is @%s.", await line.introduce_at_last())
            await making.prepare()
            await libraries.sort_out(clock())
            async with at_work(settings, line, services, pacing or Pacing()):
                await routes.publish_commands(line.application.bot)
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


def assembled(settings: Settings, making: Making, members: Membership, clock: Clock) -> Services:
    """The services, each given what it needs."""
    chance = SystemRandom()
    practising, rounds = Practising(chance), Rounds(chance)
    return Services(
        database=making.database,
        libraries=making.libraries,
        making=making,
        adding=Adding(making.database, making.libraries, making),
        asking=Asking(making.database, making.libraries),
        practising=practising,
        voting=Voting(practising, rounds),
        rounds=rounds,
        lobbies=Lobbies(rounds),
        doubting=Doubting(),
        links=Links(settings.link_hosts),
        is_administrator=members.is_administrator,
        is_member=members.is_member,
        clock=clock,
        owners=frozenset(settings.owner_ids),
    )


@asynccontextmanager
async def at_work(
    settings: Settings, line: Line, services: Services, pacing: Pacing
) -> AsyncIterator[None]:
    """Everything that goes on side by side, until the block is left."""
    database, backups = services.database, settings.backup_dir
    delivery, lag = Delivery.of(line, services, pacing), LoopLag()
    instruments = Instruments(database, delivery.fetching, line.pools, lag, backups)
    async with (
        erasing(services, backups),
        delivery.at_work(),
        health_page(settings, instruments),
        on_the_side(
            lag.run(),
            Supervisor(instruments.read, line.is_reachable, settings.vitals_path).run(),
            keep_house(database, backups, services.clock),
            services.making.run(pause=_PAUSE),
            Additions(services, line.application.bot).run(),
        ),
    ):
        yield


@asynccontextmanager
async def on_the_side(*work: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Let all this go on until the block is left; what fails of it ends the block."""
    async with asyncio.TaskGroup() as tasks:
        running = [tasks.create_task(each) for each in work]
        try:
            yield
        finally:
            for task in running:
                task.cancel()


@asynccontextmanager
async def erasing(services: Services, backups: Path) -> AsyncIterator[None]:
    """What people erase leaves the log, the copies and the folders too, before the block ends."""
    work = Erasing(services.database, services.libraries, backups)
    try:
        async with on_the_side(work.run()):
            yield
    finally:
        await work.finish()


def health_page(
    settings: Settings, instruments: Instruments
) -> AbstractAsyncContextManager[str | None]:
    """The page for supervisors and graphs, where a port is set."""
    if settings.health_port is None:
        return nullcontext()
    return page.served(instruments.read, port=settings.health_port, host=settings.health_host)


def prepare_folder(folder: Path) -> None:
    """Make the data folder where it is missing. Raises `SettingsError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The data folder {folder} can't be made ({error.strerror}). "
            f"Set {PREFIX}DATA_DIR to a folder that the bot may write to."
        ) from error
