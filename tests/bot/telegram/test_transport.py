import asyncio
import logging
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.store.outbox import Attachment
from bot.telegram.api import BotApi
from bot.telegram.transport import AiohttpRequest, NeverSent, ServerFailed

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def answering(answer: Answer, **options: float) -> AsyncIterator[BotApi]:
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    port = runner.addresses[0][1]
    try:
        async with AiohttpRequest(**options) as request:
            yield BotApi(f"http://127.0.0.1:{port}/bot{TOKEN}", request)
    finally:
        await runner.cleanup()


def replying(status: int, body: str) -> Answer:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, text=body)

    return answer


async def hang(_: web.Request) -> web.Response:
    await asyncio.sleep(30)
    return web.Response()


async def hang_up(request: web.Request) -> web.Response:
    request.transport.abort()
    return web.Response()


async def test_parameters_arrive_as_telegram_wants_them():
    async def echo(request: web.Request) -> web.Response:
        form = await request.post()
        return web.json_response({"ok": True, "result": dict(form) | {"path": request.path}})

    async with answering(echo) as api:
        result = await api.call("sendPoll", {"chat_id": 5, "options": ["a", "ü"], "text": "x y"})

    assert result["path"].endswith("/sendPoll")
    assert (result["chat_id"], result["text"]) == ("5", "x y")
    assert result["options"] == r'["a", "\u00fc"]'


async def test_a_file_travels_with_its_name_and_content():
    async def echo(request: web.Request) -> web.Response:
        part = (await request.post())["document"]
        return web.json_response(
            {"ok": True, "result": [part.filename, part.file.read().decode()]}
        )

    async with answering(echo) as api:
        file = Attachment("document", 'Ann\'s "own" ü.json', b"{}")

        assert await api.call("sendDocument", {}, attachment=file) == [file.name, "{}"]


async def failure(answer: Answer, **options: float) -> TelegramError:
    async with answering(answer, **options) as api:
        with pytest.raises(TelegramError) as caught:
            await api.call("sendMessage", {"text": "x"})
    return caught.value


async def test_a_server_that_is_not_there_got_nothing():
    async with AiohttpRequest() as request:
        with pytest.raises(NeverSent, match="ClientConnectorError"):
            await BotApi(f"http://127.0.0.1:9/bot{TOKEN}", request).call("sendMessage", {})


async def test_a_call_that_found_no_free_connection_was_never_sent():
    async with answering(hang, connections=1, connect_timeout=0.2, read_timeout=1) as api:
        first = asyncio.create_task(api.call("sendMessage", {}))
        await asyncio.sleep(0.1)

        with pytest.raises(NeverSent):
            await api.call("sendMessage", {})
        first.cancel()


@pytest.mark.parametrize("status", [500, 503, 429])
async def test_a_server_that_says_it_failed_did_nothing(status):
    assert isinstance(await failure(replying(status, '{"ok": false}')), ServerFailed)


@pytest.mark.parametrize("status", [502, 504])
async def test_behind_a_failing_gateway_it_may_have_been_done(status):
    error = await failure(replying(status, "Bad Gateway"))

    assert type(error) is NetworkError


async def test_a_reply_that_does_not_come_may_have_been_done():
    assert isinstance(await failure(hang, read_timeout=0.2), TimedOut)


async def test_a_connection_that_breaks_may_have_been_done():
    assert type(await failure(hang_up)) is NetworkError


async def test_a_reply_that_makes_no_sense_may_have_been_done():
    error = await failure(replying(200, "<html>Welcome to our hotel's network</html>"))

    assert type(error) is TelegramError


async def test_telegrams_own_words_get_through():
    body = '{"ok": false, "error_code": 400, "description": "Bad Request: chat not found"}'

    assert (await failure(replying(400, body))).message == "Chat not found"
    assert isinstance(await failure(replying(400, body)), BadRequest)


async def test_flood_control_says_for_how_long():
    body = '{"ok": false, "error_code": 429, "parameters": {"retry_after": 7}}'
    error = await failure(replying(429, body))

    assert isinstance(error, RetryAfter)
    assert error.retry_after.total_seconds() == 7


@pytest.mark.parametrize("answer", [hang, hang_up, replying(502, "x"), replying(404, "{}")])
async def test_no_error_and_no_log_line_shows_the_token(answer, caplog):
    caplog.set_level(logging.DEBUG)
    error = await failure(answer, read_timeout=0.2)
    told = "".join(traceback.format_exception(error)) + repr(error) + caplog.text

    assert TOKEN not in told
