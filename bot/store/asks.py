"""The rows of questions that people asked, for the buttons under their answers."""

from __future__ import annotations

from bot.store.database import Transaction


async def add(tx: Transaction, *, chat: int, player: int | None, question: str, now: float) -> int:
    """Keep a question; the id fits into a button."""
    return await tx.insert(
        """
        INSERT INTO asks (chat_id, player_id, question, asked_at)
        VALUES (:chat, :player, :question, :now)
        """,
        chat=chat,
        player=player,
        question=question,
        now=now,
    )


async def question_of(tx: Transaction, ask: int, *, chat: int) -> str | None:
    """What was asked; None when it was forgotten, or asked in another chat."""
    row = await tx.one(
        "SELECT question FROM asks WHERE ask_id = :ask AND chat_id = :chat", ask=ask, chat=chat
    )
    return None if row is None else str(row["question"])


async def last(tx: Transaction, *, chat: int, player: int | None, since: float) -> str | None:
    """What somebody asked last in a chat, not before ``since``."""
    row = await tx.one(
        """
        SELECT question FROM asks
        WHERE chat_id = :chat AND player_id IS :player AND asked_at >= :since
        ORDER BY ask_id DESC LIMIT 1
        """,
        chat=chat,
        player=player,
        since=since,
    )
    return None if row is None else str(row["question"])


async def forget_before(tx: Transaction, time: float) -> None:
    """Delete questions older than ``time``."""
    await tx.run("DELETE FROM asks WHERE asked_at < :time", time=time)
