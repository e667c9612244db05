"""Who may look over which questions: hosts theirs, leaders their group's, anyone their own."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services, reviewing
from bot.store import leaders, libraries, players
from bot.store.database import Transaction
from bot.store.libraries import HOST, StoredLibrary
from bot.store.outbox import Outgoing
from bot.store.players import Player
from bot.telegram.effects import Effect, just
from bot.telegram.handlers.libraries import may_change
from bot.telegram.incoming import Incoming
from bot.telegram.views import review as view
from bot.telegram.views.libraries import only_leaders


async def reviewable(came: Incoming, services: Services) -> list[StoredLibrary]:
    """What the player may look over now; hosts also look after the host's library."""
    player = came.player
    if player is None:
        return []
    if player.id in services.owners:
        await services.database.write(lambda tx: _let_host_instruct(tx, player, came.now))
    found = await services.database.read(
        lambda tx: reviewing.reviewable(tx, player.id, came.place.chat)
    )
    return [each for each in found if await may_instruct(services, player.id, each)]


async def _let_host_instruct(tx: Transaction, player: Player, now: float) -> None:
    await players.remember(tx, player, now)
    await libraries.instruct(tx, HOST, player.id)


async def may_instruct(services: Services, player: int, library: StoredLibrary) -> bool:
    """Whether an instructor still is one: of a group's library only while they lead the group."""
    chat = library.chat
    if not await services.database.read(
        lambda tx: libraries.is_instructor(tx, library.id, player)
    ):
        return False
    if chat is None or chat > 0:
        return True
    if await services.database.read(lambda tx: leaders.includes(tx, chat, player)):
        return True
    return await services.is_administrator(chat, player)


async def in_group(came: Incoming, services: Services) -> Effect:
    """An administrator may look over what the group studies, but in private."""
    if not await may_change(came, services):
        return just(only_leaders(came.place))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        studied = await libraries.studied(tx, came.place.chat)
        if came.player and studied.chat == came.place.chat:
            await players.remember(tx, came.player, came.now)
            await libraries.instruct(tx, studied.id, came.player.id)
        return [view.in_private(came.place, came.bot_username)]

    return effect
