"""What the running bot does on the side: forget what need not be kept, and copy what must be."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.store import backup, inbox, outbox
from bot.store.database import Database
from bot.store.errors import StoreError

_log = logging.getLogger(__name__)
_HOUR = 3600.0
_DAY = 24 * _HOUR
_KEPT_BACKUPS = 7  # days, so that what is erased is gone everywhere after a week


async def keep_house(database: Database, backups: Path, clock: Callable[[], float]) -> None:
    """Once an hour forget handled updates and finished messages; once a day make a backup."""
    while True:
        await tidy(database, backups, clock())
        await asyncio.sleep(_HOUR)


async def tidy(database: Database, backups: Path, now: float) -> None:
    """Do what is due. Trouble is logged, keeps nothing else back, and comes round in an hour."""
    await _attempted(database.write(lambda tx: inbox.purge(tx, now)))
    await _attempted(database.write(lambda tx: outbox.purge(tx, now)))
    await _attempted(asyncio.to_thread(_back_up_if_due, database.path, backups, now))
    await _attempted(asyncio.to_thread(backup.forget_leftovers, database.path, now, _KEPT_BACKUPS))


async def _attempted(chore: Awaitable[object]) -> None:
    try:
        await chore
    except (StoreError, OSError) as error:
        _log.error("%s", error)


def _back_up_if_due(path: Path, backups: Path, now: float) -> None:
    latest = backup.newest(backups)
    if latest is None or now - latest[1] >= _DAY:
        copy = backup.back_up(path, backups, now)
        backup.prune(backups, _KEPT_BACKUPS)
        _log.info("Backed up to %s.", copy)
