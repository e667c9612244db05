"""A round as a pure state machine: an event goes in, the next state and the deeds come out.

    lobby ──▶ asking ──posted──▶ open ──all voted, or time──▶ reveal ──▶ asking … ──▶ over
                 ▲ └──refused──▶ paused ◀──pause, removed──┘    │
                 └────resume────────┘◀──────────────────────────┘

No clock, no chance, no store: times are arguments, players are counted, their votes are kept
elsewhere. An event that does not fit the state changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.quiz import events as e
from bot.quiz import mishaps
from bot.quiz.events import Event, Notice
from bot.quiz.plan import Plan
from bot.quiz.steps import (
    LAG_SECONDS,
    LOBBY_SECONDS,
    REVEAL_SECONDS,
    Phase,
    Round,
    Step,
    ask_next,
    close,
    over,
    paused,
)

__all__ = ["LAG_SECONDS", "REVEAL_SECONDS", "Phase", "Round", "advance", "opened"]


def opened(plan: Plan, now: float, wait: float | None = None) -> Round:
    """A lobby; with ``wait`` it starts by itself after that many seconds."""
    due = now + (LOBBY_SECONDS if wait is None else wait)
    return Round(plan, due_at=due, starts_itself=wait is not None)


def advance(current: Round, event: Event) -> Step:
    """The state after the event, and what is to be done."""
    if current.is_over and not isinstance(event, e.Posted):
        return current, ()
    return _RULES[type(event)](current, event)


def _begin(current: Round, event: e.Begun) -> Step:
    if current.phase is not Phase.LOBBY or not event.questions:
        return current, ()
    begun = replace(current, questions=event.questions, starts_itself=False)
    following, deeds = ask_next(begun)
    return following, (e.ShowBoard(), *deeds)


def _posted(current: Round, event: e.Posted) -> Step:
    if current.phase is not Phase.ASKING or event.number != current.number:
        return current, (e.TakeBack(event.number),)
    due = event.now + current.plan.seconds + LAG_SECONDS
    return replace(current, phase=Phase.OPEN, awaited=event.awaited, due_at=due), ()


def _joined(current: Round, _: e.Joined) -> Step:
    if current.phase is not Phase.OPEN:
        return current, ()
    return replace(current, awaited=current.awaited + 1), ()


def _voted(current: Round, event: e.Voted) -> Step:
    is_now = current.phase is Phase.OPEN and event.number == current.number
    if not is_now:
        return current, (e.ShowBoard(),)
    if not event.was_awaited or not current.awaited:
        return current, ()
    counted = replace(current, awaited=current.awaited - 1)
    return (counted, ()) if counted.awaited else close(counted, event.now)


def _ticked(current: Round, event: e.Ticked) -> Step:
    if current.due_at is None or event.now < current.due_at:
        return current, ()
    match current.phase:
        case Phase.OPEN:
            return close(current, event.now)
        case Phase.REVEAL:
            return ask_next(current)
        case Phase.PAUSED:
            return over(current, e.Finish())
        case _ if current.starts_itself:
            return replace(current, due_at=None), (e.BeginNow(),)
    return over(current, e.Say(Notice.EXPIRED))


def _pause(current: Round, event: e.PauseAsked) -> Step:
    if current.phase in {Phase.ASKING, Phase.OPEN} and not current.is_pausing:
        return replace(current, is_pausing=True), (e.Say(Notice.PAUSING), e.ShowBoard())
    if current.phase is Phase.REVEAL:
        return paused(current, event.now, e.Say(Notice.PAUSED), e.ShowBoard())
    return current, ()


def _resume(current: Round, _: e.ResumeAsked) -> Step:
    if current.phase is Phase.PAUSED:
        following, deeds = ask_next(current)
        return following, (e.Say(Notice.RESUMED), e.ShowBoard(), *deeds)
    if current.is_pausing:
        return replace(current, is_pausing=False), (e.Say(Notice.RESUMED), e.ShowBoard())
    return current, ()


def _stop(current: Round, _: e.StopAsked) -> Step:
    if current.phase is Phase.LOBBY:
        return over(current, e.Say(Notice.CANCELLED))
    if current.open_number is None:
        return over(current, e.Finish())
    unfinished = current.number
    return over(replace(current, number=unfinished - 1), e.Void(unfinished), e.Finish())


_RULES: dict[type[Event], Callable[[Round, Any], Step]] = {
    e.Begun: _begin,
    e.Posted: _posted,
    e.Joined: _joined,
    e.Voted: _voted,
    e.Ticked: _ticked,
    e.PauseAsked: _pause,
    e.ResumeAsked: _resume,
    e.StopAsked: _stop,
    e.Refused: mishaps.refused,
    e.Unusable: mishaps.unusable,
    e.InDoubt: mishaps.in_doubt,
    e.Restarted: mishaps.restarted,
    e.Moved: mishaps.moved,
    e.Removed: mishaps.removed,
}
