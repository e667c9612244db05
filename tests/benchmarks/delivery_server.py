"""A Bot API server for measuring: updates made beforehand, real offsets, a given latency.

Arguments: what happens (press, vote or message), how often, and the latency in seconds of every
call. Prints its port and serves until it is killed.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from aiohttp import web

GROUP = {"id": -1001, "type": "supergroup", "title": "Class"}
BOT = {"id": 42, "is_bot": True, "first_name": "Gobbet", "username": "gobbet_bot"}
MOST = 100


def happening(kind: str, number: int) -> dict[str, Any]:
    student = {"id": 10_000 + number, "is_bot": False, "first_name": f"Student {number}"}
    message = {"message_id": 1, "date": 1_780_000_000, "chat": GROUP, "from": BOT, "text": "?"}
    if kind == "press":
        press = {"id": str(number), "from": student, "message": message, "data": "q:1:2"}
        return {"callback_query": press | {"chat_instance": "1"}}
    if kind == "vote":
        choice = {"option_ids": [1], "option_persistent_ids": ["1"]}
        return {"poll_answer": {"poll_id": "7", "user": student} | choice}
    private = {"id": student["id"], "type": "private", "first_name": "S"}
    return {"message": message | {"message_id": number, "chat": private, "from": student}}


class Server:
    def __init__(self, kind: str, count: int, latency: float) -> None:
        self.latency = latency
        self.updates = [
            json.dumps({"update_id": number} | happening(kind, number)).encode()
            for number in range(1, count + 1)
        ]

    async def call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        form = await request.post()
        await asyncio.sleep(self.latency)
        if method == "getUpdates":
            return await self.fetch(int(form.get("offset", 0)), float(form.get("timeout", 0)))
        result = BOT if method == "getMe" else True
        return web.json_response({"ok": True, "result": result})

    async def fetch(self, offset: int, timeout: float) -> web.Response:  # noqa: ASYNC109 - Telegram's
        first = max(offset - 1, 0)
        found = self.updates[first : first + MOST]
        if not found:
            await asyncio.sleep(min(timeout, 1))
        body = b'{"ok": true, "result": [' + b",".join(found) + b"]}"
        return web.Response(body=body, content_type="application/json")


async def main(kind: str, count: int, latency: float) -> None:
    app = web.Application()
    app.router.add_post("/bot{token}/{method}", Server(kind, count, latency).call)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3])))
