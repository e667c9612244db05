"""How a handler's effect becomes real: its changes, its messages and its inbox mark, together.

A handler looks at what came in and returns an effect; nothing has happened yet. Then one
transaction carries out the effect, queues the messages that it returns and marks the update as
done. So an update is handled once, whole, or (when the process dies before the commit) again.

Three things happen before the effect, as no transaction can hold them or wait for them, and may
happen twice: an article's file goes before its row, a host is made an instructor, and "One
moment" is said before the wait.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Iterable
from typing import Any

from telegram import Update
from telegram.ext import CallbackContext

from bot.services import Services
from bot.store import inbox, outbox
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.incoming import Incoming, incoming

Effect = Callable[[Transaction], Awaitable[Iterable[Outgoing]]]
Handler = Callable[[Incoming, Services], Awaitable[Effect]]
Callback = Callable[[Update, CallbackContext[Any, Any, Any, Any]], Coroutine[Any, Any, None]]


def just(*messages: Outgoing) -> Effect:
    """The effect of saying something and changing nothing."""

    async def say(_: Transaction) -> Iterable[Outgoing]:
        return messages

    return say


def both(first: Effect, second: Effect) -> Effect:
    """One effect after the other."""

    async def one_after_the_other(tx: Transaction) -> Iterable[Outgoing]:
        return [*await first(tx), *await second(tx)]

    return one_after_the_other


async def carry_out(effect: Effect, update_id: int, services: Services) -> None:
    """Commit the update's mark, the effect and its messages; once done, never again."""

    async def work(tx: Transaction) -> None:
        if await inbox.mark_done(tx, update_id):
            await outbox.enqueue(tx, await effect(tx), services.clock())

    await services.database.write(work)


def handled_by(handler: Handler, services: Services) -> Callback:
    """The handler as python-telegram-bot calls it."""

    async def callback(update: Update, _: CallbackContext[Any, Any, Any, Any]) -> None:
        effect = await handler(incoming(update, services.clock()), services)
        await carry_out(effect, update.update_id, services)

    return callback
