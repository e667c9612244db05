"""The rows of articles on their way into a library: a restart takes them up again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot.store.database import Row, Transaction

READY = "addition ready"
"""Announced with the addition that can be worked on now."""
CANCELLED = "addition cancelled"
"""Announced with the addition that is not wanted any more."""

Kind = Literal["file", "text", "link"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An article that somebody sends: Telegram's id of a file, a text, or an address."""

    kind: Kind
    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Addition:
    """An article to be added; ``message`` shows its progress, where there is one."""

    id: int
    library: int
    chat: int
    thread: int | None
    player: int | None
    wanted: Wanted
    message: int | None


async def add(
    tx: Transaction,
    wanted: Wanted,
    *,
    library: int,
    chat: int,
    thread: int | None,
    player: int | None,
) -> int:
    """Keep what was asked for; it waits until the fate of its message is known."""
    return await tx.insert(
        """
        INSERT INTO additions (library_id, chat_id, thread_id, player_id, kind, name, content)
        VALUES (:library, :chat, :thread, :player, :kind, :name, :content)
        """,
        library=library,
        chat=chat,
        thread=thread,
        player=player,
        kind=wanted.kind,
        name=wanted.name,
        content=wanted.content,
    )


async def make_ready(tx: Transaction, addition: int, message: int | None) -> None:
    """The message that shows progress stands in the chat (or, None, it does not)."""
    await tx.run(
        "UPDATE additions SET message_id = :message, state = 'ready' WHERE addition_id = :id",
        id=addition,
        message=message,
    )
    tx.announce(READY, addition)


async def load(tx: Transaction, addition: int) -> Addition | None:
    """An addition that is still wanted."""
    row = await tx.one("SELECT * FROM additions WHERE addition_id = :id", id=addition)
    return None if row is None else _addition(row)


async def ready(tx: Transaction) -> list[int]:
    """The additions that can be worked on, in order."""
    rows = await tx.all(
        "SELECT addition_id FROM additions WHERE state <> 'announced' ORDER BY addition_id"
    )
    return [row["addition_id"] for row in rows]


async def place(tx: Transaction, addition: int) -> bool:
    """Let nobody cancel an addition any more; false when somebody has, or it is not ready."""
    changed = await tx.run(
        """
        UPDATE additions SET state = 'placing'
        WHERE addition_id = :id AND state IN ('ready', 'placing')
        """,
        id=addition,
    )
    return changed == 1


async def waiting(tx: Transaction, chat: int) -> int:
    """How many additions of a chat are not done."""
    row = await tx.one("SELECT count(*) AS n FROM additions WHERE chat_id = :chat", chat=chat)
    return row["n"] if row else 0


async def finish(tx: Transaction, addition: int) -> None:
    """Forget an addition that is done, or cannot be."""
    await tx.run("DELETE FROM additions WHERE addition_id = :id", id=addition)


async def cancel(tx: Transaction, addition: int, *, chat: int) -> bool:
    """Forget an addition before it is done; false when it is too late."""
    changed = await tx.run(
        """
        DELETE FROM additions
        WHERE addition_id = :id AND chat_id = :chat AND state <> 'placing'
        """,
        id=addition,
        chat=chat,
    )
    if changed:
        tx.announce(CANCELLED, addition)
    return changed == 1


def _addition(row: Row) -> Addition:
    return Addition(
        id=row["addition_id"],
        library=row["library_id"],
        chat=row["chat_id"],
        thread=row["thread_id"],
        player=row["player_id"],
        wanted=Wanted(row["kind"], row["name"], row["content"]),
        message=row["message_id"],
    )
