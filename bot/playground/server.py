"""The playground's HTTP server on loopback: the Bot API for the bot, the chat page for people."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

from bot.playground.bot_routes import BotApi
from bot.playground.classroom import TOKEN, classroom
from bot.playground.events import Event, Posted
from bot.playground.faults import Faults
from bot.playground.files import MOST_UPLOAD_BYTES
from bot.playground.limits import FloodLimits
from bot.playground.page_routes import PeopleApi
from bot.playground.world import World

_MOST_BODY_BYTES = 2 * MOST_UPLOAD_BYTES
_SHUTDOWN_SECONDS = 1.0

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Playground:
    """A running playground. ``url`` has no slash at its end."""

    world: World
    url: str
    token: str
    faults: Faults
    limits: FloodLimits

    def skip(self, seconds: float) -> None:
        """Let time pass at once: polls end, updates expire, limits recover."""
        self.world.clock.skip(seconds)
        self.world.close_due_polls()


@asynccontextmanager
async def serve(
    world: World | None = None,
    *,
    host: str = "127.0.0.1",
    port: int = 0,
    token: str = TOKEN,
    strict: bool = True,
    flood_limits: bool = False,
) -> AsyncIterator[Playground]:
    """Serve a world (a fresh classroom when none is given) until the block is left.

    ``port`` 0 takes any free port. ``strict`` refuses parameters that Telegram would ignore.
    """
    shown = world or classroom()
    faults, limits = Faults(), FloodLimits(shown.clock, are_on=flood_limits)
    bot_api = BotApi(shown, token, faults, limits, strict=strict)
    people_api = PeopleApi(shown)
    app = web.Application(client_max_size=_MOST_BODY_BYTES, middlewares=[_from_this_page_only])
    app.add_routes([*bot_api.routes(), *people_api.routes()])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    closing = _close_polls_in_time(shown)
    try:
        yield Playground(shown, _address(runner, host), token, faults, limits)
    finally:
        closing()
        bot_api.close()
        await people_api.close()
        await runner.cleanup()


@web.middleware
async def _from_this_page_only(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Other web pages that are open in the same browser may not act here."""
    origin = request.headers.get("Origin")
    if origin is not None and origin.split("://")[-1] != request.host:
        raise web.HTTPForbidden(text="Only the playground's own page may do this.")
    return await handler(request)


def _close_polls_in_time(world: World) -> Callable[[], None]:
    """Let polls end when their time is up; returns what stops it."""
    loop = asyncio.get_running_loop()
    timers: list[asyncio.TimerHandle] = []

    def listen(event: Event) -> None:
        if isinstance(event, Posted) and event.message.poll and event.message.poll.close_date:
            delay = event.message.poll.close_date - world.clock.now()
            timers.append(loop.call_later(max(delay, 0), world.close_due_polls))

    def stop() -> None:
        world.unwatch(listen)
        for timer in timers:
            timer.cancel()

    world.watch(listen)
    return stop


def _address(runner: web.AppRunner, host: str) -> str:
    port = runner.addresses[0][1]
    return f"http://{host}:{port}"
