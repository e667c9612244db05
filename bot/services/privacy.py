"""What is kept about a person: shown to them, and erased when they say so."""

from __future__ import annotations

import json

from bot.store import erasures, inbox, outbox, players
from bot.store.database import Transaction

ERASED = "erased"
"""Announced with the player: the log, the backups and the folders are to forget them too."""


async def export(tx: Transaction, player: int) -> bytes:
    """Everything kept about the player, as JSON that people can read (UTF-8)."""
    record = await players.record(tx, player)
    return json.dumps(record, ensure_ascii=False, indent=2).encode()


async def forget(tx: Transaction, player: int) -> None:
    """Erase the player here, and note that the copies are to forget them too."""
    await erase(tx, player)
    await erasures.note(tx, player)
    tx.announce(ERASED, player)


async def erase(tx: Transaction, player: int) -> None:
    """Erase the player: answers, practices, questions asked, and messages still in the queues."""
    await players.erase(tx, player)
    await inbox.forget(tx, player)
    await outbox.forget(tx, player)
