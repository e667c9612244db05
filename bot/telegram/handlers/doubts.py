"""Buttons about a question's key: players doubt it, leaders decide."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services
from bot.store import posts
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.callbacks import DoubtKey, SettleDoubt
from bot.telegram.effects import Effect, just
from bot.telegram.handlers.rounds import may_lead
from bot.telegram.incoming import Incoming, Press
from bot.telegram.messages import toast
from bot.telegram.views import running as view
from bot.telegram.views.rounds import said


def doubt(came: Incoming, services: Services, press: Press, button: DoubtKey) -> Effect:
    """A player says that the key is wrong; two suspend the question."""

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        heard, told = await services.doubting.doubt(tx, button.post, press.presser, came.now)
        notice = toast(press.id, press.presser, view.HEARD[heard])
        return [notice, *said(told, came.bot_username)]

    return effect


async def settle(came: Incoming, services: Services, press: Press, button: SettleDoubt) -> Effect:
    """A leader decides."""
    if not await may_lead(came, services):
        return just(toast(press.id, press.presser, view.ONLY_LEADERS))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        post = await posts.load(tx, button.post)
        if post is None or post.chat != came.place.chat:
            return [toast(press.id, press.presser, "")]
        told = await services.doubting.settle(tx, post, is_right=bool(button.is_right))
        return [toast(press.id, press.presser, ""), *said(told, came.bot_username)]

    return effect
