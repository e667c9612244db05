"""The rows of people who may run rounds in a chat without being administrators there."""

from __future__ import annotations

from bot.store.database import Transaction


async def add(tx: Transaction, chat: int, player: int) -> None:
    """Let a player run rounds."""
    await tx.run(
        """
        INSERT INTO leaders (chat_id, player_id) VALUES (:chat, :player) ON CONFLICT DO NOTHING
        """,
        chat=chat,
        player=player,
    )


async def remove(tx: Transaction, chat: int, player: int) -> None:
    """Let a player run rounds no more."""
    await tx.run(
        "DELETE FROM leaders WHERE chat_id = :chat AND player_id = :player",
        chat=chat,
        player=player,
    )


async def includes(tx: Transaction, chat: int, player: int) -> bool:
    """Whether somebody has let this player run rounds here."""
    row = await tx.one(
        "SELECT 1 FROM leaders WHERE chat_id = :chat AND player_id = :player",
        chat=chat,
        player=player,
    )
    return row is not None


async def move_chat(tx: Transaction, old: int, new: int) -> None:
    """A group became a supergroup: the same people may run rounds."""
    await tx.run(
        "UPDATE OR REPLACE leaders SET chat_id = :new WHERE chat_id = :old", old=old, new=new
    )
