"""The playground as it is shipped: a class of three students with their instructor and the bot."""

from __future__ import annotations

from bot.playground.chats import group_chat
from bot.playground.clock import Clock
from bot.playground.users import User
from bot.playground.world import World

TOKEN = "5000000001:PLAYGROUND_TOKEN_OPENS_NOTHING_REAL"  # noqa: S105 - opens this playground only
"""The token of the playground's bot; it is the same everywhere and guards nothing."""

BOT = User(5_000_000_001, "Gobbet", username="gobbet_bot", is_bot=True, color="#7a5ea8")
INSTRUCTOR = User(6_000_000_001, "Ida", username="ida", color="#b4542d")
ANN = User(6_000_000_002, "Ann", username="ann", color="#2f7f5f")
BEN = User(6_000_000_003, "Ben", color="#2d6fb4")
CHEN = User(6_000_000_004, "Chen", username="chen", color="#a8497f")

CLASS_ID = -4_000_000_001
CLASS_TITLE = "Class 9b"


def classroom(clock: Clock | None = None) -> World:
    """A fresh world: four people who have not yet talked to the bot, and their group."""
    world = World(BOT, (INSTRUCTOR, ANN, BEN, CHEN), clock)
    world.add_chat(group_chat(CLASS_ID, CLASS_TITLE, INSTRUCTOR, (ANN, BEN, CHEN, BOT)))
    return world
