"""What a round has to tell its chat, as values; how it looks is the views' business.

Where ``message`` is a number, that message is edited; where it is None, a new one is posted.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.quiz.events import Notice
from bot.services.boards import Board, Hardest
from bot.services.posing import Posed
from bot.store.participants import Participant
from bot.store.posts import Post
from bot.store.rounds import StoredRound


@dataclass(frozen=True, slots=True)
class LobbyShown:
    """Who is in, with which settings; ``topic`` is the article's title, or empty for all.

    ``available`` is how many questions there are about it, ``only_approved`` whether an
    instructor has looked at each of them.
    """

    stored: StoredRound
    message: int | None
    players: tuple[Participant, ...]
    topic: str
    available: int
    only_approved: bool = False


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A question to post as a poll."""

    stored: StoredRound
    posed: Posed


@dataclass(frozen=True, slots=True)
class QuestionEnded:
    """A poll to stop."""

    post: Post


@dataclass(frozen=True, slots=True)
class BoardShown:
    """The board while the round runs."""

    stored: StoredRound
    message: int | None
    board: Board


@dataclass(frozen=True, slots=True)
class StandingsShown:
    """How the round ended."""

    stored: StoredRound
    message: int | None
    board: Board
    hardest: tuple[Hardest, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Something that happened to the round."""

    stored: StoredRound
    notice: Notice


@dataclass(frozen=True, slots=True)
class QuestionSuspended:
    """Players doubt a question's key; whoever runs the round decides."""

    stored: StoredRound
    post: Post


@dataclass(frozen=True, slots=True)
class DoubtSettled:
    """The key was confirmed, or the question dropped."""

    stored: StoredRound
    post: Post
    is_confirmed: bool


Announcement = (
    LobbyShown
    | QuestionAsked
    | QuestionEnded
    | BoardShown
    | StandingsShown
    | Told
    | QuestionSuspended
    | DoubtSettled
)
