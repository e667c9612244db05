"""Scores and boards."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services
from bot.store import answers
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, just
from bot.telegram.incoming import Incoming
from bot.telegram.views import boards


async def score(came: Incoming, _: Services) -> Effect:
    """/score: the player's own answers, everywhere."""
    player = came.player
    if player is None:
        return just(boards.no_score_for_anonymous(came.place))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        tally = await answers.tally(tx, player.id)
        return [boards.score(came.place, player.name, tally, is_private=came.is_private)]

    return effect


async def top(came: Incoming, services: Services) -> Effect:
    """/top: the group's board."""
    if came.is_private:
        return just(boards.board_is_for_groups(came.place))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        return [boards.board(came.place, await services.groups.board(tx, came.place.chat))]

    return effect
