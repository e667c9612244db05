"""The rows of rounds."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import TypeAdapter

from bot.quiz.round import Phase, Round
from bot.store.database import Row, Transaction

_STATE = TypeAdapter(Round)


@dataclass(frozen=True, slots=True)
class StoredRound:
    """A round, where it is held and who runs it (None: an administrator not yet known)."""

    id: int
    chat: int
    thread: int | None
    title: str
    instructor: int | None
    opened_at: float
    started_at: float | None
    round: Round


async def add(
    tx: Transaction,
    state: Round,
    *,
    chat: int,
    thread: int | None,
    title: str,
    instructor: int | None,
    now: float,
) -> StoredRound:
    """Keep a new round; the chat must have none that is not over."""
    round_id = await tx.insert(
        """
        INSERT INTO rounds (chat_id, thread_id, title, instructor_id, state, opened_at)
        VALUES (:chat, :thread, :title, :instructor, :state, :now)
        """,
        chat=chat,
        thread=thread,
        title=title,
        instructor=instructor,
        state=_STATE.dump_json(state).decode(),
        now=now,
    )
    return StoredRound(round_id, chat, thread, title, instructor, now, None, state)


async def save(tx: Transaction, stored: StoredRound, now: float) -> None:
    """Keep a round's new state and its instructor."""
    await tx.run(
        """
        UPDATE rounds
        SET state = :state, instructor_id = :instructor,
            started_at = iif(:begun, coalesce(started_at, :now), started_at),
            ended_at = iif(:over, coalesce(ended_at, :now), NULL)
        WHERE round_id = :id
        """,
        id=stored.id,
        state=_STATE.dump_json(stored.round).decode(),
        instructor=stored.instructor,
        begun=stored.round.phase is not Phase.LOBBY and bool(stored.round.questions),
        over=stored.round.is_over,
        now=now,
    )


async def load(tx: Transaction, round_id: int) -> StoredRound | None:
    """A round by its id, running or over."""
    return _round(await tx.one("SELECT * FROM rounds WHERE round_id = :id", id=round_id))


async def running_in(tx: Transaction, chat: int) -> StoredRound | None:
    """The round that is held in a chat now, its lobby included."""
    return _round(
        await tx.one("SELECT * FROM rounds WHERE chat_id = :chat AND ended_at IS NULL", chat=chat)
    )


async def unfinished(tx: Transaction) -> list[StoredRound]:
    """All rounds that are not over, in every chat."""
    rows = await tx.all("SELECT * FROM rounds WHERE ended_at IS NULL ORDER BY round_id")
    return [found for row in rows if (found := _round(row))]


async def last_in(tx: Transaction, chat: int) -> StoredRound | None:
    """The newest round of a chat that was played; its settings are the next one's."""
    return _round(
        await tx.one(
            """
            SELECT * FROM rounds WHERE chat_id = :chat AND started_at IS NOT NULL
            ORDER BY round_id DESC LIMIT 1
            """,
            chat=chat,
        )
    )


async def run_by(tx: Transaction, player: int, limit: int) -> list[StoredRound]:
    """The newest rounds that this player has run and that were played."""
    rows = await tx.all(
        """
        SELECT * FROM rounds WHERE instructor_id = :player AND started_at IS NOT NULL
        ORDER BY round_id DESC LIMIT :limit
        """,
        player=player,
        limit=limit,
    )
    return [found for row in rows if (found := _round(row))]


async def move_chat(tx: Transaction, old: int, new: int) -> None:
    """A group became a supergroup: its rounds continue under the new id."""
    await tx.run("UPDATE rounds SET chat_id = :new WHERE chat_id = :old", old=old, new=new)


def _round(row: Row | None) -> StoredRound | None:
    if row is None:
        return None
    return StoredRound(
        id=row["round_id"],
        chat=row["chat_id"],
        thread=row["thread_id"],
        title=row["title"],
        instructor=row["instructor_id"],
        opened_at=row["opened_at"],
        started_at=row["started_at"],
        round=_STATE.validate_json(row["state"]),
    )
