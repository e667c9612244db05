"""The rows of edits under way: what an instructor's next words in private are meant for."""

from __future__ import annotations

from dataclasses import dataclass

from bot.store.database import Transaction

PATIENCE_SECONDS = 15 * 60
"""Words that come later are a question like any other."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """The part of a bank entry that is being written."""

    entry: int
    part: str


async def begin(tx: Transaction, player: int, drafting: Drafting, now: float) -> None:
    """Take the player's next words for this."""
    await tx.run(
        """
        INSERT OR REPLACE INTO drafting (player_id, entry_id, part, started_at)
        VALUES (:player, :entry, :part, :now)
        """,
        player=player,
        entry=drafting.entry,
        part=drafting.part,
        now=now,
    )


async def current(tx: Transaction, player: int, now: float) -> Drafting | None:
    """What the player is writing."""
    row = await tx.one(
        "SELECT * FROM drafting WHERE player_id = :player AND started_at > :since",
        player=player,
        since=now - PATIENCE_SECONDS,
    )
    return None if row is None else Drafting(row["entry_id"], row["part"])


async def end(tx: Transaction, player: int) -> None:
    """Take the player's words as usual again."""
    await tx.run("DELETE FROM drafting WHERE player_id = :player", player=player)
