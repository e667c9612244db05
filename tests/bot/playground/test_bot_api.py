"""The Bot API over HTTP: addresses, forms, waiting for updates, and planned faults."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.playground import people
from bot.playground.classroom import ANN, BEN, CLASS_ID
from bot.playground.faults import EVERY_METHOD, Delay, Fail, LoseCall, LoseReply
from bot.playground.server import Playground, serve
from bot.playground.world import World


@pytest.fixture
async def playground(world: World) -> AsyncIterator[Playground]:
    async with serve(world) as running:
        yield running


class Client:
    """Calls a playground as a bot without any library does."""

    def __init__(self, playground: Playground, session: aiohttp.ClientSession) -> None:
        self.base = f"{playground.url}/bot{playground.token}"
        self.session = session

    async def call(self, method: str, **form: Any) -> tuple[int, dict[str, Any]]:
        async with self.session.post(f"{self.base}/{method}", data=form) as reply:
            return reply.status, await reply.json()

    async def result(self, method: str, **form: Any) -> Any:
        status, body = await self.call(method, **form)
        assert status == 200, body
        return body["result"]


@pytest.fixture
async def client(playground: Playground) -> AsyncIterator[Client]:
    async with aiohttp.ClientSession() as session:
        yield Client(playground, session)


async def test_a_wrong_token_and_an_unknown_method_are_told_as_telegram_tells_them(
    client: Client,
) -> None:
    assert await client.call("sendTelepathy") == (
        404,
        {"ok": False, "error_code": 404, "description": "Not Found: method not found"},
    )
    client.base = client.base[:-1]
    assert await client.call("getMe") == (
        401,
        {"ok": False, "error_code": 401, "description": "Unauthorized"},
    )


async def test_parameters_may_come_in_the_address_a_form_or_json(client: Client) -> None:
    said: dict[str, Any] = {"chat_id": ANN.id, "text": "x"}
    async with client.session.get(f"{client.base}/SENDMESSAGE", params=said) as reply:
        assert reply.status == 200
    async with client.session.post(f"{client.base}/sendMessage", json=said) as reply:
        assert reply.status == 200
    assert await client.result("sendMessage", **said)


@pytest.mark.parametrize("content", ["{", "[1]", '"x"'])
async def test_a_body_that_is_no_json_object_is_refused(client: Client, content: str) -> None:
    headers = {"Content-Type": "application/json"}
    async with client.session.post(f"{client.base}/getMe", data=content, headers=headers) as reply:
        body = await reply.json()
    assert (reply.status, body["error_code"]) == (400, 400)
    assert "object" in body["description"]


async def test_a_file_is_uploaded_and_downloaded(client: Client, playground: Playground) -> None:
    form = aiohttp.FormData({"chat_id": str(ANN.id), "caption": "<i>x</i>", "parse_mode": "HTML"})
    form.add_field("document", b"content", filename="export.json")
    async with client.session.post(f"{client.base}/sendDocument", data=form) as reply:
        document = (await reply.json())["result"]["document"]
    assert document["file_name"] == "export.json"
    path = (await client.result("getFile", file_id=document["file_id"]))["file_path"]
    address = f"{playground.url}/file/bot{playground.token}/{path}"
    async with client.session.get(address) as reply:
        assert await reply.read() == b"content"
    async with client.session.get(f"{address}x") as reply:
        assert reply.status == 404


async def test_a_picture_may_be_attached_by_name(client: Client) -> None:
    header = bytes.fromhex("89504e470d0a1a0a0000000d49484452 00000003 00000002")
    form = aiohttp.FormData({"chat_id": str(ANN.id), "photo": "attach://picture"})
    form.add_field("picture", header, filename="chart.png")
    async with client.session.post(f"{client.base}/sendPhoto", data=form) as reply:
        (size,) = (await reply.json())["result"]["photo"]
    assert (size["width"], size["height"]) == (3, 2)
    form = aiohttp.FormData({"chat_id": str(ANN.id)})
    form.add_field("photo", b"no picture", filename="chart.png")
    async with client.session.post(f"{client.base}/sendPhoto", data=form) as reply:
        assert (await reply.json())["description"] == "Bad Request: IMAGE_PROCESS_FAILED"


async def test_get_updates_waits_until_something_happens(client: Client, world: World) -> None:
    waiting = asyncio.create_task(client.result("getUpdates", timeout=30))
    people.say(world, ANN, ANN.id, "hello")
    (update,) = await asyncio.wait_for(waiting, 5)
    assert update["message"]["text"] == "hello"


async def test_updates_can_not_be_fetched_past_a_webhook(client: Client) -> None:
    assert await client.result("setWebhook", url="https://example.org/hook")
    status, body = await client.call("getUpdates")
    assert (status, body["description"][:38]) == (409, "Conflict: can't use getUpdates method ")
    assert await client.result("deleteWebhook")
    assert (await client.result("getWebhookInfo"))["url"] == ""
    assert await client.result("getUpdates") == []


async def test_the_kinds_asked_for_last_stay_asked_for(client: Client, world: World) -> None:
    await client.result("getUpdates", allowed_updates=json.dumps(["callback_query"]))
    await client.result("getUpdates")
    people.say(world, ANN, ANN.id, "hello")
    assert await client.result("getUpdates") == []
    await client.result("getUpdates", allowed_updates="[]")
    people.say(world, ANN, ANN.id, "hello again")
    assert len(await client.result("getUpdates")) == 1


async def test_a_lost_reply_leaves_the_message_and_a_lost_call_does_not(
    client: Client, playground: Playground
) -> None:
    posted = playground.world.chats[ANN.id].messages
    playground.faults.plan("sendMessage", LoseReply())
    with pytest.raises(aiohttp.ClientConnectionError):
        await client.call("sendMessage", chat_id=ANN.id, text="delivered")
    assert posted[max(posted)].text == "delivered"
    playground.faults.plan("sendMessage", LoseCall())
    with pytest.raises(aiohttp.ClientConnectionError):
        await client.call("sendMessage", chat_id=ANN.id, text="never")
    assert posted[max(posted)].text == "delivered"
    assert await client.result("sendMessage", chat_id=ANN.id, text="fine again")


async def test_the_server_can_fail_for_a_while(client: Client, playground: Playground) -> None:
    playground.faults.plan(EVERY_METHOD, Fail(502), times=2)
    for _ in range(2):
        async with client.session.get(f"{client.base}/getMe") as reply:
            assert reply.status == 502
    assert (await client.result("getMe"))["is_bot"]


async def test_a_delayed_call_is_overtaken(client: Client, playground: Playground) -> None:
    playground.faults.plan("sendMessage", Delay(0.5))
    finished = []

    async def send(text: str) -> None:
        await client.result("sendMessage", chat_id=ANN.id, text=text)
        finished.append(text)

    await asyncio.gather(send("first"), send("second"))
    messages = playground.world.chats[ANN.id].messages.values()
    assert [message.text for message in messages][1:] == finished
    assert playground.faults.next_for("sendMessage") is None


async def test_every_call_can_be_slowed(client: Client, playground: Playground) -> None:
    playground.faults.delay_seconds = 0.1
    started = asyncio.get_running_loop().time()
    await client.result("getMe")
    assert asyncio.get_running_loop().time() - started >= 0.1


async def test_unknown_parameters_pass_where_nobody_is_strict(world: World) -> None:
    async with serve(world, strict=False) as lenient, aiohttp.ClientSession() as session:
        client = Client(lenient, session)
        assert await client.result("sendMessage", chat_id=ANN.id, text="x", colour="red")


async def test_flood_limits_answer_429_where_they_are_on(
    client: Client, playground: Playground
) -> None:
    playground.limits.are_on = True
    replies = [
        await client.call("sendMessage", chat_id=CLASS_ID, text=str(number)) for number in range(6)
    ]
    assert [status for status, _ in replies] == [200] * 5 + [429]
    assert replies[-1][1]["parameters"]["retry_after"] == 5
    playground.skip(5)
    assert await client.result("sendMessage", chat_id=CLASS_ID, text="again")


async def test_a_poll_ends_by_itself(client: Client, playground: Playground) -> None:
    sent = await client.result(
        "sendPoll",
        chat_id=CLASS_ID,
        question="?",
        options=json.dumps([{"text": "x"}]),
        open_period=5,
        is_anonymous="false",
    )
    people.vote(playground.world, BEN, CLASS_ID, sent["message_id"], [0])
    playground.skip(5)
    updates = await client.result("getUpdates")
    assert [update["poll"]["is_closed"] for update in updates if "poll" in update] == [False, True]
