"""What the delivery tests share: a database and a sender or an intake, wired to a playground."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any

from telegram import Bot

from bot.playground.server import Playground
from bot.store import outbox
from bot.store.database import Database, Transaction
from bot.store.outbox import Outgoing
from bot.telegram.api import BotApi
from bot.telegram.fetching import Fetching
from bot.telegram.intake import Handle, Intake
from bot.telegram.outgoing import Hooks, Sender
from bot.telegram.pacing import Limits, Pacing
from bot.telegram.transport import AiohttpRequest

AT_ONCE = Limits(chat_interval=0, group_per_minute=10_000, overall_interval=0)


class Told:
    """Remembers what the hooks were told."""

    def __init__(self) -> None:
        self.delivered: list[tuple[str, Any]] = []
        self.failed: list[tuple[str, Any]] = []
        self.migrated: list[tuple[int, int]] = []

    @property
    def hooks(self) -> Hooks:
        async def delivered(_: Transaction, purpose: str, result: Any) -> None:
            self.delivered.append((purpose, result))

        async def failed(_: Transaction, purpose: str, failure: Any) -> None:
            self.failed.append((purpose, failure))

        async def migrated(_: Transaction, old: int, new: int) -> None:
            self.migrated.append((old, new))

        return Hooks(delivered, failed, migrated)


@asynccontextmanager
async def api(playground: Playground, **timeouts: float) -> AsyncIterator[BotApi]:
    async with AiohttpRequest(**timeouts) as request:
        yield BotApi(f"{playground.url}/bot{playground.token}", request)


@asynccontextmanager
async def sending(
    database: Database, calls: BotApi, told: Told, limits: Limits = AT_ONCE
) -> AsyncIterator[Sender]:
    sender = Sender(database, calls, told.hooks, pacing=Pacing(limits))
    running = asyncio.create_task(sender.run())
    try:
        yield sender
    finally:
        sender.stop()
        await running


@asynccontextmanager
async def taking_in(
    database: Database,
    playground: Playground,
    handle: Handle,
    *,
    poll_seconds: int = 25,
    **options: Any,
) -> AsyncIterator[Intake]:
    async with AiohttpRequest(connections=2) as request:
        polls = BotApi(f"{playground.url}/bot{playground.token}", request)
        wanted = ["message", "callback_query", "poll_answer"]
        fetching = Fetching(database, polls, wanted, poll_seconds=poll_seconds)
        intake = Intake(database, fetching, Bot(playground.token), handle, **options)
        running = asyncio.create_task(intake.run())
        try:
            yield intake
        finally:
            intake.stop()
            await running


async def send(database: Database, *messages: Outgoing, now: float = 0.0) -> None:
    await database.write(lambda tx: outbox.enqueue(tx, messages, now))


def say(chat: int, text: str, purpose: str = "") -> Outgoing:
    return Outgoing(chat, "sendMessage", {"chat_id": chat, "text": text}, purpose)


async def until(holds: Callable[[], object], within: float = 5.0) -> None:
    async with asyncio.timeout(within):
        while not holds():
            await asyncio.sleep(0.005)


async def states(database: Database) -> list[str]:
    rows = await database.read(lambda tx: tx.all("SELECT state FROM outbox ORDER BY outbox_id"))
    return [row["state"] for row in rows]


async def inbox_states(database: Database) -> dict[int, str]:
    rows = await database.read(lambda tx: tx.all("SELECT update_id, state FROM inbox"))
    return {row["update_id"]: row["state"] for row in rows}


def texts(playground: Playground, chat: int) -> list[str]:
    messages: Iterable[Any] = playground.world.chats[chat].messages.values()
    return [message.text for message in messages if message.sender.is_bot]
