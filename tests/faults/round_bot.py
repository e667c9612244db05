"""The whole bot on a fast clock, to be killed by its test.

Arguments: the Bot API's address, the token, the data folder, how often faster than real time it
lives, and since when (seconds since 1970).
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

from bot.app import opened, running
from bot.settings import load
from bot.telegram.pacing import Limits, Pacing

AT_ONCE = Limits(chat_interval=0, group_per_minute=10_000, overall_interval=0)


async def main(url: str, token: str, folder: str, speed: str, origin: str) -> None:
    settings = load(bot_token=token, api_url=url, data_dir=Path(folder))

    def clock() -> float:
        return float(origin) + (time.time() - float(origin)) * float(speed)

    async with running(settings, await opened(settings), Pacing(AT_ONCE), clock):
        sys.stdout.write("up\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
