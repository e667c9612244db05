"""A question typed behind the bot's name in any chat: the answers are offered to be sent."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services, secrecy
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, just
from bot.telegram.incoming import Incoming
from bot.telegram.views import inline as view

_SHORTEST = 3
"""Characters from which on typing is taken for a question."""


async def typed(came: Incoming, services: Services) -> Effect:
    """What has been typed so far, asked of the articles that the typer studies in private."""
    query, player = came.query, came.player
    if query is None or player is None:
        return just()
    words = came.words if len(came.words) >= _SHORTEST else ""
    found = await services.asking.offered(player.id, words) if words else []

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        secrets = await secrecy.open_questions(tx, player.id, is_private=True)
        told = [each for each in found if not secrecy.gives_away(each.answer, secrets)]
        return [view.offered(query, player.id, told)]

    return effect
