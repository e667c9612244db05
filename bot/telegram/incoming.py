"""What came in, as plain values: who, where, which words. Handlers read this, not the update."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import CallbackQuery, ChatMemberUpdated, Message, PollAnswer, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.store.players import Player
from bot.telegram.callbacks import Button, decoded
from bot.telegram.messages import Place

_OUT = {ChatMemberStatus.LEFT, ChatMemberStatus.BANNED}


@dataclass(frozen=True, slots=True)
class Press:
    """A button that was pressed; ``button`` is None where its data means nothing any more."""

    id: str
    presser: int
    button: Button | None


@dataclass(frozen=True, slots=True)
class Vote:
    """A vote in a poll for the options shown at ``places``; none when it was retracted."""

    poll: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A message, a button press or a vote, at the time it is handled.

    ``player`` is None for an anonymous administrator or a channel: such a voice may command
    but cannot be scored. ``words`` is a message's text without its command.
    """

    now: float
    place: Place
    bot_username: str
    is_private: bool
    player: Player | None
    words: str = ""
    message: int | None = None
    press: Press | None = None
    vote: Vote | None = None
    has_come: bool = False
    """The bot was out of this chat and is in it now."""
    moved: tuple[int, int] | None = None
    """A group became a supergroup: its old and its new id."""


def incoming(update: Update, now: float) -> Incoming:
    """The update's values; a vote tells no chat, so its place is the voter's private one."""
    user, chat, message = update.effective_user, update.effective_chat, update.effective_message
    return Incoming(
        now=now,
        place=Place(chat.id if chat else user.id if user else 0, _thread(message)),
        bot_username=update.get_bot().username,
        is_private=chat is None or chat.type == ChatType.PRIVATE,
        player=_player(update),
        words=_words(update.message),
        message=message.message_id if message else None,
        press=_press(update.callback_query),
        vote=_vote(update.poll_answer),
        has_come=_has_come(update.my_chat_member),
        moved=_moved(update.message),
    )


def _player(update: Update) -> Player | None:
    user = update.effective_user
    message, voted = update.message, update.poll_answer
    speaks_as_a_chat = (message and message.sender_chat) or (voted and voted.voter_chat)
    if user is None or speaks_as_a_chat:
        return None
    return Player(user.id, user.full_name, user.username)


def _thread(message: object) -> int | None:
    if not isinstance(message, Message) or not message.is_topic_message:
        return None
    return message.message_thread_id


def _words(message: Message | None) -> str:
    text = (message.text or "") if message else ""
    if text.startswith("/"):
        return text.removeprefix(text.split(maxsplit=1)[0]).strip()
    return text.strip()


def _press(query: CallbackQuery | None) -> Press | None:
    return Press(query.id, query.from_user.id, decoded(query.data or "")) if query else None


def _vote(answer: PollAnswer | None) -> Vote | None:
    return Vote(answer.poll_id, tuple(answer.option_ids)) if answer else None


def _has_come(change: ChatMemberUpdated | None) -> bool:
    if change is None:
        return False
    return change.old_chat_member.status in _OUT and change.new_chat_member.status not in _OUT


def _moved(message: Message | None) -> tuple[int, int] | None:
    if message is None:
        return None
    if message.migrate_to_chat_id:
        return message.chat_id, message.migrate_to_chat_id
    if message.migrate_from_chat_id:
        return message.migrate_from_chat_id, message.chat_id
    return None
