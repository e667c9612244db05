import asyncio
import dataclasses
import socket
import time
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.health import page
from bot.health.instruments import Instruments
from bot.health.loop_lag import LoopLag
from bot.health.supervision import PollerSilent, Supervisor, notify
from bot.health.vitals import Vitals, complaints, complaints_in
from bot.playground import people
from bot.playground.classroom import ANN
from bot.playground.faults import Delay
from bot.playground.server import serve
from bot.store.database import Database
from bot.telegram import fetching as fetching_module
from bot.telegram.api import BotApi
from bot.telegram.fetching import Fetching
from bot.telegram.transport import AiohttpRequest

WELL = Vitals(at=1000.0, fetched_ago=12.0)


def supervisor(tmp_path: Path, seen: Vitals, *, reachable: bool = True) -> Supervisor:
    async def examine() -> Vitals:
        return seen

    async def is_reachable() -> bool:
        return reachable

    return Supervisor(examine, is_reachable, tmp_path / "vitals.json", pause=0.01)


async def test_a_bot_that_is_well_leaves_a_sign_of_life(tmp_path):
    await supervisor(tmp_path, WELL).look()

    assert complaints_in(tmp_path / "vitals.json", now=1001.0) == []


async def test_a_silent_poller_ends_the_process(tmp_path):
    silent = dataclasses.replace(WELL, fetched_ago=91.0)

    with pytest.raises(PollerSilent, match="silent for 91 s"):
        await supervisor(tmp_path, silent).run()


async def test_without_a_network_there_is_nothing_to_mend(tmp_path):
    silent = dataclasses.replace(WELL, fetched_ago=91.0)

    await supervisor(tmp_path, silent, reachable=False).look()


async def test_beside_a_rival_a_new_start_would_mend_nothing(tmp_path):
    await supervisor(tmp_path, dataclasses.replace(WELL, fetched_ago=91.0, has_rival=True)).look()


async def test_a_poller_that_never_came_to_life_is_silent_too(tmp_path):
    never = dataclasses.replace(WELL, at=time.time() + 100, fetched_ago=None)

    with pytest.raises(PollerSilent):
        await supervisor(tmp_path, never).look()


async def test_a_blocked_loop_is_noticed():
    lag = LoopLag()
    measuring = asyncio.create_task(lag.run())
    await asyncio.sleep(0.12)
    time.sleep(0.3)  # noqa: ASYNC251 - blocking is what is tested
    await asyncio.sleep(0.1)
    measuring.cancel()

    assert 0.2 < lag.longest < 2


def test_the_longest_delay_is_forgotten_after_a_minute():
    now = 0.0
    lag = LoopLag(lambda: now)
    assert lag.longest == 0.0

    lag.note(0.5)
    now = 30.0
    lag.note(0.1)
    assert lag.longest == 0.5
    now = 61.0
    lag.note(0.05)
    assert lag.longest == 0.1


def test_systemd_is_told_when_it_listens(tmp_path):
    address = str(tmp_path / "notify")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(address)

        assert notify("READY=1", {"NOTIFY_SOCKET": address})
        assert systemd.recv(100) == b"READY=1"


def test_without_systemd_nobody_is_told(caplog):
    assert not notify("READY=1", {})
    assert not notify("READY=1", {"NOTIFY_SOCKET": "/nowhere/notify"})
    assert "systemd could not be told" in caplog.text


async def test_the_health_page_says_what_keeps_the_bot_from_its_work():
    seen = [dataclasses.replace(WELL, fetched_ago=None)]

    async def examine() -> Vitals:
        return seen[0]

    async with page.served(examine, port=0) as address, ClientSession() as client:

        async def look(path: str) -> tuple[int, str]:
            async with client.get(address + path) as response:
                return response.status, await response.text()

        assert await look("/healthz") == (200, "alive\n")
        assert await look("/readyz") == (503, "Telegram has not been reached yet\n")
        seen[0] = WELL
        assert await look("/readyz") == (200, "ready\n")
        assert "gobbet_fetched_ago 12\n" in (await look("/metrics"))[1]


async def test_telegram_answers_the_first_time_at_once_and_is_known_to_be_there(tmp_path):
    async with (
        serve() as playground,
        Database.open(tmp_path / "gobbet.sqlite3") as database,
        AiohttpRequest() as polling,
    ):
        api = BotApi(f"{playground.url}/bot{playground.token}", polling)
        fetching = Fetching(database, api, ["message"], poll_seconds=25)
        running = asyncio.create_task(fetching.run())
        async with asyncio.timeout(5):
            while fetching.last_success is None:
                await asyncio.sleep(0.01)
        running.cancel()


async def test_the_instruments_read_a_running_poller_and_notice_when_it_freezes(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(fetching_module, "_LATE_SECONDS", 0.2)
    async with (
        serve() as playground,
        Database.open(tmp_path / "gobbet.sqlite3") as database,
        AiohttpRequest() as polling,
    ):
        people.say(playground.world, ANN, ANN.id, "hello")
        api = BotApi(f"{playground.url}/bot{playground.token}", polling)
        fetching = Fetching(database, api, ["message"], poll_seconds=1)
        instruments = Instruments(database, fetching, [polling], LoopLag(), tmp_path)
        assert complaints(await instruments.read()) == ["Telegram has not been reached yet"]

        running = asyncio.create_task(fetching.run())
        while not (await instruments.read()).inbox_waiting:
            await asyncio.sleep(0.01)
        seen = await instruments.read()
        playground.faults.plan("getUpdates", Delay(60), times=9)
        await asyncio.sleep(2.7)
        later = await instruments.read()
        running.cancel()

    assert complaints(seen) == []
    assert seen.calls["getUpdates", "200"] == 1
    assert later.fetched_ago > 1.4
    assert later.calls["getUpdates", "TimedOut"] >= 1
