"""Quizzes: alone in private, as rounds in groups; and the votes of both."""

from __future__ import annotations

from collections.abc import Iterable

from bot.services import Services
from bot.services.banking import without_options
from bot.services.posing import Posed
from bot.services.practising import NothingToAsk
from bot.services.voting import UnknownPoll
from bot.store import players
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, just
from bot.telegram.handlers import rounds
from bot.telegram.handlers.patience import until_there_are_questions
from bot.telegram.incoming import Incoming
from bot.telegram.intake import NotYet
from bot.telegram.messages import Place
from bot.telegram.views import quiz as view
from bot.telegram.views.rounds import said

_MOST_DIGITS = 5


async def quiz(came: Incoming, services: Services) -> Effect:
    """/quiz: in private with or without a number of questions; in a group a round's lobby."""
    if not came.is_private:
        return await rounds.open_lobby(came, services)
    count = _count(came.words)
    if count is None:
        return just(view.bad_count(came.place, came.words))
    return await begin(came, services, count)


async def begin(came: Incoming, services: Services, count: int) -> Effect:
    """A practice of ``count`` questions in private; in a group a round's lobby."""
    player = came.player
    if not came.is_private or player is None:
        return await rounds.open_lobby(came, services)
    if unready := await until_there_are_questions(came, services):
        return unready

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        try:
            await players.remember(tx, player, came.now)
            started = await services.practising.start(tx, player.id, count, came.now)
            return view.started(came.place, started)
        except NothingToAsk:
            typed = await without_options(tx, player.id)
            return [view.nothing_to_ask(came.place, typed)]

    return effect


async def stop(came: Incoming, services: Services) -> Effect:
    """/stop: the quiz ends with what was answered."""
    player = came.player
    if not came.is_private or player is None:
        return await rounds.stop(came, services)

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        ended = await services.practising.stop(tx, player.id, came.now)
        return view.stopped(came.place, ended) if ended else [view.nothing_runs(came.place)]

    return effect


async def vote(came: Incoming, services: Services) -> Effect:
    """A vote in a poll; in practice the next question follows, in a round the board may."""
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
        if isinstance(next_step, list):
            return said(next_step, came.bot_username)
        return [view.finished(place, next_step)] if next_step else []

    return effect


def _count(words: str) -> int | None:
    if not words:
        return view.DEFAULT_COUNT
    first = words.split(maxsplit=1)[0]
    if not (first.isascii() and first.isdecimal() and len(first) <= _MOST_DIGITS):
        return None
    return min(int(first), view.MOST) or None
