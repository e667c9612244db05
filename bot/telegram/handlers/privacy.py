"""What is kept about a player: told, sent, erased. Only ever in private."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services, privacy
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.callbacks import ForgetMe
from bot.telegram.effects import Effect, just
from bot.telegram.incoming import Incoming
from bot.telegram.views import about
from bot.telegram.views import privacy as view


async def tell(came: Incoming, _: Services) -> Effect:
    """/privacy."""
    return just(view.privacy(came.place))


async def export(came: Incoming, _: Services) -> Effect:
    """/export: everything kept about the player, as a file."""
    player = came.player
    if player is None or not came.is_private:
        return just(about.only_in_private(came.place, came.bot_username))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        return [view.export(came.place, await privacy.export(tx, player.id))]

    return effect


async def forget(came: Incoming, _: Services) -> Effect:
    """/forget asks first."""
    if not came.is_private:
        return just(about.only_in_private(came.place, came.bot_username))
    return just(view.ask_before_forgetting(came.place))


async def decide(came: Incoming, button: ForgetMe) -> Effect:
    """The answer to that: erase, or leave."""
    player, message = came.player, came.message or 0
    if button.confirmed != 1 or player is None:
        return just(view.kept(came.place, message))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        await privacy.forget(tx, player.id)
        return [view.forgotten(came.place, message)]

    return effect
