"""Rounds in groups: administrators command them by words, /quiz 10 20s, /stop, /pause, /resume."""

from __future__ import annotations

from collections.abc import Iterable

from bot.quiz import events as e
from bot.quiz.events import Event
from bot.quiz.plan import NotAPlan, Plan, wished
from bot.services import Services
from bot.services.banking import without_options
from bot.services.lobbies import RoundRuns, Venue
from bot.services.practising import NothingToAsk
from bot.store import leaders, players
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.telegram.effects import Effect, just
from bot.telegram.handlers.patience import until_there_are_questions
from bot.telegram.incoming import Incoming
from bot.telegram.views import quiz as quiz_view
from bot.telegram.views import running as view
from bot.telegram.views.rounds import said


async def open_lobby(came: Incoming, services: Services) -> Effect:
    """/quiz in a group: administrators, and whom they named, open a lobby; others are told so."""
    if not await may_lead(came, services):
        return just(view.only_leaders(came.place, came.bot_username))
    if came.words.split()[:1] in (["allow"], ["disallow"]):
        return _name_leader(came, may=came.words.startswith("allow"))
    try:
        wished(came.words, Plan())
    except NotAPlan as refused:
        return just(view.not_a_plan(came.place, str(refused)))
    if unready := await until_there_are_questions(came, services):
        return unready

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        lobbies, place = services.lobbies, came.place
        wish = wished(came.words, await lobbies.plan_for(tx, place.chat))
        venue = Venue(place.chat, place.thread, came.chat_title)
        try:
            told = await lobbies.open(
                tx, venue, wish.plan, wait=wish.wait, instructor=came.player, now=came.now
            )
        except RoundRuns as running:
            return [view.runs_already(place, running.stored)]
        except NothingToAsk:
            typed = await without_options(tx, place.chat)
            return [quiz_view.nothing_to_ask(place, typed)]
        return said(told, came.bot_username)

    return effect


async def stop(came: Incoming, services: Services) -> Effect:
    """/stop in a group."""
    return await _command(came, services, e.StopAsked())


async def pause(came: Incoming, services: Services) -> Effect:
    """/pause: wait after the open question."""
    return await _command(came, services, e.PauseAsked(came.now))


async def resume(came: Incoming, services: Services) -> Effect:
    """/resume: go on."""
    return await _command(came, services, e.ResumeAsked())


async def may_lead(came: Incoming, services: Services) -> bool:
    """Whether who speaks or presses may run rounds here; asked of Telegram at this moment."""
    if came.speaks_as_group:
        return True
    player, chat = came.player, came.place.chat
    if player is None:
        return False
    if await services.database.read(lambda tx: leaders.includes(tx, chat, player.id)):
        return True
    return await services.is_administrator(chat, player.id)


async def _command(came: Incoming, services: Services, event: Event) -> Effect:
    if came.is_private:
        return just(view.no_round(came.place))
    is_allowed = await may_lead(came, services)

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        if not is_allowed:
            return [view.cannot_stop(came.place)]
        told = await services.rounds.happens_in(tx, came.place.chat, event, came.now)
        if told is None:
            return [view.no_round(came.place)]
        return said(told, came.bot_username)

    return effect


def _name_leader(came: Incoming, *, may: bool) -> Effect:
    named = came.meant
    if named is None:
        return just(view.name_whom(came.place))

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        await players.remember(tx, named, came.now)
        change = leaders.add if may else leaders.remove
        await change(tx, came.place.chat, named.id)
        return [view.may_lead_now(came.place, named.name, may=may)]

    return effect
