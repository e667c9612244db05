"""Gives dialogues their stage: a fresh playground with its people, served on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.playground.server import serve
from tests.dialogues.stage import Stage


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with serve() as playground:
        yield Stage(playground)
