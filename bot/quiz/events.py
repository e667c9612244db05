"""What can happen to a round, and what is to be done then. Times are seconds since 1970."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Begun:
    """Somebody who may has started it, with these questions (their versions)."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Posted:
    """Question ``number`` stands in the chat; ``awaited`` players are expected to answer it."""

    number: int
    awaited: int
    now: float


@dataclass(frozen=True, slots=True)
class Joined:
    """One more player has joined, and is expected to answer."""


@dataclass(frozen=True, slots=True)
class Voted:
    """A player's first vote for question ``number``; ``was_awaited`` if it was expected."""

    number: int
    was_awaited: bool
    now: float


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time has passed."""

    now: float


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """Somebody who may wants a pause."""

    now: float


@dataclass(frozen=True, slots=True)
class ResumeAsked:
    """Somebody who may wants to go on."""


@dataclass(frozen=True, slots=True)
class StopAsked:
    """Somebody who may wants the round to end."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Question ``number`` cannot be posted: a right is missing."""

    number: int
    now: float


@dataclass(frozen=True, slots=True)
class Unusable:
    """Question ``number`` cannot be posted as it is: something is wrong with itself."""

    number: int


@dataclass(frozen=True, slots=True)
class InDoubt:
    """Nobody knows whether question ``number`` was posted."""

    number: int


@dataclass(frozen=True, slots=True)
class Restarted:
    """The bot was away and is back."""

    now: float


@dataclass(frozen=True, slots=True)
class Moved:
    """The group became a supergroup: what was posted stays behind in the old one."""


@dataclass(frozen=True, slots=True)
class Removed:
    """The bot may not write in the group any more."""

    now: float


Event = (
    Begun
    | Posted
    | Joined
    | Voted
    | Ticked
    | PauseAsked
    | ResumeAsked
    | StopAsked
    | Refused
    | Unusable
    | InDoubt
    | Restarted
    | Moved
    | Removed
)


class Notice(StrEnum):
    """Something to say in the chat."""

    PAUSING = "pausing"
    PAUSED = "paused"
    RESUMED = "resumed"
    BACK = "back"
    LONG_AWAY = "long away"
    CANNOT_POST = "cannot post"
    IN_DOUBT = "in doubt"
    UNUSABLE = "unusable"
    MOVED = "moved"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Ask:
    """Post question ``number``."""

    number: int


@dataclass(frozen=True, slots=True)
class Close:
    """End the poll of question ``number``; its votes count."""

    number: int


@dataclass(frozen=True, slots=True)
class Void:
    """Question ``number`` does not count as it was posted; end its poll if there is one."""

    number: int


@dataclass(frozen=True, slots=True)
class TakeBack:
    """The post of question ``number`` that has just arrived is one too many; another may count."""

    number: int


@dataclass(frozen=True, slots=True)
class Untime:
    """Nobody's speed in question ``number`` is known: the bot was away."""

    number: int


@dataclass(frozen=True, slots=True)
class ShowBoard:
    """The board has changed."""


@dataclass(frozen=True, slots=True)
class BeginNow:
    """The set time has come: choose the questions and begin."""


@dataclass(frozen=True, slots=True)
class Finish:
    """The round is over: show the standings."""


@dataclass(frozen=True, slots=True)
class Say:
    """Tell the chat."""

    notice: Notice


Deed = Ask | Close | Void | TakeBack | Untime | ShowBoard | BeginNow | Finish | Say
