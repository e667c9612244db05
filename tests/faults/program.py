"""A bot in a process of its own, which a fault test may kill."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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
