"""A call to the Bot API on its way: as it is queued, as it is stored, and how it may fail."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_NOT_LIMITED = frozenset({"answerCallbackQuery", "answerInlineQuery"})
_POSTING = ("send", "copy", "forward")
_HARMLESS = frozenset({"sendChatAction"})


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file to send along: ``field`` is the method's parameter, ``name`` what people see."""

    field: str
    name: str
    content: bytes = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A call to make once the transaction is on disk.

    ``chat`` decides the order and the pace; for the answer to a pressed button it is the
    player's id. ``params`` are named as in the Bot API, ``chat_id`` included. ``purpose`` is told
    back with the outcome, in the transaction that records it.
    """

    chat: int
    method: str
    params: Mapping[str, Any]
    purpose: str = ""
    attachment: Attachment | None = None

    @property
    def is_paced(self) -> bool:
        """Whether Telegram limits how often this may be called."""
        return self.method not in _NOT_LIMITED

    @property
    def target(self) -> str | None:
        """What an edit edits: a newer one of the same makes it needless."""
        if not self.method.startswith("edit"):
            return None
        names = ("inline_message_id", "chat_id", "message_id")
        return " ".join([self.method, *(str(self.params.get(name, "-")) for name in names)])


@dataclass(frozen=True, slots=True)
class Pending:
    """A stored call whose outcome is not known."""

    id: int
    chat: int
    is_paced: bool
    method: str
    params: dict[str, Any]
    purpose: str
    attachment: Attachment | None
    tries: int
    not_before: float
    queued_at: float

    @property
    def is_repeatable(self) -> bool:
        """Whether making the call twice comes to the same as making it once."""
        return self.method in _HARMLESS or not self.method.startswith(_POSTING)


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Telegram may or may not have done it: the reply was lost. It is not tried again."""

    description: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram said no, or it is too late. ``is_blocked``: the chat does not admit the bot."""

    description: str
    is_blocked: bool = False


Failure = Uncertain | Refused
