"""What came in, as plain values: who, where, which words. Handlers read this, not the update."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import Chat, Message, Update, User
from telegram.constants import ChatType

from bot.store.players import Player
from bot.telegram.messages import Place


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message, a button press or a vote, at the time it is handled.

    ``player`` is None for an anonymous administrator or a channel: such a voice may command
    but cannot be scored. ``words`` is a message's text without its command.
    """

    now: float
    place: Place
    is_private: bool
    player: Player | None
    words: str = ""
    message: int | None = None


def incoming(update: Update, now: float) -> Incoming:
    """The update's values; for a vote the place is the voter's private chat."""
    user, chat, message = update.effective_user, update.effective_chat, update.effective_message
    return Incoming(
        now=now,
        place=Place(chat.id if chat else user.id if user else 0, _thread(message)),
        is_private=chat is None or chat.type == ChatType.PRIVATE,
        player=_player(user, message if update.callback_query is None else None),
        words=_words(message),
        message=message.message_id if message else None,
    )


def _player(user: User | None, message: Message | None) -> Player | None:
    speaks_as_chat = message is not None and isinstance(message.sender_chat, Chat)
    if user is None or speaks_as_chat:
        return None
    return Player(user.id, user.full_name, user.username)


def _thread(message: Message | None) -> int | None:
    if message is None or not message.is_topic_message:
        return None
    return message.message_thread_id


def _words(message: Message | None) -> str:
    text = (message.text or "") if message else ""
    if text.startswith("/"):
        return text.partition(" ")[2].strip() if " " in text else text.partition("\n")[2].strip()
    return text.strip()
