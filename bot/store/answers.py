"""The rows of answers: the first one to a post counts, and nothing replaces it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.quiz.standings import Score
from bot.store.database import Transaction


@dataclass(frozen=True, slots=True)
class Tally:
    """How many answers were right, of how many."""

    right: int
    answered: int


async def add(
    tx: Transaction, *, post: int, player: int, choice: int, points: int, now: float
) -> bool:
    """Keep an answer; false when this player has answered this post before."""
    changed = await tx.run(
        """
        INSERT INTO answers (post_id, player_id, choice, points, answered_at)
        VALUES (:post, :player, :choice, :points, :now)
        ON CONFLICT DO NOTHING
        """,
        post=post,
        player=player,
        choice=choice,
        points=points,
        now=now,
    )
    return changed == 1


async def tally(tx: Transaction, player: int) -> Tally:
    """A player's answers everywhere."""
    row = await tx.one(
        """
        SELECT count(*) AS answered, coalesce(sum(points > 0), 0) AS correct
        FROM answers WHERE player_id = :player
        """,
        player=player,
    )
    return Tally(row["correct"], row["answered"]) if row else Tally(0, 0)


async def scores_in(tx: Transaction, chat: int) -> list[Score]:
    """What each player has in one chat."""
    rows = await tx.all(
        """
        SELECT player_id, name, sum(points) AS points, count(*) AS answered
        FROM answers JOIN posts USING (post_id) JOIN players USING (player_id)
        WHERE chat_id = :chat
        GROUP BY player_id
        """,
        chat=chat,
    )
    return [Score(r["player_id"], r["name"], r["points"], r["answered"]) for r in rows]
