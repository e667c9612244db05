"""A round as a pure state machine: an event goes in, the next state and the deeds come out.

    lobby ──▶ asking ──posted──▶ open ──all voted, or time──▶ reveal ──▶ asking … ──▶ over
                 ▲ └──refused──▶ paused ◀──pause, removed──┘    │
                 └────resume────────┘◀──────────────────────────┘

No clock, no chance, no store: times are arguments, players are counted, their votes are kept
elsewhere. An event that does not fit the state changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from bot.quiz import events as e
from bot.quiz.events import Deed, Event, Notice
from bot.quiz.plan import Plan

LAG_SECONDS = 2.0
"""How much longer than Telegram we wait for votes that are on their way."""
REVEAL_SECONDS = 6.0
"""Time to read the explanation before the next question."""
CATCH_UP_SECONDS = 5.0
"""After a restart, time for the votes that were given meanwhile to come in."""
LONG_AWAY_SECONDS = 600.0
"""Nobody waits longer for a bot that is away: the round is paused then."""
PAUSE_SECONDS = 24 * 3600.0
LOBBY_SECONDS = 3600.0


class Phase(StrEnum):
    """Where a round is."""

    LOBBY = "lobby"
    ASKING = "asking"
    OPEN = "open"
    REVEAL = "reveal"
    PAUSED = "paused"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Round:
    """``number`` questions were asked (the last may be open); ``awaited`` votes are missing.

    At ``due_at`` time itself moves the round on; ``starts_itself`` in the lobby.
    """

    plan: Plan
    phase: Phase = Phase.LOBBY
    questions: tuple[str, ...] = ()
    number: int = 0
    awaited: int = 0
    due_at: float | None = None
    starts_itself: bool = False
    is_pausing: bool = False

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens."""
        return self.phase is Phase.OVER

    @property
    def is_running(self) -> bool:
        """Whether it has begun and is not over."""
        return self.phase not in {Phase.LOBBY, Phase.OVER}

    @property
    def open_number(self) -> int | None:
        """The number of the question whose answer nobody may know yet."""
        return self.number if self.phase in {Phase.ASKING, Phase.OPEN} else None


Step = tuple[Round, tuple[Deed, ...]]


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
    following, deeds = _ask_next(begun)
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
    return (counted, ()) if counted.awaited else _close(counted, event.now)


def _ticked(current: Round, event: e.Ticked) -> Step:
    if current.due_at is None or event.now < current.due_at:
        return current, ()
    match current.phase:
        case Phase.OPEN:
            return _close(current, event.now)
        case Phase.REVEAL:
            return _ask_next(current)
        case Phase.PAUSED:
            return _over(current, e.Finish())
        case _ if current.starts_itself:
            return replace(current, due_at=None), (e.BeginNow(),)
    return _over(current, e.Say(Notice.EXPIRED))


def _pause(current: Round, event: e.PauseAsked) -> Step:
    if current.phase in {Phase.ASKING, Phase.OPEN} and not current.is_pausing:
        return replace(current, is_pausing=True), (e.Say(Notice.PAUSING), e.ShowBoard())
    if current.phase is Phase.REVEAL:
        return _paused(current, event.now, e.Say(Notice.PAUSED), e.ShowBoard())
    return current, ()


def _resume(current: Round, _: e.ResumeAsked) -> Step:
    if current.phase is Phase.PAUSED:
        following, deeds = _ask_next(current)
        return following, (e.Say(Notice.RESUMED), e.ShowBoard(), *deeds)
    if current.is_pausing:
        return replace(current, is_pausing=False), (e.Say(Notice.RESUMED), e.ShowBoard())
    return current, ()


def _stop(current: Round, _: e.StopAsked) -> Step:
    if current.phase is Phase.LOBBY:
        return _over(current, e.Say(Notice.CANCELLED))
    if current.open_number is None:
        return _over(current, e.Finish())
    unfinished = current.number
    return _over(replace(current, number=unfinished - 1), e.Void(unfinished), e.Finish())


def _refused(current: Round, event: e.Refused) -> Step:
    if current.phase is not Phase.ASKING or event.number != current.number:
        return current, ()
    back = replace(current, number=event.number - 1)
    return _paused(back, event.now, e.Void(event.number), e.Say(Notice.CANNOT_POST), e.ShowBoard())


def _unusable(current: Round, event: e.Unusable) -> Step:
    if current.phase is not Phase.ASKING or event.number != current.number:
        return current, ()
    following, deeds = _ask_next(current)
    return following, (e.Void(event.number), e.Say(Notice.UNUSABLE), *deeds)


def _in_doubt(current: Round, event: e.InDoubt) -> Step:
    if current.phase is not Phase.ASKING or event.number != current.number:
        return current, (e.TakeBack(event.number),)
    return current, (e.Void(event.number), e.Say(Notice.IN_DOUBT), e.Ask(event.number))


def _restarted(current: Round, event: e.Restarted) -> Step:
    if current.due_at is None or current.phase not in {Phase.OPEN, Phase.REVEAL}:
        return current, ()
    is_late = event.now > current.due_at + LONG_AWAY_SECONDS
    if current.phase is Phase.REVEAL:
        return _paused(current, event.now, e.Say(Notice.LONG_AWAY)) if is_late else (current, ())
    untimed = e.Untime(current.number)
    if is_late:
        closed, deeds = _close(replace(current, is_pausing=False), event.now)
        if closed.is_over:
            return closed, (untimed, *deeds)
        return _paused(closed, event.now, untimed, *deeds, e.Say(Notice.LONG_AWAY))
    due = max(current.due_at, event.now + CATCH_UP_SECONDS)
    return replace(current, due_at=due), (untimed, e.Say(Notice.BACK))


def _moved(current: Round, _: e.Moved) -> Step:
    if current.phase is not Phase.OPEN:
        return current, (e.Say(Notice.MOVED), e.ShowBoard())
    again = replace(current, phase=Phase.ASKING, awaited=0, due_at=None)
    number = current.number
    return again, (e.Void(number), e.Say(Notice.MOVED), e.ShowBoard(), e.Ask(number))


def _removed(current: Round, event: e.Removed) -> Step:
    match current.phase:
        case Phase.LOBBY:
            return _over(current, e.Say(Notice.CANCELLED))
        case Phase.PAUSED:
            return current, ()
        case Phase.REVEAL:
            return _paused(current, event.now)
    back = replace(current, number=current.number - 1)
    return _paused(back, event.now, e.Void(current.number))


def _ask_next(current: Round) -> Step:
    if current.number == len(current.questions):
        return _over(current, e.Finish())
    number = current.number + 1
    asking = replace(current, phase=Phase.ASKING, number=number, due_at=None, awaited=0)
    return asking, (e.Ask(number),)


def _close(current: Round, now: float) -> Step:
    close = e.Close(current.number)
    if current.number == len(current.questions):
        return _over(current, close, e.Finish())
    if current.is_pausing:
        return _paused(current, now, close, e.Say(Notice.PAUSED), e.ShowBoard())
    reveal = replace(current, phase=Phase.REVEAL, due_at=now + REVEAL_SECONDS, awaited=0)
    return reveal, (close, e.ShowBoard())


def _paused(current: Round, now: float, *deeds: Deed) -> Step:
    due = now + PAUSE_SECONDS
    paused = replace(current, phase=Phase.PAUSED, due_at=due, awaited=0, is_pausing=False)
    return paused, deeds


def _over(current: Round, *deeds: Deed) -> Step:
    over = replace(current, phase=Phase.OVER, due_at=None, awaited=0, is_pausing=False)
    return over, deeds


_RULES: dict[type[Event], Callable[[Round, Any], Step]] = {
    e.Begun: _begin,
    e.Posted: _posted,
    e.Joined: _joined,
    e.Voted: _voted,
    e.Ticked: _ticked,
    e.PauseAsked: _pause,
    e.ResumeAsked: _resume,
    e.StopAsked: _stop,
    e.Refused: _refused,
    e.Unusable: _unusable,
    e.InDoubt: _in_doubt,
    e.Restarted: _restarted,
    e.Moved: _moved,
    e.Removed: _removed,
}
