"""The playground's HTTP server on loopback: the Bot API for the bot, the chat page for people."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware

from bot.playground.bot_routes import BotApi
from bot.playground.classroom import TOKEN, classroom
from bot.playground.events import Event, Posted
from bot.playground.faults import Faults
from bot.playground.files import MOST_UPLOAD_BYTES
from bot.playground.limits import FloodLimits
from bot.playground.page_routes import PeopleApi
from bot.playground.polls import Poll
from bot.playground.world import World

_MOST_BODY_BYTES = 2 * MOST_UPLOAD_BYTES
_SHUTDOWN_SECONDS = 1.0

_TIMER_SLACK_SECONDS = 0.05  # the loop's clock and the world's may differ a little
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}
_ANY = {"0.0.0.0", "::"}  # noqa: S104 - whoever serves to everybody is asked for under any name


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
    world = world or classroom()
    faults, limits = Faults(), FloodLimits(world.clock, are_on=flood_limits)
    bot_api = BotApi(world, token, faults, limits, strict=strict)
    people_api = PeopleApi(world)
    app = web.Application(client_max_size=_MOST_BODY_BYTES, middlewares=[_doorkeeper(host)])
    app.add_routes([*bot_api.routes(), *people_api.routes()])
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_SHUTDOWN_SECONDS)
    await runner.setup()
    site = web.TCPSite(runner, host, port)
    await site.start()
    stop_closing_polls = _close_polls_in_time(world)
    try:
        yield Playground(world, _address(runner, host), token, faults, limits)
    finally:
        stop_closing_polls()
        bot_api.close()
        await people_api.close()
        await runner.cleanup()


def _doorkeeper(host: str) -> Middleware:
    """Keeps out what other web pages in the same browser might try here.

    They come with an ``Origin`` of their own, or under a name of their own that leads here.
    """
    names = _LOOPBACK | {host}

    @web.middleware
    async def keep(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin", f"http://{request.host}")
        if origin != f"http://{request.host}" or not (host in _ANY or request.url.host in names):
            raise web.HTTPForbidden(text="Only the playground's own page may do this.")
        return await handler(request)

    return keep


def _close_polls_in_time(world: World) -> Callable[[], None]:
    """Let polls end when their time is up; returns what stops it."""
    loop = asyncio.get_running_loop()
    timers: list[asyncio.TimerHandle] = []

    def set_timer(poll: Poll | None) -> None:
        if poll and poll.close_date is not None:
            delay = max(poll.close_date - world.clock.now(), 0) + _TIMER_SLACK_SECONDS
            timers.append(loop.call_later(delay, world.close_due_polls))

    def listen(event: Event) -> None:
        if isinstance(event, Posted):
            set_timer(event.message.poll)

    def stop() -> None:
        world.unwatch(listen)
        for timer in timers:
            timer.cancel()

    for _, poll in world.open_polls():
        set_timer(poll)
    world.watch(listen)
    return stop


def _address(runner: web.AppRunner, host: str) -> str:
    port = runner.addresses[0][1]
    return f"http://{host}:{port}"
