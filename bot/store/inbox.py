"""Updates from Telegram, from the moment they are fetched until 48 hours after they were handled.

Knows their order and what became of them; what they mean is not known here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.store.database import Row, Transaction

ARRIVED = "inbox"
"""Announced when there is something to handle."""
RETURNED = "inbox returned"
"""Announced when something that was parked is to be handled again."""
DONE = "inbox done"
"""Announced with the update's id when it was marked as done."""

KEEP_SECONDS = 48 * 3600
"""How long a handled update is remembered: twice what Telegram itself keeps one."""


@dataclass(frozen=True, slots=True)
class Received:
    """An update as it was fetched. ``chat`` and ``player`` decide what it must wait for."""

    update_id: int
    body: str
    chat: int | None = None
    player: int | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A stored update that is to be handled; ``id`` counts arrivals."""

    id: int
    update_id: int
    chat: int | None
    player: int | None
    body: str
    received_at: float


@dataclass(frozen=True, slots=True)
class Parked:
    """An update that could not be handled, and why."""

    update_id: int
    chat: int | None
    player: int | None
    error: str
    received_at: float


@dataclass(frozen=True, slots=True)
class Depth:
    """How much lies in the inbox; ``oldest_at`` is None when nothing waits."""

    waiting: int
    parked: int
    oldest_at: float | None


async def store(tx: Transaction, updates: Iterable[Received], now: float) -> int:
    """Keep what was fetched; how many of them are new."""
    # As one statement: one for each update would switch threads as often while people wait.
    new = await tx.run(
        """
        INSERT INTO inbox (update_id, chat_id, player_id, body, received_at)
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]'),
               json_extract(value, '$[2]'), json_extract(value, '$[3]'), :now
        FROM json_each(:updates) WHERE true
        ON CONFLICT (update_id) DO NOTHING
        """,
        updates=json.dumps([(u.update_id, u.chat, u.player, u.body) for u in updates]),
        now=now,
    )
    if new:
        tx.announce(ARRIVED)
    return new


async def waiting(tx: Transaction, *, after: int, limit: int) -> list[Waiting]:
    """The next updates to handle, in order of arrival; ``after`` is the last one's id, or 0."""
    rows = await tx.all(
        """
        SELECT inbox_id, update_id, chat_id, player_id, body, received_at FROM inbox
        WHERE state = 'waiting' AND inbox_id > :after ORDER BY inbox_id LIMIT :limit
        """,
        after=after,
        limit=limit,
    )
    return [Waiting(*row) for row in rows]


async def mark_done(tx: Transaction, update_id: int, *, error: str | None = None) -> bool:
    """The update had its effect (or, with an ``error``, none); False if it was done before."""
    changed = await tx.run(
        """
        UPDATE inbox SET state = 'done', body = '', error = :error
        WHERE update_id = :update_id AND state = 'waiting'
        """,
        update_id=update_id,
        error=error,
    )
    tx.announce(DONE, update_id)
    return changed > 0


async def park(tx: Transaction, update_id: int, error: str) -> None:
    """Set an update aside for a person to look at; the others go on."""
    await tx.run(
        """
        UPDATE inbox SET state = 'parked', error = :error
        WHERE update_id = :update_id AND state = 'waiting'
        """,
        update_id=update_id,
        error=error,
    )


async def parked(tx: Transaction) -> list[Parked]:
    """All updates that were set aside, the oldest first."""
    rows = await tx.all(
        """
        SELECT update_id, chat_id, player_id, error, received_at FROM inbox
        WHERE state = 'parked' ORDER BY inbox_id
        """
    )
    return [Parked(*row) for row in rows]


async def retry(tx: Transaction, update_ids: Sequence[int] | None = None) -> int:
    """Handle parked updates again (all when none are named); how many there were."""
    if update_ids is None:
        update_ids = [update.update_id for update in await parked(tx)]
    changed = 0
    for update_id in update_ids:
        changed += await tx.run(
            """
            UPDATE inbox SET state = 'waiting', error = NULL
            WHERE update_id = :update_id AND state = 'parked'
            """,
            update_id=update_id,
        )
    if changed:
        tx.announce(RETURNED)
    return changed


async def depth(tx: Transaction) -> Depth:
    """How much waits and since when."""
    row = await tx.one(
        """
        SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
               count(*) FILTER (WHERE state = 'parked') AS parked,
               min(received_at) FILTER (WHERE state = 'waiting') AS oldest_at
        FROM inbox WHERE state <> 'done'
        """
    )
    return _depth(row)


async def purge(tx: Transaction, now: float) -> int:
    """Delete what was handled so long ago that it cannot come again; how many rows that were."""
    return await tx.run(
        "DELETE FROM inbox WHERE state = 'done' AND received_at < :before",
        before=now - KEEP_SECONDS,
    )


async def forget(tx: Transaction, player: int) -> None:
    """Erase who a player is from the handled updates, and what they sent from all others."""
    await tx.run("DELETE FROM inbox WHERE player_id = :player AND state <> 'done'", player=player)
    await tx.run(
        "UPDATE inbox SET player_id = NULL, chat_id = NULL WHERE player_id = :player",
        player=player,
    )


def _depth(row: Row | None) -> Depth:
    return Depth(0, 0, None) if row is None else Depth(*row)
