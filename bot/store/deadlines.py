"""The rows of deadlines: when time itself moves a round on, or its messages are to be renewed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.store.database import Transaction

CHANGED = "deadlines"
"""Announced when there is a new deadline."""

Kind = Literal["move", "refresh"]


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that is due."""

    round: int
    kind: Kind


async def put(tx: Transaction, round_id: int, kind: Kind, due_at: float | None) -> None:
    """Set, move or (None) take away a deadline."""
    if due_at is None:
        await take_away(tx, Deadline(round_id, kind))
        return
    await tx.run(
        """
        INSERT INTO deadlines (round_id, kind, due_at) VALUES (:round, :kind, :due_at)
        ON CONFLICT DO UPDATE SET due_at = excluded.due_at
        """,
        round=round_id,
        kind=kind,
        due_at=due_at,
    )
    tx.announce(CHANGED)


async def put_first(tx: Transaction, round_id: int, kind: Kind, due_at: float) -> None:
    """Set a deadline where there is none; an earlier wish holds."""
    await tx.run(
        """
        INSERT INTO deadlines (round_id, kind, due_at) VALUES (:round, :kind, :due_at)
        ON CONFLICT DO NOTHING
        """,
        round=round_id,
        kind=kind,
        due_at=due_at,
    )
    tx.announce(CHANGED)


async def take_away(tx: Transaction, deadline: Deadline) -> None:
    """Forget a deadline."""
    await tx.run(
        "DELETE FROM deadlines WHERE round_id = :round AND kind = :kind",
        round=deadline.round,
        kind=deadline.kind,
    )


async def due(tx: Transaction, now: float) -> list[Deadline]:
    """What is due, the oldest first."""
    rows = await tx.all(
        "SELECT round_id, kind FROM deadlines WHERE due_at <= :now ORDER BY due_at", now=now
    )
    return [Deadline(row["round_id"], row["kind"]) for row in rows]


async def next_at(tx: Transaction) -> float | None:
    """When the next one is due."""
    row = await tx.one("SELECT min(due_at) AS due_at FROM deadlines")
    return None if row is None else row["due_at"]
