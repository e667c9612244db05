"""Health over HTTP, for supervisors and graphs; off unless a port is set, on loopback by default.

/healthz: the process answers. /readyz: it does its work (503 and the reasons when it does not).
/metrics: the numbers for Prometheus.
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web

from bot.health.vitals import Vitals, complaints, prometheus

_log = logging.getLogger(__name__)


@asynccontextmanager
async def served(
    examine: Callable[[], Awaitable[Vitals]], *, port: int, host: str = "127.0.0.1"
) -> AsyncIterator[str]:
    """Serve the three pages until the block is left; yields their address."""

    async def healthz(_: web.Request) -> web.Response:
        return web.Response(text="alive\n")

    async def readyz(_: web.Request) -> web.Response:
        found = complaints(await examine())
        words = "".join(f"{complaint}\n" for complaint in found)
        return web.Response(text=words or "ready\n", status=503 if found else 200)

    async def metrics(_: web.Request) -> web.Response:
        text = prometheus(await examine())
        return web.Response(text=text, content_type="text/plain", charset="utf-8")

    app = web.Application()
    app.add_routes(
        [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", metrics)]
    )
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        address = f"http://{host}:{runner.addresses[0][1]}"
        _log.info("Health: %s/readyz", address)
        yield address
    finally:
        await runner.cleanup()
