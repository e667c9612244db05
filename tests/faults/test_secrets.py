"""The whole bot runs with everything logged, meets trouble, and dies; its token is never seen."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.playground import people
from bot.playground.classroom import ANN
from bot.playground.faults import Delay, Fail, LoseCall, LoseReply
from bot.playground.server import Playground, serve

ROOT = Path(__file__).parents[2]
RUN = [sys.executable, "-c", "from bot.cli import main; main()", "run"]


async def log_of_a_session(playground: Playground, data: Path, **settings: str) -> str:
    """What the bot writes at level DEBUG while somebody talks to it, until it is stopped."""
    settings = {
        "GOBBET_API_URL": playground.url,
        "GOBBET_BOT_TOKEN": playground.token,
        "GOBBET_DATA_DIR": str(data),
        "GOBBET_LOG_LEVEL": "DEBUG",
        "PYTHONASYNCIODEBUG": "1",
    } | settings
    process = await asyncio.create_subprocess_exec(
        *RUN,
        env=os.environ | settings,
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    talking = asyncio.create_task(talk(playground, process))
    told, _ = await process.communicate()
    await talking
    return told.decode()


async def talk(playground: Playground, process: asyncio.subprocess.Process) -> None:
    people.say(playground.world, ANN, ANN.id, "/help")
    chat = playground.world.chats[ANN.id]
    for _ in range(300):
        if process.returncode is not None or any(m.sender.is_bot for m in chat.messages.values()):
            break
        await asyncio.sleep(0.1)
    await asyncio.sleep(0.5)
    if process.returncode is None:
        process.terminate()


@pytest.mark.timeout(120)
async def test_the_token_is_in_no_line_that_a_session_logs(tmp_path):
    async with serve() as playground:
        for fault in (LoseReply(), LoseCall(), Fail(502), Fail(500), Delay(0.1)):
            playground.faults.plan("*", fault)
        told = await log_of_a_session(playground, tmp_path)
        secret = playground.token.partition(":")[2]

    assert "DEBUG" in told
    assert secret not in told


@pytest.mark.timeout(120)
async def test_a_token_that_telegram_refuses_is_not_shown_either(tmp_path):
    wrong = "123456:this-token-opens-nothing-at-all"
    async with serve() as playground:
        told = await log_of_a_session(playground, tmp_path, GOBBET_BOT_TOKEN=wrong)

    assert "refuses the bot's token" in told
    assert wrong.partition(":")[2] not in told
