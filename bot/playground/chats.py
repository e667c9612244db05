"""A chat: who is in it with which rights, and the messages it holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from bot.playground.wire import Json

if TYPE_CHECKING:
    from bot.playground.messages import Message
    from bot.playground.users import User

ChatType = Literal["private", "group", "supergroup"]
Status = Literal["creator", "administrator", "member", "left", "kicked"]

PRESENT: frozenset[Status] = frozenset({"creator", "administrator", "member"})
RULING: frozenset[Status] = frozenset({"creator", "administrator"})


@dataclass(eq=False, slots=True)
class Chat:
    """A chat. Message ids count from 1 in each chat: they mean nothing without the chat's id."""

    id: int
    type: ChatType
    title: str = ""
    person: User | None = None
    statuses: dict[int, Status] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    topics: set[int] = field(default_factory=set)
    last_message_id: int = 0
    migrated_to: int | None = None
    read_until: dict[int, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What people call the chat."""
        return self.person.name if self.person else self.title

    def status(self, user_id: int) -> Status:
        """What this user is here."""
        return self.statuses.get(user_id, "left")

    def has(self, user_id: int) -> bool:
        """Whether this user is here."""
        return self.status(user_id) in PRESENT

    def is_ruled_by(self, user_id: int) -> bool:
        """Whether this user is an administrator or the owner."""
        return self.status(user_id) in RULING

    def present(self) -> list[int]:
        """The ids of everybody who is here, bots included."""
        return [user_id for user_id in self.statuses if self.has(user_id)]

    def rulers(self) -> list[int]:
        """The ids of the administrators, the owner among them."""
        return [user_id for user_id in self.statuses if self.is_ruled_by(user_id)]

    def new_message_id(self) -> int:
        """The next message's id."""
        self.last_message_id += 1
        return self.last_message_id

    def unread_by(self, user_id: int) -> int:
        """How many messages of others came after the last one this user saw."""
        seen = self.read_until.get(user_id, 0)
        return sum(1 for m in self.messages.values() if m.id > seen and m.sender.id != user_id)

    def mark_read(self, user_id: int) -> None:
        """Remember that this user has seen everything so far."""
        self.read_until[user_id] = self.last_message_id

    def as_json(self) -> Json:
        """The Bot API's Chat."""
        if self.person:
            known = {
                "first_name": self.person.first_name,
                "last_name": self.person.last_name,
                "username": self.person.username,
            }
            shown = {key: value for key, value in known.items() if value}
            return {"id": self.id, "type": self.type} | shown
        forum = {"is_forum": True} if self.topics else {}
        return {"id": self.id, "type": self.type, "title": self.title} | forum


def private_chat(person: User, bot: User) -> Chat:
    """The chat between a person and the bot, which the person has not opened yet."""
    return Chat(
        person.id, "private", person=person, statuses={person.id: "member", bot.id: "left"}
    )


def group_chat(chat_id: int, title: str, owner: User, members: Iterable[User]) -> Chat:
    """A group that one person owns and others are in."""
    chat = Chat(chat_id, "group", title=title)
    chat.statuses.update({member.id: "member" for member in members})
    chat.statuses[owner.id] = "creator"
    return chat
