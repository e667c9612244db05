"""What people erase leaves the log, the copies and the folders too, restart or not."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from bot.services import privacy
from bot.services.libraries import Libraries
from bot.store import erasures
from bot.store.database import Database, Transaction
from bot.store.erasure import erase_from_copies

_log = logging.getLogger(__name__)
_PATIENCE = 60.0
"""Seconds until copies that could not be changed are tried again."""


@dataclass(frozen=True, slots=True)
class Erasing:
    """Ends what `privacy.forget` began, one pass for all who wait. ``backups`` is a folder."""

    database: Database
    libraries: Libraries
    backups: Path
    _due: asyncio.Event = field(init=False, default_factory=asyncio.Event)

    async def run(self, patience: float = _PATIENCE) -> None:
        """Take up what an earlier run left and what comes, until cancelled."""
        self.database.on_commit(privacy.ERASED, lambda _: self._due.set())
        while True:
            self._due.clear()
            if not await self.finish():
                asyncio.get_running_loop().call_later(patience, self._due.set)
            await self._due.wait()

    async def finish(self) -> bool:
        """Do what is to be done; False if some of it is left, which the log tells."""
        try:
            return await self._finished()
        except Exception:  # noqa: BLE001 - whatever it is, the rows stay and it is tried again
            _log.exception("What was erased is still in copies; it is tried again.")
            return False

    async def _finished(self) -> bool:
        players = await self.database.read(erasures.players)
        if not players:
            return True
        is_gone = await self.database.checkpoint()
        await self.libraries.sweep()
        work = partial(_erase, players=players)
        is_gone &= await asyncio.to_thread(
            erase_from_copies, self.database.path, self.backups, work
        )
        if is_gone:
            await self.database.write(partial(erasures.settle, gone=players))
            await self.database.checkpoint()
        return is_gone


async def _erase(tx: Transaction, players: list[int]) -> None:
    for player in players:
        await privacy.erase(tx, player)
