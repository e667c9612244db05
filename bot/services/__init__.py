"""What the bot can do, in the words of its users; nothing here knows Telegram.

Handlers call these for whatever holds a rule; plain reads they take straight from ``bot.store``.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.services.adding import Adding
from bot.services.asking import Asking
from bot.services.doubting import Doubting
from bot.services.libraries import Libraries
from bot.services.links import Links
from bot.services.lobbies import Lobbies
from bot.services.making import Making
from bot.services.practising import Practising
from bot.services.rounds import Rounds
from bot.services.voting import Voting
from bot.store.database import Database

Asks = Callable[[int, int], Awaitable[bool]]
"""Asks Telegram something about a player (second) in a chat (first)."""


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a handler may call."""

    database: Database
    libraries: Libraries
    making: Making
    adding: Adding
    asking: Asking
    practising: Practising
    voting: Voting
    rounds: Rounds
    lobbies: Lobbies
    doubting: Doubting
    links: Links
    is_administrator: Asks
    is_member: Asks
    clock: Callable[[], float]
    owners: frozenset[int] = frozenset()
    """The hosts' Telegram ids."""
