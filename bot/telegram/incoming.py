"""What came in, as plain values: who, where, which words. Handlers read this, not the update."""

from __future__ import annotations

from dataclasses import dataclass

from telegram import CallbackQuery, ChatMember, ChatMemberUpdated, Message, PollAnswer, Update
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
class SentFile:
    """A document that was sent: Telegram's id of it, its name, its size in bytes."""

    id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class SentPoll:
    """A poll that somebody made; ``key`` is the right option's place, None outside a quiz."""

    question: str
    options: tuple[str, ...]
    key: int | None
    explanation: str


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
    chat_title: str = ""
    speaks_as_group: bool = False
    """An administrator who stays anonymous: only administrators can."""
    meant: Player | None = None
    """Whom the message replies to, or mentions by name."""
    quoted: str = ""
    """The text of somebody's message that the message replies to."""
    file: SentFile | None = None
    """The document in the message, or in the one that it replies to."""
    poll: SentPoll | None = None
    message: int | None = None
    press: Press | None = None
    vote: Vote | None = None
    query: str | None = None
    """An inline query's id; ``words`` is what was typed."""
    has_come: bool = False
    """The bot was out of this chat and is in it now."""
    is_silenced: bool = False
    """The bot may not write polls in this chat from now on, or is out of it."""
    is_heard_again: bool = False
    """The bot could not write polls in this chat, and now it can."""
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
        words=update.inline_query.query.strip() if update.inline_query else _words(update.message),
        chat_title=(chat.title or "") if chat else "",
        speaks_as_group=_speaks_as_group(update.message),
        meant=_meant(update.message),
        quoted=_quoted(update.message),
        file=_file(update.message),
        poll=_poll(update.message),
        message=message.message_id if message else None,
        press=_press(update.callback_query),
        vote=_vote(update.poll_answer),
        query=update.inline_query.id if update.inline_query else None,
        has_come=_has_come(update.my_chat_member),
        is_silenced=_is_silenced(update.my_chat_member),
        is_heard_again=_is_heard_again(update.my_chat_member),
        moved=_moved(update.message),
    )


def _player(update: Update) -> Player | None:
    user = update.effective_user
    message, voted = update.message, update.poll_answer
    speaks_as_a_chat = (message and message.sender_chat) or (voted and voted.voter_chat)
    if user is None or speaks_as_a_chat:
        return None
    return Player(user.id, user.full_name, user.username)


def _speaks_as_group(message: Message | None) -> bool:
    return message is not None and message.sender_chat == message.chat


def _meant(message: Message | None) -> Player | None:
    if message is None:
        return None
    mentioned = [entity.user for entity in message.entities if entity.user]
    replied = message.reply_to_message.from_user if message.reply_to_message else None
    user = mentioned[0] if mentioned else replied
    if user is None or user.is_bot:
        return None
    return Player(user.id, user.full_name, user.username)


def _thread(message: object) -> int | None:
    if not isinstance(message, Message) or not message.is_topic_message:
        return None
    return message.message_thread_id


def _words(message: Message | None) -> str:
    text = (message.text or message.caption or "") if message else ""
    if text.startswith("/"):
        return text.removeprefix(text.split(maxsplit=1)[0]).strip()
    return text.strip()


def _quoted(message: Message | None) -> str:
    replied = message.reply_to_message if message else None
    if replied is None or (replied.from_user and replied.from_user.is_bot):
        return ""
    return (replied.text or "").strip()


def _file(message: Message | None) -> SentFile | None:
    if message is None:
        return None
    replied = message.reply_to_message
    found = message.document or (replied.document if replied else None)
    if found is None:
        return None
    return SentFile(found.file_id, found.file_name or "article", found.file_size or 0)


def _poll(message: Message | None) -> SentPoll | None:
    poll = message.poll if message else None
    if poll is None:
        return None
    options = tuple(option.text for option in poll.options)
    keys = poll.correct_option_ids or ()
    key = keys[0] if len(keys) == 1 else None
    return SentPoll(poll.question, options, key, poll.explanation or "")


def _press(query: CallbackQuery | None) -> Press | None:
    return Press(query.id, query.from_user.id, decoded(query.data or "")) if query else None


def _vote(answer: PollAnswer | None) -> Vote | None:
    return Vote(answer.poll_id, tuple(answer.option_ids)) if answer else None


def _has_come(change: ChatMemberUpdated | None) -> bool:
    if change is None:
        return False
    return change.old_chat_member.status in _OUT and change.new_chat_member.status not in _OUT


def _is_silenced(change: ChatMemberUpdated | None) -> bool:
    return change is not None and _is_mute(change.new_chat_member)


def _is_heard_again(change: ChatMemberUpdated | None) -> bool:
    if change is None:
        return False
    return _is_mute(change.old_chat_member) and not _is_mute(change.new_chat_member)


def _is_mute(member: ChatMember) -> bool:
    return member.status in _OUT or getattr(member, "can_send_polls", True) is False


def _moved(message: Message | None) -> tuple[int, int] | None:
    if message is None:
        return None
    if message.migrate_to_chat_id:
        return message.chat_id, message.migrate_to_chat_id
    if message.migrate_from_chat_id:
        return message.migrate_from_chat_id, message.chat_id
    return None
