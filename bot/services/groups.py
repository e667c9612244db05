"""Groups that become supergroups: everything goes on under the new id."""

from __future__ import annotations

from bot.services.rounds import Announcements, Rounds
from bot.store import libraries, outbox
from bot.store.database import Transaction


async def moved(tx: Transaction, rounds: Rounds, old: int, new: int, now: float) -> Announcements:
    """Let all that belongs to a group follow it; a second time there is nothing left to follow."""
    await outbox.move_chat(tx, old, new)
    await libraries.move_chat(tx, old, new)
    return await rounds.move(tx, old, new, now)
