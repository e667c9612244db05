"""The people's side over HTTP: what the chat page reads, watches and sends."""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from bot.playground.classroom import ANN, BEN, BOT, CLASS_ID, CLASS_TITLE, INSTRUCTOR
from bot.playground.server import Playground, serve
from bot.playground.world import World
from tests.bot.playground.conftest import Call


@pytest.fixture
async def playground(world: World) -> AsyncIterator[Playground]:
    async with serve(world) as running:
        yield running


@pytest.fixture
async def session(playground: Playground) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(playground.url) as opened:
        yield opened


async def read(session: aiohttp.ClientSession, path: str) -> Any:
    async with session.get(path) as reply:
        assert reply.status == 200, await reply.text()
        return await reply.json()


async def act(session: aiohttp.ClientSession, who: int, deed: str, **details: Any) -> Any:
    async with session.post("/people/act", json={"as": who, "act": deed} | details) as reply:
        assert reply.status == 200, await reply.text()
        return await reply.json()


@pytest.fixture
def poll_id(call: Call) -> int:
    sent = call(
        "sendPoll",
        chat_id=CLASS_ID,
        question="How long?",
        options=json.dumps([{"text": "six"}, {"text": "five"}]),
        type="quiz",
        correct_option_ids=[0],
        explanation="Said so.",
        is_anonymous=False,
        open_period=60,
    )
    return int(sent["message_id"])


async def test_the_page_learns_who_is_there(session: aiohttp.ClientSession) -> None:
    shown = await read(session, "/people/world")
    assert shown["bot"]["id"] == BOT.id
    assert [user["name"] for user in shown["users"]] == ["Ida", "Ann", "Ben", "Chen"]
    group = next(chat for chat in shown["chats"] if chat["id"] == CLASS_ID)
    assert (group["title"], group["administrators"]) == (CLASS_TITLE, [INSTRUCTOR.id])


async def test_each_person_sees_their_own_chats_with_what_is_new(
    session: aiohttp.ClientSession, call: Call
) -> None:
    call("sendMessage", chat_id=CLASS_ID, text="Welcome")
    group, private = (await read(session, f"/people/chats?as={BEN.id}"))["chats"]
    assert (group["id"], group["unread"], group["last"]["text"]) == (CLASS_ID, 1, "Welcome")
    assert (private["title"], private["unread"], private["last"]) == ("Gobbet", 0, None)
    await read(session, f"/people/chats/{CLASS_ID}/messages?as={BEN.id}")
    group, _ = (await read(session, f"/people/chats?as={BEN.id}"))["chats"]
    assert group["unread"] == 0
    async with session.get(f"/people/chats/{ANN.id}/messages?as={BEN.id}") as reply:
        assert reply.status == 404


async def test_messages_come_with_the_commands_of_the_place(
    session: aiohttp.ClientSession, call: Call
) -> None:
    call("setMyCommands", commands=[{"command": "ask", "description": "Ask"}])
    shown = await read(session, f"/people/chats/{ANN.id}/messages?as={ANN.id}")
    assert [(message["text"], message["mine"]) for message in shown["messages"]] == [
        ("/start", True)
    ]
    assert shown["commands"] == [{"command": "ask", "description": "Ask"}]


async def test_the_key_is_hidden_until_the_viewer_has_voted(
    session: aiohttp.ClientSession, poll_id: int
) -> None:
    async def poll(viewer: int) -> Any:
        path = f"/people/chats/{CLASS_ID}/messages?as={viewer}"
        return (await read(session, path))["messages"][-1]["poll"]

    where = {"chat": CLASS_ID, "message_id": poll_id}
    assert await act(session, BEN.id, "vote", **where, options=[1]) == {"ok": True}
    before, after = await poll(ANN.id), await poll(BEN.id)
    assert not before["revealed"]
    assert "correct_option_ids" not in before
    assert "explanation" not in before
    assert [option["voter_count"] for option in before["options"]] == [0, 0]
    assert (after["revealed"], after["voted"]) == (True, [1])
    assert (after["correct_option_ids"], after["explanation"]) == ([0], "Said so.")
    assert after["voters_by_option"] == [[], [BEN.id]]
    again = await act(session, BEN.id, "vote", **where, options=[0])
    assert again["error"].startswith("You have voted in this poll already")


async def test_watchers_are_told_at_once_and_only_what_concerns_them(
    session: aiohttp.ClientSession, call: Call, playground: Playground
) -> None:
    button = {"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    async with (
        session.ws_connect(f"/people/live?as={ANN.id}") as ann,
        session.ws_connect(f"/people/live?as={BEN.id}") as ben,
    ):
        sent = call("sendMessage", chat_id=ANN.id, text="secret", reply_markup=button)
        where = {"chat": ANN.id, "message_id": sent["message_id"]}
        pressed = await act(session, ANN.id, "press", **where, data="go")
        call("answerCallbackQuery", callback_query_id=pressed["query"], text="Going")
        call("sendChatAction", chat_id=ANN.id, action="typing")
        call("deleteMessage", chat_id=ANN.id, message_id=sent["message_id"])
        call("sendMessage", chat_id=CLASS_ID, text="public")
        frames = [await ann.receive_json(timeout=5) for _ in range(5)]
        assert [frame["event"] for frame in frames] == [
            "message",
            "toast",
            "typing",
            "deleted",
            "message",
        ]
        assert frames[1] == {"event": "toast", "chat": ANN.id, "text": "Going", "alert": False}
        assert (await ben.receive_json(timeout=5))["message"]["text"] == "public"
        playground.world.close_due_polls()


async def test_votes_and_ends_of_polls_are_watched(
    session: aiohttp.ClientSession, playground: Playground, poll_id: int
) -> None:
    async with session.ws_connect(f"/people/live?as={ANN.id}") as ann:
        await act(session, BEN.id, "vote", chat=CLASS_ID, message_id=poll_id, options=[0])
        voted = await ann.receive_json(timeout=5)
        assert (voted["event"], voted["poll"]["total_voter_count"]) == ("poll", 1)
        assert not voted["poll"]["revealed"]
        playground.skip(60)
        ended = await ann.receive_json(timeout=5)
        assert (ended["poll"]["is_closed"], ended["poll"]["revealed"]) == (True, True)


async def test_a_file_goes_up_and_comes_down_without_running_here(
    session: aiohttp.ClientSession, world: World
) -> None:
    content = base64.b64encode(b"<script>alert(1)</script>").decode()
    await act(session, ANN.id, "upload", chat=ANN.id, name="x.html", content_base64=content)
    message = world.chats[ANN.id].messages[2]
    async with session.get(f"/people/files/{message.content['document']['file_id']}") as reply:
        assert await reply.read() == b"<script>alert(1)</script>"
        assert reply.headers["Content-Security-Policy"] == "sandbox"


async def test_people_join_leave_say_and_ask_inline(
    session: aiohttp.ClientSession, world: World
) -> None:
    assert (await act(session, BEN.id, "leave", chat=CLASS_ID))["ok"]
    refused = await act(session, BEN.id, "say", chat=CLASS_ID, text="hello")
    assert refused == {"ok": False, "error": f"Ben is not in chat {CLASS_ID}."}
    assert (await act(session, BEN.id, "join", chat=CLASS_ID))["ok"]
    first = await act(session, BEN.id, "say", chat=CLASS_ID, text="/ask@gobbet_bot")
    second = await act(
        session, ANN.id, "say", chat=CLASS_ID, text="me too", reply_to=first["message_id"]
    )
    replied = world.chats[CLASS_ID].messages[second["message_id"]].reply_to
    assert replied
    assert replied.text == "/ask@gobbet_bot"
    assert (await act(session, BEN.id, "inline", query="Qin"))["query"] in world.queries


@pytest.mark.parametrize(
    ("deed", "complaint"),
    [
        ({"act": "sing"}, "sing"),
        ({"act": "say", "chat": 1}, "text"),
        ({"act": "say", "chat": ANN.id, "text": "x", "loud": True}, "loud"),
        ({"act": "upload", "chat": ANN.id, "name": "", "content_base64": ""}, "name"),
    ],
)
async def test_a_deed_that_is_none_gets_a_sentence(
    session: aiohttp.ClientSession, deed: dict[str, Any], complaint: str
) -> None:
    answer = await act(session, ANN.id, deed.pop("act"), **deed)
    assert not answer["ok"]
    assert complaint in answer["error"].lower()


async def test_nobody_acts_as_the_bot_or_as_a_stranger(session: aiohttp.ClientSession) -> None:
    for who in (BOT.id, 5):
        answer = await act(session, who, "say", chat=CLASS_ID, text="x")
        assert answer["error"] == f"There is no person {who} here."
    for query in ("", "?as=x", f"?as={BOT.id}"):
        async with session.get(f"/people/chats{query}") as reply:
            assert reply.status == 400


async def test_other_pages_in_the_same_browser_may_not_act(
    session: aiohttp.ClientSession,
) -> None:
    deed = {"as": ANN.id, "act": "say", "chat": ANN.id, "text": "x"}
    strange = {"Origin": "https://example.org"}
    async with session.post("/people/act", json=deed, headers=strange) as reply:
        assert reply.status == 403
    async with session.get(f"/people/live?as={ANN.id}", headers=strange) as reply:
        assert reply.status == 403
    rebound = {"Origin": "http://example.org", "Host": "example.org"}
    async with session.post("/people/act", json=deed, headers=rebound) as reply:
        assert reply.status == 403
    async with session.post("/people/act", data=json.dumps(deed)) as reply:
        assert reply.status == 415


async def test_the_page_is_served_and_nothing_beside_it(session: aiohttp.ClientSession) -> None:
    async with session.get("/") as reply:
        assert reply.content_type == "text/html"
    for path in ("/page/..%2Fserver.py", "/page/missing.js", "/page/%2e%2e/server.py"):
        async with session.get(path) as reply:
            assert reply.status == 404
