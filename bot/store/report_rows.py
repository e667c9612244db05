"""The rows that a report on rounds is made of, read in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.store import participants, rounds
from bot.store.database import Transaction
from bot.store.participants import Participant
from bot.store.posts import Validity
from bot.store.questions import load_all
from bot.store.rounds import StoredRound
from knowledge.models import Question


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A question as a round asked it; ``seconds`` is how long it was open."""

    post: int
    number: int
    question: Question
    validity: Validity
    seconds: float | None
    flags: int


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What a player answered, how long after the question was posted."""

    post: int
    player: int
    choice: int
    is_right: bool
    seconds: float | None


@dataclass(frozen=True, slots=True)
class RoundRows:
    """Everything about one round."""

    stored: StoredRound
    asked: Sequence[AskedRow]
    answers: Sequence[AnswerRow]
    players: Sequence[Participant]


async def load(tx: Transaction, round_ids: Sequence[int]) -> list[RoundRows]:
    """The rows of these rounds, in this order; rounds that are not there are left out."""
    found = [await rounds.load(tx, round_id) for round_id in round_ids]
    return [await _rows(tx, stored) for stored in found if stored is not None]


async def _rows(tx: Transaction, stored: StoredRound) -> RoundRows:
    return RoundRows(
        stored=stored,
        asked=await _asked(tx, stored.id),
        answers=await _answers(tx, stored.id),
        players=await participants.of_round(tx, stored.id),
    )


async def _asked(tx: Transaction, round_id: int) -> list[AskedRow]:
    rows = await tx.all(
        """
        SELECT post_id, number, version, validity, closed_at - opened_at AS seconds,
               (SELECT count(*) FROM flags WHERE flags.post_id = posts.post_id) AS flags
        FROM posts WHERE round_id = :round AND validity <> 'void' AND closed_at IS NOT NULL
        ORDER BY number
        """,
        round=round_id,
    )
    questions = await load_all(tx, [row["version"] for row in rows])
    return [
        AskedRow(
            post=row["post_id"],
            number=row["number"],
            question=question,
            validity=row["validity"],
            seconds=row["seconds"],
            flags=row["flags"],
        )
        for row, question in zip(rows, questions, strict=True)
    ]


async def _answers(tx: Transaction, round_id: int) -> list[AnswerRow]:
    rows = await tx.all(
        """
        SELECT post_id, player_id, choice, points > 0 AS is_right,
               iif(is_timed, answered_at - opened_at, NULL) AS seconds
        FROM posts JOIN answers USING (post_id)
        WHERE round_id = :round AND validity <> 'void' ORDER BY number, answered_at
        """,
        round=round_id,
    )
    return [
        AnswerRow(
            post=row["post_id"],
            player=row["player_id"],
            choice=row["choice"],
            is_right=bool(row["is_right"]),
            seconds=row["seconds"],
        )
        for row in rows
    ]
