"""The people's side over HTTP: the chat page's files, what it shows, and what people do there."""

from __future__ import annotations

import asyncio
from pathlib import Path

from aiohttp import web
from pydantic import ValidationError

from bot.playground import page_views
from bot.playground.deeds import read_deed
from bot.playground.errors import Refused
from bot.playground.events import Event
from bot.playground.people import chat_seen_by
from bot.playground.users import User
from bot.playground.wire import Json
from bot.playground.world import World

PAGE_FOLDER = Path(__file__).parent / "page"


class PeopleApi:
    """Serves the chat page and everybody who looks at it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._watchers: set[web.WebSocketResponse] = set()

    def routes(self) -> list[web.RouteDef]:
        """The page's addresses and those below /people."""
        return [
            web.get("/", self._page),
            web.get("/page/{file:[\\w.-]+}", self._page),
            web.get("/people/world", self._show_world),
            web.get("/people/chats", self._show_chats),
            web.get("/people/chats/{chat:-?\\d+}/messages", self._show_messages),
            web.get("/people/live", self._live),
            web.post("/people/act", self._act),
            web.get("/people/files/{file}", self._file),
        ]

    async def close(self) -> None:
        """End the live connections."""
        for watcher in list(self._watchers):
            await watcher.close()

    async def _page(self, request: web.Request) -> web.StreamResponse:
        path = PAGE_FOLDER / request.match_info.get("file", "index.html")
        if not path.is_file():
            raise web.HTTPNotFound(text=f"The page has no file {path.name}.")
        return web.FileResponse(path, headers={"Cache-Control": "no-cache"})

    async def _show_world(self, _request: web.Request) -> web.Response:
        return web.json_response(page_views.world_view(self._world))

    async def _show_chats(self, request: web.Request) -> web.Response:
        viewer = self._viewer(request)
        return web.json_response({"chats": page_views.chats_view(self._world, viewer)})

    async def _show_messages(self, request: web.Request) -> web.Response:
        viewer = self._viewer(request)
        self._world.close_due_polls()
        try:
            chat = chat_seen_by(self._world, viewer, int(request.match_info["chat"]))
        except Refused as refusal:
            raise web.HTTPNotFound(text=str(refusal)) from refusal
        chat.mark_read(viewer.id)
        messages = page_views.messages_view(chat, viewer)
        commands = self._world.commands.shown_to(viewer, chat)
        return web.json_response({"messages": messages, "commands": commands})

    async def _live(self, request: web.Request) -> web.WebSocketResponse:
        viewer = self._viewer(request)
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        frames: asyncio.Queue[Json] = asyncio.Queue()

        def listen(event: Event) -> None:
            shown = page_views.event_view(event, viewer)
            if shown:
                frames.put_nowait(shown)

        self._world.watch(listen)
        self._watchers.add(socket)
        sender = asyncio.create_task(_send_all(socket, frames))
        try:
            async for _ in socket:  # the page says nothing here; this ends when it goes away
                pass
        finally:
            sender.cancel()
            self._watchers.discard(socket)
            self._world.unwatch(listen)
        return socket

    async def _act(self, request: web.Request) -> web.Response:
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType(text="Send JSON, as application/json.")
        try:
            given = await request.json()
            done = read_deed(given).do(self._world)
        except (Refused, ValidationError, ValueError) as problem:
            return web.json_response({"ok": False, "error": _sentence(problem)})
        return web.json_response({"ok": True} | done)

    async def _file(self, request: web.Request) -> web.Response:
        stored = self._world.files.find(request.match_info["file"])
        if stored is None:
            raise web.HTTPNotFound(text="There is no such file.")
        headers = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
        return web.Response(body=stored.content, content_type=stored.mime_type, headers=headers)

    def _viewer(self, request: web.Request) -> User:
        text = request.query.get("as", "")
        viewer = self._world.users.get(int(text)) if text.lstrip("-").isdigit() else None
        if viewer is None or viewer.is_bot:
            raise web.HTTPBadRequest(text="Say who is looking: ?as=<the id of a person>.")
        return viewer


async def _send_all(socket: web.WebSocketResponse, frames: asyncio.Queue[Json]) -> None:
    while not socket.closed:
        await socket.send_json(await frames.get())


def _sentence(problem: Exception) -> str:
    if isinstance(problem, ValidationError):
        first = problem.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return f"{where}: {first['msg']}"
    return str(problem)
