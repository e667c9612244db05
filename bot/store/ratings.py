"""The rows of what first answers teach: how hard questions are, how able players."""

from __future__ import annotations

from bot.quiz.difficulty import Rating
from bot.store.database import Row, Transaction


async def is_first(tx: Transaction, player: int, question: str) -> bool:
    """Note that the player has answered the question; whether it was for the first time."""
    changed = await tx.run(
        """
        INSERT INTO first_answers (player_id, question_id) VALUES (:player, :question)
        ON CONFLICT DO NOTHING
        """,
        player=player,
        question=question,
    )
    return changed == 1


async def load(tx: Transaction, player: int, question: str) -> tuple[Rating, Rating]:
    """The player's skill and the question's difficulty."""
    skill = await tx.one("SELECT * FROM skills WHERE player_id = :player", player=player)
    difficulty = await tx.one(
        "SELECT * FROM difficulties WHERE question_id = :question", question=question
    )
    return _rating(skill), _rating(difficulty)


async def save(
    tx: Transaction, player: int, skill: Rating, question: str, difficulty: Rating
) -> None:
    """Keep both."""
    await tx.run(
        """
        INSERT INTO skills (player_id, value, answers) VALUES (:player, :value, :answers)
        ON CONFLICT DO UPDATE SET value = excluded.value, answers = excluded.answers
        """,
        player=player,
        value=skill.value,
        answers=skill.answers,
    )
    await tx.run(
        """
        INSERT INTO difficulties (question_id, value, answers) VALUES (:question, :value, :answers)
        ON CONFLICT DO UPDATE SET value = excluded.value, answers = excluded.answers
        """,
        question=question,
        value=difficulty.value,
        answers=difficulty.answers,
    )


async def difficulties(tx: Transaction) -> dict[str, float]:
    """How hard each question is that anybody has answered."""
    rows = await tx.all("SELECT question_id, value FROM difficulties")
    return {row["question_id"]: row["value"] for row in rows}


def _rating(row: Row | None) -> Rating:
    return Rating() if row is None else Rating(row["value"], row["answers"])
