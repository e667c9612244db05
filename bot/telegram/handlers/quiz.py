"""Quizzes: alone in private, one question at a time in a group."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services
from bot.services.posing import Posed
from bot.services.practising import NothingToAsk
from bot.services.voting import UnknownPoll
from bot.store import players
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, just
from bot.telegram.incoming import Incoming
from bot.telegram.intake import NotYet
from bot.telegram.messages import Place
from bot.telegram.views import quiz as view

_MOST_DIGITS = 5


async def quiz(came: Incoming, services: Services) -> Effect:
    """/quiz, in private with or without a number of questions."""
    count = _count(came.words)
    if came.is_private and count is None:
        return just(view.bad_count(came.place, came.words))
    return begin(came, services, count or view.DEFAULT_COUNT)


def begin(came: Incoming, services: Services, count: int) -> Effect:
    """A practice of ``count`` questions in private; in a group one question for everyone."""

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        try:
            if came.is_private and came.player:
                await players.remember(tx, came.player, came.now)
                started = await services.practising.start(tx, came.player.id, count, came.now)
                return view.started(came.place, started)
            posed = await services.groups.ask_one(tx, came.place.chat, came.now)
            return [view.question(came.place, posed)]
        except NothingToAsk:
            return [view.nothing_to_ask(came.place)]

    return effect


async def stop(came: Incoming, services: Services) -> Effect:
    """/stop: the quiz ends with what was answered."""

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        ended = None
        if came.is_private and came.player:
            ended = await services.practising.stop(tx, came.player.id, came.now)
        return view.stopped(came.place, ended) if ended else [view.nothing_runs(came.place)]

    return effect


async def vote(came: Incoming, services: Services) -> Effect:
    """A vote in a poll; in practice the next question follows."""
    voted, player = came.vote, came.player
    if voted is None or player is None:  # an anonymous administrator can't be told from others
        return just()

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        try:
            next_step = await services.voting.vote(
                tx, poll=voted.poll, player=player, places=voted.places, now=came.now
            )
        except UnknownPoll as unknown:  # Telegram's reply to our sendPoll may be under way
            raise NotYet(f"no question was posted as poll {unknown}") from unknown
        place = Place(player.id)
        if isinstance(next_step, Posed):
            return [view.question(place, next_step)]
        return [view.finished(place, next_step)] if next_step else []

    return effect


def _count(words: str) -> int | None:
    if not words:
        return view.DEFAULT_COUNT
    first = words.split(maxsplit=1)[0]
    if not (first.isascii() and first.isdecimal() and len(first) <= _MOST_DIGITS):
        return None
    return min(int(first), view.MOST) or None
