"""Who waits for updates, who is sent away, and when waiting ends."""

from __future__ import annotations

import asyncio

import pytest

from bot.playground import people
from bot.playground.classroom import ANN
from bot.playground.errors import Conflict
from bot.playground.methods.account import GetUpdates
from bot.playground.polling import LongPolling
from bot.playground.world import World


@pytest.fixture
def polling(world: World) -> LongPolling:
    return LongPolling(world)


async def test_the_one_who_waits_gets_what_happens(polling: LongPolling, world: World) -> None:
    waiting = asyncio.create_task(polling.fetch(GetUpdates(timeout=50)))
    await asyncio.sleep(0)
    assert not waiting.done()
    people.say(world, ANN, ANN.id, "one")
    people.say(world, ANN, ANN.id, "two")
    assert [update["message"]["text"] for update in await waiting] == ["one", "two"]


async def test_a_second_caller_sends_the_first_away(polling: LongPolling) -> None:
    first = asyncio.create_task(polling.fetch(GetUpdates(timeout=50)))
    await asyncio.sleep(0)
    assert await polling.fetch(GetUpdates(timeout=0)) == []
    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first


async def test_while_updates_are_there_two_callers_get_the_same(
    polling: LongPolling, world: World
) -> None:
    people.say(world, ANN, ANN.id, "hello")
    call = GetUpdates(timeout=50)
    assert await polling.fetch(call) == await polling.fetch(call) != []


async def test_waiting_ends_with_nothing_when_time_is_up_or_the_server_closes(
    polling: LongPolling,
) -> None:
    assert await polling.fetch(GetUpdates(timeout=1)) == []
    waiting = asyncio.create_task(polling.fetch(GetUpdates(timeout=50)))
    await asyncio.sleep(0)
    polling.close()
    assert await waiting == []


def test_nobody_waits_longer_than_fifty_seconds() -> None:
    assert GetUpdates(timeout=600).wait_seconds == 50
    assert GetUpdates(timeout=-1).wait_seconds == 0
