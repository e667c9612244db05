"""Reads the running bot's numbers where they arise: database, poller, transports, event loop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, time

from bot.health.loop_lag import LoopLag
from bot.health.vitals import Vitals
from bot.store import backup, deadlines, inbox, outbox
from bot.store.database import Database
from bot.telegram.fetching import Fetching
from bot.telegram.transport import AiohttpRequest

_OVERDUE_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Instruments:
    """What there is to read from."""

    database: Database
    fetching: Fetching
    transports: Sequence[AiohttpRequest]
    lag: LoopLag
    backups: Path
    clock: Callable[[], float] = time

    async def read(self) -> Vitals:
        """The numbers at this moment."""
        now = self.clock()
        coming = await self.database.read(inbox.depth)
        going = await self.database.read(outbox.depth)
        fetched, commits = self.fetching.last_success, self.database.commit_times
        overdue = await self.database.read(lambda tx: deadlines.due(tx, now - _OVERDUE_SECONDS))
        copy = backup.newest(self.backups)
        return Vitals(
            at=now,
            fetched_ago=None if fetched is None else monotonic() - fetched,
            has_rival=self.fetching.has_rival,
            inbox_waiting=coming.waiting,
            inbox_parked=coming.parked,
            inbox_oldest=0.0 if coming.oldest_at is None else now - coming.oldest_at,
            outbox_pending=going.pending,
            outbox_uncertain=going.uncertain,
            outbox_dead=going.dead,
            outbox_oldest=0.0 if going.oldest_at is None else now - going.oldest_at,
            timers_overdue=len(overdue),
            commits=commits.count,
            commit_seconds=commits.total,
            commit_last=commits.last,
            commit_longest=commits.longest,
            loop_lag=self.lag.longest,
            backup_age=None if copy is None else now - copy[1],
            calls=sum((transport.calls for transport in self.transports), Counter()),
        )
