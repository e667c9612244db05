"""An update that its handler takes too long for is given up with a word to whoever waits."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from telegram import Chat, Message, Update

from bot.store.database import Database
from bot.telegram.dispatch import Dispatch
from tests.bot.telegram.lines import states


class Slow:
    """An application whose handlers never come to an end."""

    def add_error_handler(self, _) -> None:
        pass

    async def process_update(self, _) -> None:
        await asyncio.Event().wait()


async def test_whoever_waits_in_vain_is_told_so(tmp_path: Path):
    said = Message(1, datetime.now(UTC), Chat(5, "private"), text="/remove")
    async with Database.open(tmp_path / "gobbet.sqlite3") as database:
        services = SimpleNamespace(database=database, clock=lambda: 1.0)
        dispatch = Dispatch(Slow(), services, limit_seconds=0.01)
        with pytest.raises(TimeoutError):
            await dispatch(Update(1, message=said), 1)
        assert await states(database) == ["pending"]
