"""Presses of buttons under the bot's messages, sorted by what the button means."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.callbacks import AskExample, Button, ForgetMe, More, ShowSources, StartQuiz
from bot.telegram.effects import Effect, just
from bot.telegram.handlers import about, asking, privacy, quiz
from bot.telegram.incoming import Incoming
from bot.telegram.messages import toast

OUTDATED = "This button is from an older version of me. /help shows what I can do."


async def pressed(came: Incoming, services: Services) -> Effect:
    """A press: its effect, and the notice that stops the button's spinner."""
    press = came.press
    if press is None:
        return just()
    effect = await _meant(press.button, came, services) if press.button else just()
    notice = toast(press.id, press.presser, "" if press.button else OUTDATED)

    async def with_notice(tx: Transaction) -> Iterable[Outgoing]:
        return [notice, *await effect(tx)]

    return with_notice


async def _meant(button: Button, came: Incoming, services: Services) -> Effect:
    match button:
        case More():
            return await asking.more(came, services, button)
        case StartQuiz(count):
            return quiz.begin(came, services, count)
        case ShowSources():
            return await about.sources(came, services)
        case AskExample():
            return await asking.example(came, services)
        case ForgetMe():
            return await privacy.decide(came, button)
