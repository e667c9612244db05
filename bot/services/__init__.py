"""What the bot can do, in the words of its users; nothing here knows Telegram."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.services.asking import Asking
from bot.services.groups import Groups
from bot.services.practising import Practising
from bot.services.voting import Voting
from bot.store.database import Database


@dataclass(frozen=True, slots=True)
class Services:
    """Everything a handler may call."""

    database: Database
    asking: Asking
    practising: Practising
    groups: Groups
    voting: Voting
    clock: Callable[[], float]
