"""The Bot API over HTTP: reads a call, plays planned faults, lets the method act, replies."""

from __future__ import annotations

import asyncio
from typing import Any

from aiohttp import web

from bot.playground.errors import ApiError, BadRequest, NotFound, Unauthorized
from bot.playground.faults import Delay, Fail, Faults, LoseCall, LoseReply
from bot.playground.limits import FloodLimits
from bot.playground.methods import METHODS
from bot.playground.methods.account import GetUpdates
from bot.playground.methods.parameters import Parameters
from bot.playground.polling import LongPolling
from bot.playground.wire import Json
from bot.playground.world import World


class BotApi:
    """Serves one bot. Unknown parameters are refused where ``strict``; Telegram ignores them."""

    def __init__(
        self, world: World, token: str, faults: Faults, limits: FloodLimits, *, strict: bool
    ) -> None:
        self._world = world
        self._token = token
        self._faults = faults
        self._limits = limits
        self._strict = strict
        self._polling = LongPolling(world)

    def routes(self) -> list[web.RouteDef]:
        """The addresses below /bot and /file/bot."""
        return [
            web.get("/bot{token:[^/]+}/{method}", self._call),
            web.post("/bot{token:[^/]+}/{method}", self._call),
            web.get("/file/bot{token:[^/]+}/{path:.+}", self._download),
        ]

    def close(self) -> None:
        """Let waiting calls return."""
        self._polling.close()

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fault = self._faults.next_for(method)
        await asyncio.sleep(
            fault.seconds if isinstance(fault, Delay) else self._faults.delay_seconds
        )
        if isinstance(fault, LoseCall):
            return _broken(request)
        if isinstance(fault, Fail):
            return web.Response(status=fault.code, text="The server failed, as planned.")
        reply = await self._reply(request, method)
        return _broken(request) if isinstance(fault, LoseReply) else reply

    async def _reply(self, request: web.Request, method: str) -> web.Response:
        try:
            return web.json_response({"ok": True, "result": await self._result(request, method)})
        except ApiError as problem:
            return web.json_response(problem.as_json(), status=problem.code)

    async def _result(self, request: web.Request, method: str) -> Any:
        self._check_token(request)
        kind = METHODS.get(method.lower())
        if kind is None:
            raise NotFound("method not found")
        call = kind.read(await _given(request), strict=self._strict)
        self._world.close_due_polls()
        if isinstance(call, GetUpdates):
            return await self._polling.fetch(call)
        self._count(call)
        return call.act(self._world)

    def _count(self, call: Parameters) -> None:
        chat = self._world.chats.get(getattr(call, "chat_id", 0))
        if call.paced and chat:
            self._limits.count(chat)

    def _check_token(self, request: web.Request) -> None:
        if request.match_info["token"] != self._token:
            raise Unauthorized

    async def _download(self, request: web.Request) -> web.StreamResponse:
        try:
            self._check_token(request)
        except ApiError as problem:
            return web.json_response(problem.as_json(), status=problem.code)
        stored = self._world.files.at(request.match_info["path"])
        if stored is None:
            return web.json_response(NotFound("file not found").as_json(), status=404)
        return web.Response(body=stored.content, content_type="application/octet-stream")


async def _given(request: web.Request) -> Json:
    given: Json = dict(request.query)
    if request.content_type == "application/json":
        return given | await _json_object(request)
    uploads: Json = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = {"name": value.filename, "content": value.file.read()}
        else:
            given[name] = value
    attached = {name: _attached(value, uploads) for name, value in given.items()}
    return uploads | attached


async def _json_object(request: web.Request) -> Json:
    try:
        body = await request.json()
    except ValueError as problem:
        raise BadRequest(f"can't parse JSON object: {problem}") from problem
    if not isinstance(body, dict):
        raise BadRequest("can't parse JSON object: the body is no object")
    return body


def _attached(value: Any, uploads: Json) -> Any:
    """A value that names another part of the form, as ``attach://part``, stands for that part."""
    if isinstance(value, str) and value.startswith("attach://"):
        return uploads.pop(value.removeprefix("attach://"), value)
    return value


def _broken(request: web.Request) -> web.Response:
    if request.transport:
        request.transport.abort()
    return web.Response()
