"""How fast the bot may write before it has to wait."""

from __future__ import annotations

import pytest

from bot.playground.classroom import ANN, CLASS_ID
from bot.playground.errors import TooManyRequests
from bot.playground.limits import FloodLimits
from bot.playground.users import User
from bot.playground.world import World


@pytest.fixture
def limits(world: World) -> FloodLimits:
    return FloodLimits(world.clock, are_on=True)


def test_a_chat_takes_a_burst_and_then_one_a_second(world: World, limits: FloodLimits) -> None:
    chat = world.chats[ANN.id]
    for _ in range(5):
        limits.count(chat)
    with pytest.raises(TooManyRequests) as refusal:
        limits.count(chat)
    assert refusal.value.as_json() == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 5",
        "parameters": {"retry_after": 5},
    }
    world.clock.skip(5)
    limits.count(chat)


def test_a_group_takes_twenty_a_minute(world: World, limits: FloodLimits) -> None:
    chat = world.chats[CLASS_ID]
    for _ in range(20):
        limits.count(chat)
        world.clock.skip(2)
    with pytest.raises(TooManyRequests, match="retry after 20"):
        limits.count(chat)


def test_all_chats_together_take_thirty_a_second(world: World, limits: FloodLimits) -> None:
    strangers = [world.add_person(User(number, str(number))) for number in range(1, 7)]
    for _ in range(5):
        for chat in strangers:
            limits.count(chat)
    with pytest.raises(TooManyRequests, match="retry after 1"):
        limits.count(world.chats[ANN.id])


def test_nothing_is_refused_while_the_limits_are_off(world: World) -> None:
    limits = FloodLimits(world.clock)
    for _ in range(100):
        limits.count(world.chats[CLASS_ID])


def test_refused_calls_do_not_count(world: World, limits: FloodLimits) -> None:
    chat = world.chats[ANN.id]
    for _ in range(5):
        limits.count(chat)
    for _ in range(3):
        with pytest.raises(TooManyRequests):
            limits.count(chat)
        world.clock.skip(1)
    world.clock.skip(2)
    limits.count(chat)
