"""A bot that is killed by its test: it notes each message and replies to it.

Arguments: the Bot API's address, the token, the database. Its notes have no unique key, so that
a message handled twice would be seen.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

from telegram import Bot, Update

from bot.store import inbox, outbox
from bot.store.database import Database, Transaction
from bot.store.outbox import Outgoing
from bot.telegram.api import BotApi
from bot.telegram.fetching import Fetching
from bot.telegram.intake import Intake
from bot.telegram.outgoing import Hooks, Sender
from bot.telegram.pacing import Limits, Pacing
from bot.telegram.transport import AiohttpRequest

NOTES = "CREATE TABLE IF NOT EXISTS notes (update_id INTEGER) STRICT"
AT_ONCE = Limits(chat_interval=0, group_per_minute=10_000, overall_interval=0)


async def unheard(_: Transaction, __: Any, ___: Any) -> None:
    """Nobody wants to know."""


def replying(database: Database) -> Any:
    async def handle(update: Update, number: int) -> None:
        message = update.effective_message

        async def effect(tx: Transaction) -> None:
            if await inbox.mark_done(tx, number):
                await tx.insert("INSERT INTO notes VALUES (:number)", number=number)
                params = {"chat_id": message.chat_id, "text": message.text}
                await outbox.enqueue(
                    tx, [Outgoing(message.chat_id, "sendMessage", params, message.text)], 0.0
                )

        await database.write(effect)

    return handle


async def main(url: str, token: str, path: str) -> None:
    calling, polling = AiohttpRequest(), AiohttpRequest(connections=2)
    async with calling, polling, Database.open(Path(path)) as database:
        await database.write(lambda tx: tx.run(NOTES))
        base = f"{url}/bot{token}"
        sender = Sender(
            database,
            BotApi(base, calling),
            Hooks(unheard, unheard, unheard),
            pacing=Pacing(AT_ONCE),
        )
        fetching = Fetching(database, BotApi(base, polling), ["message"])
        intake = Intake(database, fetching, Bot(token), replying(database))
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(sender.run())
            tasks.create_task(intake.run())
            sys.stdout.write("up\n")
            sys.stdout.flush()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
