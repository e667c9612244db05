"""Waiting with the player for questions that are being made for the first time."""

from __future__ import annotations

from bot.services import Services
from bot.store import outbox
from bot.telegram.effects import Effect, just
from bot.telegram.incoming import Incoming
from bot.telegram.views import quiz as view


async def until_there_are_questions(came: Incoming, services: Services) -> Effect | None:
    """Say that it takes a moment and wait; at once where questions have been made before.

    Meanwhile the update stands in the inbox, so that the wish outlives the process. The effect
    tells what takes too long: then the wish is at its end, and is to be said again.
    """
    chat = came.place.chat
    if not await services.making.is_first(chat):
        return None
    words = [view.one_moment(came.place)]
    await services.database.write(lambda tx: outbox.enqueue(tx, words, came.now))
    if await services.making.first_made(chat):
        return None
    return just(view.not_yet_made(came.place))
