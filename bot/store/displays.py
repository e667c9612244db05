"""The rows of a round's messages that are edited as it goes on: lobby, board, standings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.store.database import Transaction

Kind = Literal["lobby", "board", "standings"]


@dataclass(frozen=True, slots=True)
class Display:
    """A message: ``message`` is None while it is on its way."""

    message: int | None


async def load(tx: Transaction, round_id: int, kind: Kind) -> Display | None:
    """The message of this kind; None when there is none yet."""
    row = await tx.one(
        "SELECT message_id FROM displays WHERE round_id = :round AND kind = :kind",
        round=round_id,
        kind=kind,
    )
    return None if row is None else Display(row["message_id"])


async def begin(tx: Transaction, round_id: int, kind: Kind) -> None:
    """The message is on its way from now on."""
    await tx.run(
        """
        INSERT INTO displays (round_id, kind) VALUES (:round, :kind)
        ON CONFLICT DO UPDATE SET message_id = NULL, is_stale = 0
        """,
        round=round_id,
        kind=kind,
    )


async def outdate(tx: Transaction, round_id: int, kind: Kind) -> None:
    """What the message says has changed while it was on its way."""
    await tx.run(
        "UPDATE displays SET is_stale = 1 WHERE round_id = :round AND kind = :kind",
        round=round_id,
        kind=kind,
    )


async def delivered(tx: Transaction, round_id: int, kind: Kind, message: int) -> bool:
    """The message stands in the chat; whether it is outdated already."""
    row = await tx.one(
        "SELECT is_stale FROM displays WHERE round_id = :round AND kind = :kind",
        round=round_id,
        kind=kind,
    )
    await tx.run(
        """
        UPDATE displays SET message_id = :message, is_stale = 0
        WHERE round_id = :round AND kind = :kind
        """,
        round=round_id,
        kind=kind,
        message=message,
    )
    return row is not None and bool(row["is_stale"])


async def lose(tx: Transaction, round_id: int, kind: Kind | None = None) -> None:
    """The message (or every one) cannot be edited any more: the next one is posted anew."""
    await tx.run(
        "DELETE FROM displays WHERE round_id = :round AND kind = coalesce(:kind, kind)",
        round=round_id,
        kind=kind,
    )
