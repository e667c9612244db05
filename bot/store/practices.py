"""The rows of practices."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from bot.quiz.practice import Practice
from bot.store.database import Row, Transaction

_STATE = TypeAdapter(Practice)


@dataclass(frozen=True, slots=True)
class StoredPractice:
    """A practice and whose it is."""

    id: int
    player: int
    practice: Practice


async def start(tx: Transaction, player: int, practice: Practice, now: float) -> StoredPractice:
    """Keep a new practice; the player must have none running."""
    practice_id = await tx.insert(
        """
        INSERT INTO practices (player_id, state, started_at) VALUES (:player, :state, :now)
        """,
        player=player,
        state=_STATE.dump_json(practice).decode(),
        now=now,
    )
    return StoredPractice(practice_id, player, practice)


async def save(tx: Transaction, stored: StoredPractice, now: float) -> None:
    """Keep a practice's new state."""
    await tx.run(
        """
        UPDATE practices SET state = :state, ended_at = iif(:over, :now, NULL)
        WHERE practice_id = :id
        """,
        id=stored.id,
        state=_STATE.dump_json(stored.practice).decode(),
        over=stored.practice.is_over,
        now=now,
    )


async def running(tx: Transaction, player: int) -> StoredPractice | None:
    """The practice that waits for this player's next answer."""
    return _practice(
        await tx.one(
            "SELECT * FROM practices WHERE player_id = :player AND ended_at IS NULL",
            player=player,
        )
    )


async def load(tx: Transaction, practice_id: int) -> StoredPractice | None:
    """A practice by its id, running or over."""
    return _practice(
        await tx.one("SELECT * FROM practices WHERE practice_id = :id", id=practice_id)
    )


def _practice(row: Row | None) -> StoredPractice | None:
    if row is None:
        return None
    return StoredPractice(
        id=row["practice_id"], player=row["player_id"], practice=_STATE.validate_json(row["state"])
    )
