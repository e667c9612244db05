"""The whole playground: its bot, people, chats, polls and files, and what each may learn.

Everything that changes goes through here, so that the bot's queue of updates and the people
who watch are told. Time comes from the clock, ids count up; nothing here waits or speaks HTTP.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.playground.chats import Chat, Status, private_chat
from bot.playground.clock import Clock
from bot.playground.commands import PublishedCommands
from bot.playground.errors import BadRequest, Forbidden
from bot.playground.events import Deleted, Edited, Event, Listener, PollChanged, Posted
from bot.playground.files import FileStore
from bot.playground.members import member_view
from bot.playground.messages import Message
from bot.playground.polls import Poll
from bot.playground.privacy import is_shown_to_bot
from bot.playground.updates import UpdateQueue
from bot.playground.users import ANONYMOUS_ADMINISTRATOR, ANONYMOUS_VOTER, User
from bot.playground.wire import Json

FIRST_SUPERGROUP_ID = -1_001_000_000_001


@dataclass(frozen=True, slots=True)
class Query:
    """Something the bot is asked to answer: a pressed button or words behind its name."""

    id: str
    user: User
    chat: Chat | None
    asked: float


class World:
    """The state of the playground. ``bot`` is the only bot in it."""

    def __init__(self, bot: User, people: Iterable[User] = (), clock: Clock | None = None) -> None:
        self.clock = clock or Clock()
        self.bot = bot
        self.users = {user.id: user for user in (bot, ANONYMOUS_ADMINISTRATOR, ANONYMOUS_VOTER)}
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue(self.clock)
        self.files = FileStore()
        self.commands = PublishedCommands()
        self.texts: dict[tuple[str, str], str] = {}
        self.queries: dict[str, Query] = {}
        self.webhook: str = ""
        self._listeners: list[Listener] = []
        self._polls = 0
        for person in people:
            self.add_person(person)

    # Who and where

    def add_person(self, person: User) -> Chat:
        """Let somebody in, with a private chat to the bot that is not opened yet."""
        self.users[person.id] = person
        return self.add_chat(private_chat(person, self.bot))

    def add_chat(self, chat: Chat) -> Chat:
        """Add a chat whose people are in the world already."""
        self.chats[chat.id] = chat
        return chat

    @property
    def people(self) -> list[User]:
        """Everybody who is not a bot."""
        return [user for user in self.users.values() if not user.is_bot]

    def chats_of(self, user_id: int) -> list[Chat]:
        """The chats a person can open: those they are in and that still exist."""
        return [c for c in self.chats.values() if c.has(user_id) and c.migrated_to is None]

    def reach(self, chat_id: int) -> Chat:
        """The chat that the bot writes to, or the error that Telegram would give it."""
        chat = self.chats.get(chat_id)
        if chat is None:
            raise BadRequest("chat not found")
        if chat.migrated_to is not None:
            raise BadRequest(
                "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
            )
        if not chat.has(self.bot.id):
            raise Forbidden(_why_unreachable(chat, self.bot.id))
        return chat

    # Who watches

    def watch(self, listener: Listener) -> None:
        """Tell this listener everything from now on."""
        self._listeners.append(listener)

    def unwatch(self, listener: Listener) -> None:
        """Tell this listener nothing more."""
        self._listeners.remove(listener)

    def tell(self, event: Event) -> None:
        """Tell everybody who watches."""
        for listener in list(self._listeners):
            listener(event)

    # Messages

    def post(self, chat: Chat, sender: User, content: Json, **details: Any) -> Message:
        """Put a message into a chat and tell everyone; details are fields of Message."""
        now = int(self.clock.now())
        message = Message(chat.new_message_id(), chat, sender, now, content, **details)
        chat.messages[message.id] = message
        if sender is not self.bot:
            chat.read_until[sender.id] = message.id
        if is_shown_to_bot(message, self.bot):
            self.updates.put("message", message.as_json())
        self.tell(Posted(message))
        return message

    def edit(self, message: Message, content: Json, markup: Json | None) -> None:
        """Give a message a new content and new buttons."""
        if content != message.content:
            message.edited = int(self.clock.now())
        message.content, message.markup = content, markup
        self.tell(Edited(message))

    def delete(self, message: Message) -> None:
        """Take a message out of its chat."""
        del message.chat.messages[message.id]
        self.tell(Deleted(message.chat, message.id))

    # Polls

    def new_poll_id(self) -> str:
        """The next poll's id."""
        self._polls += 1
        return str(5_000_000_000_000_000_000 + self._polls)

    def poll_changed(self, message: Message) -> None:
        """Tell the bot and everyone the new state of a poll."""
        if message.poll and message.sender is self.bot:
            self.updates.put("poll", message.poll.as_json())
        self.tell(PollChanged(message))

    def close_poll(self, message: Message) -> None:
        """End a poll."""
        if message.poll and not message.poll.is_closed:
            message.poll.is_closed = True
            self.poll_changed(message)

    def open_polls(self) -> list[tuple[Message, Poll]]:
        """All polls that still take votes, with their messages."""
        return [
            (message, message.poll)
            for chat in self.chats.values()
            for message in chat.messages.values()
            if message.poll and not message.poll.is_closed
        ]

    def close_due_polls(self) -> None:
        """End all polls whose time is up."""
        now = self.clock.now()
        for message, poll in self.open_polls():
            if poll.close_date is not None and poll.close_date <= now:
                self.close_poll(message)

    # The bot's place in a chat

    def set_bot_status(self, chat: Chat, status: Status, by: User) -> None:
        """Let the bot in, out or up, and tell it so."""
        old = chat.status(self.bot.id)
        if old == status:
            return
        chat.statuses[self.bot.id] = status
        if chat.person and old == "left":
            return  # Telegram tells of private chats only that the bot was blocked or unblocked
        self.updates.put("my_chat_member", self._changed_member(chat, old, status, by))

    def _changed_member(self, chat: Chat, old: Status, new: Status, by: User) -> Json:
        return {
            "chat": chat.as_json(),
            "from": by.as_json(),
            "date": int(self.clock.now()),
            "old_chat_member": member_view(self.bot, old),
            "new_chat_member": member_view(self.bot, new),
        }


def _why_unreachable(chat: Chat, bot_id: int) -> str:
    is_thrown_out = chat.status(bot_id) == "kicked"
    if chat.person and is_thrown_out:
        return "bot was blocked by the user"
    if chat.person:
        return "bot can't initiate conversation with a user"
    what = "was kicked from" if is_thrown_out else "is not a member of"
    return f"bot {what} the {chat.type} chat"
