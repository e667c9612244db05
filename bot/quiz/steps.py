"""Where a round can be, and the steps that several events lead to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bot.quiz import events as e
from bot.quiz.events import Deed, Notice
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
"""The state after an event, and what is to be done."""


def ask_next(current: Round) -> Step:
    """Post the next question, or finish after the last."""
    if current.number == len(current.questions):
        return over(current, e.Finish())
    number = current.number + 1
    asking = replace(current, phase=Phase.ASKING, number=number, due_at=None, awaited=0)
    return asking, (e.Ask(number),)


def close(current: Round, now: float) -> Step:
    """End the open question; its votes count."""
    end = e.Close(current.number)
    if current.number == len(current.questions):
        return over(current, end, e.Finish())
    if current.is_pausing:
        return paused(current, now, end, e.Say(Notice.PAUSED), e.ShowBoard())
    reveal = replace(current, phase=Phase.REVEAL, due_at=now + REVEAL_SECONDS, awaited=0)
    return reveal, (end, e.ShowBoard())


def paused(current: Round, now: float, *deeds: Deed) -> Step:
    """Wait until somebody resumes."""
    due = now + PAUSE_SECONDS
    state = replace(current, phase=Phase.PAUSED, due_at=due, awaited=0, is_pausing=False)
    return state, deeds


def over(current: Round, *deeds: Deed) -> Step:
    """Nothing more happens."""
    state = replace(current, phase=Phase.OVER, due_at=None, awaited=0, is_pausing=False)
    return state, deeds
