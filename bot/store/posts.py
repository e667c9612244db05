"""The rows of posted questions: which poll in which chat asks what."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.store.database import Row, Transaction

Validity = Literal["counts", "suspended", "confirmed", "dropped", "void"]
"""Whether a round's question counts: suspended by players' doubts until the instructor confirms
its key or drops it; void when it was posted in vain."""

COUNTING = ("counts", "confirmed")


@dataclass(frozen=True, slots=True)
class Post:
    """A question posted as a poll; ``order[i]`` is the question's option shown at place ``i``.

    In a round it is question ``number``, from 1.
    """

    id: int
    chat: int
    version: str
    order: tuple[int, ...]
    practice: int | None
    message: int | None
    is_open: bool
    round: int | None = None
    number: int = 0
    validity: Validity = "counts"


async def add(
    tx: Transaction,
    *,
    chat: int,
    version: str,
    order: Sequence[int],
    practice: int | None = None,
    now: float,
) -> Post:
    """Note that a question is about to be posted; its poll is not known yet."""
    post_id = await tx.insert(
        """
        INSERT INTO posts (chat_id, version, option_order, practice_id, posted_at)
        VALUES (:chat, :version, :option_order, :practice, :now)
        """,
        chat=chat,
        version=version,
        option_order=json.dumps(list(order)),
        practice=practice,
        now=now,
    )
    return Post(
        id=post_id,
        chat=chat,
        version=version,
        order=tuple(order),
        practice=practice,
        message=None,
        is_open=True,
    )


async def delivered(tx: Transaction, post_id: int, *, poll: str, message: int, now: float) -> None:
    """Telegram has accepted the post: from now on votes for this poll can be understood."""
    await tx.run(
        """
        UPDATE posts SET poll_id = :poll, message_id = :message, opened_at = :now
        WHERE post_id = :id
        """,
        id=post_id,
        poll=poll,
        message=message,
        now=now,
    )


async def close(tx: Transaction, post_id: int, now: float) -> None:
    """Answers that arrive from now on are late."""
    await tx.run(
        "UPDATE posts SET closed_at = :now WHERE post_id = :id AND closed_at IS NULL",
        id=post_id,
        now=now,
    )


async def load(tx: Transaction, post_id: int) -> Post | None:
    """A post by its id."""
    return from_row(await tx.one("SELECT * FROM posts WHERE post_id = :id", id=post_id))


async def library_of(tx: Transaction, post: Post, *, studied: int) -> int | None:
    """The library whose question was posted; None where no bank has the question any more.

    Where several have it: one with this very version, that the chat studies, that it made.
    """
    row = await tx.one(
        """
        SELECT library_id FROM bank JOIN libraries USING (library_id)
        WHERE question_id = (SELECT question_id FROM questions WHERE version = :version)
        ORDER BY :version IN (version, coalesce(made_version, '')) DESC,
                 library_id = :studied DESC, chat_id IS :chat DESC, library_id DESC
        LIMIT 1
        """,
        version=post.version,
        chat=post.chat,
        studied=studied,
    )
    return row["library_id"] if row else None


async def of_poll(tx: Transaction, poll: str) -> Post | None:
    """The post that a vote is for."""
    return from_row(await tx.one("SELECT * FROM posts WHERE poll_id = :poll", poll=poll))


async def open_in_practice(tx: Transaction, practice: int) -> Post | None:
    """The question that a practice waits for."""
    return from_row(
        await tx.one(
            """
            SELECT * FROM posts WHERE practice_id = :practice AND closed_at IS NULL
            ORDER BY post_id DESC LIMIT 1
            """,
            practice=practice,
        )
    )


async def times_asked(tx: Transaction, chat: int) -> dict[str, int]:
    """How often each question was posted to a chat."""
    rows = await tx.all(
        """
        SELECT question_id, count(*) AS times FROM posts JOIN questions USING (version)
        WHERE chat_id = :chat GROUP BY question_id
        """,
        chat=chat,
    )
    return {row["question_id"]: row["times"] for row in rows}


async def move_chat(tx: Transaction, old: int, new: int) -> None:
    """A group became a supergroup: its posts, scores and questions continue under the new id.

    Its messages stay behind: they cannot be edited there any more.
    """
    await tx.run(
        "UPDATE posts SET chat_id = :new, message_id = NULL WHERE chat_id = :old",
        old=old,
        new=new,
    )
    await tx.run("UPDATE asks SET chat_id = :new WHERE chat_id = :old", old=old, new=new)


def from_row(row: Row | None) -> Post | None:
    """The post that a row of the table describes."""
    if row is None:
        return None
    return Post(
        id=row["post_id"],
        chat=row["chat_id"],
        version=row["version"],
        order=tuple(json.loads(row["option_order"])),
        practice=row["practice_id"],
        message=row["message_id"],
        is_open=row["closed_at"] is None,
        round=row["round_id"],
        number=row["number"] or 0,
        validity=row["validity"],
    )
