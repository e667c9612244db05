"""A classroom whose clock moves by hand, and the Bot API's methods without HTTP."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.playground import people
from bot.playground.classroom import ANN, classroom
from bot.playground.clock import Clock
from bot.playground.methods import METHODS
from bot.playground.world import World

START = 1_800_000_000

Call = Callable[..., Any]


@pytest.fixture
def world() -> World:
    """Ann has opened her chat with the bot, which knows of nothing yet."""
    shown = classroom(Clock(START))
    people.say(shown, ANN, ANN.id, "/start")
    shown.updates.clear()
    return shown


@pytest.fixture
def call(world: World) -> Call:
    """Calls a method by its name, as the server does after reading the request."""

    def run(method: str, /, **parameters: Any) -> Any:
        return METHODS[method.lower()].read(parameters).act(world)

    return run
