"""Scores and boards."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services
from bot.services.boards import DAY_SECONDS, of_chat
from bot.store import answers
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, just
from bot.telegram.incoming import Incoming
from bot.telegram.views import boards

_DAYS = {"week": 7, "month": 30}


async def score(came: Incoming, _: Services) -> Effect:
    """/score: the player's own answers, everywhere."""
    player = came.player
    if player is None:
        return just(boards.no_score_for_anonymous(came.place))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        tally = await answers.tally(tx, player.id)
        return [boards.score(came.place, player.name, tally, is_private=came.is_private)]

    return effect


async def top(came: Incoming, _: Services) -> Effect:
    """/top, /top week, /top month: the group's board."""
    if came.is_private:
        return just(boards.board_is_for_groups(came.place))
    return show_top(came, _DAYS.get(came.words.lower(), 0))


def show_top(came: Incoming, days: int) -> Effect:
    """The board of so many days, new or (after a press) in place of another."""
    message = came.message if came.press else None
    since = came.now - days * DAY_SECONDS if days else 0.0

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        standings = await of_chat(tx, came.place.chat, since)
        return [boards.board(came.place, standings, days, message=message)]

    return effect
