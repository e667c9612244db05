"""The rows of players' doubts about a question's key."""

from __future__ import annotations

from bot.store.database import Transaction


async def add(tx: Transaction, post: int, player: int, now: float) -> bool:
    """Keep a doubt; false when this player has said so before."""
    changed = await tx.run(
        """
        INSERT INTO flags (post_id, player_id, flagged_at) VALUES (:post, :player, :now)
        ON CONFLICT DO NOTHING
        """,
        post=post,
        player=player,
        now=now,
    )
    return changed == 1


async def count(tx: Transaction, post: int) -> int:
    """How many players doubt the question."""
    row = await tx.one("SELECT count(*) AS n FROM flags WHERE post_id = :post", post=post)
    return row["n"] if row else 0
