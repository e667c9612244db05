"""Calls to the Bot API that wait for their turn, and what became of them.

Knows their order within a chat and which replaces which; how and how fast they are made is the
sender's business.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from bot.store.calls import Attachment, Failure, Outgoing, Pending, Refused, Uncertain
from bot.store.database import Row, Transaction

__all__ = ["Attachment", "Depth", "Failure", "Outgoing", "Pending", "Refused", "Uncertain"]

PACED = "outbox"
"""Announced with the chat when a call was queued that keeps the chat's pace."""
UNPACED = "outbox without pace"
"""Announced with the chat when a call was queued that Telegram does not limit."""
POSTED = "posted"
"""Announced when the outcome of a call was recorded."""

KEEP_SECONDS = 48 * 3600


@dataclass(frozen=True, slots=True)
class Depth:
    """How much waits to be sent, and how much could not be."""

    pending: int
    uncertain: int
    dead: int
    oldest_at: float | None


async def enqueue(tx: Transaction, messages: Iterable[Outgoing], now: float) -> None:
    """Make these calls once the transaction is on disk, in this order within each chat.

    An edit replaces an older one of the same message that has not been made yet, whose purpose
    is then told nothing.
    """
    for message in messages:
        if message.target:
            await _drop_older(tx, message)
        await _insert(tx, message, now)
        tx.announce(PACED if message.is_paced else UNPACED, message.chat)


async def lanes(tx: Transaction) -> list[tuple[int, bool]]:
    """The chats that have calls to make, each with whether these keep its pace."""
    rows = await tx.all("SELECT DISTINCT chat_id, is_paced FROM outbox WHERE state = 'pending'")
    return [(row["chat_id"], bool(row["is_paced"])) for row in rows]


async def first(tx: Transaction, chat: int, *, is_paced: bool) -> Pending | None:
    """The next call to make in a chat."""
    row = await tx.one(
        """
        SELECT * FROM outbox
        WHERE chat_id = :chat AND is_paced = :is_paced AND state = 'pending'
        ORDER BY outbox_id LIMIT 1
        """,
        chat=chat,
        is_paced=is_paced,
    )
    return None if row is None else _pending(row)


async def take(tx: Transaction, chat: int, *, is_paced: bool) -> Pending | None:
    """The next call of a chat, to be made now: a send counts as made from here on."""
    call = await first(tx, chat, is_paced=is_paced)
    if call and not call.is_repeatable:
        await tx.run("UPDATE outbox SET state = 'sending' WHERE outbox_id = :id", id=call.id)
    return call


async def postpone(tx: Transaction, outbox_id: int, *, until: float, error: str) -> None:
    """The call has surely not been made; it is to be tried again, not before ``until``."""
    await tx.run(
        """
        UPDATE outbox
        SET state = 'pending', tries = tries + 1, not_before = :until, error = :error
        WHERE outbox_id = :id
        """,
        id=outbox_id,
        until=until,
        error=error,
    )


async def finish(tx: Transaction, outbox_id: int, failure: Failure | None, now: float) -> None:
    """Record that the call was made or (``failure``) was not; what was said is erased."""
    state, error = _state(failure)
    await tx.run(
        """
        UPDATE outbox
        SET state = :state, error = :error, finished_at = :now, params = '', attachment = NULL
        WHERE outbox_id = :id
        """,
        id=outbox_id,
        state=state,
        error=error,
        now=now,
    )
    tx.announce(POSTED)


async def interrupted(tx: Transaction) -> list[Pending]:
    """Calls that were being made when the bot stopped: nobody knows what became of them."""
    rows = await tx.all("SELECT * FROM outbox WHERE state = 'sending' ORDER BY outbox_id")
    return [_pending(row) for row in rows]


async def move_chat(tx: Transaction, old: int, new: int) -> None:
    """A group became a supergroup: what waits for it goes to the new id."""
    await tx.run(
        """
        UPDATE outbox SET chat_id = :new, params = iif(
            json_extract(params, '$.chat_id') = :old, json_set(params, '$.chat_id', :new), params
        )
        WHERE chat_id = :old AND state IN ('pending', 'sending')
        """,
        old=old,
        new=new,
    )
    tx.announce(PACED, new)
    tx.announce(UNPACED, new)


async def depth(tx: Transaction) -> Depth:
    """How much waits and since when."""
    row = await tx.one(
        """
        SELECT count(*) FILTER (WHERE finished_at IS NULL),
               count(*) FILTER (WHERE state = 'uncertain'),
               count(*) FILTER (WHERE state = 'dead'),
               min(queued_at) FILTER (WHERE finished_at IS NULL)
        FROM outbox
        """
    )
    return Depth(0, 0, 0, None) if row is None else Depth(*row)


async def purge(tx: Transaction, now: float) -> int:
    """Delete what was finished two days ago; how many rows that were."""
    return await tx.run(
        "DELETE FROM outbox WHERE finished_at < :before", before=now - KEEP_SECONDS
    )


async def forget(tx: Transaction, chat: int) -> None:
    """Erase everything that was, or was to be, said in a chat."""
    await tx.run("DELETE FROM outbox WHERE chat_id = :chat AND state <> 'sending'", chat=chat)


async def _drop_older(tx: Transaction, message: Outgoing) -> None:
    await tx.run(
        """
        DELETE FROM outbox
        WHERE chat_id = :chat AND is_paced = 1 AND state = 'pending' AND target = :target
        """,
        chat=message.chat,
        target=message.target,
    )


async def _insert(tx: Transaction, message: Outgoing, now: float) -> None:
    attachment = message.attachment
    await tx.insert(
        """
        INSERT INTO outbox (chat_id, is_paced, method, params, target, purpose,
                            attachment_field, attachment_name, attachment, queued_at)
        VALUES (:chat, :is_paced, :method, :params, :target, :purpose,
                :field, :name, :content, :now)
        """,
        chat=message.chat,
        is_paced=message.is_paced,
        method=message.method,
        params=json.dumps(dict(message.params)),
        target=message.target,
        purpose=message.purpose,
        field=attachment.field if attachment else None,
        name=attachment.name if attachment else None,
        content=attachment.content if attachment else None,
        now=now,
    )


def _pending(row: Row) -> Pending:
    attachment = None
    if row["attachment_field"] is not None:
        attachment = Attachment(row["attachment_field"], row["attachment_name"], row["attachment"])
    return Pending(
        id=row["outbox_id"],
        chat=row["chat_id"],
        is_paced=bool(row["is_paced"]),
        method=row["method"],
        params=json.loads(row["params"]),
        purpose=row["purpose"],
        attachment=attachment,
        tries=row["tries"],
        not_before=row["not_before"],
        queued_at=row["queued_at"],
    )


def _state(failure: Failure | None) -> tuple[str, str | None]:
    match failure:
        case Uncertain(description=description):
            return "uncertain", description
        case Refused(description=description):
            return "dead", description
    return "sent", None
