"""What people who watch a chat are told at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.playground.chats import Chat
from bot.playground.messages import Message
from bot.playground.wire import Json


@dataclass(frozen=True, slots=True)
class Posted:
    """A new message stands in its chat."""

    message: Message


@dataclass(frozen=True, slots=True)
class Edited:
    """A message changed its text or its buttons."""

    message: Message


@dataclass(frozen=True, slots=True)
class Deleted:
    """A message is gone."""

    chat: Chat
    message_id: int


@dataclass(frozen=True, slots=True)
class PollChanged:
    """Somebody voted, or the poll was closed."""

    message: Message


@dataclass(frozen=True, slots=True)
class Toasted:
    """The bot answered a press of a button; only the person who pressed sees it."""

    user_id: int
    chat_id: int
    text: str
    is_alert: bool


@dataclass(frozen=True, slots=True)
class Typing:
    """The bot is busy in this chat."""

    chat: Chat


@dataclass(frozen=True, slots=True)
class CommandsPublished:
    """The bot's list of commands changed."""


@dataclass(frozen=True, slots=True)
class InlineAnswered:
    """The bot offers results for what somebody typed behind its name."""

    user_id: int
    query_id: str
    results: tuple[Json, ...]


Event = (
    Posted | Edited | Deleted | PollChanged | Toasted | Typing | CommandsPublished | InlineAnswered
)
Listener = Callable[[Event], None]
