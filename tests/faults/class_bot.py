"""The real bot, killed by its test while it adds an article: address, token and data folder."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from bot.app import opened, running
from bot.settings import load
from bot.telegram.pacing import Limits, Pacing

AT_ONCE = Limits(chat_interval=0, group_per_minute=10_000, overall_interval=0)


async def main(url: str, token: str, folder: str) -> None:
    settings = load(api_url=url, bot_token=token, data_dir=Path(folder))
    async with running(settings, await opened(settings), Pacing(AT_ONCE)):
        sys.stdout.write("up\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
