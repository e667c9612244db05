"""Gives one update to the handlers, and lets their errors out; they have some time, not for ever.

python-telegram-bot keeps handlers' errors to itself and its error handlers; the intake has to
know them, so that the update is parked or tried again.
"""

from __future__ import annotations

import asyncio
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext

from bot.services import Services
from bot.store import outbox
from bot.telegram.intake import NotYet
from bot.telegram.messages import Place
from bot.telegram.views import about

_LIMIT_SECONDS = 110.0
"""Less than the intake's limit: there is time to apologise."""


class Dispatch:
    """Calls the application's handlers with an update; raises what they raise."""

    def __init__(
        self,
        application: Application[Any, Any, Any, Any, Any, Any],
        services: Services,
        *,
        limit_seconds: float = _LIMIT_SECONDS,
    ) -> None:
        self._application = application
        self._services = services
        self._limit_seconds = limit_seconds
        self._errors: dict[int, Exception] = {}
        application.add_error_handler(self._note)

    async def __call__(self, update: Update, number: int) -> None:
        """Handle the update with this number. Raises ``TimeoutError`` for what takes too long."""
        error = await self._error_of(update, number)
        if error is None:
            return
        if not isinstance(error, NotYet) and update.effective_chat and not update.my_chat_member:
            await self._apologise(update.effective_chat.id)
        raise error

    async def _error_of(self, update: Update, number: int) -> Exception | None:
        try:
            async with asyncio.timeout(self._limit_seconds):
                await self._application.process_update(update)
        except TimeoutError as late:
            return late
        return self._errors.pop(number, None)

    async def _note(self, update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        if isinstance(update, Update) and context.error:
            self._errors[update.update_id] = context.error

    async def _apologise(self, chat: int) -> None:
        now = self._services.clock()
        words = about.went_wrong(Place(chat))
        await self._services.database.write(lambda tx: outbox.enqueue(tx, [words], now))
