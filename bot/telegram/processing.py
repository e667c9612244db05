"""Hands an update to python-telegram-bot's handlers and raises what they raised.

The library keeps its handlers' errors to itself; the intake must know them to park the update.
"""

from __future__ import annotations

from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackContext

from bot.telegram.intake import Handle


def through(application: Application[Any, Any, Any, Any, Any, Any]) -> Handle:
    """A function for `Intake` that lets the application's handlers see to an update."""
    raised: dict[int, Exception] = {}

    async def note(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        if isinstance(update, Update) and context.error:
            raised[update.update_id] = context.error

    async def handle(update: Update, update_id: int) -> None:
        await application.process_update(update)
        if error := raised.pop(update_id, None):
            raise error

    application.add_error_handler(note)
    return handle
