"""What a host does to the stored data from outside of the running bot."""

from __future__ import annotations

from pathlib import Path

from bot.store import beside, inbox
from bot.store.backup import back_up, restore
from bot.store.inbox import Parked

__all__ = ["back_up", "parked", "restore", "retry"]


async def parked(path: Path) -> list[Parked]:
    """The updates that could not be handled."""
    return await beside.read(path, inbox.parked)


async def retry(path: Path) -> int:
    """Put them in line again; the bot takes them up within a minute. How many there were."""
    return await beside.write(path, inbox.retry)
