"""The rows of posted questions as a round sees them: which number, whether it counts."""

from __future__ import annotations

from dataclasses import replace

from bot.store.database import Transaction
from bot.store.posts import Post, Validity, from_row


async def in_round(tx: Transaction, round_id: int, number: int) -> Post | None:
    """The post of a round's question that was not in vain."""
    return from_row(
        await tx.one(
            """
            SELECT * FROM posts
            WHERE round_id = :round AND number = :number AND validity <> 'void'
            """,
            round=round_id,
            number=number,
        )
    )


async def of_round(tx: Transaction, round_id: int) -> list[Post]:
    """The posts of a round that were not in vain, in order."""
    rows = await tx.all(
        """
        SELECT * FROM posts WHERE round_id = :round AND validity <> 'void' ORDER BY number
        """,
        round=round_id,
    )
    return [found for row in rows if (found := from_row(row))]


async def assign(tx: Transaction, post: Post, round_id: int, number: int) -> Post:
    """Make a post question ``number`` of a round."""
    await tx.run(
        "UPDATE posts SET round_id = :round, number = :number WHERE post_id = :id",
        id=post.id,
        round=round_id,
        number=number,
    )
    return replace(post, round=round_id, number=number)


async def set_validity(tx: Transaction, post_id: int, validity: Validity) -> None:
    """Say whether the question counts."""
    await tx.run(
        "UPDATE posts SET validity = :validity WHERE post_id = :id", id=post_id, validity=validity
    )


async def untime(tx: Transaction, post_id: int) -> None:
    """Nobody's speed in this question is known."""
    await tx.run("UPDATE posts SET is_timed = 0 WHERE post_id = :id", id=post_id)


async def open_in_rounds(tx: Transaction, chat: int | None) -> list[str]:
    """The questions (versions) of rounds in this chat, or in any, that players may answer now."""
    rows = await tx.all(
        """
        SELECT version FROM posts JOIN rounds USING (round_id)
        WHERE closed_at IS NULL AND ended_at IS NULL AND validity <> 'void'
          AND rounds.chat_id = coalesce(:chat, rounds.chat_id)
        """,
        chat=chat,
    )
    return [row["version"] for row in rows]
