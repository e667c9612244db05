"""Buttons under a round's messages: join, set up, start, pause, stop."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable

from bot.quiz import events as e
from bot.quiz.events import Event
from bot.quiz.round import Phase
from bot.services import Services, pictures
from bot.services.choosing import topics
from bot.services.rounds import Announcements
from bot.store import rounds
from bot.store.database import Transaction
from bot.store.outbox import Outgoing
from bot.store.rounds import StoredRound
from bot.telegram.callbacks import (
    SETTINGS,
    ChangeRound,
    ChooseTopic,
    JoinRound,
    LeaveRound,
    ListTopics,
    PauseRound,
    ResumeRound,
    RoundButton,
    ShowCode,
    StartRound,
    StopRound,
)
from bot.telegram.effects import Effect, just
from bot.telegram.handlers.rounds import may_lead
from bot.telegram.incoming import Incoming, Press
from bot.telegram.messages import toast
from bot.telegram.views import lobby as lobby_view
from bot.telegram.views import running as view
from bot.telegram.views.rounds import said

_EVENTS: dict[type[RoundButton], Callable[[float], Event]] = {
    PauseRound: e.PauseAsked,
    ResumeRound: lambda _: e.ResumeAsked(),
    StopRound: lambda _: e.StopAsked(),
}
_log = logging.getLogger(__name__)

Change = Callable[[Transaction, StoredRound], Awaitable[Announcements]]


async def pressed(came: Incoming, services: Services, press: Press, button: RoundButton) -> Effect:
    """A press by anybody; what only leaders may do is checked with Telegram now."""
    match button:
        case JoinRound(team=team):
            return _join(came, services, press, button, team)
        case LeaveRound():
            return _leave(came, services, press, button)
    if not await may_lead(came, services):
        return just(toast(press.id, press.presser, view.ONLY_LEADERS))
    match button:
        case ListTopics():
            return _list_topics(came, press, button)
        case ShowCode():
            return await _show_code(came, services, press, button)
    return _changing(came, press, button, _change(came, services, button))


def _change(came: Incoming, services: Services, button: RoundButton) -> Change:
    """What a leader's press does to the round."""
    lobbies, course, now = services.lobbies, services.rounds, came.now

    async def change(tx: Transaction, stored: StoredRound) -> Announcements:
        match button:
            case ChangeRound(setting=setting):
                name = SETTINGS[min(setting, len(SETTINGS) - 1)]
                return await lobbies.change(tx, stored, name, now)
            case ChooseTopic(article=number):
                known = await topics(tx, stored.chat)
                chosen = known[number - 1].article if 0 < number <= len(known) else ""
                return await lobbies.choose(tx, stored, chosen, now)
            case StartRound() if came.player:
                return await lobbies.start(tx, stored, came.player, now)
        event = _EVENTS.get(type(button))
        return await course.happens(tx, stored, event(now), now) if event else []

    return change


def _changing(came: Incoming, press: Press, button: RoundButton, change: Change) -> Effect:
    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        stored = await _here(tx, came, button)
        if stored is None:
            return [toast(press.id, press.presser, view.OVER)]
        told = await change(tx, stored)
        is_late = isinstance(button, StartRound | ChangeRound | ChooseTopic) and not told
        notice = view.BEGUN if is_late else ""
        return [toast(press.id, press.presser, notice), *said(told, came.bot_username)]

    return effect


def _join(
    came: Incoming, services: Services, press: Press, button: JoinRound, team: int
) -> Effect:
    player = came.player

    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        stored = await _here(tx, came, button)
        if stored is None or player is None:
            return [toast(press.id, press.presser, view.OVER)]
        is_new = await services.lobbies.join(tx, stored, player, team, came.now)
        words = view.JOINED if is_new else view.JOINED_BEFORE
        return [toast(press.id, press.presser, words)]

    return effect


def _leave(came: Incoming, services: Services, press: Press, button: LeaveRound) -> Effect:
    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        stored = await _here(tx, came, button)
        if stored is None or stored.round.phase is not Phase.LOBBY:
            return [toast(press.id, press.presser, view.TOO_LATE_TO_LEAVE)]
        await services.lobbies.leave(tx, stored, press.presser, came.now)
        return [toast(press.id, press.presser, view.LEFT)]

    return effect


def _list_topics(came: Incoming, press: Press, button: ListTopics) -> Effect:
    async def effect(tx: Transaction) -> Iterable[Outgoing]:
        stored = await _here(tx, came, button)
        if stored is None or stored.round.phase is not Phase.LOBBY or came.message is None:
            return [toast(press.id, press.presser, view.BEGUN)]
        listed = lobby_view.topics(stored, came.message, await topics(tx, stored.chat))
        return [toast(press.id, press.presser, ""), listed]

    return effect


async def _show_code(came: Incoming, services: Services, press: Press, button: ShowCode) -> Effect:
    stored = await services.database.read(lambda tx: _here(tx, came, button))
    if stored is None:
        return just(toast(press.id, press.presser, view.OVER))
    link = lobby_view.link_to_join(stored, came.bot_username)
    try:
        picture = await pictures.code(link)
    except pictures.NotDrawn as problem:
        _log.warning("A QR code could not be drawn: %s", problem)
        return just(toast(press.id, press.presser, link))
    return just(toast(press.id, press.presser, ""), lobby_view.code(stored, picture, link))


async def _here(tx: Transaction, came: Incoming, button: RoundButton) -> StoredRound | None:
    """The round that the button belongs to, if it is not over; buttons work in their chat only."""
    stored = await rounds.load(tx, button.round)
    if stored is None or stored.round.is_over or stored.chat != came.place.chat:
        return None
    return stored
