"""What people do in the playground: say, upload, press, vote and ask.

Each deed either happens, with everything Telegram would tell the bot about it, or raises
:class:`~bot.playground.errors.Refused` with a sentence for the person.
"""

from __future__ import annotations

from bot.playground.automatic import with_automatic_entities
from bot.playground.chats import Chat
from bot.playground.errors import Refused
from bot.playground.messages import Message
from bot.playground.polls import Poll
from bot.playground.text import Formatted, utf16_length
from bot.playground.users import ANONYMOUS_ADMINISTRATOR, ANONYMOUS_VOTER, User
from bot.playground.wire import Json
from bot.playground.world import Query, World

LONGEST_TEXT = 4096
LONGEST_INLINE_QUERY = 256


def chat_seen_by(world: World, user: User, chat_id: int) -> Chat:
    """A chat that this person is in."""
    chat = world.chats.get(chat_id)
    if chat is None or not chat.has(user.id):
        raise Refused(f"{user.name} is not in chat {chat_id}.")
    if chat.migrated_to is not None:
        raise Refused(f"This group became the supergroup {chat.migrated_to}.")
    return chat


def message_seen_by(world: World, user: User, chat_id: int, message_id: int) -> Message:
    """A message in a chat that this person is in."""
    message = chat_seen_by(world, user, chat_id).messages.get(message_id)
    if message is None:
        raise Refused("This message is gone.")
    return message


def say(
    world: World,
    user: User,
    chat_id: int,
    text: str,
    *,
    reply_to: int | None = None,
    anonymously: bool = False,
) -> Message:
    """Write a message. Administrators of groups may do it anonymously."""
    chat = chat_seen_by(world, user, chat_id)
    words = text.strip()
    if not words:
        raise Refused("There is nothing to send.")
    if len(words) > LONGEST_TEXT:
        raise Refused(f"A message has at most {LONGEST_TEXT} characters; this has {len(words)}.")
    content = with_automatic_entities(Formatted(words)).as_fields("text")
    return _post(world, user, chat, content, reply_to, anonymously=anonymously)


def upload(
    world: World, user: User, chat_id: int, name: str, content: bytes, caption: str = ""
) -> Message:
    """Send a file as a document."""
    chat = chat_seen_by(world, user, chat_id)
    stored = world.files.add(name, content)
    fields: Json = {"document": stored.as_document()}
    if caption.strip():
        fields |= with_automatic_entities(Formatted(caption.strip())).as_fields("caption")
    return _post(world, user, chat, fields, None)


def press(world: World, user: User, chat_id: int, message_id: int, data: str) -> Query:
    """Press an inline button; the bot has 150 seconds to answer."""
    message = message_seen_by(world, user, chat_id, message_id)
    if not any(button.get("callback_data") == data for button in message.buttons):
        raise Refused("This message has no such button any more.")
    query = _new_query(world, user, message.chat)
    pressed = {
        "id": query.id,
        "from": user.as_json(),
        "message": message.as_json(),
        "chat_instance": f"playground{message.chat.id}",
        "data": data,
    }
    world.updates.put("callback_query", pressed)
    return query


def vote(
    world: World,
    user: User,
    chat_id: int,
    message_id: int,
    options: list[int],
    *,
    anonymously: bool = False,
) -> None:
    """Vote in a poll, under one's own name or, as an administrator, in the name of the chat."""
    message, poll = _poll_seen_by(world, user, chat_id, message_id)
    poll.vote(_voter(message.chat, user, anonymously=anonymously), tuple(options))
    _tell_vote(world, message, poll, user, anonymously=anonymously)


def retract(
    world: World, user: User, chat_id: int, message_id: int, *, anonymously: bool = False
) -> None:
    """Take a vote back."""
    message, poll = _poll_seen_by(world, user, chat_id, message_id)
    poll.retract(_voter(message.chat, user, anonymously=anonymously))
    _tell_vote(world, message, poll, user, anonymously=anonymously)


def ask_inline(world: World, user: User, words: str) -> Query:
    """Type something behind the bot's name."""
    if utf16_length(words) > LONGEST_INLINE_QUERY:
        raise Refused(f"An inline query has at most {LONGEST_INLINE_QUERY} characters.")
    query = _new_query(world, user, None)
    asked = {"id": query.id, "from": user.as_json(), "query": words, "offset": ""}
    world.updates.put("inline_query", asked | {"chat_type": "sender"})
    return query


def _post(
    world: World,
    user: User,
    chat: Chat,
    content: Json,
    reply_to: int | None,
    *,
    anonymously: bool = False,
) -> Message:
    if chat.person and not chat.has(world.bot.id):
        world.set_bot_status(chat, "member", user)
    replied = chat.messages.get(reply_to) if reply_to is not None else None
    if reply_to is not None and replied is None:
        raise Refused("The message you reply to is gone.")
    thread = replied.thread if replied else None
    if anonymously:
        _voter(chat, user, anonymously=True)
        return world.post(
            chat,
            ANONYMOUS_ADMINISTRATOR,
            content,
            reply_to=replied,
            thread=thread,
            sender_chat=chat,
        )
    return world.post(chat, user, content, reply_to=replied, thread=thread)


def _new_query(world: World, user: User, chat: Chat | None) -> Query:
    number = 7_700_000_000_000_000_001 + len(world.queries)
    query = Query(str(number), user, chat, world.clock.now())
    world.queries[query.id] = query
    return query


def _poll_seen_by(world: World, user: User, chat_id: int, message_id: int) -> tuple[Message, Poll]:
    world.close_due_polls()
    message = message_seen_by(world, user, chat_id, message_id)
    if message.poll is None:
        raise Refused("This message is not a poll.")
    return message, message.poll


def _voter(chat: Chat, user: User, *, anonymously: bool) -> int:
    if anonymously and (chat.person or not chat.is_ruled_by(user.id)):
        raise Refused("Only administrators of a group can stay anonymous.")
    return chat.id if anonymously else user.id


def _tell_vote(
    world: World, message: Message, poll: Poll, user: User, *, anonymously: bool
) -> None:
    if not poll.is_anonymous and message.sender is world.bot:
        options = poll.votes.get(_voter(message.chat, user, anonymously=anonymously), ())
        answer: Json = {
            "poll_id": poll.id,
            "user": (ANONYMOUS_VOTER if anonymously else user).as_json(),
            "option_ids": list(options),
            "option_persistent_ids": poll.persistent_ids(options),
        }
        if anonymously:
            answer["voter_chat"] = message.chat.as_json()
        world.updates.put("poll_answer", answer)
    world.poll_changed(message)
