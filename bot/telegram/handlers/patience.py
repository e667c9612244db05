"""Waiting with the player for questions that are being made for the first time."""

from __future__ import annotations

from bot.services import Services
from bot.store import outbox
from bot.telegram.incoming import Incoming
from bot.telegram.views import quiz as view


async def until_there_are_questions(came: Incoming, services: Services) -> None:
    """Say that it takes a moment and wait; at once where questions have been made before."""
    chat = came.place.chat
    if await services.making.is_first(chat):
        words = [view.one_moment(came.place)]
        await services.database.write(lambda tx: outbox.enqueue(tx, words, came.now))
        await services.making.first_made(chat)
