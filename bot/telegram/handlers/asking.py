"""A student asks; the articles answer."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.callbacks import More
from bot.telegram.effects import Effect, just
from bot.telegram.incoming import Incoming
from bot.telegram.views import answers


async def ask(came: Incoming, services: Services) -> Effect:
    """A question in the player's own words, after /ask or as plain text."""
    if not came.words:
        return just(answers.ask_for_a_question(came.place, came.message))
    return await _answered(came, services, came.words)


async def example(came: Incoming, services: Services) -> Effect:
    """Shows what asking looks like, with a question that the library answers."""
    question = services.asking.example()
    if question is None:
        return just(answers.ask_for_a_question(came.place, None))
    answered = await _answered(came, services, question.stem)

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        return [answers.example(came.place, question.stem), *await answered(tx)]

    return effect


async def more(came: Incoming, services: Services, button: More) -> Effect:
    """Further passages for a question that was asked here."""
    asking = services.asking
    question = await asking.asked_before(services.database, button.ask, came.place.chat)
    if question is None:
        return just(answers.asked_too_long_ago(came.place))
    hits = await asking.passages(question)
    return just(answers.more(came.place, hits, asking.by_id, button.ask, button.start))


async def _answered(came: Incoming, services: Services, question: str) -> Effect:
    found = await services.asking.answer(question)

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        ask = await services.asking.remember(
            tx,
            chat=came.place.chat,
            player=came.player.id if came.player else None,
            question=question,
            now=came.now,
        )
        return [answers.answer(came.place, found, services.asking.by_id, ask)]

    return effect
