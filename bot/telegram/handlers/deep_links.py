"""Deep links into the private chat: join a round, review its mistakes, see its report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.services import Services
from bot.services.practising import NothingToAsk, missed_in
from bot.store import players, rounds
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.store.players import Player
from bot.telegram.effects import Effect, just
from bot.telegram.handlers import reports
from bot.telegram.incoming import Incoming
from bot.telegram.views import quiz as quiz_view
from bot.telegram.views import running as view

_PAYLOAD = re.compile(r"(join|review|report)_([0-9]{1,15})")


async def followed(came: Incoming, services: Services) -> Effect | None:
    """What the link behind /start asks for; None where it is none of ours."""
    payload = _PAYLOAD.fullmatch(came.words)
    if payload is None or came.player is None or not came.is_private:
        return None
    round_id = int(payload[2])
    match payload[1]:
        case "join":
            return await _join(came, services, came.player, round_id)
        case "review":
            return _review(came, services, came.player, round_id)
    return await reports.of_round(came, services, round_id)


async def _join(came: Incoming, services: Services, player: Player, round_id: int) -> Effect:
    stored = await services.database.read(lambda tx: rounds.load(tx, round_id))
    if stored is None or stored.round.is_over:
        return just(view.round_is_over(came.place))
    if not await services.is_member(stored.chat, player.id):
        return just(view.not_in_group(came.place, stored))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        now = await rounds.load(tx, round_id)
        if now is None or now.round.is_over:
            return [view.round_is_over(came.place)]
        await services.lobbies.join(tx, now, player, 0, came.now)
        return [view.joined_from_afar(came.place, now)]

    return effect


def _review(came: Incoming, services: Services, player: Player, round_id: int) -> Effect:
    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        await players.remember(tx, player, came.now)
        missed = await missed_in(tx, round_id, player.id)
        try:
            started = await services.practising.review(tx, player.id, round_id, came.now)
        except NothingToAsk:
            return [view.nothing_missed(came.place)]
        return [view.reviewing(came.place, len(missed)), *quiz_view.started(came.place, started)]

    return effect
