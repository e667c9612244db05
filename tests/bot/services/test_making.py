"""What makes questions apart is started without what it need not know."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.services.making import made_apart
from knowledge import Article

TALKS = "Ida Berg met Ann Chu in Oslo on 3 May 2021. They spoke for two hours about fish.\n"


async def test_the_child_that_makes_questions_knows_no_token(monkeypatch: pytest.MonkeyPatch):
    start, seen = asyncio.create_subprocess_exec, []

    async def noted(*arguments, **options):
        child = await start(*arguments, **options)
        seen.append(Path(f"/proc/{child.pid}/environ").read_bytes())
        return child

    monkeypatch.setenv("GOBBET_BOT_TOKEN", "12345:secret")
    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    made = await made_apart([Article("talks", "Talks", TALKS)])
    assert made.facts
    [environment] = seen
    assert b"PYTHONPATH" in environment
    assert b"secret" not in environment
