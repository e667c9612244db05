"""What brings updates in, fires deadlines and takes messages out, joined and run together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.services import Services
from bot.telegram import routes
from bot.telegram.dispatch import Dispatch
from bot.telegram.fates import Fates
from bot.telegram.fetching import Fetching
from bot.telegram.intake import Intake
from bot.telegram.line import Line
from bot.telegram.outgoing import Hooks, Sender
from bot.telegram.pacing import Pacing
from bot.telegram.ticking import Ticking


@dataclass(frozen=True, slots=True)
class Delivery:
    """What brings updates in, fires deadlines and takes messages out."""

    fetching: Fetching
    intake: Intake
    ticking: Ticking
    sender: Sender

    @classmethod
    def of(cls, line: Line, services: Services, pacing: Pacing) -> Delivery:
        """The parts of a delivery, joined."""
        database, clock = services.database, services.clock
        name = line.application.bot.username
        fates, ticking = Fates(services, name), Ticking(services, name)
        hooks = Hooks(fates.delivered, fates.failed, fates.migrated, fates.doubted)
        fetching = Fetching(database, line.polls, routes.ALLOWED_UPDATES, clock=clock)
        dispatch = Dispatch(line.application, services)
        intake = Intake(database, fetching, line.application.bot, dispatch, clock=clock)
        sender = Sender(database, line.calls, hooks, pacing=pacing, clock=clock)
        return cls(fetching, intake, ticking, sender)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """Deliver until the block is left; then the intake stops first."""
        async with asyncio.TaskGroup() as tasks:
            await self.ticking.come_back()
            sending = tasks.create_task(self.sender.run())
            firing = tasks.create_task(self.ticking.run())
            receiving = tasks.create_task(self.intake.run())
            try:
                yield
            finally:
                self.intake.stop()
                self.ticking.stop()
                await asyncio.wait([receiving, firing])
                self.sender.stop()
                await asyncio.wait([sending])
