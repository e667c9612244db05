"""The rows of answers: the first one to a post counts, and nothing replaces it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.quiz.scoring import Ballot
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
    """A player's answers in all chats; questions that do not count are left out."""
    row = await tx.one(
        """
        SELECT count(*) AS answered, coalesce(sum(points > 0), 0) AS correct
        FROM answers JOIN posts USING (post_id)
        WHERE player_id = :player AND validity IN ('counts', 'confirmed')
        """,
        player=player,
    )
    return Tally(row["correct"], row["answered"]) if row else Tally(0, 0)


async def scores_in(tx: Transaction, chat: int, since: float = 0.0) -> list[Score]:
    """How many answers of each player in one chat were right, since a time.

    Questions that do not count are left out. Speed earns nothing here: rounds are scored in
    different ways, and right answers can be compared.
    """
    rows = await tx.all(
        """
        SELECT player_id, name, sum(points > 0) AS points, count(*) AS answered
        FROM answers JOIN posts USING (post_id) JOIN players USING (player_id)
        WHERE chat_id = :chat AND answered_at >= :since AND validity IN ('counts', 'confirmed')
        GROUP BY player_id
        """,
        chat=chat,
        since=since,
    )
    return [Score(r["player_id"], r["name"], r["points"], r["answered"]) for r in rows]


async def ballots(tx: Transaction, round_id: int) -> list[Ballot]:
    """The answers to all questions of a round that were not posted in vain."""
    rows = await tx.all(
        """
        SELECT player_id, number, points > 0 AS is_right,
               iif(is_timed, answered_at - opened_at, NULL) AS seconds
        FROM posts JOIN answers USING (post_id)
        WHERE round_id = :round AND validity <> 'void'
        """,
        round=round_id,
    )
    return [
        Ballot(r["player_id"], r["number"], is_right=bool(r["is_right"]), seconds=r["seconds"])
        for r in rows
    ]


async def has_answered(tx: Transaction, post: int, player: int) -> bool:
    """Whether this player has answered this post."""
    row = await tx.one(
        "SELECT 1 FROM answers WHERE post_id = :post AND player_id = :player",
        post=post,
        player=player,
    )
    return row is not None


async def right_in_round(tx: Transaction, round_id: int, player: int) -> set[str]:
    """The questions (versions) of a round that a player has answered right."""
    rows = await tx.all(
        """
        SELECT version FROM posts JOIN answers USING (post_id)
        WHERE round_id = :round AND player_id = :player AND points > 0 AND validity <> 'void'
        """,
        round=round_id,
        player=player,
    )
    return {row["version"] for row in rows}
