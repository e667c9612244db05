"""What the chat page is told: worlds, chats, messages and polls as one person sees them."""

from __future__ import annotations

from bot.playground.chats import Chat
from bot.playground.events import (
    CommandsPublished,
    Deleted,
    Edited,
    Event,
    InlineAnswered,
    PollChanged,
    Posted,
    Toasted,
    Typing,
)
from bot.playground.messages import Message
from bot.playground.polls import Poll
from bot.playground.users import User
from bot.playground.wire import Json
from bot.playground.world import World


def world_view(world: World) -> Json:
    """Everybody and every chat."""
    chats = [chat for chat in world.chats.values() if chat.migrated_to is None]
    return {
        "bot": user_view(world.bot),
        "users": [user_view(person) for person in world.people],
        "chats": [chat_view(chat) for chat in chats],
    }


def user_view(user: User) -> Json:
    """A person or the bot, with the colour of the name."""
    shown = {"id": user.id, "name": user.name, "username": user.username}
    return shown | {"is_bot": user.is_bot, "color": user.color}


def chat_view(chat: Chat) -> Json:
    """A chat with its people."""
    shown = {"id": chat.id, "type": chat.type, "title": chat.name}
    return shown | {"members": chat.present(), "administrators": chat.rulers()}


def chats_view(world: World, viewer: User) -> list[Json]:
    """A person's chats with what is new in them, the newest first."""
    chats = sorted(world.chats_of(viewer.id), key=_last_date, reverse=True)
    return [_summary(world, chat, viewer) for chat in chats]


def messages_view(chat: Chat, viewer: User) -> list[Json]:
    """The messages of a chat, the oldest first."""
    return [message_view(message, viewer) for message in chat.messages.values()]


def message_view(message: Message, viewer: User) -> Json:
    """The Bot API's Message with what only this person may know."""
    poll = poll_view(message.poll, viewer) if message.poll else None
    shown = message.as_json(poll) | {"mine": message.sender.id == viewer.id}
    if message.markup and message.markup.get("force_reply"):
        shown["force_reply"] = message.markup
    return shown


def poll_view(poll: Poll, viewer: User) -> Json:
    """The Bot API's Poll; counts, key and explanation only for those who may see them."""
    voted = poll.votes.get(viewer.id, ())
    revealed = poll.is_closed or (bool(voted) and not poll.hides_results)
    shown = poll.as_json()
    if not revealed:
        for secret in ("correct_option_ids", "explanation", "explanation_entities"):
            shown.pop(secret, None)
        shown["options"] = [option | {"voter_count": 0} for option in shown["options"]]
    named = revealed and not poll.is_anonymous
    return shown | {
        "voted": list(voted),
        "revealed": revealed,
        "voters_by_option": [
            poll.voters_of(index) if named else [] for index in range(len(poll.options))
        ],
        "closes_at": poll.close_date,
        "order": poll.order_for(viewer.id),
    }


def event_view(event: Event, viewer: User) -> Json | None:
    """What this person is told of an event, or None when it is not for them."""
    return _event_view(event, viewer) if _concerns(event, viewer) else None


def _concerns(event: Event, viewer: User) -> bool:
    match event:
        case Posted(message) | Edited(message) | PollChanged(message):
            return message.chat.has(viewer.id)
        case Deleted(chat) | Typing(chat):
            return chat.has(viewer.id)
        case Toasted(user_id) | InlineAnswered(user_id):
            return user_id == viewer.id
        case CommandsPublished():
            return True


def _event_view(event: Event, viewer: User) -> Json:
    match event:
        case Posted() | Edited() | PollChanged() | Deleted():
            return _message_event_view(event, viewer)
        case Toasted(_, chat_id, text, is_alert):
            return {"event": "toast", "chat": chat_id, "text": text, "alert": is_alert}
        case Typing(chat):
            return {"event": "typing", "chat": chat.id}
        case CommandsPublished():
            return {"event": "commands"}
        case InlineAnswered(_, query_id, results):
            return {"event": "inline", "query": query_id, "results": list(results)}


def _message_event_view(event: Posted | Edited | PollChanged | Deleted, viewer: User) -> Json:
    match event:
        case Posted(message):
            return {"event": "message", "message": message_view(message, viewer)}
        case Edited(message):
            return {"event": "edited", "message": message_view(message, viewer)}
        case PollChanged(message):
            where = {"chat": message.chat.id, "message_id": message.id}
            poll = poll_view(message.poll, viewer) if message.poll else None
            return {"event": "poll", **where, "poll": poll}
        case Deleted(chat, message_id):
            return {"event": "deleted", "chat": chat.id, "message_id": message_id}


def _summary(world: World, chat: Chat, viewer: User) -> Json:
    last = chat.messages[max(chat.messages)] if chat.messages else None
    title = world.bot.name if chat.person else chat.title
    return {
        "id": chat.id,
        "type": chat.type,
        "title": title,
        "unread": chat.unread_by(viewer.id),
        "last": last and message_view(last, viewer),
    }


def _last_date(chat: Chat) -> int:
    return chat.messages[max(chat.messages)].date if chat.messages else 0
