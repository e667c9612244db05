"""A bot in a process of its own, which a fault test may kill; what its database holds."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from bot.playground.server import Playground

ROOT = Path(__file__).parents[2]


@asynccontextmanager
async def started(program: Path, playground: Playground, data: Path) -> AsyncIterator[None]:
    """The program at work, until the block is left; then it is killed, whatever it does."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(program),
        playground.url,
        playground.token,
        str(data),
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        assert process.stdout
        assert await process.stdout.readline() == b"up\n"
        yield
    finally:
        process.kill()
        await process.wait()


def rows(database: Path, sql: str) -> list[tuple]:
    """What a query finds, also while the bot writes."""
    with closing(sqlite3.connect(database, timeout=10)) as connection:
        return connection.execute(sql).fetchall()


async def until_nothing_waits(playground: Playground, database: Path, unfinished: str) -> None:
    """Wait until all updates are fetched, all messages sent, and ``unfinished`` finds nothing."""
    unsent = "SELECT 1 FROM outbox WHERE state IN ('pending', 'sending')"
    async with asyncio.timeout(90):
        while any(
            (len(playground.world.updates), rows(database, unfinished), rows(database, unsent))
        ):
            await asyncio.sleep(0.05)
